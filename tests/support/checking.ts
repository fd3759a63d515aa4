import { emptyRecord } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import { anchorClaim, anchors } from '#core/claims/anchors';
import { newClaim, newEvidence } from '#core/claims/create';
import { type Given, giveOutcome } from '#core/claims/outcomes';
import type { Claim, Evidence } from '#core/claims/schema';
import type { ClaimKind } from '#core/claims/values';
import { checkingDefaults } from '#core/desk/defaults';
import { defaultStatuses } from '#core/desk/statuses';
import type { DossierDesk } from '#core/dossier/model';

export const at = '2026-05-12T09:00:00.000Z';

export function paragraph(id: string, text: string): Block {
  return { id, type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] };
}

/** An article in French with one block for each paragraph (`b1`, `b2` …) and nothing checked. */
export function articleOf(
  paragraphs: readonly string[],
  { headline = 'Le pont', byline = '' }: { readonly headline?: string; readonly byline?: string } = {},
): Article {
  return {
    id: 'a1',
    metadata: {
      language: 'fr',
      status: 'in-check',
      tags: [],
      slug: 'le-pont',
      section: '',
      seoHeadline: '',
      shortHeadline: '',
      dateline: '',
      published: '2026-05-12',
      due: null,
      embargo: null,
      source: '',
      rights: '',
      picture: null,
      notes: '',
      target: null,
      created: at,
      modified: at,
    },
    body: composeBody(
      { headline, byline },
      paragraphs.map((text, index) => paragraph(`b${index + 1}`, text)),
    ),
    claims: [],
    ...emptyRecord(),
    comments: [],
    suggestions: [],
    cuts: [],
    original: null,
  };
}

/** The article with a claim on the first place where `words` stand. */
export function withClaim(
  article: Article,
  id: string,
  words: string,
  change: Partial<Claim> & { readonly kind?: ClaimKind } = {},
): Article {
  const line = [...textBlocks(article.body)].find(({ content }) => plainText(content).includes(words));
  if (!line) throw new Error(`no “${words}” in the article`);
  const start = plainText(line.content).indexOf(words);
  const range = { blockId: line.id, start, end: start + words.length };
  const claim = { ...newClaim({ id, text: words, kind: 'other', at, by: 'Ada' }), ...change };
  return { ...article, body: anchorClaim(article.body, id, [range]), claims: [...article.claims, claim] };
}

/** The article with an outcome that must be accepted. */
export function withOutcome(article: Article, id: string, given: Partial<Given> = {}): Article {
  const claim = claimIn(article, id);
  const whole: Given = {
    check: 'true',
    value: 'confirmed',
    reason: 'Vu au registre.',
    by: 'Ada',
    at,
    ...given,
  };
  const result = giveOutcome(claim, anchors(article.body).get(id), whole);
  if (!result.ok) throw new Error(result.code);
  return withRecord(article, result.value);
}

export function withRecord(article: Article, claim: Claim): Article {
  return { ...article, claims: article.claims.map((one) => (one.id === claim.id ? claim : one)) };
}

export function claimIn(article: Article, id: string): Claim {
  const claim = article.claims.find((one) => one.id === id);
  if (!claim) throw new Error(`no claim ${id}`);
  return claim;
}

/** The article with other text in one paragraph; claims stay on what is left of their words. */
export function rewritten(article: Article, from: string, to: string): Article {
  const change = (text: string): string => text.replace(from, to);
  const body = article.body.map((block) =>
    block.type === 'paragraph' || block.type === 'headline' || block.type === 'byline'
      ? {
          ...block,
          content: block.content.map((node) =>
            node.type === 'text' ? { ...node, text: change(node.text) } : node,
          ),
        }
      : block,
  );
  return { ...article, body };
}

export function web(id: string, change: Partial<Evidence> = {}): Evidence {
  const source = {
    type: 'web',
    url: `https://registre.example/${id}`,
    title: `Registre ${id}`,
    publisher: '',
    date: null,
    accessed: '2026-05-12',
  } as const;
  return { ...newEvidence(source, { id, at, by: 'Ada' }), ...change };
}

export function deskOf(change: Partial<DossierDesk> = {}): DossierDesk {
  return { ...checkingDefaults(), statuses: defaultStatuses(), ...change };
}
