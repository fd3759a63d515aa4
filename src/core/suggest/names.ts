import { fold } from '#core/language/words';
import { type BlockContext, lowerAt, take } from './context';
import { bodyEnd, isFirstName, isInitialLetter, type Run, runAt, titleEnd } from './runs';
import type { SuggestionKind } from './types';

export type NameKind = Extract<SuggestionKind, 'person' | 'place' | 'organisation' | 'acronym' | 'event'>;
export type Gender = 'male' | 'female';

/** A name where it stands, before the whole article has had its say on what it names. */
export interface Mention {
  /** Token indexes of the name with its title; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Token index of the name without its title. */
  readonly nameFrom: number;
  /** The name as it stands, without its title. */
  readonly name: string;
  readonly guess: NameKind | null;
  /** 3: a word list or a title says so; 2: a rule; 1: its surroundings; 0: nothing. */
  readonly strength: 0 | 1 | 2 | 3;
  /** Begins a sentence: its capital says nothing. */
  readonly isInitial: boolean;
  readonly gender: Gender | null;
}

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
  if (!token || token.kind !== 'word') return [];
  if (!token.capital) return lowerBody(context, at);
  const title = titleEnd(context, at);
  if (title) return [titled(context, at, title)];
  const listed = listedAt(context, at);
  const run = startsRun(context, at) ? runAt(context, at) : null;
  if (listed && (!run || listed.to >= run.to || !isStrongerThan(context, run, listed))) return [listed];
  return run ? classify(context, run) : [];
}

