import type { Language } from '#core/article/values';
import { story } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { bodyText, plainText, textBlocks } from '#core/body/walk';
import { englishQuantities } from '#core/language/en/quantities';
import { frenchQuantities } from '#core/language/fr/quantities';
import { sentences } from '#core/language/sentences';
import { fold } from '#core/language/words';

/** Something that the headline or the standfirst says and the story does not. */
export interface HeadlineGap {
  readonly kind: 'number' | 'name';
  /** As it stands there. */
  readonly text: string;
  readonly blockId: string;
}

/** Digits with the separators inside of them: 1 200 · 3,5 · 2.3 · 10’000 */
const number = /\d+(?:[.,’'\u00a0\u202f\u2009 ]\d+)*/g;
const word = /\p{L}[\p{L}\p{M}]*(?:[’'\-‐‑.]\p{L}[\p{L}\p{M}]*)*/gu;
/** What a word carries in front or behind that is no part of a name: l’, d’, ’s. */
const clitic = /^(?:l|d|qu|j|n|s|c)['’](?=\p{L})|['’]s$/iu;

const foundIn = new WeakMap<readonly Block[], readonly HeadlineGap[]>();

/**
 * Every number and name of headline and standfirst that does not occur in the story, in reading order. A number may
 * stand there as a word. Remembered as long as the body is the same object.
 */
export function headlineGaps(body: readonly Block[], language: Language): readonly HeadlineGap[] {
  const known = foundIn.get(body);
  if (known) return known;
  const gaps = search(body, language);
  foundIn.set(body, gaps);
  return gaps;
}

function search(body: readonly Block[], language: Language): HeadlineGap[] {
  const text = bodyText(story(body), '\n');
  if (text.trim() === '') return [];
  const words = new Set(text.match(word)?.flatMap((one) => parts(one).map(fold)) ?? []);
  const numbers = new Set(text.match(number)?.map(figure) ?? []);
  for (const [name, value] of numberWords[language]) if (words.has(name)) numbers.add(value);
  return [...textBlocks(body)]
    .filter(({ type }) => type === 'headline' || type === 'standfirst')
    .flatMap(({ id, content }) => {
      const line = plainText(content);
      return [
        ...numbersIn(line)
          .filter((one) => !numbers.has(figure(one)))
          .map((one): HeadlineGap => ({ kind: 'number', text: one, blockId: id })),
        ...namesIn(line, language)
          .filter((one) => !parts(one).every((part) => words.has(fold(part))))
          .map((one): HeadlineGap => ({ kind: 'name', text: one, blockId: id })),
      ];
    });
}

/** `deux=2` as words and figures. */
function pairsOf(list: string): (readonly [name: string, value: string])[] {
  return list.split(/[\s,]+/).flatMap((entry) => {
    const [name = '', value = ''] = entry.split('=');
    return name === '' || value === '' ? [] : [[fold(name), value] as const];
  });
}

const numberWords: Readonly<Record<Language, readonly (readonly [name: string, value: string])[]>> = {
  fr: pairsOf(frenchQuantities.cardinals),
  en: pairsOf(englishQuantities.cardinals),
};

function numbersIn(line: string): string[] {
  return [...new Set(line.match(number) ?? [])];
}

/** A figure in one spelling: blanks and apostrophes only group its digits. */
function figure(text: string): string {
  return text.replace(/[’'\u00a0\u202f\u2009 ]/g, '').replaceAll(',', '.');
}

/** The halves of a compound name, without what only leans on them. */
function parts(name: string): string[] {
  return name.replace(clitic, '').split(/[-‐‑]/);
}

/**
 * Words that only names are written like: a capital inside of a sentence, or capitals throughout. Where most words have
 * capitals, that is how headlines are set there, and only acronyms tell.
 */
function namesIn(line: string, language: Language): string[] {
  const heads = new Set(sentences(line, language).map(({ start }) => firstWord(line, start)));
  const words = [...line.matchAll(word)].map((match) => ({
    text: match[0].replace(clitic, ''),
    at: match.index,
  }));
  const long = words.filter(({ text }) => text.length > 3);
  const isTitleCase = long.length > 2 && long.filter(isCapital).length > 0.6 * long.length;
  const found = words.filter(
    (one) => isAcronym(one.text) || (!isTitleCase && isCapital(one) && !heads.has(one.at)),
  );
  return [...new Set(found.map(({ text }) => text))];
}

function isCapital({ text }: { readonly text: string }): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text);
}

function isAcronym(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text.replaceAll('.', ''));
}

/** Where the first word at or behind `start` begins. */
function firstWord(line: string, start: number): number {
  const at = line.slice(start).search(/\p{L}/u);
  return at < 0 ? line.length : start + at;
}
