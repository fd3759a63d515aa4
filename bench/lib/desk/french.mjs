import { zipfTable } from './random.mjs';
import * as stock from './stock-fr.mjs';

/** French grammar, as far as the sentences need it: gender, number, elision and contraction. */
const unchanging = new Set(['porte-parole', 'cessez-le-feu', 'main-d’œuvre', 'centre-ville']);
const plainAl = /^(?:bal|carnaval|festival|récital|fatal|final|naval|banal)$/;
const aspirated = /^(?:handicap|hausse|hameau|hall|haie|halte|hangar|harcèlement|hasard|haut|honte|hors)/i;
const vowel = /^[aeiouyàâéèêëîïôùûœæh]/i;

export const isElided = (text) => vowel.test(text) && !aspirated.test(text);

export function plural(word) {
  if (unchanging.has(word) || /[sxz]$/.test(word)) return word;
  if (/al$/.test(word) && !plainAl.test(word)) return word.replace(/al$/, 'aux');
  if (/(?:trav|vitr)ail$/.test(word)) return word.replace(/ail$/, 'aux');
  return /(?:eau|eu|au)$/.test(word) && !/(?:pneu|bleu)$/.test(word) ? `${word}x` : `${word}s`;
}

/** Only what stands before a preposition takes the plural: `chiffres d’affaires`. */
function pluralOfAll(text) {
  const words = text.split(' ');
  const end = words.findIndex((word) => /^(?:d’.*|de|à|en|au|du)$/.test(word));
  return words.map((word, index) => (end === -1 || index < end ? plural(word) : word)).join(' ');
}

const irregular = { public: 'publique', long: 'longue', sec: 'sèche', nouveau: 'nouvelle', frais: 'fraîche' };
const feminineRules = [
  [/e$/, 'e'],
  [/er$/, 'ère'],
  [/f$/, 've'],
  [/eux$/, 'euse'],
  [/x$/, 'sse'],
  [/(ei?)l$/, '$1lle'],
  [/([éy])en$/, '$1enne'],
  [/ien$/, 'ienne'],
  [/on$/, 'onne'],
  [/et$/, 'ète'],
  [/$/, 'e'],
];

export function feminine(word) {
  if (irregular[word]) return irregular[word];
  const [pattern, ending] = feminineRules.find(([rule]) => rule.test(word));
  return word.replace(pattern, ending);
}

const participles = {
  interdire: 'interdit',
  poursuivre: 'poursuivi',
  rejoindre: 'rejoint',
  réduire: 'réduit',
  prévoir: 'prévu',
  maintenir: 'maintenu',
};

function participle(infinitive) {
  return participles[infinitive] ?? infinitive.replace(/er$/, 'é').replace(/ir$/, 'i');
}

export const list = (text) => text.split(' ').map((entry) => entry.replaceAll('_', ' '));
export const ranked = (entries, exponent) => ({ entries, table: zipfTable(entries.length, exponent) });

function nounsOf({ m, f }) {
  const noun = (gender) => (text) => ({ text, gender, plural: pluralOfAll(text) });
  const [masculine, feminines] = [list(m).map(noun('m')), list(f).map(noun('f'))];
  // The two genders take turns, so that neither is rarer than the other.
  const longest = Math.max(masculine.length, feminines.length);
  return Array.from({ length: longest }, (_, at) => [masculine[at], feminines[at]])
    .flat()
    .filter((entry) => entry !== undefined);
}

export const words = {
  general: ranked(nounsOf(stock.nouns), 0.9),
  fields: Object.fromEntries(
    Object.entries(stock.fields).map(([name, entries]) => [name, ranked(nounsOf(entries), 0.9)]),
  ),
  adjectives: ranked(
    list(stock.adjectives).map((m) => {
      const f = feminine(m);
      return { m, f, ms: plural(m), fs: plural(f) };
    }),
  ),
  infinitives: ranked(list(stock.verbs)),
  participles: ranked(list(stock.verbs).map(participle)),
  adverbs: ranked(list(stock.adverbs)),
  times: ranked(list(stock.times), 0.8),
  connectors: ranked(list(stock.connectors), 0.5),
  roles: { m: ranked(list(stock.roles.m)), f: ranked(list(stock.roles.f)) },
  firstNames: { m: ranked(list(stock.firstNames.m), 0.5), f: ranked(list(stock.firstNames.f), 0.5) },
  bodies: nounsOf(stock.bodies),
  units: ranked(list(stock.units), 0.8),
};

export function of(text) {
  if (text.startsWith('le ')) return `du ${text.slice(3)}`;
  if (text.startsWith('les ')) return `des ${text.slice(4)}`;
  return isElided(text) ? `d’${text}` : `de ${text}`;
}

export function to(text) {
  if (text.startsWith('le ')) return `au ${text.slice(3)}`;
  return text.startsWith('les ') ? `aux ${text.slice(4)}` : `à ${text}`;
}

function withArticle({ gender }, text) {
  if (isElided(text)) return `l’${text}`;
  return `${gender === 'm' ? 'le' : 'la'} ${text}`;
}

/** `le conseil`, mostly; `un conseil`, `ce conseil`, `son conseil` at times. */
function singular(random, noun) {
  const { text, gender } = noun;
  const draw = random.next();
  if (draw < 0.76) return withArticle(noun, text);
  if (draw < 0.9) return `${gender === 'm' ? 'un' : 'une'} ${text}`;
  const before = gender === 'm' || isElided(text);
  if (draw < 0.95) return `${gender === 'f' ? 'cette' : isElided(text) ? 'cet' : 'ce'} ${text}`;
  return `${before ? 'son' : 'sa'} ${text}`;
}

/** A noun with its article, and often with an adjective or another noun. `draw` gives nouns. */
export function nounPhrase(random, draw, isPlural, depth = 0) {
  const noun = draw(random);
  const { gender } = noun;
  let text = isPlural ? `les ${noun.plural}` : singular(random, noun);
  if (random.next() < 0.3) {
    const adjective = random.pickRanked(words.adjectives.entries, words.adjectives.table);
    text += ` ${adjective[isPlural ? `${gender}s` : gender]}`;
  }
  if (depth < 2 && random.next() < 0.24)
    text += ` ${of(nounPhrase(random, draw, random.isOneIn(4), depth + 1))}`;
  return text;
}