function mention(
  context: BlockContext,
  { from, to }: Run,
  guess: NameKind | null,
  strength: Mention['strength'],
  nameFrom = from,
): Mention {
  const { tokens, text } = context;
  const name = text.slice(tokens[nameFrom]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const gender = guess === 'person' ? genderOf(context, from, nameFrom) : null;
  return { from, to, nameFrom, name, guess, strength, isInitial: tokens[from]?.initial === true, gender };
}

function genderOf(context: BlockContext, from: number, nameFrom: number): Gender | null {
  const { lexicon } = context;
  const article = nameFrom > from ? lowerAt(context, from) : '';
  if (article === 'la') return 'female';
  const title = article;
  if (nameFrom > from && lexicon.maleTitles.has(title)) return 'male';
  if (nameFrom > from && lexicon.femaleTitles.has(title)) return 'female';
  const whole = fold(lowerAt(context, nameFrom));
  const [first = ''] = whole.split('-');
  const isMale = lexicon.maleNames.has(whole) || lexicon.maleNames.has(first);
  const isFemale = lexicon.femaleNames.has(whole) || lexicon.femaleNames.has(first);
  if (isMale === isFemale) return null;
  return isMale ? 'male' : 'female';
}

/** “M. Valade”, “Dr Anna Keller”. */
function titled(context: BlockContext, at: number, end: number): Mention {
  const { to } = runAt(context, end, true);
  const isArticled = context.language === 'fr' && /^(?:le|la|l')$/.test(lowerAt(context, at - 1));
  return mention(context, { from: isArticled ? at - 1 : at, to }, 'person', 3, end);
}

/** A place, body or event of the word lists. */
function listedAt(context: BlockContext, at: number): Mention | null {
  const { lexicon, tokens } = context;
  const hits = [
    { kind: 'organisation', hit: lexicon.bodies.at(tokens, at) },
    { kind: 'place', hit: lexicon.places.at(tokens, at) },
    { kind: 'event', hit: lexicon.events.at(tokens, at) },
  ] as const;
  let best: { kind: NameKind; length: number } | null = null;
  for (const { kind, hit } of hits)
    if (hit && hit.length > (best?.length ?? 0)) best = { kind, length: hit.length };
  if (!best) return null;
  const last = tokens[at + best.length - 1];
  const isArticle = /^(?:la|le|les|the|l')$/.test(lowerAt(context, at));
  const isWholeName = last?.capital === true || best.length > (isArticle ? 2 : 1);
  if (!isWholeName) return null;
  const isBody =
    best.kind === 'organisation' && context.language === 'en' && lowerAt(context, at + best.length) === 'of';
  const to = isBody ? bodyEnd(context, at + best.length) : at + best.length;
  return mention(context, { from: at, to }, best.kind, 3);
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

/** Whether a capital begins a run: not a word of the language at the head of a sentence, not a nationality. */
function startsRun(context: BlockContext, at: number): boolean {
  const { lexicon, tokens, language } = context;
  const token = tokens[at];
  if (!token || lexicon.notNames.has(token.text) || /^\p{Lu}['’]$/u.test(token.text)) return false;
  if (lexicon.functionWords.has(token.lower) && (token.initial || language === 'en')) return false;
  if (token.text.length === 1 && tokens[at + 1]?.text !== '.') return false;
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

/** A capitalised role inside of a run, with a name behind it: “London Mayor Anna Keller”. */
function roleInside(
  { lexicon, tokens }: BlockContext,
  { from, to }: Run,
): { at: number; end: number } | null {
  for (let at = from; at < to; at += 1) {
    const hit = lexicon.roles.at(tokens, at);
    if (hit) return { at, end: at + hit.length };
  }
  return null;
}

/** “Lake Garda”, “Port Ellery”, “Lac Léman”: in English few words open the name of a place. */
function isPlaceHead({ lexicon, language }: BlockContext, first: string): boolean {
  if (language === 'en')
    return /^(?:Mount|Lake|Cape|Fort|Port|Loch|Lough|Glen|River|Gulf|Isle|Strait|Bay)$/.test(first);
  return lexicon.placeWords.has(first);
}

const allCapitals = /^(?:\p{Lu}{2,6}\d{0,2}|(?:\p{Lu}\.){2,}|\p{Lu}[\p{Lu}&-]{1,6})$/u;

function classify(context: BlockContext, run: Run): Mention[] {
  const { tokens, lexicon } = context;
  const { from, to } = run;
  const role = withRole(context, run);
  if (role) return role;
  const last = tokens[to - 1]?.text ?? '';
  const first = tokens[from]?.text ?? '';
  const isHead = to - from === 1 && lexicon.bodyHeads.has(lowerAt(context, from));
  const isBody = lexicon.bodyHeads.has(lowerAt(context, from)) || lexicon.bodyTails.has(last);
  const extended = isBody ? bodyEnd(context, to, isHead && context.language === 'fr') : to;
  if (extended > to) return [mention(context, { from, to: extended }, 'organisation', 2)];
  const hasAmpersand = tokens.slice(from, to).some(({ text }) => text === '&');
  if (to - from > 1 && (hasAmpersand || lexicon.bodyTails.has(last)))
    return [mention(context, run, 'organisation', 2)];
  if (
    to - from > 1 &&
    (lexicon.eventWords.has(last) || lexicon.eventWords.has(first)) &&
    !isFirstName(context, lowerAt(context, from))
  )
    return [mention(context, run, 'event', 2)];
  if (
    to - from > 1 &&
    (lexicon.placeWords.has(last) || isPlaceHead(context, first)) &&
    (isBehindArticle(context, from) || !isFirstName(context, lowerAt(context, from)))
  )
    return [mention(context, run, 'place', 2)];
  return person(context, run);
}

/** “President Emmanuel Macron”: the role is the name’s; “Prime Minister” alone is left to the roles. */
function withRole(context: BlockContext, run: Run): Mention[] | null {
  const role = roleInside(context, run);
  if (
    !role ||
    (role.end < run.to && !isFirstName(context, lowerAt(context, role.end)) && isBodyTail(context, run))
  )
    return null;
  if (role.end >= run.to)
    return role.at === run.from ? [] : classifyRest(context, { from: run.from, to: role.at });
  return [mention(context, runAt(context, role.end, true), 'person', 3)];
}

function isBodyTail({ tokens, lexicon }: BlockContext, { to }: Run): boolean {
  const last = tokens[to - 1]?.text ?? '';
  return lexicon.bodyTails.has(last) || lexicon.placeWords.has(last) || lexicon.eventWords.has(last);
}

function classifyRest(context: BlockContext, run: Run): Mention[] {
  return [listedAt(context, run.from) ?? mention(context, run, null, 0)];
}

function person(context: BlockContext, run: Run): Mention[] {
  const { tokens, lexicon } = context;
  const { from, to } = run;
  const count = to - from;
  const text = tokens[from]?.text ?? '';
  if (count === 1 && allCapitals.test(text))
    return lexicon.knownAcronyms.has(text) ? [] : [mention(context, run, 'acronym', 2)];
  const isPerson = isFirstName(context, lowerAt(context, from)) || isInitialLetter(context, from);
  if (count > 1 && isPerson && !isBehindArticle(context, from)) return [mention(context, run, 'person', 2)];
  const parted = behindAcronym(context, run) ?? splitAtListed(context, run);
  if (parted) return parted;
  if (count === 1) return [single(context, run)];
  if (tokens[from]?.initial && lexicon.functionWords.has(lowerAt(context, from)))
    return person(context, { from: from + 1, to });
  const before = cueBefore(context, from);
  if (before) return [mention(context, run, before, before === 'organisation' ? 2 : 1)];
  return [mention(context, run, isDateline(context, run) ? 'place' : count <= 4 ? 'person' : null, 1)];
}

/** “l’AFP Sandrine Mocquet” is an agency and a person, “FC Roubion” is one club. */
function behindAcronym(context: BlockContext, { from, to }: Run): Mention[] | null {
  const isAll = context.tokens.slice(from, to).every(({ text }) => text === text.toUpperCase());
  if (to - from < 2 || isAll || !/^\p{Lu}{2,6}$/u.test(context.tokens[from]?.text ?? '')) return null;
  const isPerson = isFirstName(context, lowerAt(context, from + 1)) && to - from > 2;
  if (!isPerson) return [mention(context, { from, to }, 'organisation', 2)];
  return [...person(context, { from, to: from + 1 }), ...person(context, { from: from + 1, to })];
}

/** A listed place or body inside of a run parts it: “Angry Marseille”. */
function splitAtListed(context: BlockContext, { from, to }: Run): Mention[] | null {
  for (let at = from + 1; at < to; at += 1) {
    const listed = listedAt(context, at);
    if (!listed || isFirstName(context, lowerAt(context, from)) || listed.guess === null) continue;
    const head = context.tokens[from]?.initial ? [] : [mention(context, { from, to: at }, null, 0)];
    return [...head, listed];
  }
  return null;
}

/** “the Orla River”: no person has an article, but for a role between the two. */
function isBehindArticle(context: BlockContext, from: number): boolean {
  return context.language === 'en' && lowerAt(context, from - 1) === 'the';
}

/** What the word before a name says that it names: “the union Unite”, “near Harwick”. */
function cueBefore({ lexicon, tokens }: BlockContext, from: number): 'organisation' | 'place' | null {
  const hasComma = tokens[from - 1]?.text === ',';
  const before = tokens[hasComma ? from - 2 : from - 1];
  if (!before || before.sentence !== tokens[from]?.sentence) return null;
  if (lexicon.bodyBefore.has(before.lower)) return 'organisation';
  if (hasComma) return null;
  if (lexicon.placeBefore.has(before.lower)) return 'place';
  const beforeThat = tokens[from - 2]?.lower ?? '';
  const isLinked = /^(?:de|d'|du|des|of|the|la|le|l')$/.test(before.lower) && beforeThat !== '';
  return isLinked && lexicon.placeBefore.has(beforeThat) && beforeThat.length > 2 ? 'place' : null;
}

/** “PORT ELLERY, Ore. —”: capitals at the head of a story. */
function isDateline({ tokens }: BlockContext, { from, to }: Run): boolean {
  const isAllCapitals = tokens.slice(from, to).every(({ text }) => text === text.toUpperCase());
  return from === 0 && isAllCapitals && /^[,(—–-]$/.test(tokens[to]?.text ?? '');
}

const townName = /-(?:sur|sous|en|les|lès|la|le|aux|de|du|des|d'|on|upon|in|under|by|le)-/i;

/** One capital word: what stands before it may say what it names. */
function single(context: BlockContext, run: Run): Mention {
  const text = context.tokens[run.from]?.text ?? '';
  if (townName.test(text) || /^Saint(?:e|s)?-/.test(text)) return mention(context, run, 'place', 2);
  if (context.lexicon.bodyTails.has(text)) return mention(context, run, 'organisation', 1);
  const before = cueBefore(context, run.from);
  const hasArticle = /^(?:the|le|la|l'|les)$/.test(lowerAt(context, run.from - 1));
  if (before === null && !hasArticle && isSpeechBeside(context, run))
    return mention(context, run, 'person', 1);
  return mention(context, run, before, before === null ? 0 : before === 'organisation' ? 2 : 1);
}

/** “said Keller”, “Keller has said”. */
export function isSpeechBeside({ lexicon, tokens }: BlockContext, { from, to }: Run): boolean {
  const [before, next, afterNext] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  if (
    before?.kind === 'word' &&
    before.sentence === tokens[from]?.sentence &&
    lexicon.speech.has(before.lower)
  )
    return true;
  if (next?.kind !== 'word') return false;
  // “un sondage Odéa publié lundi”: a participle says nothing.
  if (/(?:é|ée|és|ées)$/.test(next.lower)) return false;
  return (
    lexicon.speech.has(next.lower) ||
    (lexicon.auxiliaries.has(next.lower) && lexicon.speech.has(afterNext?.lower ?? ''))
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
