import { type Decoded, decode } from '#core/encoding/decode';
import { type Result, success } from '#core/failure';

/** How far a page's own word on its encoding is looked for, in bytes: as far as a browser looks. */
const head = 1_024;

/** As every text is decoded; a page that names an older encoding than Windows-1252 and is not UTF-8 is believed. */
export function decodePage(bytes: Uint8Array): Result<Decoded> {
  const decoded = decode(bytes);
  if (!decoded.ok || decoded.value.encoding !== 'windows-1252') return decoded;
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, head));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/i.exec(start)?.[1]?.toLowerCase();
  const isLatin1 = !label || /^(?:utf-?8|iso-?8859-1|latin1|windows-1252|us-ascii)$/.test(label);
  const said = label ? label : decoded.value.encoding;
  // What the page says and the bytes bear out is no guess.
  const warnings = decoded.value.warnings.filter(
    ({ code }) => !label || /^utf/.test(label) || code !== 'encoding-guessed',
  );
  if (isLatin1) return success({ ...decoded.value, warnings });
  try {
    const text = new TextDecoder(said).decode(bytes).replace(/\r\n?/g, '\n');
    return success({ text, encoding: said, warnings });
  } catch {
    // A label that nobody knows.
    return decoded;
  }
}
