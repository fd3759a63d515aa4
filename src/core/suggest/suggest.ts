import { type TextBlock, textBlocks } from '#core/body/walk';
import { unexplainedAcronyms } from './acronyms';
import { type BlockFindings, findInBlock } from './block';
import { type Candidate, openSpoken } from './candidates';
import type { BlockContext } from './context';
import { findHeadlineGaps } from './headline';
import { type ResolvedMention, resolveNames } from './persons';
import { findSpeakers, type SpokenQuote } from './speakers';
import { inconsistentNames } from './spelling';
import { findTags } from './tags';
import type { ArticleLike, Draft, Suggestion } from './types';
import { worthOf } from './worth';

/** Every checkable span of an article, in reading order. */
export function suggestClaims(article: ArticleLike): Suggestion[] {
  const { language, published } = article.metadata;
  return composeSuggestions(
    [...textBlocks(article.body)].map((block) => findInBlock(block, language, published)),
  );
}

/** Keeps what was found in blocks, so that only those that changed are read again. */
export function createSuggester(): (article: ArticleLike) => Suggestion[] {
  let known = new Map<string, { block: TextBlock; findings: BlockFindings }>();
  let setting = '';
  return ({ body, metadata: { language, published } }) => {
    if (setting !== `${language} ${published}`) known = new Map();
    setting = `${language} ${published}`;
    const next = new Map<string, { block: TextBlock; findings: BlockFindings }>();
    for (const block of textBlocks(body)) {
      const before = known.get(block.id);
      const isSame = before?.block.content === block.content && before.block.type === block.type;
      next.set(block.id, isSame ? before : { block, findings: findInBlock(block, language, published) });
    }
    known = next;
    return composeSuggestions([...next.values()].map(({ findings }) => findings));
  };
}

/** The pass over the whole article: who is who, who speaks, what does not agree. Blocks in reading order. */
export function composeSuggestions(blocks: readonly BlockFindings[]): Suggestion[] {
  const names = resolveNames(blocks);
  const spoken = blocks.map(({ context, quotes }, index) =>
    openSpoken(context, quotes, names.blocks[index] ?? []),
  );
  const quotations = findSpeakers(spoken, names.persons);
  const unexplained = unexplainedAcronyms(blocks, names);
  const odd = inconsistentNames(names);
  const gaps = findHeadlineGaps(blocks, names);
  return blocks.flatMap((findings, index) => {
    const drafts = [
      ...findings.drafts,
      ...outsideRoles(names.blocks[index] ?? [], spoken[index]?.candidates ?? []).map((one) =>
        nameDraft(findings.context, one, unexplained, odd),
      ),
      ...(spoken[index] ? findTags(spoken[index]) : []),
      ...roleDrafts(findings.context, spoken[index]?.candidates ?? []),
      ...(quotations[index] ?? []).map(quotationDraft),
      ...(gaps.get(index) ?? []),
    ];
    return drafts.map((draft) => finish(findings, draft)).sort(inReadingOrder);
  });
}

/** “le ministre de la *Santé*”: a capital that no list has and that is part of a role is no name of its own. */
function outsideRoles(
  names: readonly ResolvedMention[],
  candidates: readonly Candidate[],
): ResolvedMention[] {
  const roles = candidates.filter(({ type }) => type === 'role');
  return names.filter(
    ({ mention }) =>
      mention.strength > 0 || !roles.some(({ from, to }) => from <= mention.from && mention.to <= to),
  );
}

function inReadingOrder(a: Suggestion, b: Suggestion): number {
  return a.start - b.start || b.end - a.end;
}

function finish({ blockId, context }: BlockFindings, draft: Draft): Suggestion {
  const { kind, start, end, code, params = {}, speaker = null, resolved = null } = draft;
  const text = context.text.slice(start, end);
  return {
    kind,
    text,
    start,
    end,
    blockId,
    reason: { code, params },
    speaker,
    resolved,
    worth: worthOf(kind, code),
  };
}

function nameDraft(
  { tokens }: BlockContext,
  { mention, kind, before, after }: ResolvedMention,
  unexplained: ReadonlySet<string>,
  odd: ReadonlyMap<string, string>,
): Draft {
  const start = tokens[before?.from ?? mention.from]?.start ?? 0;
  const end = tokens[(after?.to ?? mention.to) - 1]?.end ?? 0;
  if (kind === 'person') {
    const surname = mention.name.split(/[\s\u00a0\u202f]+/).at(-1) ?? '';
    const other = odd.get(surname);
    return other
      ? { kind, start, end, code: 'name-spelt-otherwise', params: { name: surname, other } }
      : { kind, start, end, code: 'person' };
  }
  if (unexplained.has(mention.name))
    return { kind: 'acronym', start, end, code: 'acronym-unexplained', params: { name: mention.name } };
  return kind === 'acronym'
    ? { kind: 'organisation', start, end, code: 'organisation' }
    : { kind, start, end, code: kind };
}

const definite = /^(?:le|la|l'|les|the)$/;

/** Roles without a name that one can look up. */
function roleDrafts({ tokens }: BlockContext, candidates: readonly Candidate[]): Draft[] {
  return candidates.flatMap(({ from, to, role }): Draft[] => {
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    if (!role || role.isCommon || !definite.test(tokens[from]?.lower ?? '')) return [];
    return [{ kind: 'role', start, end, code: 'role' }];
  });
}

function quotationDraft({ quote, speaker }: SpokenQuote): Draft {
  const { start, end, state } = quote;
  const code =
    state !== 'whole' ? 'quotation-cut-off' : speaker === null ? 'quotation-without-speaker' : 'quotation';
  return { kind: 'quotation', start, end, code, speaker };
}
