import type { Language } from '#core/article/values';
import { englishNames } from '#core/language/en/names';
import { englishQuantities } from '#core/language/en/quantities';
import { englishStatements } from '#core/language/en/statements';
import { englishTimes } from '#core/language/en/times';
import { femaleFirstNames, maleFirstNames } from '#core/language/first-names';
import { frenchNames } from '#core/language/fr/names';
import { frenchQuantities } from '#core/language/fr/quantities';
import { frenchStatements } from '#core/language/fr/statements';
import { frenchTimes } from '#core/language/fr/times';
import type { NameWords } from '#core/language/name-words';
import type { QuantityWords } from '#core/language/quantity-words';
import type { StatementWords } from '#core/language/statement-words';
import type { TimeShift, TimeWords } from '#core/language/time-words';
import { fold, wordsOf } from '#core/language/words';
import { verbForms } from './forms';
import { bookOf, PhraseBook, phrases, words } from './phrase-book';
import { lowered } from './tokens';

interface Lists {
  readonly quantities: QuantityWords;
  readonly times: TimeWords;
  readonly names: NameWords;
  readonly statements: StatementWords;
}

const lists: Readonly<Record<Language, Lists>> = {
  fr: { quantities: frenchQuantities, times: frenchTimes, names: frenchNames, statements: frenchStatements },
  en: {
    quantities: englishQuantities,
    times: englishTimes,
    names: englishNames,
    statements: englishStatements,
  },
};

/** A set of the lower-case words of a list. */
export function setOf(list: string): Set<string> {
  return new Set(words(list).map(lowered));
}

/** A set of the words of a list without their accents: “Tomas” is “Tomás”. */
function foldedSet(list: string): Set<string> {
  return new Set(words(list).map(fold));
}

/** `word=value` pairs of a list, by lower-case word. */
function valuesOf(list: string): Map<string, number> {
  return new Map(
    words(list).map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [lowered(name), Number(value)] as const;
    }),
  );
}

function quantityLexicon({ quantities }: Lists, language: Language) {
  return {
    cardinals: valuesOf(quantities.cardinals),
    scales: valuesOf(quantities.scales),
    attachedScales: new Map(
      words(quantities.attachedScales).map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return [name, Number(value)] as const;
      }),
    ),
    collectives: valuesOf(quantities.collectives),
    ordinals: setOf(quantities.ordinals),
    ordinalEndings: setOf(quantities.ordinalEndings),
    joiners: setOf(quantities.joiners),
    articles: setOf(quantities.articles),
    vague: setOf(quantities.vague),
    rangeOpeners: setOf(quantities.ranges.openers),
    rangeJoiners: setOf(quantities.ranges.joiners),
    percent: bookOf({ percent: quantities.percent }, language),
    units: new PhraseBook(
      phrases(quantities.units).map((unit) => [unit, unit] as const),
      language,
    ),
    currencies: bookOf({ currency: quantities.currencies }, language),
    currencySigns: new Set(words(quantities.currencySigns)),
    timeUnits: valuesOf(quantities.timeUnits),
    adjectivesBefore: setOf(quantities.adjectivesBefore),
    nounless: setOf(quantities.nounless),
    plurals: setOf(quantities.plurals),
    numbered: setOf(quantities.numbered),
    clockBefore: setOf(quantities.clockBefore),
    spanBefore: setOf(quantities.spanBefore),
  };
}

/** Short forms that agencies and translated copy write beside the usual ones. */
const rareMonths: Readonly<Record<Language, string>> = {
  fr: 'jan=1 fév=2 fev=2 févr=2 fevr=2 aout=8 sep=9 dec=12 decembre=12 fevrier=2',
  en: 'sep=9',
};

/** Months by every way to write them, 1 to 12. */
function monthsOf(language: Language): Map<string, number> {
  const { months, shortMonths } = wordsOf[language];
  return new Map([
    ...[...months, ...shortMonths].map((name, index) => [lowered(name), (index % 12) + 1] as const),
    ...valuesOf(rareMonths[language]),
  ]);
}

function timeLexicon({ times }: Lists, language: Language) {
  return {
    months: monthsOf(language),
    fullMonths: new Set(wordsOf[language].months.map(lowered)),
    /** Monday is 1. */
    weekdays: new Map(wordsOf[language].weekdays.map((name, index) => [lowered(name), index + 1] as const)),
    relative: new PhraseBook<TimeShift | null>(
      [
        ...times.relative.flatMap(([list, shift]) =>
          phrases(list).map((phrase): [string, TimeShift | null] => [phrase, shift]),
        ),
        ...phrases(times.unresolved).map((phrase): [string, TimeShift | null] => [phrase, null]),
      ],
      language,
    ),
    last: setOf(times.last),
    next: setOf(times.next),
    current: setOf(times.current),
    seasons: new Map(
      (['spring', 'summer', 'autumn', 'winter'] as const).flatMap((season) =>
        words(times.seasons[season]).map((name) => [lowered(name), season] as const),
      ),
    ),
    beforeYear: setOf(times.beforeYear),
    beforeMonth: setOf(times.beforeMonth),
    yearParts: new PhraseBook(
      phrases(times.yearParts).map((pair): [string, number] => {
        const [name = '', month = ''] = pair.split('=');
        return [name, Number(month)];
      }),
      language,
    ),
    decades: setOf(times.decades),
    centuries: setOf(times.century),
    future: setOf(times.future),
    futureEndings: times.futureEndings,
    holidays: bookOf({ holiday: times.holidays }, language),
  };
}

