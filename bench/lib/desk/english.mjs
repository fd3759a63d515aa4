import { list, ranked } from './french.mjs';
import * as stock from './stock-en.mjs';

/** English grammar, as far as the sentences need it. */
const irregular = {
  child: 'children',
  wolf: 'wolves',
  'hit-and-run': 'hit-and-runs',
  'pile-up': 'pile-ups',
  half: 'halves',
  crisis: 'crises',
  hypothesis: 'hypotheses',
  diagnosis: 'diagnoses',
  thesis: 'theses',
  species: 'species',
  'parish council': 'parish councils',
};

export function plural(text) {
  if (irregular[text]) return irregular[text];
  if (/ (?:of|in) /.test(text)) return text.replace(/^(\S+)/, (word) => plural(word));
  if (/[^aeiou]y$/.test(text)) return text.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh)$/.test(text) ? `${text}es` : `${text}s`;
}

const doubled = new Set(['plan', 'plug', 'ban', 'scrap', 'trim', 'cap']);
const irregularPast = {
  pay: 'paid',
  win: 'won',
  feed: 'fed',
  hear: 'heard',
  light: 'lit',
  uphold: 'upheld',
  meet: 'met',
};

/** `hear about` is `heard about`. */
export function past(verb) {
  const [word, ...others] = verb.split(' ');
  return [pastOf(word), ...others].join(' ');
}

function pastOf(verb) {
  if (irregularPast[verb]) return irregularPast[verb];
  if (doubled.has(verb) || /[^aeio]el$|control$|[^aeiou]efer$/.test(verb)) return `${verb}${verb.at(-1)}ed`;
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, 'ied');
  return /e$/.test(verb) ? `${verb}d` : `${verb}ed`;
}

const nounsOf = (text) => list(text).map((entry) => ({ text: entry, plural: plural(entry) }));

export const words = {
  general: ranked(nounsOf(stock.nouns), 0.9),
  fields: Object.fromEntries(
    Object.entries(stock.fields).map(([name, entries]) => [name, ranked(nounsOf(entries), 0.9)]),
  ),
  adjectives: ranked(list(stock.adjectives)),
  infinitives: ranked(list(stock.verbs)),
  participles: ranked(list(stock.verbs).map(past)),
  adverbs: ranked(list(stock.adverbs)),
  times: ranked(list(stock.times), 0.8),
  connectors: ranked(list(stock.connectors), 0.5),
  roles: ranked(list(stock.roles)),
  firstNames: ranked(list(stock.firstNames), 0.5),
  bodies: list(stock.bodies),
  units: ranked(list(stock.units), 0.8),
};

const oneSounded = /^(?:uni|us[eu]|euro|one\b)/i;
const silentH = /^(?:hour|honou?r|honest|heir)/i;

export function withA(text) {
  const isVowel = (/^[aeiou]/i.test(text) && !oneSounded.test(text)) || silentH.test(text);
  return `${isVowel ? 'an' : 'a'} ${text}`;
}

function adjective(random) {
  return random.pickRanked(words.adjectives.entries, words.adjectives.table);
}

/** An adjective and a noun, without an article. */
export function describedNoun(random, draw) {
  return `${adjective(random)} ${draw(random).text}`;
}

/** A noun with its article, and often with an adjective or another noun. `draw` gives nouns. */
export function nounPhrase(random, draw, isPlural, depth = 0) {
  const noun = draw(random);
  const described = random.next() < 0.3 ? `${adjective(random)} ` : '';
  let text = isPlural ? determined(random, described + noun.plural) : singular(random, described + noun.text);
  if (depth < 2 && random.next() < 0.24)
    text += ` ${random.isOneIn(5) ? 'for' : 'of'} ${nounPhrase(random, draw, random.isOneIn(4), depth + 1)}`;
  return text;
}

function singular(random, text) {
  const draw = random.next();
  if (draw < 0.72) return `the ${text}`;
  if (draw < 0.9) return withA(text);
  return `${draw < 0.95 ? 'this' : 'its'} ${text}`;
}

/** English plurals often stand alone. */
function determined(random, text) {
  return random.next() < 0.6 ? `the ${text}` : text;
}
