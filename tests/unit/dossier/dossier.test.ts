import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { newEvidence } from '#core/claims/create';
import { addCorrection, overrideGate } from '#core/claims/overrides';
import { askQuery } from '#core/claims/queries';
import { signOff } from '#core/claims/sign-offs';
import { writeDossier } from '#core/dossier/index';
import { attribute, elements } from '#core/formats/html/tree';
import { formatById } from '#core/formats/registry';
import {
  articleOf,
  at,
  claimIn,
  deskOf,
  rewritten,
  web,
  withClaim,
  withOutcome,
} from '../../support/checking';
import { textOf } from '../../support/written';

const now = '2026-06-01T10:00:00.000Z';
const value = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string },
): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

const whistle = newEvidence(
  {
    type: 'person',
    name: 'Yannig Le Secret',
    when: '2026-05-10',
    how: 'au téléphone',
    confirmed: 'La facture est fausse.',
  },
  { id: 'e2', at, by: 'Ben' },
);
const story = articleOf(['Le pont mesure 212 mètres et coûte 9 millions <b>.', 'La maire dit « oui ».'], {
  byline: 'Éva Morel',
});

/** A story with something of everything. */
const full: Article = (() => {
  let article = withClaim(story, 'k1', '212 mètres', {
    kind: 'number',
    evidence: [
      web('e1', { locator: { type: 'page', page: 7 }, quote: 'longueur : 212 m' }),
      { ...whistle, sensitivity: 'confidential' },
    ],
  });
  article = withClaim(article, 'k2', '9 millions', { kind: 'money', dependsOn: ['k1'] });
  article = withClaim(article, 'k3', 'oui', {
    kind: 'quotation',
    quotation: {
      speaker: 'La maire',
      said: '2026-05-11',
      original: { language: 'br', text: 'Ya.' },
      translated: true,
    },
  });
  article = withOutcome(article, 'k1', { reason: '', by: 'Eva Morel', role: 'checker' });
  article = withOutcome(article, 'k2', {
    value: 'wrong',
    reason: 'Huit, pas neuf.',
    suggested: '8 millions',
  });
  article = withOutcome(article, 'k3', { check: 'said' });
  const query = value(
    askQuery(
      { id: 'q1', claim: 'k2', blockId: 'b1', text: '9 millions', to: 'Éva' },
      { text: 'D’où vient ce chiffre ?', by: 'Ben', at },
    ),
  );
  article = { ...article, queries: [query] };
  article = value(signOff(article, { id: 's1', role: 'checker', by: 'Éva Morel', at }, { onePerson: true }));
  article = value(overrideGate(article, deskOf(), { id: 'o1', by: 'Ben', at, reason: 'Le direct attend.' }));
  return value(
    addCorrection(article, { id: 'x1', by: 'Ben', at, text: 'Le pont coûte huit millions.', claim: 'k2' }),
  );
})();

const html = (article: Article, includeConfidential = false) =>
  writeDossier(article, deskOf(), 'html', { now, includeConfidential });
const json = (article: Article, includeConfidential = false) =>
  JSON.parse(writeDossier(article, deskOf(), 'json', { now, includeConfidential }));

