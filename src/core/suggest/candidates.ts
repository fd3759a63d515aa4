import { type BlockContext, lowerAt } from './context';
import type { ResolvedMention } from './persons';
import type { Quote } from './quotation-marks';
import { type RoleAt, roleAlone } from './role-phrases';

/** Somebody or something in a block that can be speaking. Token indexes; `to` is exclusive. */
export interface Candidate {
  readonly type: 'person' | 'pronoun' | 'role' | 'body' | 'place' | 'phrase';
  /** Where its role begins; the name itself stands at `from`. */
  readonly begins: number;
  readonly from: number;
  readonly to: number;
  readonly mention?: ResolvedMention;
  readonly role?: RoleAt;
}

/** A block with everything that the search for speakers needs of it. */
export interface SpokenBlock {
  readonly context: BlockContext;
  readonly quotes: readonly Quote[];
  /** Those outside of quotations, in order. */
  readonly candidates: readonly Candidate[];
  /** Those anywhere, in order. */
  readonly everybody: readonly Candidate[];
}

export function openSpoken(
  context: BlockContext,
  quotes: readonly Quote[],
  names: readonly ResolvedMention[],
): SpokenBlock {
  const everybody = [...named(names), ...unnamed(context, names)].sort((a, b) => a.from - b.from);
  const candidates = everybody.filter(({ from }) => !isInside(context.tokens[from]?.start ?? 0, quotes));
  return { context, quotes, candidates, everybody };
}

function isInside(offset: number, quotes: readonly Quote[]): boolean {
  return quotes.some(({ open, close }) => open <= offset && offset < close);
}

function named(names: readonly ResolvedMention[]): Candidate[] {
  return names
    .filter(({ kind }) => kind !== 'event')
    .map((mention) => ({
      type: mention.kind === 'person' || mention.kind === 'place' ? mention.kind : 'body',
      begins: mention.before?.from ?? mention.mention.from,
      from: mention.mention.from,
      to: mention.mention.to,
      mention,
    }));
}

/** Pronouns, roles without a name and bodies without a proper one. */
function unnamed(context: BlockContext, names: readonly ResolvedMention[]): Candidate[] {
  const taken = new Uint8Array(context.tokens.length);
  for (const { before, after, mention } of names)
    taken.fill(1, before?.from ?? mention.from, after?.to ?? mention.to);
  const found: Candidate[] = [];
  for (let at = 0; at < context.tokens.length; at += 1) {
    const candidate = taken[at] || context.used[at] === 1 ? null : unnamedAt(context, at);
    if (!candidate) continue;
    found.push(candidate);
    at = candidate.to - 1;
  }
  return found;
}

function unnamedAt(context: BlockContext, at: number): Candidate | null {
  const { lexicon, tokens } = context;
  const lower = lowerAt(context, at);
  if (lexicon.malePronouns.has(lower) || lexicon.femalePronouns.has(lower) || lexicon.anyPronouns.has(lower))
    return { type: 'pronoun', begins: at, from: at, to: at + 1 };
  const body = lexicon.commonBodies.at(tokens, at);
  if (body) return { type: 'body', begins: at, from: at, to: at + body.length };
  const role = roleAlone(context, at);
  return role ? { type: 'role', begins: at, from: at, to: role.to, role } : null;
}