/** Names of places that mean the same in either language: short ones may be words of the other. */
function foreignPlaces(list: string): string[] {
  return phrases(list).filter((name) => name.length > 7 || name.includes('-'));
}

function nameLexicon({ names }: Lists, language: Language) {
  const other = lists[language === 'fr' ? 'en' : 'fr'].names;
  const male = setOf(names.titles.male);
  const female = setOf(names.titles.female);
  return {
    maleTitles: male,
    femaleTitles: female,
    titles: new Set([...male, ...female, ...setOf(names.titles.any), ...setOf(other.titles.any)]),
    roles: bookOf({ role: names.roles, common: names.commonRoles }, language),
    femaleRoles: setOf(names.femaleRoles),
    rolePrefixes: setOf(names.rolePrefixes),
    roleEndings: names.roleEndings,
    tradeEndings: names.tradeEndings,
    kin: setOf(names.kin),
    roleFamilies: names.roleFamilies.split(',').map(setOf),
    bodyBefore: setOf(names.bodyBefore),
    determiners: setOf(names.determiners),
    links: setOf(names.links),
    particles: setOf(names.particles),
    nationalities: setOf(names.nationalities),
    placeBefore: setOf(names.placeBefore),
    placeWords: new Set(words(names.placeWords)),
    places: bookOf({ place: [names.places, ...foreignPlaces(other.places)].join(',') }, language),
    bodyHeads: setOf(names.bodyHeads),
    bodyTails: new Set(words(names.bodyTails)),
    bodies: bookOf({ body: names.bodies }, language),
    commonBodies: bookOf({ body: names.commonBodies }, language),
    events: bookOf({ event: names.events }, language),
    eventWords: new Set(words(names.eventWords)),
    malePronouns: setOf(names.pronouns.male),
    femalePronouns: setOf(names.pronouns.female),
    anyPronouns: setOf(names.pronouns.any),
    knownAcronyms: new Set(words(names.knownAcronyms)),
    notNames: new Set(words(names.notNames)),
    /** What was asked before: folding costs more than the answer. Grows with the words of the articles read. */
    firstNames: new Map<string, boolean>(),
    maleNames: foldedSet(maleFirstNames),
    femaleNames: foldedSet(femaleFirstNames),
  };
}

function statementLexicon({ statements }: Lists, language: Language) {
  return {
    speech: new Set([
      ...verbForms(words(statements.speechVerbs).map(lowered), language),
      ...setOf(statements.speechForms),
    ]),
    judging: new Set([
      ...verbForms(words(statements.judgingVerbs).map(lowered), language),
      ...setOf(statements.judgingForms),
    ]),
    attributions: bookOf({ attribution: statements.attributions }, language),
    statements: bookOf(
      {
        attribution: statements.hedges,
        superlative: statements.superlatives,
        causal: statements.causal,
        comparison: statements.comparison,
      },
      language,
    ),
    superlativeBefore: bookOf({ superlative: statements.superlativeBefore }, language),
    titleBefore: setOf(statements.titleBefore),
    auxiliaries: setOf(statements.auxiliaries),
    functionWords: setOf(statements.functionWords),
    writings: setOf(statements.writings),
  };
}

/** The words with which a date or a quantity can begin: all others are passed over at one look. */
function startsOf(quantities: ReturnType<typeof quantityLexicon>, times: ReturnType<typeof timeLexicon>) {
  return {
    quantityStarts: new Set([
      ...quantities.cardinals.keys(),
      ...quantities.scales.keys(),
      ...quantities.collectives.keys(),
      ...quantities.articles,
      ...quantities.vague,
      ...quantities.ordinals,
      ...['half', 'an', 'moitié'],
    ]),
    dateStarts: new Set([
      ...times.months.keys(),
      ...times.weekdays.keys(),
      ...times.relative.firstWords(),
      ...times.decades,
      ...times.seasons.keys(),
      ...times.yearParts.firstWords(),
      ...times.holidays.firstWords(),
      ...quantities.ordinals,
      'ad',
    ]),
  };
}

function lexiconOf(language: Language) {
  const own = lists[language];
  const quantities = quantityLexicon(own, language);
  const times = timeLexicon(own, language);
  return {
    language,
    ...quantities,
    ...times,
    ...startsOf(quantities, times),
    ...nameLexicon(own, language),
    ...statementLexicon(own, language),
  };
}

export type Lexicon = ReturnType<typeof lexiconOf>;

const made = new Map<Language, Lexicon>();

/** The word lists of a language, made for looking up; the first call for a language makes them. */
export function lexicon(language: Language): Lexicon {
  const known = made.get(language);
  if (known) return known;
  const fresh = lexiconOf(language);
  made.set(language, fresh);
  return fresh;
}
