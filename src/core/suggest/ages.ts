import { type BlockContext, lowerAt } from './context';
import type { NumberAt } from './numbers';
import { isAdjective } from './role-phrases';

const frenchAgeNouns =
  /^(?:hommes?|femmes?|filles?|fillettes?|garçons?|garçonnets?|enfants?|adolescente?s?|mineure?s?|jeunes?|bébés?|octogénaires?|retraitée?s?|personnes?|âge|fils|fils|étudiante?s?|lycéen(?:ne)?s?|suspecte?s?|mère|père|salariée?s?|conducteurs?|conductrices?|élèves?|touristes?|ouvriers?)$/;

/** Where an age ends; null when the span is none. */
export function ageEnd(context: BlockContext, number: NumberAt, to: number, name: string): number | null {
  if (/^(?:year|month|week|day)s?-old/.test(name)) return to;
  if (/^(?:years?|months?|weeks?|days?)$/.test(name)) {
    const next = lowerAt(context, to);
    if (next === 'old' || next === '-old') return to + 1;
    if (next === 'of' && lowerAt(context, to + 1) === 'age') return to + 2;
    return /^years?$/.test(name) && isAgedBefore(context, number.from) ? to : null;
  }
  return /^(?:ans?|mois)$/.test(name) && isFrenchAge(context, number, to) ? to : null;
}

/** “la chaudière a 41 ans”, and not “il y a 41 ans”. */
function isAgeVerb(context: BlockContext, from: number): boolean {
  return (
    /^(?:a|avait|aura|ont|avaient)$/.test(lowerAt(context, from - 1)) && lowerAt(context, from - 2) !== 'y'
  );
}

/** “à 59 ans”, and not “condamné à cinq ans de prison”. */
function isAtAge(context: BlockContext, from: number, to: number): boolean {
  if (/^(?:de|d'|ferme|fermes)$/.test(lowerAt(context, to))) return false;
  return ![2, 3, 4].some((back) => /^condamn|^peine/.test(lowerAt(context, from - back)));
}

/** “Gisèle Pradal, viticultrice, 61 ans,”: a name not far before. */
function isCapitalNear({ tokens }: BlockContext, from: number): boolean {
  const near = tokens.slice(Math.max(0, from - 9), from - 1);
  return near.some((token) => token.capital && token.sentence === tokens[from]?.sentence);
}

/** “aged of 24 and 41 years”, “the age of the oldest animal at 312 years”. */
function isAgedBefore(context: BlockContext, from: number): boolean {
  const sentence = context.tokens[from]?.sentence;
  for (let at = from - 1; at >= from - 4; at -= 1)
    if (context.tokens[at]?.sentence === sentence && lowerAt(context, at) === 'aged') return true;
  return false;
}

/** An age in French: by its preposition, its verb, or the mark that parts it from a name. */
function isFrenchAge(context: BlockContext, number: NumberAt, to: number): boolean {
  const before = context.tokens[number.from - 1];
  if (before?.kind === 'mark') return isAgeBehindMark(context, number.from, to);
  if (isAgeVerb(context, number.from) && isClosed(context, to)) return true;
  if (before?.lower === 'à') return isAtAge(context, number.from, to);
  if (before?.lower === 'de') return isOfAge(context, number.from);
  if (/^(?:les|des|aux)$/.test(before?.lower ?? '')) return number.form === 'range';
  return before?.lower === 'ses' && /^(?:fêt|souffl)/.test(lowerAt(context, number.from - 2));
}

function isClosed({ tokens }: BlockContext, to: number): boolean {
  const next = tokens[to];
  return !next || (next.kind === 'mark' && /^[,).;:–—»”"]$/.test(next.text)) || next.lower === 'et';
}

/** “Gisèle Pradal, 61 ans,”, “(61 ans)”. */
function isAgeBehindMark(context: BlockContext, from: number, to: number): boolean {
  const mark = context.tokens[from - 1]?.text ?? '';
  if (!/^[,(–—]$/.test(mark) || !isClosed(context, to)) return false;
  return mark === '(' || context.tokens[from - 2]?.text === '»' || isCapitalNear(context, from);
}

/** “un cueilleur de 77 ans”, “le négociant italien de 49 ans”, “un Marseillais de 34 ans”: a trade or a people. */
function isOfSomebody(context: BlockContext, at: number): boolean {
  const { lexicon, tokens } = context;
  const isHead = lexicon.roles.at(tokens, at) !== null;
  const isQualifier =
    (!isHead && isAdjective(context, at)) || lexicon.nationalities.has(lowerAt(context, at));
  const noun = isQualifier && !lexicon.determiners.has(lowerAt(context, at - 1)) ? at - 1 : at;
  const lower = lowerAt(context, noun);
  const before = lowerAt(context, noun - 1);
  if (!(before === ',' || lexicon.determiners.has(before)) || notSomebody.test(lower)) return false;
  if (lexicon.roles.at(tokens, noun) || lexicon.tradeEndings.test(lower) || lexicon.kin.has(lower))
    return true;
  return tokens[noun]?.capital === true
    ? /(?:ais|ois|ien|éen|in|ain|enne|aise|oise)$/.test(lower)
    : peopleNoun.test(lower);
}

const peopleNoun = /\p{Ll}{3}(?:iant|iante|eron|eronne|ateur|atrice|cien|cienne|ard|arde)$/u;
const notSomebody =
  /^(?:milieu|secrétaire|salaire|anniversaire|moteur|chef|valeur|longueur|hauteur|ardeur|retard|milliard)$/;

/** “âgée de 39 ans”, “un homme de 42 ans”, “les moins de 25 ans”, “enfants de moins de 2 ans”. */
function isOfAge(context: BlockContext, from: number): boolean {
  const [noun, third, fourth] = [2, 3, 4].map((back) => lowerAt(context, from - back));
  if (/^âgée?s?$/.test(noun ?? '') || frenchAgeNouns.test(noun ?? '')) return true;
  if (isOfSomebody(context, from - 2)) return true;
  if (!/^(?:plus|moins)$/.test(noun ?? '')) return false;
  return /^(?:de|les|des|aux|âgée?s?)$/.test(third ?? '') || /^âgée?s?$/.test(fourth ?? '');
}
