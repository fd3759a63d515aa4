import type { Article } from '#core/article/schema';
import { placeholders } from '#core/body/measures';
import { suggestionsIn } from '#core/body/review';
import type { Block } from '#core/body/schema';
import { leaves, plainText, textBlocks } from '#core/body/walk';
import { commentPlaces, isOpen } from '#core/review/comments';
import { anchors } from './anchors';
import type { BlockerCode } from './blocker-codes';
import { claimBlockers } from './gate-claims';
import type { GateMode, GatePolicy, GateSwitch } from './gate-policy';
import { headlineGaps } from './headline';
import { authorsOf } from './people';
import { isUnresolved, queryStatus } from './queries';
import type { Target } from './record-schema';
import type { Scale } from './scale';
import { currentSignOff, signOffViews } from './sign-offs';
import type { ScaleEntry } from './values';

/** One thing that stands between the copy and its publication. */
export interface Blocker {
  readonly code: BlockerCode;
  /** What goes into `checking.blocker.<code>`: ids of kinds, checks, outcomes and roles, names, words of the copy. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly target: Target;
}

export interface Gate {
  readonly blocked: boolean;
  /** Claims in reading order, then queries, comments, changes, gaps, headline, signatures. */
  readonly blockers: readonly Blocker[];
  readonly mode: GateMode;
}

/** What the gate needs to know of a desk. */
export interface GateDesk {
  readonly gate: GatePolicy;
  readonly outcomeScale: readonly ScaleEntry[];
  readonly onePerson: boolean;
}

/** What blocks the copy by the desk's policy; each blocker names what it is about. Pure: nothing is remembered. */
export function gate(article: Article, desk: GateDesk): Gate {
  const { gate: policy, outcomeScale: scale } = desk;
  const isOn = (name: GateSwitch): boolean => policy.blockers[name];
  const blockers = [
    ...checks(article, desk, scale),
    ...(isOn('openQueries') ? openQueries(article) : []),
    ...(isOn('openComments') ? openComments(article) : []),
    ...(isOn('suggestions') ? undecided(article.body) : []),
    ...(isOn('placeholders') ? gaps(article.body) : []),
    ...(isOn('headlineMismatch') ? headline(article) : []),
    ...signatures(article, policy),
  ];
  return { blocked: blockers.length > 0, blockers, mode: policy.mode };
}

function checks(article: Article, desk: GateDesk, scale: Scale): Blocker[] {
  return claimBlockers(article.claims, {
    where: anchors(article.body),
    scale,
    policy: desk.gate,
    strangers: desk.onePerson ? null : authorsOf(article),
  });
}

function openQueries({ queries }: Article): Blocker[] {
  return queries.filter(isUnresolved).map((query) => ({
    code: queryStatus(query) === 'answered' ? 'query-answered' : 'query-open',
    params: { text: excerpt(query.text || (query.events[0]?.text ?? '')) },
    target: { type: 'query', id: query.id },
  }));
}

function openComments({ comments, body }: Article): Blocker[] {
  const places = commentPlaces(body);
  return comments
    .filter((comment) => isOpen(comment))
    .map((comment) => ({
      code: 'comment-open',
      params: { text: excerpt(places.get(comment.id)?.text ?? comment.text) },
      target: { type: 'comment', id: comment.id },
    }));
}

/** Changes that somebody proposed and nobody decided. */
function undecided(body: readonly Block[]): Blocker[] {
  const texts = new Map<string, string>();
  const leavesOf = [...textBlocks(body)].flatMap(({ content }) => [...leaves(content)]);
  for (const leaf of leavesOf) {
    const id = leaf.type === 'text' ? (leaf.inserted ?? leaf.deleted) : undefined;
    if (id && leaf.type === 'text') texts.set(id, (texts.get(id) ?? '') + leaf.text);
  }
  return suggestionsIn(body).map((id) => ({
    code: 'suggestion-open',
    params: { text: excerpt(texts.get(id) ?? '¶') },
    target: { type: 'suggestion', id },
  }));
}

function gaps(body: readonly Block[]): Blocker[] {
  const lines = new Map([...textBlocks(body)].map(({ id, content }) => [id, content]));
  return placeholders(body).map(({ blockId, start, end }) => ({
    code: 'placeholder',
    params: {
      text: plainText(lines.get(blockId) ?? [])
        .slice(Math.max(0, start - 40), end + 20)
        .trim(),
    },
    target: { type: 'block', id: blockId },
  }));
}

function headline({ body, metadata }: Article): Blocker[] {
  return headlineGaps(body, metadata.language).map(({ kind, text, blockId }) => ({
    code: `headline-${kind}`,
    params: { text },
    target: { type: 'block', id: blockId },
  }));
}

/** A lapsed signature leads to the first block that changed, so that what was not signed is seen at once. */
function signatures(article: Article, policy: GatePolicy): Blocker[] {
  const views = signOffViews(article);
  return policy.roles.flatMap((role): Blocker[] => {
    const view = currentSignOff(views, role);
    if (view?.state === 'valid') return [];
    if (!view) return [{ code: 'sign-off-missing', params: { role }, target: { type: 'role', id: role } }];
    const params = { role, by: view.signOff.by, at: view.signOff.at, blocks: view.changed.length };
    return [{ code: 'sign-off-lapsed', params, target: { type: 'role', id: role } }];
  });
}

/** The beginning of some words, on one line, for a sentence about them. At most 120 UTF-16 units. */
export function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= 120 ? line : `${line.slice(0, 119).trimEnd()}…`;
}
