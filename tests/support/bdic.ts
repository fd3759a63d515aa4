import { createHash } from 'node:crypto';

/** What stands in a binary dictionary: written anew from the description of the format, to be compared with what was meant. */
export interface Bdic {
  readonly comment: string;
  /** Sets of flags; their number is their place, from 1. */
  readonly groups: readonly string[];
  readonly rules: readonly string[];
  readonly replacements: readonly string[];
  readonly others: readonly string[];
  /** Each word with the flags of its sets, `''` for none, in the order of the file. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

export function readBdic(file: Buffer): Bdic {
  if (file.toString('latin1', 0, 4) !== 'BDic') throw new Error('no signature');
  if (file.readUInt16LE(4) !== 2) throw new Error('another version');
  const sum = createHash('md5').update(file.subarray(32)).digest();
  if (!sum.equals(file.subarray(16, 32))) throw new Error('its sum is wrong');
  const [start, trie] = [file.readUInt32LE(8), file.readUInt32LE(12)];
  const places = [0, 4, 8, 12].map((at) => file.readUInt32LE(start + at));
  const [af = [], rules = [], replacements = [], others = []] = places.map((at) => strings(file, at));
  const groups = af.slice(1).map((line) => line.slice('AF '.length));
  if (af[0] !== `AF ${groups.length}`) throw new Error(`“${af[0]}” in front of ${groups.length}`);
  const words = new Map<string, readonly string[]>();
  walk(file, trie, '', (bytes, ids) => {
    const word = Buffer.from(bytes, 'latin1').toString('utf8');
    if (words.has(word)) throw new Error(`“${word}” twice`);
    words.set(
      word,
      ids.map((id) => (id === 0 ? '' : (groups[id - 1] ?? '?'))),
    );
  });
  return {
    comment: file.toString('utf8', start + 16, places[0]),
    groups,
    rules,
    replacements,
    others,
    words,
  };
}

function strings(file: Buffer, from: number): string[] {
  const found: string[] = [];
  for (let at = from; file[at] !== 0; ) {
    const end = file.indexOf(0, at);
    found.push(file.toString('utf8', at, end));
    at = end + 1;
  }
  return found;
}

type Visit = (bytes: string, ids: readonly number[]) => void;

function walk(file: Buffer, at: number, before: string, visit: Visit): void {
  const kind = file.readUInt8(at);
  if (kind < 0x80) {
    visitLeaf(file, at, before, visit);
    return;
  }
  const next = (byte: number, place: number): void =>
    walk(file, place, byte === 0 ? before : before + String.fromCharCode(byte), visit);
  if (kind >= 0xe0) {
    const width = kind >= 0xf0 ? 2 : 1;
    const count = kind & 0x0f;
    const origin = at + 1 + count * (1 + width);
    for (let pair = at + 1; pair < origin; pair += 1 + width)
      next(file.readUInt8(pair), origin + file.readUIntLE(pair + 1, width));
    return;
  }
  if ((kind & 0xfc) !== 0xc0) throw new Error(`no such node: ${kind.toString(16)}`);
  const width = kind & 0x02 ? 4 : 2;
  const place = (entry: number): number => {
    const offset = file.readUIntLE(entry, width);
    return offset === 0 ? 0 : width === 4 ? offset : at + offset;
  };
  let entry = at + 3;
  if (kind & 0x01) {
    next(0, place(entry));
    entry += width;
  }
  const [first, count] = [file.readUInt8(at + 1), file.readUInt8(at + 2)];
  for (let index = 0; index < count; index += 1) {
    const found = place(entry + index * width);
    if (found !== 0) next(first + index, found);
  }
}

function visitLeaf(file: Buffer, at: number, before: string, visit: Visit): void {
  const head = file.readUInt16BE(at);
  let end = at + 2;
  let rest = '';
  if (head & 0x4000) {
    const zero = file.indexOf(0, end);
    rest = file.toString('latin1', end, zero);
    end = zero + 1;
  }
  const ids = (head & 0x1fff) === 0x1fff ? [] : [head & 0x1fff];
  if (head & 0x2000) for (; file.readUInt16LE(end) !== 0xffff; end += 2) ids.push(file.readUInt16LE(end));
  visit(before + rest, ids);
}
