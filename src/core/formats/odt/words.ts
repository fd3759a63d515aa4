import { elementsOf, isElement, textOf, type XmlElement } from '../shared/xml';

/** A line break or a run of spaces is an element; more spaces than this are nobody's wish. */
const mostSpaces = 1_000;

export function spacesIn({ attributes }: XmlElement): string {
  const count = Number(attributes['text:c'] ?? 1);
  return ' '.repeat(Number.isInteger(count) && count > 0 ? Math.min(count, mostSpaces) : 1);
}

/** What is no text of the paragraph although it stands inside it. */
const asides: ReadonlySet<string> = new Set(['text:note', 'office:annotation', 'text:tracked-changes']);

/** Words alone, for places without marks: comments, and samples of what is left out. */
export function wordsIn(element: XmlElement): string {
  if (element.name === 'text:s') return spacesIn(element);
  if (element.name === 'text:tab') return '\t';
  if (element.name === 'text:line-break') return '\n';
  if (asides.has(element.name)) return '';
  const inner = element.children.map((child) =>
    isElement(child) ? wordsIn(child) : child.replace(/[ \t\r\n]+/g, ' '),
  );
  return inner.join(element.name === 'text:list' ? '\n' : '');
}

/** Words of everything inside, in one line. */
export function lineIn(element: XmlElement): string {
  const paragraphs = elementsOf(element).map((child) =>
    /^text:[ph]$/.test(child.name) ? wordsIn(child) : textOf(child),
  );
  return paragraphs.join(' ').replace(/\s+/g, ' ').trim();
}
