import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { articleSchema } from '#core/article/schema';
import { updateCopy } from '#core/article/update-copy';
import { composeBody } from '#core/body/fields';
import { bodySchema } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { anchors } from '#core/claims/anchors';
import { claimStatus } from '#core/claims/status';
import { bodies } from '../../support/bodies';
import { articleOf, claimIn, paragraph, withClaim, withOutcome } from '../../support/checking';

const older = [
  'Le pont mesure 212 mètres et date de 1931.',
  'Il a été fermé au trafic mardi soir.',
  'La mairie promet une réouverture en juin.',
];

const checked = (words: string): Article => withOutcome(withClaim(articleOf(older), 'k1', words), 'k1');
const updatedTo = (words: string, newer: readonly string[]): Article =>
  updateCopy(checked(words), articleOf(newer, { headline: 'Le pont rouvre' }));
const claim = (article: Article) => ({
  text: anchors(article.body).get('k1')?.text,
  status: claimStatus(claimIn(article, 'k1'), anchors(article.body).get('k1')),
});

describe('a newer version of the same story', () => {
  it('brings its copy, and keeps what was checked where the words are the same', () => {
    const updated = updatedTo('212 mètres', ['Un paragraphe de plus.', ...older]);
    expect(bodyText(updated.body, '|')).toBe(
      ['Le pont rouvre', '', '', 'Un paragraphe de plus.', ...older].join('|'),
    );
    expect(claim(updated)).toEqual({ text: '212 mètres', status: 'checked' });
    expect(articleSchema.safeParse(updated).success).toBe(true);
  });

  it.each([
    [
      'a figure in the claim is another one',
      '212 mètres',
      'Le pont mesure 215 mètres et date de 1931.',
      '215 mètres',
      'stale',
    ],
    ['the whole claim was replaced', '1931', 'Le pont mesure 212 mètres et date de 1934.', '1934', 'stale'],
    [
      'a word was put into the claim',
      'mesure 212',
      'Le pont mesure environ 212 mètres et date de 1931.',
      'mesure environ 212',
      'stale',
    ],
    [
      'a word was put beside the claim',
      '212 mètres',
      'Le vieux pont mesure 212 mètres et date de 1931.',
      '212 mètres',
      'checked',
    ],
  ])('when %s', (_what, words, first, text, status) => {
    expect(claim(updatedTo(words, [first, ...older.slice(1)]))).toEqual({ text, status });
  });

  it('leaves the claim of a paragraph that is gone without words, and its record whole', () => {
    const updated = updatedTo('fermé au trafic', [older[0] ?? '', older[2] ?? '']);
    expect(claim(updated)).toEqual({ text: undefined, status: 'detached' });
    expect(claimIn(updated, 'k1').outcomes).toHaveLength(1);
  });

  it('keeps the names of lines that stayed, and gives new ones a name that nothing has', () => {
    const newer = articleOf(['Du neuf.', ...older]);
    const ids = updateCopy(articleOf(older), newer).body.map(({ id }) => id);
    expect(ids.slice(4)).toEqual(['b1', 'b2', 'b3']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('calls footnotes by their new names', () => {
    const newer: Article = {
      ...articleOf([]),
      body: composeBody({ headline: 'Le pont' }, [
        {
          id: 'b1',
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Neuf' },
            { type: 'note-reference', note: 'b2' },
          ],
        },
        { id: 'b2', type: 'footnote', content: [{ type: 'text', text: 'Une note.' }] },
        paragraph('b3', older[0] ?? ''),
      ]),
    };
    const updated = updateCopy(articleOf(older), newer);
    const [, , , first, note] = updated.body;
    expect(first?.type === 'paragraph' && first.content[1]).toEqual({
      type: 'note-reference',
      note: note?.id,
    });
    expect(articleSchema.safeParse(updated).success).toBe(true);
  });

  it('never loses or adds a word, whatever the two versions are', () => {
    fc.assert(
      fc.property(bodies, bodies, (before, newer) => {
        const article = { ...articleOf([]), body: before };
        const updated = updateCopy(article, { ...articleOf([]), body: newer });
        expect(bodyText(updated.body)).toBe(bodyText(newer));
        expect(bodySchema.safeParse(updated.body).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
