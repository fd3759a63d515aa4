import { linesOf } from '../shared/flatten';
import { joinContents } from '../shared/fold';
import { childOf, isElement, type XmlElement } from '../shared/xml';
import type { Reading } from './reading';
import { lineIn } from './words';

/** A note where it is called; what a note cannot hold stands behind it. Null for one that says nothing. */
export function readNote(element: XmlElement, reading: Reading): string | null {
  const body = childOf(element, 'text:note-body');
  if (!body) return null;
  const name = element.attributes['text:id'] ?? `note-${reading.notes.size + 1}`;
  if (reading.notes.has(name)) return name;
  // Its place among the notes is that of its call, whatever it calls itself.
  reading.notes.set(name, []);
  const { lines, rest } = linesOf(reading.readInside(body));
  const content = joinContents(lines);
  if (content.length === 0) {
    reading.notes.set(name, rest);
    return null;
  }
  reading.notes.set(name, [{ id: name, type: 'footnote', content }, ...rest]);
  return name;
}

/** Names of notes that say something, and of comments that say where they end. */
export function namesIn(story: XmlElement): { notes: Set<string>; ended: Set<string> } {
  const found = { notes: new Set<string>(), ended: new Set<string>() };
  const waiting = [story];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { 'text:id': note, 'office:name': comment } = next.attributes;
    const body = next.name === 'text:note' ? childOf(next, 'text:note-body') : undefined;
    if (body && note !== undefined && lineIn(body) !== '') found.notes.add(note);
    if (next.name === 'office:annotation-end' && comment !== undefined) found.ended.add(comment);
    for (const child of next.children) if (isElement(child)) waiting.push(child);
  }
  return found;
}
