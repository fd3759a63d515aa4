import { decodeBase64 } from './base64';

/** One part of a mail or of a page saved with what belongs to it. */
export interface MimePart {
  /** Lower case, e.g. `text/html`. */
  readonly type: string;
  /** As the part names it; empty when it does not. */
  readonly charset: string;
  /** What its file would be called; empty when nobody says. */
  readonly name: string;
  /** Where other parts look for it: its Content-ID (`cid:…`) and its Content-Location. */
  readonly addresses: readonly string[];
  readonly bytes: Uint8Array;
}

export interface MimeMessage {
  /** Names in lower case, values on one line, encoded words decoded. */
  readonly headers: ReadonlyMap<string, string>;
  /** Every part that is not made of parts, in order. */
  readonly parts: readonly MimePart[];
}

/** Messages in messages are read this deep, and no deeper. */
const deepest = 10;
const mostParts = 1_000;

/** Reads a message (RFC 5322, MIME) as far as its text goes; what cannot be understood is passed over. */
export function readMime(bytes: Uint8Array): MimeMessage {
  const parts: MimePart[] = [];
  const headers = readPart(toBinary(bytes), deepest, parts);
  return { headers, parts };
}

/** Bytes as a string with one character for each of them. */
function toBinary(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return pieces.join('');
}

function fromBinary(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function readPart(text: string, depth: number, parts: MimePart[]): Map<string, string> {
  const gap = /\r?\n\r?\n/.exec(text);
  const headers = readHeaders(gap ? text.slice(0, gap.index) : text);
  const body = gap ? text.slice(gap.index + gap[0].length) : '';
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (/^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType)?.[1] ?? 'text/plain').toLowerCase();
  const boundary = parameter(contentType, 'boundary');
  if (type.startsWith('multipart/') && boundary !== '' && depth > 0)
    for (const inner of split(body, boundary)) readPart(inner, depth - 1, parts);
  else if (type === 'message/rfc822' && depth > 0) readPart(body, depth - 1, parts);
  else if (parts.length < mostParts)
    parts.push({
      type,
      charset: parameter(contentType, 'charset').toLowerCase(),
      name: parameter(headers.get('content-disposition') ?? '', 'filename') || parameter(contentType, 'name'),
      addresses: addressesOf(headers),
      bytes: decodeBody(body, headers.get('content-transfer-encoding') ?? ''),
    });
  return headers;
}

function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).trim().toLowerCase(), decodeWords(line.slice(at + 1).trim()));
  }
  return headers;
}

function addressesOf(headers: ReadonlyMap<string, string>): string[] {
  const id = /^<(.+)>$/.exec(headers.get('content-id') ?? '')?.[1];
  const location = headers.get('content-location');
  return [...(id ? [`cid:${id}`] : []), ...(location ? [location] : [])];
}

function parameter(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? '';
}

/** The pieces between lines that are the boundary; what stands in front of the first is for old programs. */
function split(body: string, boundary: string): string[] {
  const lines = body.split(/\r?\n/);
  const pieces: string[][] = [];
  for (const line of lines) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) break;
    if (mark === `--${boundary}`) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  return pieces.map((piece) => piece.join('\n'));
}

function decodeBody(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return decodeBase64(body);
  return fromBinary(name === 'quoted-printable' ? unquote(body) : body);
}

function unquote(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `=?utf-8?Q?l=27=C3=A9t=C3=A9?=` as it reads (RFC 2047). */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(
      /=\?([\w.:-]{1,40})\?([BQ])\?([^?]*)\?=/gi,
      (whole, charset: string, kind: string, text: string) => {
        const bytes =
          kind.toUpperCase() === 'B' ? decodeBase64(text) : fromBinary(unquote(text.replaceAll('_', ' ')));
        return decodeAs(bytes, charset) ?? whole;
      },
    );
}

/** Bytes in a named encoding; null for a name that nobody knows. */
export function decodeAs(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}
