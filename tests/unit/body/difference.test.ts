import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockDifference, bodyDifference, countDifference } from '#core/body/difference';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import { type Piece, wordPieces } from '#core/body/word-pieces';
import { countWords } from '#core/body/words';
import { bodies } from '../../support/bodies';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  content: text === '' ? [] : [textRun(text)],
});

const side = (pieces: readonly Piece[], kind: 'added' | 'removed'): string =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('');

/** Pieces as a proof-reader marks them: [-removed-]{+added+}. */
const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

const outline = (differences: readonly BlockDifference[]): string[] =>
  differences.map(({ kind, before, after }) => `${kind} ${(after ?? before)?.id}`);

/** Words that repeat as in a real text, the same ones at every run. */
function longText(words: number, seed = 1): string[] {
  let state = seed;
  return Array.from({ length: words }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `mot${Math.floor((state / 2_147_483_648) ** 3 * 6_000)}`;
  });
}

function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

describe('the words of two versions of a text', () => {
  it.each([
    ['Le maire a dit non.', 'Le maire a dit oui.', 'Le maire a dit [-non.-]{+oui.+}'],
    ['Il vient.', 'Il vient. Elle part.', 'Il vient.{+ Elle part.+}'],
    ['Il vient. Elle part.', 'Il vient.', 'Il vient.[- Elle part.-]'],
    ['un deux trois', 'un trois', 'un [-deux -]trois'],
    ['Vraiment ?', 'Vraiment\u202f?', 'Vraiment[- -]{+\u202f+}?'],
    [' retrait', 'retrait', '[- -]retrait'],
    ['', 'neuf', '{+neuf+}'],
    ['vieux', '', '[-vieux-]'],
    ['', '', ''],
    [
      'La pluie de mars a noyé les champs.',
      'Un train de nuit relie deux capitales.',
      '[-La pluie de mars a noyé les champs.-]{+Un train de nuit relie deux capitales.+}',
    ],
  ])('“%s” → “%s”', (before, after, expected) => {
    expect(marked(wordPieces(before, after))).toBe(expected);
  });

  it('tell both versions again, letter by letter', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'de', ' ', '  ', '\n', '\u00a0', '😀', 'É'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordPieces(before, after);
        expect(side(pieces, 'removed')).toBe(before);
        expect(side(pieces, 'added')).toBe(after);
        pieces.forEach((piece, index) => {
          expect(piece.kind).not.toBe(pieces[index + 1]?.kind);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('find again what stands between two long insertions', () => {
    const middle = longText(4_000, 3).join(' ');
    const first = longText(1_500, 5).join(' ');
    const last = longText(1_500, 7).join(' ');
    const pieces = wordPieces(middle, `${first} ${middle} ${last}`);
    const kept = pieces.filter(({ kind }) => kind === 'same').map(({ text }) => text);
    expect(countWords(kept.join(' '))).toBeGreaterThan(3_900);
  });
});

describe('two versions of a body', () => {
  const before = composeBody({ headline: 'Crue' }, [
    paragraph('a', 'Le pont est fermé depuis lundi soir.'),
    paragraph('b', 'Une déviation passe par le moulin.'),
    paragraph('c', 'La préfecture attend une décrue rapide.'),
  ]);

  it('are the same when nothing changed', () => {
    const differences = bodyDifference(before, before);
    expect(differences.every(({ kind }) => kind === 'same')).toBe(true);
    expect(countDifference(differences)).toEqual({ added: 0, removed: 0 });
  });

  it('show what was changed, added and removed, in reading order', () => {
    const after = composeBody({ headline: 'Crue' }, [
      paragraph('a', 'Le pont est fermé depuis mardi soir.'),
      paragraph('n', 'Personne n’a été blessé.'),
      paragraph('c', 'La préfecture attend une décrue rapide.'),
    ]);
    const differences = bodyDifference(before, after);
    expect(outline(differences).slice(3)).toEqual(['changed a', 'added n', 'removed b', 'same c']);
    expect(countDifference(differences)).toEqual({ added: 4 + 1, removed: 6 + 1 });
  });

  it('name the block that moved, not those that it passed', () => {
    const [headline, standfirst, byline, a, b, c] = before as [Block, Block, Block, Block, Block, Block];
    const differences = bodyDifference(before, [headline, standfirst, byline, c, a, b]);
    expect(outline(differences).slice(3)).toEqual(['moved c', 'same a', 'same b']);
    expect(countDifference(differences)).toEqual({ added: 0, removed: 0 });
  });

  it('belong together by likeness where a new import gave new ids', () => {
    const after = composeBody({ headline: 'La crue' }, [
      paragraph('x1', 'Le pont est fermé depuis mardi soir.'),
      paragraph('x2', 'Une déviation passe par le moulin.'),
      paragraph('x3', 'Tout autre chose.'),
    ]);
    expect(outline(bodyDifference(before, after))).toEqual([
      'changed headline',
      'same standfirst',
      'same byline',
      'changed x1',
      'same x2',
      'added x3',
      'removed c',
    ]);
  });

  it('differ where a paragraph became a heading, though no word did', () => {
    const after = before.map((block) =>
      block.id === 'a' ? ({ ...block, type: 'heading', level: 2 } as Block) : block,
    );
    const changed = bodyDifference(before, after).filter(({ kind }) => kind !== 'same');
    expect(outline(changed)).toEqual(['changed a']);
    expect(changed[0]?.pieces.every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('lose no block and no letter, whatever the bodies are', () => {
    fc.assert(
      fc.property(bodies, bodies, (one, other) => {
        const differences = bodyDifference(one, other);
        const blocksOf = (body: readonly Block[]) => [...textBlocks(body)];
        expect(differences.flatMap(({ after }) => after ?? [])).toEqual(blocksOf(other));
        const older = differences.flatMap(({ before: block }) => block ?? []);
        expect(older.map(({ id }) => id).sort()).toEqual(
          blocksOf(one)
            .map(({ id }) => id)
            .sort(),
        );
        for (const { before: was, after: is, pieces } of differences) {
          expect(side(pieces, 'removed')).toBe(was ? plainText(was.content) : '');
          expect(side(pieces, 'added')).toBe(is ? plainText(is.content) : '');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('50,000 words', () => {
  const words = longText(50_000);
  const edited = words.flatMap((word, index) =>
    index % 97 === 0 ? ['corrigé'] : index % 211 === 0 ? [] : index % 307 === 0 ? [word, 'ajouté'] : [word],
  );
  const inBlocks = (list: readonly string[], size: number, prefix = 'p') =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
      paragraph(`${prefix}${index}`, list.slice(index * size, (index + 1) * size).join(' ')),
    );

  it.each([
    ['in one block', 50_000, 'p'],
    ['in paragraphs of a hundred', 100, 'p'],
    ['in paragraphs with new ids', 100, 'q'],
  ])('against a lightly edited copy are compared without a blow-up: %s', (_name, size, prefix) => {
    const one = inBlocks(words, size);
    const other = inBlocks(edited, size, prefix);
    bodyDifference(one.slice(0, 20), other.slice(0, 20));
    // About 50 ms on an idle machine; comparing every word with every other one takes minutes.
    expect(milliseconds(() => bodyDifference(one, other))).toBeLessThan(3_000);
  });

  it('keep nearly every word that was not edited', () => {
    const { added, removed } = countDifference(
      bodyDifference(inBlocks(words, 50_000), inBlocks(edited, 50_000)),
    );
    expect(removed).toBeLessThan(900);
    expect(added).toBeLessThan(900);
  });

  it.each([1_000_000, 50_000, 2_000])('against another text never hang, in blocks of %i', (size) => {
    const other = inBlocks(longText(50_000, 99), size);
    expect(milliseconds(() => bodyDifference(inBlocks(words, size), other))).toBeLessThan(2_000);
  });

  it('of two letters against their mirror never hang', () => {
    const letters = longText(50_000, 11).map((word) => (word.length % 2 ? 'a' : 'b'));
    const mirror = [...letters].reverse();
    expect(milliseconds(() => wordPieces(letters.join(' '), mirror.join(' ')))).toBeLessThan(2_000);
  });
});
