import { type Decoded, decode } from '#core/encoding/decode';
import { type Result, success } from '#core/failure';
import type { XmlElement } from './xml';

/** How prologues end, by how they begin. */
const prologues = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** The tag that a document opens with, behind declaration, comments and document type; empty when there is none. */
export function openingTag(head: string): string {
  let rest = head.trimStart();
  for (;;) {
    const length = prologueLength(rest);
    if (length === 0) return /^<[^\s<>/!?][^<>]*>/.exec(rest)?.[0] ?? '';
    rest = rest.slice(length).trimStart();
  }
}

/** How long the piece of a prologue is that `rest` begins with; all of it when its end is not there. */
function prologueLength(rest: string): number {
  for (const [start, end] of prologues)
    if (rest.startsWith(start)) return endOf(rest, rest.indexOf(end), end.length);
  if (!/^<!doctype/i.test(rest)) return 0;
  const close = rest.indexOf('>');
  const subset = rest.indexOf('[');
  if (subset === -1 || subset > close) return endOf(rest, close, 1);
  const inner = rest.indexOf(']', subset);
  return endOf(rest, inner === -1 ? -1 : rest.indexOf('>', inner), 1);
}

function endOf(rest: string, at: number, length: number): number {
  return at === -1 ? rest.length : at + length;
}

/** The name in a tag without its prefix: `nitf` of `<x:nitf version="3.6">`. */
export function localName(tag: string): string {
  return /^<?(?:[^\s:<>/]+:)?([^\s:<>/]+)/.exec(tag)?.[1] ?? '';
}

/** As every text is decoded; a document that names another encoding and is not UTF-8 is believed. */
export function decodeXml(bytes: Uint8Array): Result<Decoded> {
  const decoded = decode(bytes);
  if (!decoded.ok || decoded.value.encoding !== 'windows-1252') return decoded;
  const declaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{1,39})["']/.exec(
    decoded.value.text,
  );
  const label = declaration?.[1]?.toLowerCase() ?? '';
  if (label === '' || /^utf-?8$/.test(label)) return decoded;
  // What the document says and the bytes bear out is no guess.
  const warnings = decoded.value.warnings.filter(({ code }) => code !== 'encoding-guessed');
  if (/^(?:iso-?8859-1|latin1|windows-1252|us-ascii)$/.test(label))
    return success({ ...decoded.value, warnings });
  try {
    const text = new TextDecoder(label).decode(bytes).replace(/\r\n?/g, '\n');
    return success({ text, encoding: label, warnings });
  } catch {
    // A label that nobody knows.
    return decoded;
  }
}

/** Stands for an element that is not there: it has no attribute and no child. */
export const absent: XmlElement = { name: '', attributes: {}, children: [] };
