/** Sets of flags that fit into the two bytes of a leaf; larger numbers stand in the list behind it. */
const largestInLeaf = 0x1ffe;
const notInLeaf = 0x1fff;
const mostGroups = 32;
const listEnd = 0xffff;
/** A list node counts its children in four bits. */
const longestList = 15;

const kind = {
  more: 0x40,
  following: 0x20,
  lookup: 0xc0,
  wide: 0x02,
  zeroth: 0x01,
  list: 0xe0,
  list16: 0xf0,
};

/**
 * @typedef {object} Node
 * @property {number} byte the byte that leads here; 0 where a word ends that others go on from
 * @property {Node[]} [children] of an inner node
 * @property {string} [rest] of a leaf: what its word has left
 * @property {readonly number[]} [groups] of a leaf
 * @property {number} size in bytes, with everything below
 */

/**
 * A trie of sorted words: a byte a level, until only one word is left.
 * @param {readonly (readonly [bytes: string, groups: readonly number[]])[]} words sorted by their bytes, none twice
 * @returns {Node}
 */
export function buildTrie(words) {
  if (words.length === 0) throw new Error('A dictionary without words.');
  return branch(words, 0, words.length, 0, 0);
}

function branch(words, from, to, depth, byte) {
  if (to - from === 1) return leaf(words[from], depth, byte);
  const children = [];
  for (let start = from; start < to; ) {
    const next = byteAt(words[start], depth);
    let end = start + 1;
    while (end < to && byteAt(words[end], depth) === next) end += 1;
    children.push(next === 0 ? leaf(words[start], depth, 0) : branch(words, start, end, depth + 1, next));
    start = end;
  }
  return sized({ byte, children });
}

/** 0 behind the last: no word holds it. */
const byteAt = ([bytes], index) => (index < bytes.length ? bytes.charCodeAt(index) : 0);

function leaf([bytes, groups], depth, byte) {
  if (groups.length > mostGroups) throw new Error(`“${bytes}” has more than ${mostGroups} sets of flags.`);
  const rest = bytes.slice(depth);
  const listed = followingOf(groups);
  const size = 2 + (rest === '' ? 0 : rest.length + 1) + (listed.length === 0 ? 0 : listed.length * 2 + 2);
  return { byte, rest, groups, size };
}

/** Those that stand behind the leaf. */
function followingOf(groups) {
  return groups[0] > largestInLeaf ? groups : groups.slice(1);
}

/** How a node with children is stored depends on how far away the last of them begins. */
function sized(node) {
  const { children } = node;
  const below = children.reduce((sum, child) => sum + child.size, 0);
  if (children.length <= longestList && below <= 0xffff) {
    const width = below <= 0xff ? 1 : 2;
    return { ...node, width, size: 1 + children.length * (1 + width) + below };
  }
  const table = tableOf(children);
  const header = (width) => 3 + (table.hasZeroth ? width : 0) + table.count * width;
  const width = header(2) + below < 0xffff ? 2 : 4;
  return { ...node, table, width, size: header(width) + below };
}

/** A table from the first byte that occurs to the last, and a place of its own for 0. */
function tableOf(children) {
  const hasZeroth = children[0].byte === 0;
  const first = children[hasZeroth ? 1 : 0].byte;
  return { hasZeroth, first, count: children[children.length - 1].byte - first + 1 };
}

/**
 * Writes a trie as Chromium reads it (the format is described in its `bdict.h`).
 * @param {Node} node @param {Buffer} into with room for `node.size` bytes @param {number} at
 * @returns {number} the place behind it
 */
export function writeTrie(node, into, at) {
  if (!node.children) return writeLeaf(node, into, at);
  return node.table ? writeTable(node, into, at) : writeList(node, into, at);
}

function writeLeaf({ rest, groups }, into, start) {
  const following = followingOf(groups);
  const inLeaf = following === groups ? notInLeaf : groups[0];
  const flags = (rest === '' ? 0 : kind.more) | (following.length === 0 ? 0 : kind.following);
  let at = into.writeUInt16BE((flags << 8) | inLeaf, start);
  if (rest !== '') at += into.write(`${rest}\0`, at, 'latin1');
  if (following.length === 0) return at;
  for (const group of [...following, listEnd]) at = into.writeUInt16LE(group, at);
  return at;
}

/** Pairs of a byte and the distance from the end of the pairs. */
function writeList({ children, width }, into, start) {
  let pair = into.writeUInt8((width === 1 ? kind.list : kind.list16) | children.length, start);
  const origin = pair + children.length * (1 + width);
  let at = origin;
  for (const child of children) {
    pair = into.writeUInt8(child.byte, pair);
    pair = into.writeUIntLE(at - origin, pair, width);
    at = writeTrie(child, into, at);
  }
  return at;
}

/** Places of children by their byte: distances from this node, or from the beginning of the file when those are too far. */
function writeTable({ children, table, width }, into, start) {
  const isWide = width === 4;
  const flags = (isWide ? kind.wide : 0) | (table.hasZeroth ? kind.zeroth : 0);
  into.set([kind.lookup | flags, table.first, table.count], start);
  const entries = start + 3 + (table.hasZeroth ? width : 0);
  let at = entries + table.count * width;
  into.fill(0, start + 3, at);
  for (const child of children) {
    const entry = child.byte === 0 ? start + 3 : entries + (child.byte - table.first) * width;
    into.writeUIntLE(isWide ? at : at - start, entry, width);
    at = writeTrie(child, into, at);
  }
  return at;
}
