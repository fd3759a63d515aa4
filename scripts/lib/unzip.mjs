import {
  chmodSync,
  closeSync,
  createWriteStream,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** How much of a large entry is read at once, in bytes. */
const chunkSize = 1 << 20;

/**
 * Unpacks the entries of a ZIP file that `wanted` names. Modes and links are kept. Enough for archives under 4 GB,
 * which is what a set-up step needs; no entry can leave `target`.
 * @param {string} file @param {string} target @param {(name: string) => boolean} wanted
 */
export async function unzip(file, target, wanted = () => true) {
  const descriptor = openSync(file, 'r');
  try {
    for (const entry of readDirectory(descriptor))
      if (wanted(entry.name)) await extract(descriptor, entry, target);
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor, position, length) {
  const buffer = Buffer.alloc(length);
  const taken = readSync(descriptor, buffer, 0, length, position);
  return buffer.subarray(0, taken);
}

/** The central directory stands at the end, and a record behind it says where it begins. */
function readDirectory(descriptor) {
  const { size } = fstatSync(descriptor);
  const tailLength = Math.min(size, 65_557);
  const tail = read(descriptor, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('not a ZIP file');
  const directory = read(descriptor, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function extract(descriptor, entry, target) {
  const path = normalize(join(target, entry.name));
  if (!path.startsWith(normalize(target) + sep)) throw new Error(`entry leaves its folder: ${entry.name}`);
  if (entry.name.endsWith('/')) {
    mkdirSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const header = read(descriptor, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const isLink = (entry.mode & 0o170000) === 0o120000;
  const source = Readable.from(chunks(descriptor, start, entry.packed));
  const unpacked = entry.method === 8 ? source.pipe(createInflateRaw()) : source;
  if (isLink) {
    symlinkSync(Buffer.concat(await collect(unpacked)).toString('utf8'), path);
    return;
  }
  if (entry.packed === 0) writeFileSync(path, '');
  else await pipeline(unpacked, createWriteStream(path));
  if (entry.mode & 0o777) chmodSync(path, entry.mode & 0o777);
}

async function collect(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

function* chunks(descriptor, start, length) {
  for (let done = 0; done < length; done += chunkSize) {
    yield read(descriptor, start + done, Math.min(chunkSize, length - done));
  }
}
