import { type BlockContext, lowerAt } from './context';
import { isEasternName } from './eastern-names';
import { listedAt, type Mention, mention } from './mentions';
import { isAgencyInDateline, isFollowedLikePerson, isNamedBeside, isSpeechBeside } from './name-cues';
import { roleBefore } from './role-phrases';
import { bodyEnd, isFirstName, isInitialLetter, type Run, runAt } from './runs';

/** A capitalised role inside of a run, with a name behind it: “London Mayor Anna Keller”. */
export function roleInside(
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
    return /^(?:Mount|Lake|Cape|Fort|Port|Loch|Lough|Glen|River|Gulf|Isle|Strait|Bay|County)$/.test(first);
  return lexicon.placeWords.has(first);
}

/** A person’s name has not more words than this. */
const longestPerson = 4;
const allCapitals = /^(?:\p{Lu}{2,6}\d{0,2}|(?:\p{Lu}\.){2,}|\p{Lu}[\p{Lu}&-]{1,6})$/u;

/** What a run of capitals names: by its head and its last word, a role inside of it, a first name, its surroundings. */
export function classify(context: BlockContext, run: Run): Mention[] {
  // “Widow Jean Marsh”: the relative at the head of the sentence is no part of the name.
  const first = context.tokens[run.from];
  if (first?.initial && run.to - run.from > 2 && context.lexicon.kin.has(first.lower))
    return person(context, { from: run.from + 1, to: run.to });
  return withRole(context, run) ?? withHead(context, run) ?? byLastWord(context, run) ?? person(context, run);
}

/** “Ministry of Defence”, “Agence nationale du sport”, “Parc des Princes”: what hangs on the head belongs to it. */
function withHead(context: BlockContext, { from, to }: Run): Mention[] | null {
  const { tokens, lexicon, language } = context;
  const isSingle = to - from === 1;
  const isHead = lexicon.bodyHeads.has(lowerAt(context, from));
  const isBody = isHead || lexicon.bodyTails.has(tokens[to - 1]?.text ?? '');
  const body = isBody ? bodyEnd(context, to, isHead && isSingle && language === 'fr') : to;
  if (body > to) return [mention(context, { from, to: body }, 'organisation', 2)];
  const isEvent = isSingle && lexicon.eventWords.has(tokens[from]?.text ?? '');
  const event = isEvent ? bodyEnd(context, to, language === 'fr') : to;
  if (event > to) return [mention(context, { from, to: event }, 'event', 2)];
  const place = isSingle && isPlaceHead(context, tokens[from]?.text ?? '') ? bodyEnd(context, to) : to;
  return place > to ? [mention(context, { from, to: place }, 'place', 2)] : null;
}

/** “Kestrel Research”, “Harcourt & Sons”, “Festival d’Avignon”, “Orla River”. */
function byLastWord(context: BlockContext, run: Run): Mention[] | null {
  const { tokens, lexicon } = context;
  const { from, to } = run;
  if (to - from < 2) return null;
  const [first, last] = [tokens[from]?.text ?? '', tokens[to - 1]?.text ?? ''];
  const hasAmpersand = tokens.slice(from, to).some(({ text }) => text === '&');
  if (hasAmpersand || lexicon.bodyTails.has(last)) return [mention(context, run, 'organisation', 2)];
  const isName = isFirstName(context, lowerAt(context, from));
  if (!isName && (lexicon.eventWords.has(last) || lexicon.eventWords.has(first)))
    return [mention(context, run, 'event', 2)];
  // “Banque Mansart”, “Radio Éco”: the head says what it is.
  const isHeaded = !isName && lexicon.bodyHeads.has(lowerAt(context, from)) && !lexicon.placeWords.has(first);
  if (isHeaded && !lexicon.placeWords.has(last)) return [mention(context, run, 'organisation', 2)];
  const isPlace = lexicon.placeWords.has(last) || isPlaceHead(context, first);
  return isPlace && (!isName || isBehindArticle(context, from)) ? [mention(context, run, 'place', 2)] : null;
}

/** “President Emmanuel Macron”: the role is the name’s; “Prime Minister” alone is left to the roles. */
function withRole(context: BlockContext, run: Run): Mention[] | null {
  const role = roleInside(context, run);
  if (
    !role ||
    (role.end < run.to && !isFirstName(context, lowerAt(context, role.end)) && isBodyTail(context, run))
  )
    return null;
  // “Lorna Baker” bakes nothing.
  const isSurname = role && role.at === run.from + 1 && role.end === run.to && role.end - role.at === 1;
  const isBesideRole = isSurname && roleBefore(context, run.from) !== null;
  if (isSurname && (isBesideRole || isFirstName(context, lowerAt(context, run.from)))) return null;
  // “Malin Head” is no head of anything.
  if (role.end >= run.to && role.at > run.from && isBodyTail(context, run)) return null;
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
  if (to - from === 1) return oneWord(context, run);
  const isPerson = isFirstName(context, lowerAt(context, from)) || isInitialLetter(context, from);
  if ((isPerson || isEasternName(context, run)) && !isBehindArticle(context, from))
    return [mention(context, run, 'person', 2)];
  const parted = behindAcronym(context, run) ?? splitAtFirstName(context, run) ?? splitAtListed(context, run);
  if (parted) return parted;
  if (tokens[from]?.initial && lexicon.functionWords.has(lowerAt(context, from)))
    return person(context, { from: from + 1, to });
  return [unknownRun(context, run)];
}

