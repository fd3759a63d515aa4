import { type BlockContext, lowerAt } from './context';
import type { ResolvedMention } from './persons';
import type { Quote } from './quotation-marks';
import { type RoleAt, roleAlone } from './role-phrases';

/** Somebody or something in a block that can be speaking. Token indexes; `to` is exclusive. */
export interface Candidate {
  readonly type: 'person' | 'pronoun' | 'role' | 'body';
  readonly from: number;
  readonly to: number;
  readonly mention?: ResolvedMention;
  readonly role?: RoleAt;
}

/** A block with everything that the search for speakers needs of it. */
export interface SpokenBlock {
  readonly context: BlockContext;
  readonly quotes: readonly Quote[];
  readonly candidates: readonly Candidate[];
  /** For each token the index of the quotation that it stands in, or -1. */
  readonly inside: Int16Array;
}

export function openSpoken(
  context: BlockContext,
  quotes: readonly Quote[],
  names: readonly ResolvedMention[],
): SpokenBlock {
  const inside = insideOf(context, quotes);
  const candidates = [...named(names), ...unnamed(context, names)]
    .filter(({ from }) => (inside[from] ?? -1) < 0)
    .sort((a, b) => a.from - b.from);
  return { context, quotes, candidates, inside };
}

function insideOf({ tokens }: BlockContext, quotes: readonly Quote[]): Int16Array {
  const inside = new Int16Array(tokens.length).fill(-1);
  let at = 0;
  for (const [index, { open, close }] of quotes.entries()) {
    while ((tokens[at]?.end ?? Number.POSITIVE_INFINITY) <= open) at += 1;
    while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < close) {
      inside[at] = index;
      at += 1;
    }
  }
  return inside;
}

function named(names: readonly ResolvedMention[]): Candidate[] {
  return names
    .filter(({ kind }) => kind !== 'event')
    .map((mention) => ({
      type: mention.kind === 'person' ? ('person' as const) : ('body' as const),
      from: mention.mention.from,
      to: mention.mention.to,
      mention,
    }));
}

/** Pronouns, roles without a name and bodies without a proper one. */
function unnamed(context: BlockContext, names: readonly ResolvedMention[]): Candidate[] {
  const taken = new Set(
    names.flatMap(({ before, mention }) => span(before?.from ?? mention.from, mention.to)),
  );
  const found: Candidate[] = [];
  for (let at = 0; at < context.tokens.length; at += 1) {
    if (taken.has(at) || context.used[at] === 1) continue;
    const candidate = unnamedAt(context, at);
    if (!candidate || taken.has(candidate.to - 1)) continue;
    found.push(candidate);
    at = candidate.to - 1;
  }
  return found;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function unnamedAt(context: BlockContext, at: number): Candidate | null {
  const { lexicon, tokens } = context;
  const lower = lowerAt(context, at);
  if (lexicon.malePronouns.has(lower) || lexicon.femalePronouns.has(lower) || lexicon.anyPronouns.has(lower))
    return { type: 'pronoun', from: at, to: at + 1 };
  const body = lexicon.commonBodies.at(tokens, at);
  if (body) return { type: 'body', from: at, to: at + body.length };
  const role = roleAlone(context, at);
  return role ? { type: 'role', from: at, to: role.to, role } : null;
}
