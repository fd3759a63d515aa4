import { type BlockContext, lowerAt, take } from './context';
import { isEasternName } from './eastern-names';
import { listedAt, type Mention, mention } from './mentions';
import { classify, roleInside } from './name-kinds';
import { bodyEnd, isFirstName, type Run, runAt, titleEnd } from './runs';

/** All names of the block, in order; their tokens are taken. */
export function findNames(context: BlockContext): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < context.tokens.length) {
    const found = context.used[at] ? [] : namesAt(context, at);
    for (const mention of found) take(context, mention.from, mention.to, 2);
    mentions.push(...found);
    at = found.at(-1)?.to ?? at + 1;
  }
  return mentions;
}

function namesAt(context: BlockContext, at: number): Mention[] {
  const token = context.tokens[at];
  if (token?.kind !== 'word') return [];
  if (!token.capital) return lowerBody(context, at);
  // “State Sen. Doyle”, “Rear Adm. Hart”
  const isLonger = /^(?:State|Rear|Vice|Brig|Former|Retired)$/.test(token.text);
  const title = titleEnd(context, isLonger ? at + 1 : at);
  if (title) return [titled(context, at, title)];
  const listed = listedAt(context, at);
  const run = startsRun(context, at) ? runAt(context, at) : null;
  if (listed && (!run || listed.to >= run.to || !isStrongerThan(context, run, listed))) return [listed];
  return run ? classify(context, run) : [];
}

/** “M. Valade”, “Dr Anna Keller”. */
function titled(context: BlockContext, at: number, end: number): Mention {
  const { to } = runAt(context, end, true);
  const isArticled = context.language === 'fr' && /^(?:le|la|l')$/.test(lowerAt(context, at - 1));
  return mention(context, { from: isArticled ? at - 1 : at, to }, 'person', 3, end);
}

/** “Jordan Smith”, “London Bridge”: a longer run than the listed name is another name. */
function isStrongerThan(context: BlockContext, run: Run, listed: Mention): boolean {
  const { lexicon, tokens } = context;
  const last = tokens[run.to - 1]?.text ?? '';
  if (lexicon.bodyTails.has(last) || lexicon.placeWords.has(last) || lexicon.eventWords.has(last))
    return true;
  if (isFirstName(context, lowerAt(context, run.from))) return true;
  return roleInside(context, run) !== null && listed.guess === 'place';
}

/** “I’ll”, “Dieu”, “l’”; but “Sun Yue” is somebody. */
function isNoName(context: BlockContext, at: number): boolean {
  const text = context.tokens[at]?.text ?? '';
  if (/^\p{Lu}['’]$/u.test(text) || /^I['’]/.test(text)) return true;
  return context.lexicon.notNames.has(text) && !isEasternName(context, { from: at, to: at + 2 });
}

/** Whether a capital begins a run: not a word of the language at the head of a sentence, not a nationality. */
function startsRun(context: BlockContext, at: number): boolean {
  const { lexicon, tokens, language } = context;
  const token = tokens[at];
  if (!token || isNoName(context, at)) return false;
  if (lexicon.functionWords.has(token.lower) && (token.initial || language === 'en')) return false;
  if (token.text.length === 1 && !(tokens[at + 1]?.text === '.' && tokens[at + 2]?.capital)) return false;
  // “D-Ohio”: a party and a state.
  if (/^[DRI]-\p{Lu}/u.test(token.text)) return false;
  if (/\d/.test(token.text) || /^[IVX]+(?:er?|ère|es|nd)$/.test(token.text)) return false;
  if (lexicon.numbered.has(token.lower) && tokens[at + 1]?.kind === 'figure') return false;
  if (lexicon.nationalities.has(token.lower))
    return isBeforeRole(context, at + 1) || isBodyAhead(context, at);
  return true;
}

function isBeforeRole({ lexicon, tokens }: BlockContext, at: number): boolean {
  return tokens[at]?.capital === true && lexicon.roles.at(tokens, at) !== null;
}

function isBodyAhead(context: BlockContext, at: number): boolean {
  const { to } = runAt(context, at);
  const last = context.tokens[to - 1]?.text ?? '';
  return (
    to > at + 1 &&
    (context.lexicon.bodyTails.has(last) ||
      context.lexicon.eventWords.has(last) ||
      context.lexicon.placeWords.has(last))
  );
}

/** “ministère de la Santé”, “tribunal de Nanterre”: a body whose head is written small. */
function lowerBody(context: BlockContext, at: number): Mention[] {
  const { lexicon } = context;
  const event = context.lexicon.events.at(context.tokens, at);
  if (event && event.length > 1) return [mention(context, { from: at, to: at + event.length }, 'event', 3)];
  if (context.language !== 'fr' || !lexicon.bodyHeads.has(lowerAt(context, at))) return [];
  const common = lexicon.commonBodies.at(context.tokens, at);
  const head = at + (common?.length ?? 1);
  const to = bodyEnd(context, head);
  if (to === head || lexicon.commonBodies.at(context.tokens, at)?.length === to - at) return [];
  return [mention(context, { from: at, to }, 'organisation', 2)];
}
