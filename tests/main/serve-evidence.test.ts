import { describe, expect, it } from 'vitest';
import type { EvidenceReader } from '#storage/index';
import { evidenceIn, rangeIn, serveEvidence } from '../../src/main/serve-evidence';

const hash = 'a'.repeat(64);
const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
const reader = (extension: EvidenceReader['extension']): EvidenceReader => ({
  extension,
  size: bytes.length,
  read: async (start, length) => bytes.slice(start, start + length),
});
const ask = (range?: string, method = 'GET') =>
  new Request('https://app.example/', { method, ...(range && { headers: { range } }) });

describe('the address of a file of evidence', () => {
  it('names an article and a hash, and nothing else', () => {
    expect(evidenceIn(`marbre://app/evidence/a1/${hash}.pdf`)).toEqual({ id: 'a1', file: `${hash}.pdf` });
    expect(evidenceIn(`marbre://app/evidence/a1/${hash}.pdf#page=3`)).toEqual({
      id: 'a1',
      file: `${hash}.pdf`,
    });
    for (const address of [
      `marbre://app/evidence/a1/../${hash}.pdf`,
      `marbre://app/evidence/a1/${hash}.exe`,
      `marbre://app/evidence/a1/${hash}`,
      `marbre://app/evidence/../desk.json`,
      `marbre://app/evidence/a%2F1/${hash}.pdf`,
      `https://app/evidence/a1/${hash}.pdf`,
      `marbre://app/evidence/a1/${hash}.pdf?x`,
    ])
      expect(evidenceIn(address)).toBeNull();
  });
});

describe('a range', () => {
  it.each([
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['items=0-1', null],
    ['bytes=-0', null],
  ])('of a hundred bytes: %s', (header, range) => {
    expect(rangeIn(header, 100)).toEqual(range);
  });
});

describe('a file of evidence in the window', () => {
  it('comes whole, or in the part that was asked for', async () => {
    const whole = serveEvidence(reader('ogg'), ask());
    expect([whole.status, whole.headers.get('content-length')]).toEqual([200, '3000000']);
    expect(Buffer.compare(new Uint8Array(await whole.arrayBuffer()), bytes)).toBe(0);
    const part = serveEvidence(reader('ogg'), ask('bytes=1000000-2500000'));
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1000000-2500000/3000000']);
    const wanted = bytes.slice(1_000_000, 2_500_001);
    expect(Buffer.compare(new Uint8Array(await part.arrayBuffer()), wanted)).toBe(0);
    expect(serveEvidence(reader('ogg'), ask('bytes=3000000-')).status).toBe(416);
  });

  it.each(['html', 'mht', 'eml', 'txt'] as const)('is plain text when it could run: %s', (extension) => {
    const { headers } = serveEvidence(reader(extension), ask());
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('may not load or run anything, whatever it is', () => {
    for (const extension of ['pdf', 'png', 'mp3'] as const) {
      const policy = serveEvidence(reader(extension), ask()).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src|unsafe-eval/);
    }
  });

  it('is not found when it is missing or altered, and is only ever read', () => {
    expect(serveEvidence(null, ask()).status).toBe(404);
    expect(serveEvidence(reader('pdf'), ask(undefined, 'DELETE')).status).toBe(405);
  });

  it('breaks off, and is not cut short unnoticed, when the disk fails in the middle', async () => {
    const failing: EvidenceReader = {
      ...reader('pdf'),
      read: async (start, length) => {
        if (start > 0) throw new Error('gone');
        return bytes.slice(start, start + length);
      },
    };
    await expect(serveEvidence(failing, ask()).arrayBuffer()).rejects.toThrow();
    const short: EvidenceReader = { ...reader('pdf'), read: async () => new Uint8Array() };
    await expect(serveEvidence(short, ask()).arrayBuffer()).rejects.toThrow();
  });
});
