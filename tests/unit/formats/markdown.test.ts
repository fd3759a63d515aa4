import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFromIntake } from '#core/article/from-intake';
import type { Article } from '#core/article/schema';
import { composeBody, story } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { formatById, formats } from '#core/formats/registry';
import { intake } from '#core/intake/intake';
import { bodies } from '../../support/bodies';
import { textOf } from '../../support/written';

const markdown = formatById('markdown');
const now = '2026-05-12T09:00:00.000Z';

function read(bytes: Uint8Array): Article {
  const imported = markdown.read?.(bytes, { now });
  if (!imported?.ok) throw new Error('refused');
  return articleFromIntake(intake(imported.value, { clean: false, language: 'fr' }), {
    id: 'x',
    now,
    original: null,
  });
}

function articleOf(body: Article['body']): Article {
  const empty = read(new TextEncoder().encode('---\ntitle: x\n---\n\ny\n'));
  return { ...empty, body };
}

describe('Markdown', () => {
  it('is a fixed point after one round: read(write(read(write(a)))) writes the same bytes', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const text = (blocks: readonly Block[]) =>
          textOf(markdown, articleOf(composeBody({ headline: 'T' }, blocks)));
        const once = text(story(body));
        const imported = markdown.read?.(new TextEncoder().encode(once), { now });
        if (!imported?.ok) throw new Error('refused');
        const twice = text(imported.value.blocks);
        expect(twice).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps U+00A0 and U+202F as characters', () => {
    const source = 'Il dit «\u00a0oui\u00a0» à 10\u202f000 personnes\u202f!\n';
    const written = textOf(markdown, read(new TextEncoder().encode(source)));
    expect(written).toContain(source.trim());
  });

  it('says what it could not keep, and keeps its words', () => {
    const source =
      '# Titre\n\n| a | b |\n|---|---|\n| c | d |\n\n![alt](x.png)\n\n```\ncode\n```\n\nNote[^1]\n\n[^1]: La note\n\n[x](javascript:1)\n';
    const imported = markdown.read?.(new TextEncoder().encode(source), { now });
    if (!imported?.ok) throw new Error('refused');
    expect(new Set(imported.value.warnings.map(({ code }) => code))).toEqual(
      new Set(['picture-dropped', 'link-dropped']),
    );
    const text = bodyText(imported.value.blocks);
    for (const word of ['a', 'b', 'c', 'd', 'code', 'La note', 'x']) expect(text).toContain(word);
  });
});

describe.each(formats.filter((format) => format.write).map((format) => [format.id, format] as const))(
  'the writer of %s',
  (_id, format) => {
    it('gives the same bytes for the same article, and no claim or block id leaks', () => {
      fc.assert(
        fc.property(bodies, (body) => {
          const article = articleOf(body);
          const once = textOf(format, article);
          expect(textOf(format, article)).toBe(once);
          // Packed bytes may hold any letters; formats that pack look into their own parts.
          if (!format.whole && !format.binary) expect(once).not.toMatch(/\bk[123]\b/);
        }),
        { numRuns: 50 },
      );
    });
  },
);
