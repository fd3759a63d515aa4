import { describe, expect, it } from 'vitest';
import { compareQuotation } from '#core/claims/quote-guard';

const source = `Compte rendu de la séance du 4 mars.

La maire : Nous n'avons jamais promis que le pont serait fini en mai, et je le dis de-
vant témoins. Les « retards » viennent des fouilles - pas de nous. Le chantier reprendra dès que
les archéologues auront fini... enfin, je l'espère.
Une question du public. La maire : Le budget reste de 12 000 euros par mètre.`;

const said = (quotation: string) => {
  const found = compareQuotation(quotation, source);
  return { ...found, text: found.spans.map(({ start, end }) => source.slice(start, end)) };
};

describe('a quotation beside its source', () => {
  it('is identical to the letter, wherever the source breaks its lines', () => {
    expect(said("Nous n'avons jamais promis que le pont serait fini en mai")).toMatchObject({
      verdict: 'identical',
      text: ["Nous n'avons jamais promis que le pont serait fini en mai"],
    });
    expect(said('Le chantier reprendra dès que les archéologues auront fini').verdict).toBe('identical');
  });

  it.each([
    ['« Nous n’avons jamais promis que le pont serait fini en mai »', 'apostrophes'],
    ['“nous n’avons jamais promis”', 'the capital of the first word'],
    ['je le dis devant témoins', 'a word that is parted at a line end'],
    ['Les “retards” viennent des fouilles – pas de nous.', 'quotation marks and dashes'],
    ['Le budget reste de 12\u202f000\u00a0euros par mètre', 'no-break blanks'],
    ['les archéologues auront fini… enfin, je l’espère', 'the sign for three dots'],
  ])('is the same but for typography: %s (%s)', (quotation) => {
    expect(said(quotation).verdict).toBe('typography');
  });

  it('may end with a full stop where the source goes on', () => {
    expect(said("Nous n'avons jamais promis que le pont serait fini en mai.").verdict).toBe('identical');
  });

  it('is elided where it shows its cuts, and says where each part stands', () => {
    expect(said('Nous n’avons jamais promis […] et je le dis devant témoins')).toMatchObject({
      verdict: 'elided',
      text: ["Nous n'avons jamais promis", 'et je le dis de-\nvant témoins'],
    });
    expect(said('Les retards viennent… pas de nous').verdict).toBe('elided');
  });

  it('is altered where words were cut without a sign', () => {
    const { verdict, pieces } = said('Nous n’avons jamais promis et je le dis devant témoins');
    expect(verdict).toBe('altered');
    expect(pieces.filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())).toEqual([
      'que le pont serait fini en mai,',
    ]);
    expect(pieces.some(({ kind }) => kind === 'added')).toBe(false);
  });

  it('shows the word that was changed, also when it is the first or the last one', () => {
    const changes = (quotation: string) =>
      said(quotation).pieces.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind} ${text.trim()}`]));
    expect(changes('Nous n’avons jamais promis que le pont serait fini en juin')).toEqual([
      'removed mai',
      'added juin',
    ]);
    expect(changes('Vous n’avons jamais promis que le pont serait fini en mai')).toContain('added Vous');
    expect(changes('Nous avons promis que le pont serait fini en mai')[0]).toContain(
      'removed n’avons jamais',
    );
  });

  it('is altered by a mark that changes what was meant', () => {
    expect(said('Le chantier reprendra dès que les archéologues auront fini !').verdict).toBe('altered');
    expect(said('Le budget reste de 12,000 euros par mètre').verdict).toBe('altered');
  });

  it.each(['Il fera beau demain sur toute la côte', 'oui', '« »', ''])('is not found: %j', (quotation) => {
    expect(said(quotation)).toMatchObject({ verdict: 'not-found', spans: [], pieces: [] });
  });

  it('is found where the same words stand with the same characters', () => {
    const both = "Elle dit l’eau monte. Plus tard : l'eau monte.";
    const found = compareQuotation("l'eau monte", both);
    expect(found.verdict).toBe('identical');
    expect(found.spans[0]?.start).toBe(both.lastIndexOf("l'eau"));
  });

  it('keeps elided parts as close together as the source has them', () => {
    const text = 'Le port attend. Bien des mots plus loin. Le port attend encore un navire.';
    const { spans } = compareQuotation('Le port attend […] un navire', text);
    expect(spans[0]?.start).toBe(text.lastIndexOf('Le port attend'));
  });

  it('is looked for in five million characters in a few seconds, whatever they are', () => {
    const words = 'le la maire port quai mètre euros budget dit que pont mai '.repeat(87_000);
    const long = `${words} ${source} ${words}`.slice(0, 5 * 1024 * 1024 - source.length) + source;
    for (const quotation of [
      'Nous n’avions jamais promis que le pont serait fini en juin',
      'le la maire port le la maire port […] jamais',
      `${'le la '.repeat(200)}fin`,
    ]) {
      const start = performance.now();
      compareQuotation(quotation, long);
      expect(performance.now() - start).toBeLessThan(6_000);
    }
    expect(
      compareQuotation('Nous n’avions jamais promis que le pont serait fini en juin', long).verdict,
    ).toBe('altered');
  });
});
