import { Inflate, type Zippable, zipSync } from 'fflate';
import { failure, type Result, success } from '#core/failure';

/** Bytes that a whole archive may unpack to, whatever its entries claim. */
const mostBytes = 200 * 1024 * 1024;
const mostEntries = 20_000;
/** Times its packed size that an entry may grow beyond `freeGrowth` bytes: text packs 20 : 1, a bomb 1,000 : 1. */
const mostGrowth = 200;
const freeGrowth = 1024 * 1024;
const slice = 64 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  /** Where its own header begins in the archive, and where its data ends. */
  readonly from: number;
  readonly to: number;
}

/** The entries of an archive; each is unpacked when it is asked for. */
export interface Archive {
  /** Files only, in the order of the archive's directory. */
  readonly names: readonly string[];
  /** Null when there is no such entry. Codes: `input.too-large`, `input.malformed`. */
  readonly read: (name: string) => Result<Uint8Array | null>;
}

/**
 * Opens a ZIP archive (PKWARE APPNOTE 6.3). Nothing is believed that can be counted: sizes are those of the bytes that
 * come out, and no byte of the archive belongs to two entries. Codes: `input.malformed`, `input.too-large`, `input.encrypted`, `input.unsafe`.
 */
export function openZip(bytes: Uint8Array): Result<Archive> {
  const listed = readDirectory(bytes);
  if (!listed.ok) return listed;
  const entries = listed.value;
  let unpacked = 0;
  return success({
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return success(null);
      const content = unpack(entry, mostBytes - unpacked);
      if (content.ok) unpacked += content.value.byteLength;
      return content;
    },
  });
}

/** Whether bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Files as an archive, in the order of the map: equal files give equal bytes. `stored`: the entry that is not packed,
 * where a format wants to be told by it. No entry has a date of its own.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>, stored?: string): Uint8Array {
  // The date is taken apart in local time, so local time makes it the same in every zone.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const [name, content] of files) entries[name] = [content, { level: name === stored ? 0 : 6, mtime }];
  return zipSync(entries);
}

const malformed = (detail: string) => failure('input.malformed', {}, detail);

function readDirectory(bytes: Uint8Array): Result<Map<string, Entry>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return malformed('no end of directory');
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff || count > mostEntries)
    return failure('input.too-large', { limit: `${mostEntries} files` });
  const entries = new Map<string, Entry>();
  const ranges: Range[] = [];
  const start = view.getUint32(end + 16, true);
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      return malformed('broken directory');
    const entry = readEntry(bytes, view, at);
    if (!entry.ok) return entry;
    ranges.push(entry.value);
    if (!entry.value.name.endsWith('/')) {
      if (entries.has(entry.value.name)) return malformed('two entries with one name');
      entries.set(entry.value.name, entry.value);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  ranges.push({ from: start, to: at }, { from: end, to: end + 22 });
  return overlap(ranges) ? malformed('entries that share bytes') : success(entries);
}

type Range = Pick<Entry, 'from' | 'to'>;

/** Entries that share their data let a small archive unpack to any size (D. Fifield, A better zip bomb, 2019). */
function overlap(ranges: Range[]): boolean {
  ranges.sort((one, other) => one.from - other.from);
  return ranges.some(({ from }, index) => index > 0 && from < (ranges[index - 1]?.to ?? 0));
}

/** The end record stands at the end, behind a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** One entry of the directory; the name of a folder ends in a slash. */
function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<Entry> {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if (!isSafe(name)) return failure('input.unsafe', { entry: name.slice(0, 80) });
  if (view.getUint16(at + 8, true) & 1) return failure('input.encrypted');
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
    return malformed('broken entry');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) return malformed('cut off');
  return success({
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: bytes.subarray(start, start + size),
    from: local,
    to: start + size,
  });
}

/** A path that stays in its folder on every system. */
function isSafe(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL cuts a path short in C
  return name !== '' && !/^[/~]|^[A-Za-z]:|\\|[\u0000-\u001f]|(?:^|\/)\.\.?(?:\/|$)/.test(name);
}

function unpack({ packed, method, crc }: Entry, left: number): Result<Uint8Array> {
  const most = Math.min(left, Math.max(freeGrowth, packed.byteLength * mostGrowth));
  if (method !== 0 && method !== 8) return malformed(`method ${method}`);
  const content = method === 0 ? packed : inflate(packed, most);
  if (content === null) return malformed('broken data');
  if (content === 'too-large' || content.byteLength > most)
    return failure('input.too-large', { limit: '200 MB' });
  return crc32(content) === crc ? success(content) : malformed('checksum');
}

/** Unpacks in slices, so that a bomb is noticed before it has filled the memory. */
function inflate(packed: Uint8Array, most: number): Uint8Array | 'too-large' | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.byteLength;
    if (size <= most) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.byteLength || at === 0; at += slice) {
      stream.push(packed.subarray(at, at + slice), at + slice >= packed.byteLength);
      if (size > most) return 'too-large';
    }
  } catch {
    return null;
  }
  const content = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.byteLength;
  }
  return content;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
