import { makeStory } from './story.mjs';

/** What both clipboards end with: whoever finds it has everything. */
export const lastWords = 'fin du collage';

/** A clipboard of about `size` bytes as a word processor writes it: styles on everything, headings, lists, links. */
export function richClipboard(size) {
  const parts = [];
  let written = 0;
  for (const [index, text] of paragraphs().entries()) {
    const part = richPart(index, text);
    if (written + part.length > size) break;
    parts.push(part);
    written += part.length;
  }
  const html = `<html><head><meta charset="utf-8"><style>p.MsoNormal{margin:0cm;font-size:11pt}</style></head><body lang="FR"><!--StartFragment-->${parts.join('')}<p class="MsoNormal">${lastWords}</p><!--EndFragment--></body></html>`;
  return { 'text/html': html };
}

/** The same as plain text, one line a paragraph. */
export function plainClipboard(size) {
  const lines = [];
  let written = 0;
  for (const text of paragraphs()) {
    if (written + text.length > size) break;
    lines.push(text);
    written += new TextEncoder().encode(text).length + 1;
  }
  return { 'text/plain': [...lines, lastWords].join('\n') };
}

function paragraphs() {
  return makeStory(120_000, 0).blocks.map(({ content }) => content.map(({ text }) => text).join(''));
}

function richPart(index, text) {
  const style = 'margin:0cm 0cm 8pt;line-height:107%;font-family:&quot;Calibri&quot;,sans-serif';
  const [first, second, ...rest] = text.split(' ');
  if (index % 12 === 0) return `<h2 style="${style}">${first} ${second} ${index}</h2>`;
  if (index % 12 === 5) {
    const items = rest
      .slice(0, 6)
      .map((word) => `<li class="MsoListParagraph" style="${style}">${word}</li>`);
    return `<ul type="disc">${items.join('')}</ul>`;
  }
  const link = `<a href="https://www.example.org/${index}"><span style="color:#0563C1">${second}</span></a>`;
  return `<p class="MsoNormal" style="${style}"><b>${first}</b> ${link} <span style="font-size:11pt">${rest.join(' ')}</span><o:p></o:p></p>`;
}
