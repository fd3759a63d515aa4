import { evidenceMediaTypes, evidenceName } from '#core/claims/evidence-files';
import type { EvidenceReader } from '#storage/index';

/** Gives a file of evidence of the open desk to read from; null when there is no such file, or it was altered. */
export type EvidenceSource = (id: string, file: string) => Promise<EvidenceReader | null>;

/** `marbre://app/evidence/<article>/<sha256>.<ending>` */
export function evidenceIn(address: string): { readonly id: string; readonly file: string } | null {
  const [, id, file] =
    /^marbre:\/\/app\/evidence\/([A-Za-z0-9_-]{1,64})\/([0-9a-z.]+)(?:#.*)?$/.exec(address) ?? [];
  return id && file && evidenceName.test(file) ? { id, file } : null;
}

/** Bytes from `start` to `end`, both included, as HTTP counts them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The range that a header asks for; null when it asks for none that can be given. Several ranges are not given. */
export function rangeIn(header: string, size: number): ByteRange | null {
  const [whole, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (whole === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end && start < size ? { start, end } : null;
}

/** How much is read from the disk at a time, in bytes. */
const piece = 1024 * 1024;

/**
 * A file of evidence as the window gets it. It is somebody else's: whatever it holds, it runs nothing, loads nothing
 * and cannot reach the window that shows it; pages and mail come as plain text.
 */
export function serveEvidence(reader: EvidenceReader | null, request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  if (reader === null) return new Response('not found', { status: 404 });
  const { size, extension } = reader;
  const asked = request.headers.get('range');
  const range = asked === null ? { start: 0, end: size - 1 } : rangeIn(asked, size);
  if (range === null)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  const headers = {
    'content-type': evidenceMediaTypes[extension],
    'content-length': String(range.end - range.start + 1),
    'accept-ranges': 'bytes',
    'content-security-policy': policyFor(extension),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': reader.isSecret ? 'no-store' : 'private, max-age=31536000, immutable',
    ...(asked !== null && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
  };
  const body = request.method === 'HEAD' ? null : streamOf(reader, range);
  return new Response(body, { status: asked === null ? 200 : 206, headers });
}

/**
 * The style is that of Chromium's own frames around a text, a picture or a PDF. A PDF is shown by a page of Chromium's
 * that a sandbox would keep from starting; scripts in the file stay off.
 */
function policyFor(extension: EvidenceReader['extension']): string {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  return extension === 'pdf' ? `${policy}; object-src 'self'` : `${policy}; sandbox`;
}

function streamOf(reader: EvidenceReader, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    async pull(controller) {
      try {
        const bytes = await reader.read(at, Math.min(piece, end + 1 - at));
        if (bytes.byteLength === 0) throw new Error('the file became shorter');
        at += bytes.byteLength;
        controller.enqueue(bytes);
        if (at > end) controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}
