/** The most sets of flags that a dictionary can have: their numbers are 16 bits wide, and the last one ends a list. */
const mostGroups = 0xfffe;

/**
 * What Hunspell's .aff file says, sorted as the binary dictionary stores it. Words and affixes do not carry their flags
 * there but the number of a set of flags, counted from 1: `groupOf` gives the number of a set, which may be a new one.
 * @typedef {object} Affixes
 * @property {string} comment what stands above the first command: who wrote it, under which licence
 * @property {readonly string[]} rules `SFX` and `PFX` lines, their flags replaced by numbers
 * @property {readonly (readonly [from: string, to: string])[]} replacements
 * @property {readonly string[]} others all other commands, in their order
 * @property {readonly string[]} groups sets of flags; grows while words are read
 * @property {(flags: string) => number} groupOf
 */

/**
 * Reads an .aff file.
 * @param {string} text in UTF-8: what npm's dictionaries are in, whatever they were made from
 * @returns {Affixes}
 * @throws {Error} for what a binary dictionary cannot say (`IGNORE`, `COMPLEXPREFIXES`) or another encoding
 */
export function readAffixes(text) {
  const lines = linesOf(text);
  const groups = new GroupList();
  const affixes = { comment: introduction(lines), rules: [], replacements: [], others: [], heads: new Set() };
  for (const line of lines.map(withoutComment).filter(Boolean)) {
    const words = line.split(/\s+/);
    (readers[words[0]] ?? keep)(words, affixes, groups, line);
  }
  const { heads: _, ...read } = affixes;
  return { ...read, groups: groups.list, groupOf: (flags) => groups.numberOf(flags) };
}

/** Lines without what surrounds them; a byte order mark counts as white space. */
export function linesOf(text) {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}

/** Only at the start of a line or after a space: `#` is also a flag and a character of words. */
export function withoutComment(line) {
  return line.replace(/(?:^|\s)#.*$/, '').trim();
}

const introduction = (lines) => {
  const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  return lines
    .slice(0, first === -1 ? lines.length : first)
    .filter(Boolean)
    .map((line) => `${line}\n`)
    .join('');
};

class GroupList {
  list = [];
  #numbers = new Map();
  /** Whether the file has a table of its own, so that flags are already numbers. */
  isOwnTable = false;

  numberOf(flags) {
    if (this.isOwnTable) return this.#givenNumber(flags);
    const known = this.#numbers.get(flags);
    if (known) return known;
    this.list.push(flags);
    if (this.list.length > mostGroups) throw new Error(`More than ${mostGroups} sets of flags.`);
    this.#numbers.set(flags, this.list.length);
    return this.list.length;
  }

  #givenNumber(flags) {
    const number = Number(flags);
    if (!Number.isInteger(number) || number < 0 || number > this.list.length)
      throw new Error(`“${flags}” is no number of a set of flags.`);
    return number;
  }
}

const refuse = ([command]) => {
  throw new Error(`A binary dictionary cannot say ${command}.`);
};
const keep = (_words, affixes, _groups, line) => {
  affixes.others.push(line);
};

/** What is not simply kept; each gets the words of its line. */
const readers = {
  SET: ([, encoding]) => {
    if (encoding?.toUpperCase() !== 'UTF-8') throw new Error(`The encoding is ${encoding}, not UTF-8.`);
  },
  AF: ([, flags], _affixes, groups) => {
    // The first line says how many follow.
    if (groups.isOwnTable) groups.list.push(flags);
    groups.isOwnTable = true;
  },
  SFX: readRule,
  PFX: readRule,
  REP: ([, from, to], affixes) => {
    // The same: `REP 90`.
    if (to === undefined) return;
    affixes.replacements.push([spaced(from), spaced(to)]);
  },
  IGNORE: refuse,
  COMPLEXPREFIXES: refuse,
};

/** A space would end the word in the file. */
const spaced = (text) => text.replaceAll('_', ' ');

/**
 * `SFX A Y 3` stays; `SFX A y ies/BC [^aeiou]y po:noun` becomes `SFX A y ies/7 [^aeiou]y`. What is said about the grammar
 * of a form serves dictionaries of another kind. Flags are not looked into: one character, two or a number, the set of
 * them is one string.
 */
function readRule([command, flag, third, fourth, condition = '.'], affixes, groups) {
  const head = `${command} ${flag}`;
  // The first line of a flag: whether prefixes and suffixes go together, and how many lines follow.
  if (!affixes.heads.has(head)) {
    affixes.heads.add(head);
    affixes.rules.push([head, third, fourth].join(' '));
    return;
  }
  const [, added, flags] = /^([^/]*)(?:\/(.+))?$/.exec(fourth) ?? [];
  if (added === undefined) throw new Error(`The rule “${head} ${third} ${fourth}” cannot be read.`);
  const numbered = flags === undefined ? added : `${added}/${groups.numberOf(flags)}`;
  affixes.rules.push([head, third, numbered, condition].join(' '));
}
