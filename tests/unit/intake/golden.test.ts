import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleFromIntake } from '#core/article/from-intake';
import { articleSchema } from '#core/article/schema';
import { bodyText } from '#core/body/walk';
import { decode } from '#core/encoding/decode';
import { formatForFile } from '#core/formats/registry';
import { intake } from '#core/intake/intake';
import { isRestored, recut, restoreCut } from '#core/intake/restore';
import type { IntakeResult } from '#core/intake/types';

// Adding a case is adding a file; MARBRE_UPDATE_GOLDEN=1 writes what is expected, to be read before it is committed.
const folder = join(import.meta.dirname, '../../fixtures/intake');
const stories = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
const now = '2026-05-12T09:00:00.000Z';

function read(name: string, clean = true): { result: IntakeResult; source: string } {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const imported = formatForFile(name, bytes).read?.(bytes, { now });
  const decoded = decode(bytes);
  if (!imported?.ok || !decoded.ok) throw new Error(`${name} was refused`);
  return { result: intake(imported.value, { clean }), source: decoded.value.text };
}

/** What a person would check: fields, cuts with their exact text, queries, and each block that is kept. */
function describeResult({
  language,
  headline,
  standfirst,
  byline,
  published,
  blocks,
  cuts,
  queries,
  warnings,
}: IntakeResult) {
  return {
    language,
    headline,
    standfirst,
    byline,
    published,
    blocks: blocks.map((block) => `${block.type}: ${bodyText([block], ' / ')}`),
    cuts: cuts.map(({ reason, text }) => `${reason}: ${text}`),
    queries: queries.map(({ reason, text }) => `${reason}: ${text}`),
    warnings: warnings.map(({ code }) => code),
  };
}

describe.each(stories)('intake of %s', (name) => {
  it('finds what a careful editor would', () => {
    const file = join(folder, `${name}.expected.json`);
    const found = describeResult(read(name).result);
    if (process.env.MARBRE_UPDATE_GOLDEN || !existsSync(file))
      writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('gives a valid article', () => {
    expect(
      articleSchema.safeParse(articleFromIntake(read(name).result, { id: 'x', now, original: null })).error,
    ).toBeUndefined();
  });

  it.runIf(name.endsWith('.txt'))('accounts for every character of the copy', () => {
    const { result, source } = read(name);
    // A byline or a date is in its field and, to the letter, in its cut: the cut is what is counted.
    const all = [
      result.headline,
      result.standfirst,
      bodyText(result.blocks),
      ...result.cuts.map((cut) => cut.text),
    ];
    const letters = (text: string): string => [...text.replace(/\s+/g, '')].sort().join('');
    expect(letters(all.join(''))).toBe(letters(source));
  });

  it('undoes all cuts in any order and cuts them again, back to the same body', () => {
    const article = articleFromIntake(read(name).result, { id: 'x', now, original: null });
    for (const cuts of [article.cuts, [...article.cuts].reverse()]) {
      const restored = cuts.reduce(restoreCut, article.body);
      expect(cuts.every((cut) => isRestored(restored, cut))).toBe(true);
      expect(cuts.reduce(restoreCut, restored)).toBe(restored);
      expect([...cuts].reverse().reduce(recut, restored)).toEqual(article.body);
    }
  });

  it('cuts and asks nothing when it is told not to clean', () => {
    const { result } = read(name, false);
    expect([result.cuts, result.queries]).toEqual([[], []]);
  });
});

describe('the real story, where it is at hand', () => {
  const seed = join(import.meta.dirname, '../../../../shared/seed');
  const files = existsSync(seed) ? readdirSync(seed).filter((name) => name.endsWith('.txt')) : [];

  it.skipIf(files.length === 0)(
    'is cleaned as its editors would: four cuts of lines, half quotations queried, no letter lost',
    () => {
      for (const name of files) {
        const bytes = new Uint8Array(readFileSync(join(seed, name)));
        const imported = formatForFile(name, bytes).read?.(bytes, { now });
        if (!imported?.ok) throw new Error('refused');
        const result = intake(imported.value, {});
        const reasons = result.cuts.map((cut) => cut.reason);
        for (const reason of ['site-banner', 'headline-source', 'share-line', 'source-link'])
          expect(reasons).toContain(reason);
        expect(result.headline).not.toBe('');
        expect(result.standfirst).not.toBe('');
        expect(result.queries.filter((query) => query.reason === 'quotation-incomplete').length).toBe(2);
        const lines = new TextDecoder()
          .decode(bytes)
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        const kept = new Set([result.standfirst, ...result.blocks.map((block) => bodyText([block]))]);
        const cut = result.cuts.map((one) => one.text.trim());
        for (const line of lines)
          expect(kept.has(line) || cut.includes(line) || line.startsWith(result.headline)).toBe(true);
      }
    },
  );
});

describe('an agency’s dateline', () => {
  const place = (text: string): string => {
    const bytes = new TextEncoder().encode(`Un titre\n\n${text}\n\nUne suite.\n`);
    const imported = formatForFile('x.txt', bytes).read?.(bytes, { now });
    if (!imported?.ok) throw new Error('refused');
    const { details, published } = intake(imported.value, {});
    return `${details.dateline ?? '—'}, ${published ?? '—'}`;
  };

  it.each([
    ['PARIS, 12 mai (AFP) – Le vote est acquis.', 'Paris, —'],
    [
      'AIX-EN-PROVENCE (Bouches-du-Rhône), 12 mai 2026 (AFP) - Le vote est acquis.',
      'Aix-en-Provence, 2026-05-12',
    ],
    ['LONDON (Reuters) - The vote is in.', 'London, —'],
    ['L’ONU (Genève) – a dit oui.', '—, —'],
    ['PARIS – Le vote est acquis.', '—, —'],
  ])('gives its place, and its day only with a year: %s', (text, expected) =>
    expect(place(text)).toBe(expected),
  );
});

describe('RTF', () => {
  it('is refused by name, and told what to save it as', () => {
    const bytes = new TextEncoder().encode('{\\rtf1\\ansi Bonjour}');
    expect(formatForFile('x.rtf', bytes).read?.(bytes, { now })).toMatchObject({
      ok: false,
      code: 'input.unsupported',
      params: { kind: 'RTF' },
    });
  });
});
