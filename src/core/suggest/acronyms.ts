import type { BlockContext } from './context';
import type { NamedBlock, ResolvedMention, ResolvedNames } from './persons';

/** Acronyms that the article does not explain where it first uses them; headlines explain nothing. */
export function unexplainedAcronyms(blocks: readonly NamedBlock[], names: ResolvedNames): Set<string> {
  const seen = new Set<string>();
  const unexplained = new Set<string>();
  for (const [index, { context }] of blocks.entries()) {
    if (context.type === 'headline' || context.type === 'standfirst') continue;
    for (const name of names.blocks[index] ?? []) {
      const { mention } = name;
      if (!isAcronym(name) || seen.has(mention.name)) continue;
      seen.add(mention.name);
      if (!isExplained(context, mention.from, mention.to)) unexplained.add(mention.name);
    }
  }
  return unexplained;
}

function isAcronym({ kind, mention }: ResolvedMention): boolean {
  return kind === 'acronym' || (kind === 'organisation' && /^(?:\p{Lu}\.?){2,6}$/u.test(mention.name));
}

/** “Centre national d’études (CNE)”, “CNE (Centre national d’études)”, “the CNE, the national centre …”. */
function isExplained({ tokens }: BlockContext, from: number, to: number): boolean {
  const before = tokens[from - 1]?.text;
  const next = tokens[to]?.text;
  if (before === '(' && (next === ')' || next === ',')) return (tokens[from - 2]?.kind ?? 'mark') === 'word';
  if (next === '(') return /^\p{L}{3,}/u.test(tokens[to + 1]?.text ?? '') && tokens[to + 2]?.text !== ')';
  return false;
}