/** A run that no list and no first name explains: a person, if the article bears it out. */
function unknownRun(context: BlockContext, run: Run): Mention {
  const before = isAgencyInDateline(context, run) ? 'organisation' : cueBefore(context, run.from);
  if (before) return mention(context, run, before, before === 'organisation' ? 2 : 1);
  // No French person has an article: “le Klinikum Wolfen” is a house.
  const isThing =
    context.language === 'fr' && /^(?:le|la|l'|les|du|au)$/.test(lowerAt(context, run.from - 1));
  if (isThing) return mention(context, run, null, 0);
  if (isDateline(context, run)) return mention(context, run, 'place', 1);
  return mention(context, run, run.to - run.from <= longestPerson ? 'person' : null, 1);
}

function oneWord(context: BlockContext, run: Run): Mention[] {
  const text = context.tokens[run.from]?.text ?? '';
  if (!allCapitals.test(text)) return [single(context, run)];
  return context.lexicon.knownAcronyms.has(text) ? [] : [mention(context, run, 'acronym', 2)];
}

/** “l’AFP Sandrine Mocquet” is an agency and a person, “FC Roubion” is one club. */
function behindAcronym(context: BlockContext, { from, to }: Run): Mention[] | null {
  const isAll = context.tokens.slice(from, to).every(({ text }) => text === text.toUpperCase());
  if (to - from < 2 || isAll || !/^\p{Lu}{2,6}$/u.test(context.tokens[from]?.text ?? '')) return null;
  const isPerson = isFirstName(context, lowerAt(context, from + 1)) && to - from > 2;
  if (!isPerson) return [mention(context, { from, to }, 'organisation', 2)];
  return [...person(context, { from, to: from + 1 }), ...person(context, { from: from + 1, to })];
}

/** “Striker Anna Keller”, “Angry Anna Keller”: a first name in the middle begins the person. */
function splitAtFirstName(context: BlockContext, { from, to }: Run): Mention[] | null {
  for (let at = from + 1; at < to - 1; at += 1) {
    if (!isFirstName(context, lowerAt(context, at)) || /['’]s$/.test(lowerAt(context, at))) continue;
    return [...person(context, { from, to: at }), mention(context, { from: at, to }, 'person', 2)];
  }
  return null;
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

/** “Lezgara (Karsavie), 14 avr 2026 (AFP) -”: an agency’s name and a dash soon behind the first word. */
function hasAgencyDash(tokens: BlockContext['tokens'], to: number): boolean {
  const near = tokens.slice(to, to + 14);
  const dash = near.findIndex(({ text, gap }) => gap && /^[-–—]$/.test(text));
  return (
    dash > 0 &&
    near
      .slice(0, dash)
      .some(({ text, kind }) => kind === 'figure' || /^(?:AFP|AP|Reuters|dpa|EFE)$/.test(text))
  );
}

/** “PORT ELLERY, Ore. —”: the place at the head of a story. */
function isDateline({ tokens }: BlockContext, { from, to }: Run): boolean {
  if (from > 0 || !/^[,(—–-]$/.test(tokens[to]?.text ?? '')) return false;
  const isAllCapitals = tokens.slice(from, to).every(({ text }) => text === text.toUpperCase());
  return isAllCapitals || hasAgencyDash(tokens, to);
}

const townName = /-(?:sur|sous|en|les|lès|la|le|aux|de|du|des|d'|on|upon|in|under|by|le)-/i;

/** One capital word: what stands before it may say what it names. */
function single(context: BlockContext, run: Run): Mention {
  const text = context.tokens[run.from]?.text ?? '';
  if (isDateline(context, run)) return mention(context, run, 'place', 2);
  if (context.lexicon.bodyHeads.has(lowerAt(context, run.from)))
    return mention(context, run, 'organisation', 1);
  if (townName.test(text) || /^Saint(?:e|s)?-/.test(text)) return mention(context, run, 'place', 2);
  if (context.lexicon.bodyTails.has(text)) return mention(context, run, 'organisation', 1);
  if (isAgencyInDateline(context, run)) return mention(context, run, 'organisation', 2);
  if (isFollowedLikePerson(context, run.to) || isNamedBeside(context, run.from))
    return { ...mention(context, run, 'person', 1), isInitial: false };
  const before = cueBefore(context, run.from);
  const hasArticle = /^(?:the|le|la|l'|les)$/.test(lowerAt(context, run.from - 1));
  if (before === null && !hasArticle && isSpeechBeside(context, run))
    return mention(context, run, 'person', 1);
  return mention(context, run, before, before === null ? 0 : before === 'organisation' ? 2 : 1);
}
