import type { Article } from '#core/article/schema';
import { type ArticleSummary, summarize } from '#core/article/summary';
import { fieldText, story } from '#core/body/fields';
import { bodyText } from '#core/body/walk';
import type { BlockerCode } from '#core/claims/blocker-codes';
import { type GateDesk, gate } from '#core/claims/gate';
import { checkedClaims } from '#core/claims/progress';
import { isUnresolved } from '#core/claims/queries';
import type { Claim, Evidence } from '#core/claims/schema';
import type { StatusEntry } from '#core/desk/schema';
import { stageOf } from '#core/desk/statuses';
import type { Have, TextField } from './query';

/** How much of the checks one person has, by the name that claims are assigned to. */
export interface PersonProgress {
  readonly name: string;
  readonly assigned: number;
  readonly checked: number;
}

export interface BlockerCount {
  readonly code: BlockerCode;
  readonly count: number;
}

/** What an index keeps of an article. All of it can be worked out from the article and its desk's settings. */
export interface IndexRecord {
  readonly summary: ArticleSummary;
  readonly texts: Readonly<Record<TextField, string>>;
  readonly has: readonly Have[];
  readonly people: readonly PersonProgress[];
  /** What blocks it; nothing for what is published or archived, where nobody waits for the gate. */
  readonly blockers: readonly BlockerCount[];
  /** Ids of all outcomes that were ever given. */
  readonly outcomes: readonly string[];
  /** SHA-256 of the bytes that it was imported from. */
  readonly original: string | null;
  /** Which sources are confidential, by claim and id: where one is new in here, its words were in the index before. */
  readonly secrets: readonly string[];
}

/** What an index must know of a desk; when any of it changes, records must be made anew. */
export interface IndexDesk extends GateDesk {
  readonly statuses: readonly StatusEntry[];
}

export function indexRecord(article: Article, desk: IndexDesk): IndexRecord {
  const summary = summarize(article, desk.outcomeScale);
  const blockers = blockersOf(article, desk);
  return {
    summary,
    texts: {
      headline: fieldText(article.body, 'headline'),
      standfirst: fieldText(article.body, 'standfirst'),
      body: [
        fieldText(article.body, 'byline'),
        article.metadata.dateline,
        bodyText(story(article.body), '\n'),
      ]
        .filter((text) => text !== '')
        .join('\n'),
      claims: article.claims.map(claimText).join('\n'),
      evidence: article.claims.map(evidenceText).join('\n'),
      notes: article.metadata.notes,
    },
    has: havesOf(article, summary, blockers),
    people: peopleOf(article, desk),
    blockers,
    outcomes: [...new Set(article.claims.flatMap(({ outcomes }) => outcomes.map(({ value }) => value)))],
    original: article.original?.sha256 ?? null,
    secrets: article.claims.flatMap((claim) =>
      claim.evidence.filter(isSecret).map((evidence) => `${claim.id} ${evidence.id}`),
    ),
  };
}

function claimText({ text, wording, note, assertedBy, outcomes }: Claim): string {
  return lines([
    text,
    wording === text ? '' : wording,
    note,
    assertedBy,
    ...outcomes.map(({ reason }) => reason),
  ]);
}

function isSecret({ sensitivity }: Evidence): boolean {
  return sensitivity === 'confidential';
}

/** Confidential sources are not indexed: an index lies on the disk in clear. */
function evidenceText({ evidence }: Claim): string {
  return lines(
    evidence
      .filter((one) => !isSecret(one))
      .flatMap(({ source, quote }) => {
        const { type, ...said } = source;
        const texts = type === 'file' ? [source.name] : Object.values(said);
        return [...texts.filter((text) => typeof text === 'string'), quote];
      }),
  );
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function blockersOf(article: Article, desk: IndexDesk): BlockerCount[] {
  const stage = stageOf(desk.statuses, article.metadata.status);
  if (stage === 'published' || stage === 'archived') return [];
  const counts = new Map<BlockerCode, number>();
  for (const { code } of gate(article, desk).blockers) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

function peopleOf(article: Article, desk: IndexDesk): PersonProgress[] {
  const people = new Map<string, { assigned: number; checked: number }>();
  if (article.claims.every(({ assignee }) => assignee === '')) return [];
  for (const { claim, state } of checkedClaims(article, desk.outcomeScale)) {
    const name = claim.assignee.trim();
    if (name === '' || state.status === 'detached' || state.status === 'excluded') continue;
    const person = people.get(name) ?? { assigned: 0, checked: 0 };
    people.set(name, {
      assigned: person.assigned + 1,
      checked: person.checked + (state.status === 'checked' ? 1 : 0),
    });
  }
  return [...people].map(([name, counts]) => ({ name, ...counts }));
}

function havesOf(article: Article, summary: ArticleSummary, blockers: readonly BlockerCount[]): Have[] {
  const { metadata } = article;
  const has: Readonly<Record<Have, boolean>> = {
    stale: summary.claims.stale > 0,
    claims: summary.claims.total > 0,
    queries: article.queries.some(isUnresolved),
    blockers: blockers.length > 0,
    tags: metadata.tags.length > 0,
    section: metadata.section !== '',
    byline: summary.byline !== '',
    embargo: metadata.embargo !== null,
    picture: metadata.picture !== null || article.body.some(({ type }) => type === 'picture'),
    notes: metadata.notes !== '',
    original: article.original !== null,
    'sign-off': article.signOffs.length > 0,
    due: metadata.due !== null,
  };
  return (Object.keys(has) as Have[]).filter((have) => has[have]);
}
