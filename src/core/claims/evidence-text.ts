import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { decode } from '#core/encoding/decode';
import { decodeAs, type MimePart, readMime } from '#core/encoding/mime';
import { failure, type Result, success } from '#core/failure';
import { decodePage } from '#core/formats/html/decode';
import { isInvisible } from '#core/formats/html/elements';
import { elements, textOf } from '#core/formats/html/tree';
import type { EvidenceExtension } from './evidence-files';

/** The largest file whose text is taken out here, in bytes. */
const largest = 30 * 1024 * 1024;

/**
 * What a file of evidence says, for the quote guard and for reading beside the claim: text, pages, pages saved with
 * their pictures, mail (with its subject, sender and date). Nothing is fetched, nothing runs. PDF is read in the window.
 * Codes: `input.too-large`, `input.empty`, `input.binary`, `evidence.unknown-kind` (it has no text).
 */
export function evidenceText(bytes: Uint8Array, extension: EvidenceExtension, name: string): Result<string> {
  if (bytes.byteLength > largest) return failure('input.too-large', { name, limit: '30 MB' });
  if (extension === 'txt') return textFrom(decode(bytes), name);
  if (extension === 'html') return pageText(bytes, name);
  if (extension === 'eml' || extension === 'mht') return messageText(bytes, name);
  return failure('evidence.unknown-kind', { name });
}

function textFrom(decoded: ReturnType<typeof decode>, name: string): Result<string> {
  return decoded.ok ? success(decoded.value.text) : failure(decoded.code, { name, ...decoded.params });
}

function pageText(bytes: Uint8Array, name: string): Result<string> {
  const decoded = decodePage(bytes);
  if (!decoded.ok) return textFrom(decoded, name);
  return textOfPage(decoded.value.text, name);
}

function textOfPage(source: string, name: string): Result<string> {
  try {
    return success(visibleText(fromHtml(source)));
  } catch (error) {
    // The parser is recursive: a hostile page may drive it out of its stack.
    if (error instanceof RangeError) return failure('input.malformed', { name });
    throw error;
  }
}

const lineTags: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd blockquote td th figcaption pre caption summary'.split(' '),
);

/** One line for each paragraph, heading, item or cell that holds no other; else the text of the whole page. */
function visibleText(tree: Nodes): string {
  const hasLineInside = (node: Nodes): boolean => {
    for (const inner of elements(node)) if (lineTags.has(inner.tagName)) return true;
    return false;
  };
  const whole = textOf(tree, isInvisible);
  const lines = [...elements(tree)]
    .filter((element) => lineTags.has(element.tagName) && !hasLineInside(element))
    .map((element) => textOf(element, isInvisible))
    .filter((line) => line !== '');
  const text = lines.join('\n');
  // A page that does without paragraphs has most of its words outside of them.
  return text.length >= whole.length * 0.8 ? text : whole;
}

function messageText(bytes: Uint8Array, name: string): Result<string> {
  const { headers, parts } = readMime(bytes);
  const plain = parts.filter(({ type }) => type === 'text/plain');
  const chosen = plain.some(({ bytes: body }) => body.byteLength > 1)
    ? plain
    : parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const head = ['subject', 'from', 'to', 'date'].flatMap((key) => headers.get(key) ?? []);
  const texts = chosen.map((part) => partText(part, name)).filter((text) => text !== '');
  if (texts.length === 0) return failure('input.empty', { name });
  return success([head.join('\n'), ...texts].filter((text) => text !== '').join('\n\n'));
}

function partText(part: MimePart, name: string): string {
  const isPage = part.type !== 'text/plain';
  const named = part.charset === '' ? null : decodeAs(part.bytes, part.charset);
  if (named !== null) {
    const read = isPage ? textOfPage(named, name) : success(named.replace(/\r\n?/g, '\n'));
    return read.ok ? read.value : '';
  }
  const read = isPage ? pageText(part.bytes, name) : textFrom(decode(part.bytes), name);
  return read.ok ? read.value : '';
}
