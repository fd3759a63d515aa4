import type { SpokenBlock } from './candidates';
import type { Clause } from './clauses';
import type { BlockContext } from './context';
import { standsAlone } from './open-clauses';
import type { Quote } from './quotation-marks';

/** As many words make a quotation of a stretch that nobody is said to speak. */
const wordsOfItsOwn = 2;
/** A title has not more words than this. */
const longestTitle = 8;
/** A term held at arm’s length has fewer. */
const wordsOfATerm = 5;

/** Whether marks stand around somebody's words, and not around a title, a name or a word held at arm's length. */
export function isQuotation(block: SpokenBlock, quote: Quote, clause: Clause | null): boolean {
  const { context } = block;
  const inner = context.text.slice(quote.start, quote.end);
  const count = inner.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (quote.state !== 'whole' || count === 0) return count >= wordsOfItsOwn;
  const hasTitleBefore = isTitled(context, quote);
  const isTitle = hasTitleBefore || (count > 1 && looksLikeTitle(inner));
  if (isTitle && count <= longestTitle) return clause?.verb === 'colon' && !hasTitleBefore;
  return isSpoken(clause)
    ? count > 1 || isHeard(context, quote, inner) || isExclaimed(context, quote, clause)
    : isOfItsOwn(context, quote, clause, count);
}

function isSpoken(clause: Clause | null): boolean {
  return clause !== null && (clause.candidate !== null || clause.verb === 'colon');
}

/** One word is somebody’s when a verb of speech takes it: “called it “absurd””. */
function isHeard(context: BlockContext, quote: Quote, inner: string): boolean {
  return /^\p{Ll}/u.test(inner) && !isJudgedNoun(context, quote) && !isNamed(context, quote);
}

/** “Order,” barked the mayor: a sentence of one word, with its tag. */
function isExclaimed(context: BlockContext, quote: Quote, clause: Clause | null): boolean {
  return clause?.verb === 'speech' && standsAlone(context, quote);
}

/** What nobody is said to speak is a quotation when it is neither a title nor a term. */
function isOfItsOwn(context: BlockContext, quote: Quote, clause: Clause | null, count: number): boolean {
  if (count < wordsOfItsOwn || (clause === null && isCapitalAmid(context, quote))) return false;
  return count >= wordsOfATerm || !isTerm(context, quote);
}

function isTitled({ tokens, lexicon }: BlockContext, { open }: Quote): boolean {
  const at = tokens.findLastIndex((token) => token.end <= open);
  const before = tokens[at];
  // “s’est dite « choquée »” says, “dite « la Belle »” names.
  const isVerb =
    /^dite?s?$/.test(before?.lower ?? '') && lexicon.auxiliaries.has(tokens[at - 1]?.lower ?? '');
  return before !== undefined && !isVerb && lexicon.titleBefore.has(before.lower);
}

/** “des propos jugés « injurieux »”: a participle without an auxiliary judges, and nobody is heard. */
function isJudgedNoun({ tokens, lexicon }: BlockContext, { open }: Quote): boolean {
  const at = tokens.findLastIndex((token) => token.end <= open);
  const isParticiple = /(?:[éiu]e?s?|ed)$/.test(tokens[at]?.lower ?? '');
  return (
    isParticiple &&
    !lexicon.auxiliaries.has(tokens[at - 1]?.lower ?? '') &&
    !lexicon.auxiliaries.has(tokens[at - 2]?.lower ?? '')
  );
}

/** “de la « fracture »”: a word with an article, held at arm’s length. */
function isNamed({ tokens }: BlockContext, { open }: Quote): boolean {
  const before = tokens.findLast((token) => token.end <= open);
  return /^(?:le|la|l'|les|du|des|the|this|ce|cette)$/.test(before?.lower ?? '');
}

/** “du « réseau de Valmorin »”: an article before the marks, and nobody speaks: a name or a term. */
function isTerm({ tokens }: BlockContext, { open }: Quote): boolean {
  const before = tokens.findLast((token) => token.end <= open);
  return /^(?:le|la|l'|les|du|des|au|aux|un|une|ce|cette|the|a|an|this)$/.test(before?.lower ?? '');
}

/** A capital in the middle of a sentence where nobody speaks begins a title, not a fragment. */
function isCapitalAmid({ text }: BlockContext, { start, open }: Quote): boolean {
  const before = text.slice(0, open).trimEnd();
  return /^\p{Lu}/u.test(text.slice(start)) && before !== '' && !/[.!?…:»”"’)–—-]$/.test(before);
}

/** Every long word has a capital: a title of a work, or a name. */
function looksLikeTitle(inner: string): boolean {
  const long = inner.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word)) && !/[.!?,…]$/.test(inner);
}
