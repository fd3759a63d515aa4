import type { Block } from '#core/body/schema';
import type { Warnings } from '../shared/warnings';
import type { XmlElement } from '../shared/xml';
import type { Numbering } from './numbering';
import type { Package, Relations } from './package';
import type { ReviewReading } from './review-read';
import type { Styles } from './styles';

/** What every part of the reader needs to know; one for each part of the package that holds text. */
export interface Reading {
  readonly pack: Package;
  /** Of the part that is read. */
  readonly relations: Relations;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly warnings: Warnings;
  readonly review: ReviewReading;
  /** Filled by whoever finds a picture. */
  readonly pictures: Map<string, Uint8Array>;
  /** Names of the notes that there are; those that are called are added to `calls`, in order. */
  readonly notes: ReadonlySet<string>;
  readonly calls: Set<string>;
  /** Notes by the bookmarks around their calls. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Width of the text, in EMU (1/914,400 inch). */
  readonly measure: number;
  /** Paragraphs and tables inside something else, as blocks. */
  readonly readInside: (container: XmlElement, reading: Reading) => Block[];
}

/** The names of notes, while they are read: those at the foot of a page and those at the end count from 1 each. */
export function noteName(kind: 'footnote' | 'endnote', id: string): string {
  return `${kind}-${id}`;
}

/** Elements that only stand around others. */
export const wrappers: ReadonlySet<string> = new Set([
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:rubyBase',
]);
