import { canonicalHash } from '#core/canonical';

import { type Fields, isRecord } from './fields-record';

/**
 * Version 3 has the record of a checking desk. Claims have a kind, who asserts them, a risk; evidence says what kind of
 * source it is; outcomes name the sources that they rest on, and who gave them. Queries are threads. Articles have
 * sign-offs, dismissed suggestions, overrides of the gate, and corrections.
 *
 * What version 2 did not know stays unknown: an outcome that had neither source nor reason gets none here, and is open
 * until somebody gives grounds.
 */
export function toVersion3(article: unknown): unknown {
  if (!isRecord(article)) return article;
  const created = isRecord(article.metadata) ? article.metadata.created : undefined;
  return {
    ...article,
    claims: each(article.claims, toClaim),
    queries: each(article.queries, (query) => toQuery(query, created)),
    signOffs: [],
    dismissals: [],
    overrides: [],
    corrections: [],
  };
}

function toClaim({ id, text, note, evidence, outcomes, created }: Fields): Fields {
  const sources = each(evidence, (one, index) => toEvidence(one, index, created));
  return {
    id,
    text,
    wording: '',
    kind: 'other',
    checkability: 'factual',
    assertedBy: '',
    risk: 'normal',
    assignee: '',
    dependsOn: [],
    note,
    quotation: null,
    evidence: sources,
    outcomes: each(outcomes, (outcome) => toOutcome(outcome, sources)),
    created,
    by: '',
  };
}

function toEvidence(old: Fields, index: number, created: unknown): Fields {
  const isWeb = old.type === 'web';
  return {
    id: `e${index + 1}`,
    source: isWeb
      ? { type: 'web', url: old.url, title: old.title, publisher: '', date: null, accessed: null }
      : { type: 'passage', text: old.text, from: '' },
    locator: null,
    quote: '',
    stance: 'supports',
    tier: 'secondary',
    origin: '',
    sensitivity: isWeb ? 'public' : 'internal',
    added: { at: created, by: '' },
  };
}

const renamed: Readonly<Record<string, string>> = { incorrect: 'wrong', unconfirmed: 'not-verifiable' };

/** Bound to the sources as they are now: version 2 did not say on which of them it rested. */
function toOutcome({ value, text, textHash, at }: Fields, sources: unknown): Fields {
  return {
    check: 'true',
    value: typeof value === 'string' && Object.hasOwn(renamed, value) ? renamed[value] : value,
    reason: '',
    by: '',
    role: null,
    at,
    text,
    textHash,
    statementHash: canonicalHash({ wording: '' }),
    evidence: each(sources, ({ id, source, locator, quote, stance, tier }) => ({
      id,
      hash: canonicalHash({ source, locator, quote, stance, tier }),
    })),
    suggested: null,
  };
}

/** An answer settled a query in version 2. */
function toQuery({ id, reason, blockId, text, answer }: Fields, created: unknown): Fields {
  const asked = { kind: 'asked', text: '', by: '', at: created };
  const settled = isRecord(answer) ? [{ kind: 'resolved', text: answer.text, by: '', at: answer.at }] : [];
  return { id, reason, claim: null, blockId, text, to: '', events: [asked, ...settled] };
}

function each(list: unknown, change: (entry: Fields, index: number) => Fields): unknown {
  return Array.isArray(list)
    ? list.map((entry, index) => (isRecord(entry) ? change(entry, index) : entry))
    : list;
}
