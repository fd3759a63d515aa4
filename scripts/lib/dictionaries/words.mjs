import { linesOf, withoutComment } from './affixes.mjs';

/** A form of grammar behind a word: `po:noun`. A word may contain spaces. */
const grammar = /(?:\t|\s+[a-z]{2}:).*$/;

/**
 * The words of Hunspell's .dic file with the numbers of their sets of flags: 0 for none, larger numbers first, as Chromium
 * sorts them. Words are strings of bytes (one character a byte of UTF-8), because that is what a trie of them is made of.
 * @param {string} text in UTF-8 @param {import('./affixes.mjs').Affixes} affixes of the same dictionary; its sets grow
 * @returns {(readonly [bytes: string, groups: readonly number[]])[]} sorted by their bytes
 */
export function readWords(text, affixes) {
  const found = new Map();
  // The first line that holds anything says how many follow.
  const [, ...lines] = linesOf(text).map(withoutComment).filter(Boolean);
  for (const line of lines) {
    const [word, flags] = split(line);
    if (word === '') continue;
    const bytes = Buffer.from(word, 'utf8').toString('latin1');
    const groups = found.get(bytes) ?? new Set();
    groups.add(flags === '' ? 0 : affixes.groupOf(flags));
    found.set(bytes, groups);
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([bytes, groups]) => [bytes, [...groups].sort((a, b) => b - a)]);
}

/** At a slash that is neither the first character nor escaped: “km\/h” is a word with a slash. */
function split(line) {
  const bare = line.replace(grammar, '');
  const at = bare.search(/(?<=[^\\])\//);
  const word = at === -1 ? bare : bare.slice(0, at);
  const flags = at === -1 ? '' : bare.slice(at + 1).trim();
  return [word.replaceAll('\\/', '/'), flags];
}
