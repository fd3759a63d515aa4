import type { Block } from '#core/body/schema';
import { linesOf } from '../shared/flatten';
import { joinContents } from '../shared/fold';
import { elementsOf, isElement, type XmlElement } from '../shared/xml';
import { noteName, type Reading } from './reading';

/** The notes that the text calls, in the order in which it does; what a note cannot hold stands behind it. */
export function readNotes(reading: Reading): Block[] {
  const elements = new Map([...notesOf('footnote', reading), ...notesOf('endnote', reading)]);
  const blocks: Block[] = [];
  // A note may call another one: the set grows while it is walked.
  for (const name of reading.calls) {
    const note = elements.get(name);
    if (!note) continue;
    const { lines, rest } = linesOf(reading.readInside(note.element, note.reading));
    blocks.push({ id: name, type: 'footnote', content: joinContents(lines) }, ...rest);
  }
  return blocks;
}

type Note = { readonly element: XmlElement; readonly reading: Reading };

function notesOf(kind: 'footnote' | 'endnote', reading: Reading): (readonly [string, Note])[] {
  const part = [...reading.relations.values()].find(({ type }) => type === `${kind}s`)?.target;
  const root = part === undefined ? null : reading.pack.xml(part);
  if (!root || part === undefined) return [];
  const ofPart = { ...reading, relations: reading.pack.relations(part) };
  return elementsOf(root, `w:${kind}`).map(
    (element) => [noteName(kind, element.attributes['w:id'] ?? ''), { element, reading: ofPart }] as const,
  );
}

/** Calls of notes by the bookmarks that stand around them: a field may call a note once more. */
export function bookmarkedNotes(body: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  const open = new Map<string, string>();
  for (const { name, attributes } of allElements(body)) {
    const id = attributes['w:id'] ?? '';
    const kind = /^w:(footnote|endnote)Reference$/.exec(name)?.[1];
    if (name === 'w:bookmarkStart') open.set(id, attributes['w:name'] ?? '');
    if (name === 'w:bookmarkEnd') open.delete(id);
    if (name === 'w:p') open.clear();
    if (kind !== 'footnote' && kind !== 'endnote') continue;
    for (const bookmark of open.values()) found.set(bookmark, noteName(kind, id));
  }
  return found;
}

/** Every element inside another, in document order. */
function* allElements(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...next.children.filter(isElement).reverse());
  }
}
