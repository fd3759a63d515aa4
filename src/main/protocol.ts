import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { assetName, type PictureKind, pictureMediaTypes } from '#core/pictures';
import { contentSecurityPolicy } from './security';
import { type EvidenceSource, evidenceIn, serveEvidence } from './serve-evidence';

export const scheme = 'marbre';
/** Where the window lives. There is one origin and it serves files of the build only. */
export const appOrigin = `${scheme}://app`;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Before the app is ready: makes the scheme a real, secure origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // `stream`: sound is asked for in ranges, and starts before all of it is there.
    { scheme, privileges: { standard: true, secure: true, codeCache: true, stream: true } },
  ]);
}

/** Gives the bytes of a picture of the open desk; null when there is no such picture. */
export type PictureSource = (id: string, asset: string) => Promise<Uint8Array | null>;

/** `marbre://app/asset/<article>/<sha256>.<ending>`: the only addresses that lead into a desk. */
export function pictureIn(address: string): { readonly id: string; readonly asset: string } | null {
  const [, id, asset] =
    /^marbre:\/\/app\/asset\/([A-Za-z0-9_-]{1,64})\/([0-9a-f]{64}\.[a-z]{3,4})$/.exec(address) ?? [];
  return id && asset && assetName.test(asset) ? { id, asset } : null;
}

function servePicture(bytes: Uint8Array | null, asset: string): Response {
  if (bytes === null) return new Response('not found', { status: 404 });
  const kind = asset.slice(asset.lastIndexOf('.') + 1) as PictureKind;
  const headers = {
    'content-type': pictureMediaTypes[kind],
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  };
  return new Response(new Uint8Array(bytes), { headers });
}

/** Serves the built window from `root`, and the pictures and files of evidence of the open desk. */
export function serveApp(
  session: Session,
  root: string,
  pictureOf: PictureSource,
  evidenceOf: EvidenceSource,
): void {
  session.protocol.handle(scheme, async (request) => {
    const evidence = evidenceIn(request.url);
    if (evidence) return serveEvidence(await evidenceOf(evidence.id, evidence.file), request);
    const picture = pictureIn(request.url);
    if (picture) return servePicture(await pictureOf(picture.id, picture.asset), picture.asset);
    const file = fileFor(root, request.url);
    const type = file && mediaTypes[extname(file)];
    if (!file || !type || request.method !== 'GET') return new Response('not found', { status: 404 });
    try {
      const headers = {
        'content-type': type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      };
      return new Response(new Uint8Array(await readFile(file)), { headers });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}

/** The file that an address names; null for another host or anything outside of `root`. */
export function fileFor(root: string, address: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== `${scheme}:` || url.host !== 'app') return null;
    const path = decodeURIComponent(url.pathname);
    if (path.includes('\0') || path.includes('\\')) return null;
    const file = normalize(join(root, path));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}
