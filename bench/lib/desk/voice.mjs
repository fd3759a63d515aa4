import * as english from './english.mjs';
import * as facts from './facts.mjs';
import * as french from './french.mjs';
import { surname, town } from './names.mjs';
import * as englishStock from './stock-en.mjs';
import * as frenchStock from './stock-fr.mjs';

const grammars = { fr: french, en: english };
const stocks = { fr: frenchStock, en: englishStock };

const drawRanked = (random, { entries, table }) => random.pickRanked(entries, table);

/**
 * What one article is about, and its way to say it: a handful of people, places, bodies and nouns come back all the
 * time, as they do in any text; the rest is drawn by Zipf’s law.
 */
export class Voice {
  constructor(random, language, field, day) {
    this.random = random;
    this.language = language;
    this.day = day;
    this.words = grammars[language].words;
    this.field = this.words.fields[field];
    this.others = Object.values(this.words.fields);
    this.people = Array.from({ length: 3 }, () => newPerson(random, language));
    this.towns = Array.from({ length: 2 }, () => newTown(random, language));
    this.bodies = Array.from({ length: 2 }, () => newBody(random, language));
    this.subjects = Array.from({ length: 6 }, () => drawRanked(random, this.field));
    /** The facts of the sentence that is being written, by kind and place. */
    this.found = [];
    this.named = '';
    this.draw = () => this.noun();
  }

  noun() {
    const share = this.random.next();
    if (share < 0.22) return this.random.pick(this.subjects);
    if (share < 0.5) return drawRanked(this.random, this.field);
    if (share < 0.86) return drawRanked(this.random, this.words.general);
    return drawRanked(this.random, this.random.pick(this.others));
  }

  phrase(isPlural) {
    return grammars[this.language].nounPhrase(this.random, this.draw, isPlural);
  }

  ranked(name) {
    return drawRanked(this.random, this.words[name]);
  }

  /** One that the article knows, or a new one. */
  familiar(list, make) {
    return this.random.next() < 0.7 ? this.random.pick(list) : make(this.random, this.language);
  }

  person() {
    this.named = this.familiar(this.people, newPerson);
    return this.named;
  }

  /** A sentence of the stock with its facts: `{ text, facts: { kind, start, end }[] }`. */
  sentence() {
    return this.write(this.random.pick(compiled[this.language].sentences));
  }

  headline() {
    return this.write(this.random.pick(compiled[this.language].headlines)).text;
  }

  write(template) {
    this.found = [];
    const text = capitalised(this.fill(template.parts, ''));
    if (template.isQuote) markQuotation(this.found, text);
    return { text, facts: this.found };
  }

  fill(parts, before) {
    let text = before;
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else text = this.put(text, part);
    }
    return text;
  }

  put(text, { slot, prefix, kind }) {
    if (slot === 'clause') return this.fill(this.random.pick(compiled[this.language].clauses).parts, text);
    const word = makers[slot](this);
    const whole = prefix ? prefix(word) : word;
    if (kind) {
      const end = text.length + whole.length;
      this.found.push({ kind, start: end - word.length, end });
    }
    return text + whole;
  }
}

/** The first letter, be it behind a quotation mark. */
function capitalised(text) {
  const at = text[0] === '“' ? 1 : text[0] === '«' ? 2 : 0;
  return text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

const marks = /[«“]\u00a0?([^»”]+?)[,.]?\u00a0?[»”]/;

/** What is said is one fact; what stands in it is not told apart. */
function markQuotation(found, text) {
  const match = marks.exec(text);
  if (!match) return;
  const start = match.index + match[0].indexOf(match[1]);
  const end = start + match[1].length;
  const outside = found.filter((fact) => fact.end <= start || fact.start >= end);
  found.splice(0, found.length, ...outside, { kind: 'quotation', start, end });
}

export function newPerson(random, language) {
  const { firstNames } = grammars[language].words;
  const gender = random.isOneIn(2) ? 'f' : 'm';
  const first = drawRanked(random, language === 'fr' ? firstNames[gender] : firstNames);
  const last = surname(language, random.openRank(1.35));
  return `${first} ${random.isOneIn(40) ? `${last}-${surname(language, random.openRank(1.35))}` : last}`;
}

export function newTown(random, language) {
  return town(language, random.openRank(1.45));
}

export function newBody(random, language) {
  const name = surname(language, random.openRank(1.45));
  const body = random.pick(grammars[language].words.bodies);
  if (language === 'en') return `the ${name} ${body}`;
  const { text, gender } = body;
  return `${french.isElided(text) ? 'l’' : gender === 'm' ? 'le ' : 'la '}${text} ${name}`;
}

/** French roles agree with the person who was named last. */
function roleOf({ random, words, language, named }) {
  if (language === 'en') return drawRanked(random, words.roles);
  return drawRanked(random, words.roles[feminineNames.has(named.split(' ')[0]) ? 'f' : 'm']);
}

/** What may stand in a slot of a sentence. */
const makers = {
  np: (voice) => voice.phrase(false),
  npl: (voice) => voice.phrase(true),
  noun: (voice) => voice.noun().text,
  mnoun: (voice) => voice.random.pick(masculine).text,
  madj: (voice) => voice.ranked('adjectives').m,
  adjnoun: (voice) => english.describedNoun(voice.random, voice.draw),
  pp: (voice) => voice.ranked('participles'),
  ed: (voice) => voice.ranked('participles'),
  inf: (voice) => voice.ranked('infinitives'),
  adv: (voice) => voice.ranked('adverbs'),
  when: (voice) => voice.ranked('times'),
  connector: (voice) => voice.ranked('connectors'),
  unit: (voice) => voice.ranked('units'),
  role: roleOf,
  person: (voice) => voice.person(),
  town: (voice) => voice.familiar(voice.towns, newTown),
  org: (voice) => voice.familiar(voice.bodies, newBody),
  number: ({ random, language }) => facts.number(random, language),
  percent: ({ random, language }) => facts.percentage(random, language),
  money: ({ random, language }) => facts.money(random, language),
  date: ({ random, language, day }) => facts.date(random, language, day),
  duration: ({ random, language }) => facts.duration(random, language),
};

const feminineNames = new Set(french.words.firstNames.f.entries);
const masculine = french.words.general.entries.filter(({ gender }) => gender === 'm').slice(0, 40);

const kinds = {
  person: 'person',
  role: 'role',
  town: 'place',
  org: 'organisation',
  number: 'number',
  percent: 'percentage',
  money: 'money',
  date: 'date',
  duration: 'duration',
};
const prefixes = { de: french.of, à: french.to, a: english.withA };

/** `{de:np}` stands for a slot behind a word that melts with it; what stands behind the last full stop are its flags. */
function compile(template) {
  const isQuote = template.endsWith('@quote');
  const parts = template
    .replace(/@quote$/, '')
    .replaceAll('« ', '«\u00a0')
    .replaceAll(' »', '\u00a0»')
    .replace(/ ([:;?!])/g, '\u00a0$1')
    .replaceAll('{anp}', '{à:np}')
    .split(/\{([^}]+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : slotOf(part)))
    .filter((part) => part !== '');
  return { parts, isQuote };
}

function slotOf(written) {
  const [name, inner] = written.split(':');
  const slot = inner ?? name;
  return { slot, prefix: inner === undefined ? null : prefixes[name], kind: kinds[slot] ?? null };
}

const compiled = Object.fromEntries(
  Object.entries(stocks).map(([language, { sentences, clauses, headlines }]) => [
    language,
    {
      sentences: sentences.map(compile),
      clauses: clauses.map(compile),
      headlines: headlines.map(compile),
    },
  ]),
);
