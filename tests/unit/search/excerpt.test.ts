import { describe, expect, it } from 'vitest';
import { excerpt, highlightAll, positiveTerms } from '#core/search/excerpt';
import { parseQuery } from '#core/search/parse-query';
import type { ExcerptPiece } from '#core/search/request';

function sought(query: string, typing = false) {
  return positiveTerms(parseQuery(query, { today: '2026-03-10', typing }).query);
}

/** Hits in square brackets. */
function show(pieces: readonly ExcerptPiece[]): string {
  return pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}

const marks: readonly (readonly [string, string, string])[] = [
  ['elections', 'Une élection, des ÉLECTIONS.', 'Une [élection], des [ÉLECTIONS].'],
  ['école', 'Devant l’école', 'Devant l’[école]'],
  ['mayor', 'The mayor’s car', 'The [mayor]’s car'],
  ['elec*', 'Une élection électrique élue', 'Une [élection] [électrique] élue'],
  ['"la digue du port"', 'La digue ; la digue du port', 'La digue ; [la digue du port]'],
  ['"digue du por"*', 'La digue du portail', 'La [digue du portail]'],
  ['port -mer', 'Le port, la mer', 'Le [port], la mer'],
  ['port OR mer', 'Le port, la mer', 'Le [port], la [mer]'],
  ['"le port" port', 'Le port', '[Le port]'],
  ['porte-parole', 'La porte-parole et sa parole', 'La [porte-parole] et sa parole'],
  ['1250', 'Près de 1\u202f250 voix', 'Près de [1\u202f250] voix'],
  ['tag:port', 'Le port', 'Le port'],
  ['港', '東京の港', '東京の[港]'],
];

const filler = 'Rien de neuf sur la jetée ce matin, dit le gardien. '.repeat(8);

describe('an excerpt', () => {
  it.each(marks)('marks what %s finds in “%s”', (query, text, expected) => {
    expect(show(highlightAll(text, sought(query)))).toBe(expected);
    expect(show(excerpt(text, sought(query)))).toBe(expected);
  });

  it('takes the stretch with the most different words, then the first', () => {
    const text = `${filler}La digue. ${filler}La digue du port. ${filler}Le port et la digue.`;
    const shown = show(excerpt(text, sought('port digue')));
    expect(shown).toContain('La [digue] du [port].');
    expect(shown).not.toContain('Le [port]');
  });

  it('is cut between words and says so', () => {
    const pieces = excerpt(`${filler}La digue. ${filler}`, sought('digue'), { length: 60 });
    const shown = pieces.map(({ text }) => text).join('');
    expect(shown.length).toBeLessThanOrEqual(62);
    expect(shown).toMatch(/^…\S.*\S…$/);
    for (const word of shown.slice(1, -1).match(/\p{L}+/gu) ?? [])
      expect(`${filler} La digue`).toContain(word);
  });

  it('is the beginning where nothing was found', () => {
    expect(show(excerpt(filler, sought('tag:port'), { length: 30 }))).toBe('Rien de neuf sur la jetée ce…');
    expect(excerpt('', sought('port'))).toEqual([]);
  });

  it('gives a line for paragraphs', () => {
    expect(show(excerpt('La digue.\nLe port.', sought('port')))).toBe('La digue. Le [port].');
  });

  it('keeps a hit that is longer than the stretch', () => {
    expect(show(excerpt(`Mot ${'x'.repeat(50)} mot`, sought('x*'), { length: 20 }))).toBe(
      `…[${'x'.repeat(50)}]…`,
    );
  });

  it('holds its length and its marks in a long text', () => {
    const text = `${filler.repeat(700)}La digue du port. ${filler}`;
    const pieces = excerpt(text, sought('port digue gardien'));
    expect(pieces.map(({ text: part }) => part).join('').length).toBeLessThanOrEqual(162);
    expect(show(pieces)).toContain('[digue] du [port]');
  });

  it('leaves out words that were looked for in other fields', () => {
    const { query } = parseQuery('titre:port digue -mer', { today: '2026-03-10', typing: false });
    expect(positiveTerms(query, 'body').map(({ terms }) => terms)).toEqual([['digu']]);
    expect(positiveTerms(query, 'headline').map(({ terms }) => terms)).toEqual([['port'], ['digu']]);
  });
});
