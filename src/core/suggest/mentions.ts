import { fold } from '#core/language/words';
import { type BlockContext, lowerAt } from './context';
import { bodyEnd, type Run } from './runs';
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

/** A name over the tokens of a run. */
export function mention(
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

/** A place, body or event of the word lists. */
export function listedAt(context: BlockContext, at: number): Mention | null {
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
