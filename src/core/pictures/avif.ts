import { assertStructure, signAt, viewOf } from './bytes';

interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly start: number;
  readonly end: number;
}

/** Boxes side by side between two places. (ISO/IEC 14496-12, 4.2) */
function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    assertStructure(at + 8 <= end);
    const view = viewOf(bytes);
    let size = view.getUint32(at);
    let head = 8;
    if (size === 1) {
      assertStructure(at + 16 <= end);
      size = Number(view.getBigUint64(at + 8));
      head = 16;
    } else if (size === 0) size = end - at;
    assertStructure(size >= head && at + size <= end);
    boxes.push({ type: signAt(bytes, at + 4, 4), start: at + head, end: at + size });
    at += size;
  }
  return boxes;
}

/**
 * An AVIF whose EXIF and XMP are overwritten with zeros: everything else keeps its place, which offsets all over the file
 * speak of. Turning and mirroring are properties of the picture, and stay. (ISO/IEC 23008-12, annex A)
 */
export function avifWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const top = boxesIn(bytes, 0, bytes.byteLength);
  const meta = top.find(({ type }) => type === 'meta');
  assertStructure(meta !== undefined);
  const inner = boxesIn(bytes, meta.start + 4, meta.end);
  const hidden = metadataItems(bytes, find(inner, 'iinf'));
  const blank = bytes.slice();
  for (const box of top.filter(({ type }) => type === 'uuid')) blank.fill(0, box.start, box.end);
  if (hidden.size === 0) return blank;
  const data = inner.find(({ type }) => type === 'idat');
  for (const [start, end] of extentsOf(bytes, find(inner, 'iloc'), hidden, data)) blank.fill(0, start, end);
  return blank;
}

function find(boxes: readonly Box[], wanted: string): Box {
  const box = boxes.find(({ type }) => type === wanted);
  assertStructure(box !== undefined);
  return box;
}

/** The ids of items that are EXIF or some kind of text. */
function metadataItems(bytes: Uint8Array, { start, end }: Box): ReadonlySet<number> {
  const isShort = bytes[start] === 0;
  const found = new Set<number>();
  for (const entry of boxesIn(bytes, start + (isShort ? 6 : 8), end)) {
    const version = bytes[entry.start] ?? 0;
    assertStructure(entry.type === 'infe' && (version === 2 || version === 3));
    const view = viewOf(bytes);
    const id = version === 2 ? view.getUint16(entry.start + 4) : view.getUint32(entry.start + 4);
    const type = signAt(bytes, entry.start + (version === 2 ? 8 : 10), 4);
    if (type === 'Exif' || type === 'mime' || type === 'uri ') found.add(id);
  }
  return found;
}

/** Where in the file the bytes of these items lie. (ISO/IEC 14496-12, 8.11.3) */
function extentsOf(
  bytes: Uint8Array,
  { start, end }: Box,
  wanted: ReadonlySet<number>,
  data: Box | undefined,
): [number, number][] {
  const read = reader(bytes, start, end);
  const version = read(1);
  read(3);
  const sizes = read(1);
  const more = read(1);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  const idSize = version < 2 ? 2 : 4;
  const found: [number, number][] = [];
  for (let left = read(idSize); left > 0; left -= 1) {
    const id = read(idSize);
    const method = version === 0 ? 0 : read(2) & 15;
    read(2);
    const base = read(baseSize);
    for (let extents = read(2); extents > 0; extents -= 1) {
      read(indexSize);
      const place = { method, offset: base + read(offsetSize), length: read(lengthSize) };
      if (wanted.has(id)) found.push(placed(bytes, place, data));
    }
  }
  return found;
}

interface Place {
  /** 0: in the file; 1: in the box `idat`. */
  readonly method: number;
  readonly offset: number;
  readonly length: number;
}

function placed(bytes: Uint8Array, place: Place, data: Box | undefined): [number, number] {
  assertStructure(place.length > 0 && (place.method === 0 || (place.method === 1 && data !== undefined)));
  const from = place.offset + (place.method === 1 && data ? data.start : 0);
  assertStructure(from + place.length <= bytes.byteLength);
  return [from, from + place.length];
}

/** Reads numbers of so many bytes, one after the other. */
function reader(bytes: Uint8Array, start: number, end: number): (size: number) => number {
  let at = start;
  return (size) => {
    assertStructure(at + size <= end);
    let value = 0;
    for (const byte of bytes.subarray(at, at + size)) value = value * 256 + byte;
    at += size;
    return value;
  };
}