describe('the dossier as a page', () => {
  it('tells each claim in reading order, with its words, checks, sources, history and queries', () => {
    const page = html(full);
    expect(page.indexOf('id="claim-1"')).toBeLessThan(page.indexOf('id="claim-2"'));
    for (const words of [
      '212 mètres',
      'Faux',
      'Huit, pas neuf.',
      '8 millions',
      'Registre e1',
      'page 7',
      'longueur : 212 m',
      'Ya.',
      'D’où vient ce chiffre ?',
      'vérifié par l’auteur',
      'Le direct attend.',
      'Le pont coûte huit millions.',
      claimIn(full, 'k1').outcomes[0]?.textHash ?? '-',
      full.signOffs[0]?.type === 'signed' ? full.signOffs[0].contentHash : '-',
    ])
      expect(page).toContain(words);
  });

  it('holds nothing that runs or is fetched, and what stands in the copy stays words', () => {
    const tree = fromHtml(html(full));
    const tags = [...elements(tree)];
    expect(tags.some(({ tagName }) => /^(?:script|img|iframe|object|embed|link|form|b)$/.test(tagName))).toBe(
      false,
    );
    expect(tags.flatMap((tag) => Object.keys(tag.properties)).filter((name) => /^on/i.test(name))).toEqual(
      [],
    );
    const links = tags.filter(({ tagName }) => tagName === 'a').map((tag) => attribute(tag, 'href'));
    expect(links.every((href) => /^(?:#|https:\/\/registre\.example\/)/.test(href))).toBe(true);
  });

  it('leads from each blocker and each number in the copy to the claim that it means', () => {
    const tree = fromHtml(html(full));
    const ids = new Set([...elements(tree)].map((tag) => attribute(tag, 'id')));
    const inner = [...elements(tree)]
      .map((tag) => attribute(tag, 'href'))
      .filter((href) => href.startsWith('#'));
    expect(inner.length).toBeGreaterThan(4);
    expect(inner.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
  });

  it('shows an outcome on words that have changed as stale, with the words that it was given on', () => {
    const page = html(rewritten(full, '212', '221'));
    expect(page).toContain('Périmé');
    expect(page).toContain('sur «\u00a0212 mètres\u00a0»');
    expect(page).toContain('Caduc');
  });

  it('speaks the language of its article', () => {
    const english = { ...full, metadata: { ...full.metadata, language: 'en' as const } };
    expect(html(english)).toContain('Record of checks');
    expect(html(english)).not.toContain('Dossier de vérification');
  });
});

describe('confidential sources', () => {
  it.each(['html', 'json'] as const)(
    'are held back unless asked for, in %s: not a word, not a hash',
    (format) => {
      const write = (includeConfidential: boolean): string =>
        writeDossier(full, deskOf(), format, { now, includeConfidential });
      const bound = claimIn(full, 'k1').outcomes[0]?.evidence.find(({ id }) => id === 'e2')?.hash ?? '-';
      for (const secret of ['Yannig', 'La facture est fausse', 'au téléphone', bound])
        expect(write(false)).not.toContain(secret);
      expect(write(true)).toContain('Yannig Le Secret');
      expect(write(true)).toContain('La facture est fausse');
    },
  );
});

describe('the dossier as JSON', () => {
  it('is an annotation for each claim, with reviews and citations in terms of schema.org', () => {
    const dossier = json(full);
    expect(dossier['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(dossier.annotations.items.map((item: { type: string }) => item.type)).toEqual([
      'Annotation',
      'Annotation',
      'Annotation',
    ]);
    const [first, second] = dossier.annotations.items;
    expect(first.target.selector).toMatchObject([
      {
        type: 'TextQuoteSelector',
        exact: '212 mètres',
        prefix: 'Le pont mesure ',
        refinedBy: { start: 15, end: 25 },
      },
    ]);
    expect(first.body).toMatchObject({
      type: 'schema:Claim',
      'marbre:status': 'checked',
      'marbre:independentOrigins': 2,
    });
    expect(first.body['schema:citation'][0]).toMatchObject({
      type: 'schema:WebPage',
      selector: { value: 'page=7' },
    });
    expect(first.body['schema:citation'][1]).toMatchObject({ 'marbre:heldBack': true });
    expect(second.body['schema:review'][0]).toMatchObject({
      type: 'schema:ClaimReview',
      'schema:reviewRating': { 'schema:ratingValue': 'wrong', 'schema:alternateName': 'Faux' },
    });
    expect(dossier.article['schema:correction']).toMatchObject([{ 'marbre:claim': 'k2' }]);
    expect(dossier.integrity).toMatchObject({
      algorithm: 'SHA-256',
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is the same to the byte for the same article at the same moment', () => {
    for (const format of ['html', 'json'] as const) {
      const options = { now, includeConfidential: true };
      expect(writeDossier(full, deskOf(), format, options)).toBe(
        writeDossier(structuredClone(full), deskOf(), format, options),
      );
    }
  });
});

describe('corrections', () => {
  it.each([
    ['text', 'Rectificatif\n12 mai 2026\u00a0: Le pont coûte huit millions.\n'],
    ['markdown', '## Rectificatif\n\n12 mai 2026\u00a0: Le pont coûte huit millions.\n'],
    ['html-fragment', '<section class="corrections">\n<h2>Rectificatif</h2>'],
    ['html', '<p>12 mai 2026\u00a0: Le pont coûte huit millions.</p>'],
  ] as const)('go into exports: %s', (format, expected) => {
    expect(textOf(formatById(format), full)).toContain(expected);
  });

  it('leave no trace where there are none', () => {
    expect(textOf(formatById('html'), { ...full, corrections: [] })).not.toMatch(/corrections|Rectificatif/);
  });
});
