import type { LengthUnit } from '#core/article/values';
import type { Block } from './schema';
import { bodyText, plainText, textBlocks } from './walk';
import { countWords } from './words';

/** How long a text is. */
export interface Measures {
  readonly words: number;
  /** Code points, blanks included, line ends not: what French desks call “signes”. */
  readonly characters: number;
}

export function measureText(text: string): Measures {
  return { words: countWords(text), characters: countPoints(text.replace(/[\r\n]/g, '')) };
}

const measured = new WeakMap<Block, Measures>();

/** Both measures of some blocks; each block is measured once as long as it is the same object. */
export function measure(blocks: readonly Block[]): Measures {
  let words = 0;
  let characters = 0;
  for (const block of blocks) {
    const known = measured.get(block) ?? measureText(bodyText([block], '\n'));
    measured.set(block, known);
    words += known.words;
    characters += known.characters;
  }
  return { words, characters };
}

/** Words a minute that a reader of news takes in. */
const readingSpeed = 220;

/** Whole minutes of reading, at least one when there is anything to read. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / readingSpeed));
}

/** What a target counts, of a text that has these measures. */
export function inUnit(measures: Measures, unit: LengthUnit): number {
  return unit === 'words' ? measures.words : measures.characters;
}

function countPoints(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) pairs += 1;
  }
  return text.length - pairs;
}

/** “TK”: what a writer leaves where a fact is to come. It counts as open as long as it stands there. */
export const placeholder = /(?<![\p{L}\p{N}])TK(?:TK)*(?![\p{L}\p{N}])/gu;

export interface Placeholder {
  /** The id of the line, as `textBlocks` gives it. */
  readonly blockId: string;
  /** UTF-16 units in the line's plain text. */
  readonly start: number;
  readonly end: number;
}

const foundIn = new WeakMap<Block, readonly Placeholder[]>();

/** Every placeholder of a body, in reading order; each block is searched once as long as it is the same object. */
export function placeholders(body: readonly Block[]): Placeholder[] {
  return body.flatMap((block) => {
    const known = foundIn.get(block) ?? search(block);
    foundIn.set(block, known);
    return known;
  });
}

function search(block: Block): Placeholder[] {
  return [...textBlocks([block])].flatMap(({ id, content }) =>
    [...plainText(content).matchAll(placeholder)].map((match) => ({
      blockId: id,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
