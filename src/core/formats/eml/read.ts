import { base64 } from '#core/encoding/base64';
import { decodeAs, type MimeMessage, type MimePart, readMime } from '#core/encoding/mime';
import { failure, type Result, success } from '#core/failure';
import { calendarDay } from '#core/language/dates';
import { pictureKind, pictureMediaTypes } from '#core/pictures';
import { readHtml } from '../html/read';
import { Warnings } from '../shared/warnings';
import { readText } from '../text/read';
import { type Imported, maximumImportBytes, type Warning } from '../types';

/**
 * The story in a message (RFC 5322, MIME; RFC 2557 for saved pages): its page where it has one, else its plain text.
 * The subject is the headline, the day of the Date header the day of publication. Attachments are named, not opened.
 * Codes: `input.too-large`, `input.empty`, `input.malformed`, and those of the text inside.
 */
export function readMail(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const message = readMime(bytes);
  if (message.headers.size === 0) return failure('input.malformed', {}, 'no headers');
  const body = bodyOf(message.parts);
  if (!body) return failure('input.empty');
  const isPage = body.type !== 'text/plain';
  const copy = isPage ? readHtml(pageIn(body, message.parts)) : readText(textIn(body));
  if (!copy.ok) return copy;
  const title = subjectOf(message);
  const published = dayOf(message.headers.get('date') ?? '');
  return success({
    ...(title !== '' && { title }),
    ...(published && { published }),
    ...copy.value,
    format: 'eml',
    warnings: [...copy.value.warnings, ...attachmentsOf(message.parts, body)],
  });
}

/** The richest form of the letter: its page, or its text where there is no page or the page is an empty shell. */
function bodyOf(parts: readonly MimePart[]): MimePart | undefined {
  const ofType = (pattern: RegExp) =>
    parts.find(({ type, bytes, name }) => pattern.test(type) && name === '' && bytes.byteLength > 1);
  return ofType(/^(?:text\/html|application\/xhtml\+xml)$/) ?? ofType(/^text\/plain$/);
}

/** As UTF-8 with a mark, so that what the page says of its own encoding, which the mail has overruled, counts no more. */
function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}

function textIn({ bytes, charset }: MimePart): Uint8Array {
  const text = charset === '' ? null : decodeAs(bytes, charset);
  return text === null ? bytes : encoded(text);
}

/** The page, with the pictures that came with it in their places. */
function pageIn(body: MimePart, parts: readonly MimePart[]): Uint8Array {
  let page = new TextDecoder().decode(textIn(body));
  for (const { addresses, bytes } of parts) {
    const kind = addresses.length > 0 ? pictureKind(bytes) : null;
    if (!kind) continue;
    const data = `data:${pictureMediaTypes[kind]};base64,${base64(bytes)}`;
    for (const address of addresses)
      for (const quote of ['"', "'"])
        page = page.replaceAll(`${quote}${address}${quote}`, `${quote}${data}${quote}`);
  }
  return encoded(page);
}

/** The subject without what mail programs put in front of it. */
function subjectOf({ headers }: MimeMessage): string {
  const marks = /^(?:\s*(?:re|fwd?|tr|aw|wg|réf?)\s*(?:\[\d+\]\s*)?:)+\s*/i;
  return (headers.get('subject') ?? '').replace(marks, '').replace(/\s+/g, ' ').trim();
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day in a Date header, where the sender's clock hung: `Tue, 12 May 2026 09:30:00 +0200`. */
function dayOf(date: string): string | null {
  const [, day, month = '', year] = /\b(\d{1,2}) ([A-Za-z]{3}) (\d{4})\b/.exec(date) ?? [];
  return calendarDay(Number(year), months.indexOf(month.toLowerCase()) + 1, Number(day));
}

/** What came with the letter and is neither its body in another form nor a picture of it. */
function attachmentsOf(parts: readonly MimePart[], body: MimePart): Warning[] {
  const warnings = new Warnings();
  for (const part of parts) {
    const isOtherForm = part.name === '' && /^text\/(?:plain|html)$/.test(part.type);
    const isShown = part.addresses.length > 0 && pictureKind(part.bytes) !== null;
    if (part === body || isOtherForm || isShown) continue;
    warnings.add('attachment-dropped', { name: part.name || part.type });
  }
  return warnings.all();
}
