import { createHash } from 'node:crypto';
import { readAffixes } from './affixes.mjs';
import { buildTrie, writeTrie } from './trie.mjs';
import { readWords } from './words.mjs';

/** Signature, version, places of both parts, MD5 of them. */
const headerSize = 32;
/** Where the four lists of the first part begin. */
const tableSize = 16;

/**
 * Makes the binary dictionary that Chromium's spelling checker reads out of the two files that Hunspell reads.
 * The same files always give the same bytes.
 * @param {{affixes: string, words: string}} dictionary texts of the .aff and the .dic file
 * @returns {Buffer} a .bdic file, version 2.0
 * @throws {Error} for what cannot be said in such a file
 */
export function toBdic(dictionary) {
  const affixes = readAffixes(dictionary.affixes);
  const trie = buildTrie(readWords(dictionary.words, affixes));
  const rules = writeAffixes(affixes);
  const file = Buffer.alloc(headerSize + rules.length + trie.size);
  rules.copy(file, headerSize);
  const end = writeTrie(trie, file, headerSize + rules.length);
  if (end !== file.length) throw new Error(`${end} bytes were written where ${file.length} were counted.`);
  file.write('BDic', 'latin1');
  file.writeUInt16LE(2, 4);
  file.writeUInt16LE(0, 6);
  file.writeUInt32LE(headerSize, 8);
  file.writeUInt32LE(headerSize + rules.length, 12);
  createHash('md5').update(file.subarray(headerSize)).digest().copy(file, 16);
  return file;
}

/** The comment, and four lists whose places stand in front of it. */
function writeAffixes({ comment, groups, rules, replacements, others }) {
  const lists = [
    [`AF ${groups.length}`, ...groups.map((flags) => `AF ${flags}`)],
    rules,
    replacements.flat(),
    others,
  ].map((list) => Buffer.from(`${list.map((text) => `${text}\0`).join('')}\0`, 'utf8'));
  const parts = [Buffer.alloc(tableSize), Buffer.from(`\n${comment}\n`, 'utf8'), ...lists];
  let place = headerSize + parts[0].length + parts[1].length;
  for (const [index, list] of lists.entries()) {
    parts[0].writeUInt32LE(place, index * 4);
    place += list.length;
  }
  return Buffer.concat(parts);
}
