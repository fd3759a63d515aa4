import { unzipSync } from 'fflate';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { attribute, elements, textOf } from '#core/formats/html/tree';
import type { Format } from '#core/formats/types';

/** What a page of ours is made of; anything else came from somebody. */
const known = new Set(
  `html head meta title style body main article header section footer aside nav link figure figcaption table thead tbody tr th td
  ul ol li dl dt dd blockquote pre code p h1 h2 h3 h4 h5 h6 hr br a img span div time small strong em u s del sup sub b i q
  input`.split(/\s+/),
);
const attributes = new Set(
  `id className lang href src alt title role start dateTime scope charSet httpEquiv content name type disabled checked
  rel xmlns xmlns:epub xmlLang epub:type ariaLabel ariaDescribedBy dataFootnotes dataFootnoteRef dataFootnoteBackref align`.split(
    /\s+/,
  ),
);
/** Chapters of a book lead to each other by their names. */
const isLink = /^(?:#|https?:\/\/[^/]|mailto:.|[\w-]+\.xhtml$)/i;
/** Pictures inside of the page, or beside it under the names that we give them. */
const isPicture = /^(?:data:image\/(?:png|jpeg|gif|webp|avif);base64,|assets\/[0-9a-f]{64}\.)/;

/** Everything on a page that runs, loads, or leads where nobody may be led. */
export function dangersInHtml(html: string): string[] {
  const tree: Root = fromHtml(html);
  return [...elements(tree)].flatMap((element) => [
    ...(known.has(element.tagName) ? [] : [`<${element.tagName}>`]),
    ...Object.keys(element.properties).flatMap((name) => dangerIn(element, name)),
    ...(element.tagName === 'style' && /url\(|@import|expression/i.test(textOf(element))
      ? ['a style that loads']
      : []),
  ]);
}

function dangerIn(element: Element, name: string): string[] {
  const value = attribute(element, name);
  const said = `${element.tagName} ${name}=${value.slice(0, 80)}`;
  // Mail knows no style sheet: what a style may not do is load.
  if (name === 'style') return /url\s*\(|@import|expression|behavior|binding|\\/i.test(value) ? [said] : [];
  if (element.tagName === 'link')
    return ['style.css', 'stylesheet', 'text/css'].includes(value) ? [] : [said];
  if (!attributes.has(name)) return [said];
  if (name === 'href' && !isLink.test(value)) return [said];
  if (name === 'src' && !isPicture.test(value)) return [said];
  if (name === 'httpEquiv' && value !== 'Content-Security-Policy') return [said];
  return [];
}

const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** Markdown as a site generator would show it that lets HTML through: the least careful reader there is. */
export function markdownAsPage(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  return `<!doctype html><meta charset="utf-8">\n${renderer.processSync(body).toString()}`;
}

/** Dangers in what a format writes, by what its bytes are: a new format of a known kind is judged without a line here. */
export function dangersIn(format: Pick<Format, 'id' | 'mediaTypes'>, bytes: Uint8Array): string[] {
  const [type = ''] = format.mediaTypes;
  const text = new TextDecoder().decode(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return dangersInPackage(bytes);
  if (/html/.test(type)) return dangersInHtml(text);
  // What a shortcode is given Hugo escapes; it is no Markdown.
  const copy = format.id === 'markdown-hugo' ? text.replace(/\{\{<[\s\S]*?>\}\}/g, '') : text;
  if (/markdown/.test(type)) return dangersInHtml(markdownAsPage(copy));
  if (/csv|tab-separated/.test(type)) return dangersInCells(text);
  if (/xml/.test(type)) return dangersInXml(text);
  return [];
}

/** DOCX, ODT, EPUB: what their parts refer to, and pages inside. */
function dangersInPackage(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    const text = new TextDecoder().decode(part);
    const climbs = /(?:^|\/)\.\.(?:\/|$)|^\/|\\/.test(name) ? [`a part named ${name}`] : [];
    if (/\.x?html$/.test(name)) return [...climbs, ...dangersInHtml(text)];
    return /\.(?:xml|rels|opf|ncx)$/.test(name) ? [...climbs, ...dangersInXml(text)] : climbs;
  });
}

/** An external target must be one that a link may have; nothing else may be external, and no entity is declared. */
function dangersInXml(source: string): string[] {
  // Between two tags stands copy, which may say anything.
  const xml = source.replace(/>[^<]*</g, '><');
  const targets = [...xml.matchAll(/(?:Target|xlink:href|href|url|src)\s*=\s*"([^"]*)"/g)].map(
    ([, value = '']) => value.replace(/&#x0*a;|&#10;/gi, '\n'),
  );
  const schemes = targets.filter((value) => /^\s*[a-z][a-z0-9+.-]*:/i.test(value) && !isLink.test(value));
  const loads = xml.match(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g) ?? [];
  return [
    ...schemes.filter((value) => !value.startsWith('urn:')),
    ...loads.filter((one) => !/\/hyperlink"/.test(one)),
    ...(/<!DOCTYPE[^>]*\[|<!ENTITY/.test(xml) ? ['declares entities'] : []),
    ...(/<script\b|\bon[a-z]+\s*=\s*"/.test(xml) ? ['a script or a handler'] : []),
  ];
}

/** A spreadsheet reads a cell that begins so as a formula. */
function dangersInCells(text: string): string[] {
  return text
    .split(/[\t\n,;]/)
    .filter((cell) => /^"?\s*[=+\-@]/.test(cell) && !/^"?-?\d+(?:[.,]\d+)?"?$/.test(cell));
}
