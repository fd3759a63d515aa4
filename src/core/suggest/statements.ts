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
  if (tokens[at]?.kind !== 'word' || isTurnOfPhrase(context, at)) return null;
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
  const compared = multipleEnd(context, at) ?? comparedEnd(context, at) ?? againstEnd(context, at);
  if (compared) return { kind: 'comparison', to: compared };
  const hit = lexicon.statements.at(tokens, at);
  if (!hit || (hit.value === 'superlative' && isPartOfOther(context, at))) return null;
  return { kind: hit.value, to: at + hit.length };
}

/** A participle behind the source: “une étude *parue* mercredi”, “a study *published* in March”. */
const opensClause = /(?:é|ée|és|ées|ant|parue?s?|ed|ing|auprès)$/;

/** “selon la préfecture”: up to the end of who says so. */
function sourceEnd(context: BlockContext, from: number): number {
  if (/^(?:lui|elle|eux|elles|him|her|them)$/.test(lowerAt(context, from))) return from + 1;
  let to = from;
  while (to - from < 8 && isOfSource(context, to, from)) to += 1;
  while (to > from && isTie(context, to - 1)) to -= 1;
  return to;
}

/** An article or a preposition: it ties words of a source together, and ends none. */
function isTie({ lexicon, tokens }: BlockContext, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  return lexicon.links.has(lower) || lexicon.determiners.has(lower);
}

function isOfSource(context: BlockContext, at: number, from: number): boolean {
  const { tokens, lexicon, used } = context;
  const token = tokens[at];
  if (!token || token.kind === 'mark' || token.sentence !== tokens[from - 1]?.sentence) return false;
  // “a report” is no verb.
  const isVerb = lexicon.speech.has(token.lower) && !lexicon.determiners.has(lowerAt(context, at - 1));
  if (isVerb) return false;
  if (token.capital || isTie(context, at)) return true;
  if (lexicon.functionWords.has(token.lower) || used[at] === 1) return false;
  return at <= from + 1 || !opensClause.test(token.lower);
}

const plainVerb =
  /^(?:be|begin|open|start|end|close|take|run|meet|vote|report|appear|arrive|leave|return|go|come|finish|launch|sign|speak|visit|publish|rule|expire|join|face|play|give|make|hold|stand|testify|retire|decide|release|announce|resume|receive|pay|appear|land|sail|travel|host|become|get|have|move|replace)$/;

/** “due to open”, “at least”, “first offered”: no cause, no superlative. */
function isTurnOfPhrase(context: BlockContext, at: number): boolean {
  const [before, word, next, third] = [-1, 0, 1, 2].map((step) => lowerAt(context, at + step));
  if (context.language !== 'en') return false;
  if (word === 'due') return next === 'to' && plainVerb.test(third ?? '');
  if (word === 'least') return before === 'at';
  const isRank = /^(?:the|a|its|his|her|their|our|my|'s|world's)$/.test(before ?? '');
  return word === 'first' && !isRank && /\p{L}{2}ed$/u.test(next ?? '');
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

/** “more than 12”, “more than €25m”, “plus que deux”. */
function isRounding({ tokens, lexicon }: BlockContext, at: number): boolean {
  const next = tokens[at];
  if (!next || next.kind === 'figure' || lexicon.currencySigns.has(next.text)) return true;
  return (
    lexicon.cardinals.has(next.lower) ||
    lexicon.articles.has(next.lower) ||
    /^(?:half|that|this)$/.test(next.lower)
  );
}

/** “deux fois plus élevé que”, “ten times more slowly than”. */
function multipleEnd(context: BlockContext, at: number): number | null {
  const isNumber =
    context.tokens[at]?.kind === 'figure' || context.lexicon.cardinals.has(lowerAt(context, at));
  if (!isNumber || !/^(?:fois|times)$/.test(lowerAt(context, at + 1))) return null;
  return comparedEnd(context, at + 2);
}

/** “11 trajets, contre 14 il y a un an”: a figure against another. */
function againstEnd({ tokens, language, lexicon }: BlockContext, at: number): number | null {
  if (language !== 'fr' || tokens[at]?.lower !== 'contre') return null;
  const next = tokens[at + 1];
  const isNumber =
    next?.kind === 'figure' ||
    lexicon.currencySigns.has(next?.text ?? '') ||
    lexicon.cardinals.has(next?.lower ?? '');
  return isNumber ? at + 1 : null;
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
    if (closer.test(token.lower)) return isRounding(context, next + 1) ? null : next + 1;
  }
  return null;
}
