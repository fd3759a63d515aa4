import { type BlockContext, lowerAt } from './context';
import type { Draft } from './types';

/** Attributions, superlatives, causes and comparisons, in one walk. Overlaps with other kinds are wanted. */
export function findStatements(context: BlockContext): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  while (at < context.tokens.length) {
    const found = statementAt(context, at);
    if (found) drafts.push(draftOf(context, openingOf(context, at, found.kind), found.to, found.kind));
    at = found?.to ?? at + 1;
  }
  return drafts;
}

const articles = /^(?:the|a|le|la|l'|les)$/;

/** “the third largest”, “la première”: article and rank belong to a superlative; a possessive does not. */
function openingOf(context: BlockContext, at: number, kind: StatementKind): number {
  if (kind !== 'superlative') return at;
  const isRanked = context.lexicon.ordinals.has(lowerAt(context, at - 1));
  const from = isRanked ? at - 1 : at;
  return articles.test(lowerAt(context, from - 1)) ? from - 1 : from;
}

type StatementKind = 'attribution' | 'superlative' | 'causal' | 'comparison';

interface StatementAt {
  readonly kind: StatementKind;
  readonly to: number;
}

function draftOf({ tokens }: BlockContext, from: number, to: number, kind: StatementKind): Draft {
  return { kind, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, code: kind };
}

function statementAt(context: BlockContext, at: number): StatementAt | null {
  const { tokens, lexicon } = context;
  if (tokens[at]?.kind !== 'word') return null;
  const attribution = lexicon.attributions.at(tokens, at);
  if (attribution) {
    const end = at + attribution.length;
    const isWhole = lexicon.speech.has(lowerAt(context, end - 1));
    const to = isWhole ? end : sourceEnd(context, end);
    // “selon lesquelles” names nobody.
    if (to > end || isWhole || attribution.length > 2) return { kind: 'attribution', to };
  }
  const superlative = superlativeAt(context, at);
  if (superlative) return { kind: 'superlative', to: superlative };
  const compared = comparedEnd(context, at);
  if (compared) return { kind: 'comparison', to: compared };
  const hit = lexicon.statements.at(tokens, at);
  if (!hit || (hit.value === 'superlative' && isPartOfOther(context, at))) return null;
  return { kind: hit.value, to: at + hit.length };
}

/** “selon la préfecture”: up to the end of who says so. */
function sourceEnd(context: BlockContext, from: number): number {
  const { tokens, lexicon } = context;
  let to = from;
  for (; to - from < 8; to += 1) {
    const token = tokens[to];
    if (
      !token ||
      token.kind === 'mark' ||
      token.sentence !== tokens[from - 1]?.sentence ||
      lexicon.speech.has(token.lower)
    )
      break;
    if (to === from && /^(?:lui|elle|eux|elles|him|her|them)$/.test(token.lower)) return to + 1;
    const isOfSource =
      token.capital || lexicon.determiners.has(token.lower) || lexicon.links.has(token.lower);
    if (!isOfSource && lexicon.functionWords.has(token.lower)) break;
  }
  while (
    to > from &&
    (lexicon.links.has(lowerAt(context, to - 1)) || lexicon.determiners.has(lowerAt(context, to - 1)))
  )
    to -= 1;
  return to;
}

/** “first quarter” is a date, “Première ministre” a role. */
function isPartOfOther(context: BlockContext, at: number): boolean {
  const { tokens, used } = context;
  // “only nine of them”: an adverb.
  if (
    /^(?:only|seul|seule)$/.test(lowerAt(context, at)) &&
    !/^(?:the|le|la|l'|its|his|her|their|world's|'s)$/.test(lowerAt(context, at - 1))
  )
    return true;
  return used[at] === 1 || (tokens[at]?.capital === true && tokens[at]?.initial === false);
}

const noSuperlative =
  /^(?:interest|forest|request|protest|harvest|honest|modest|west|test|rest|guest|arrest|invest|suggest|contest|northwest|southwest|north-west|south-west|nest|quest|chest|manifest|priest|inquest|conquest|midwest|digest|behest|bequest|pest|vest|zest|crest|latest|tempest|unrest|fest|feast|beast|coast|cast|east|least|most|best|worst|post|cost|host|past|last|fast|vast|trust|dust|just|must|first|august|exist|list|mist|twist|wrist)$/;

/** “the largest”, “second-largest”, “le plus grand”: the noun is left out. */
function superlativeAt(context: BlockContext, at: number): number | null {
  const { tokens, lexicon, language } = context;
  const hit = lexicon.superlativeBefore.at(tokens, at);
  if (hit) {
    const next = tokens[at + hit.length];
    return next?.kind === 'word' && !lexicon.functionWords.has(next.lower) ? at + hit.length + 1 : null;
  }
  const lower = lowerAt(context, at);
  const isForm =
    language === 'en' && /[a-z]{2}est$/.test(lower) && !noSuperlative.test(lower) && !tokens[at]?.capital;
  return isForm ? at + 1 : null;
}

/** “more deaths than”, “plus cher que”; “more than 12” only rounds. */
function comparedEnd(context: BlockContext, at: number): number | null {
  const { tokens, language } = context;
  const opener = language === 'fr' ? /^(?:plus|moins|aussi|autant)$/ : /^(?:more|less|fewer|as)$|[a-z]{2}er$/;
  const closer = language === 'fr' ? /^qu[e']$/ : lowerAt(context, at) === 'as' ? /^as$/ : /^than$/;
  if (!opener.test(lowerAt(context, at))) return null;
  const most = /er$/.test(lowerAt(context, at)) ? 1 : 3;
  for (let next = at + 1; next <= at + most; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word' || token.sentence !== tokens[at]?.sentence) return null;
    if (closer.test(token.lower)) return tokens[next + 1]?.kind === 'figure' ? null : next + 1;
  }
  return null;
}
