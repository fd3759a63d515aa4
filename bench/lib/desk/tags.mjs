import { slugify } from '#core/article/slug';
import { blankTag } from '#core/desk/defaults';
import { vocabularyVersion } from '#core/desk/schema';
import { tagColours } from '#core/desk/values';
import { Random, zipfTable } from './random.mjs';
import { topics } from './topics.mjs';
import { newBody, newPerson, newTown } from './voice.mjs';

const invented = { person: 260, organisation: 150, place: 210, event: 60 };

/** About 800 tags: topics under one another, people, organisations, places and events. The same for a seed. */
export function makeTags(seed) {
  const random = new Random(seed, 801);
  const taken = new Set();
  const tags = topicTags(random, taken);
  for (const [type, count] of Object.entries(invented))
    for (let made = 0; made < count; made += 1) tags.push(inventedTag(random, taken, type));
  return tags;
}

export function makeVocabulary(tags) {
  return { format: 'marbre-vocabulary', version: vocabularyVersion, tags };
}

function tagOf(taken, type, labels, change = {}) {
  const plain = slugify(labels.fr ?? labels.en, 'tag');
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
  taken.add(id);
  return { id, labels, aliases: [], ...blankTag, type, ...change };
}

function topicTags(random, taken) {
  let parent = null;
  return topics.split('\n').map((line) => {
    const [fr, en, code] = line.trim().split('|');
    const isUnder = line.startsWith(' ');
    const tag = tagOf(
      taken,
      'topic',
      { fr, en },
      {
        parent: isUnder ? parent : null,
        colour: isUnder ? null : random.pick(tagColours),
        iptc: code ? `medtop:${code}` : null,
      },
    );
    if (!isUnder) parent = tag.id;
    return tag;
  });
}

const inventions = {
  person: newPerson,
  organisation: (random, language) => newBody(random, language).replace(/^(?:le |la |l’|the )/, ''),
  place: newTown,
  event: (random, language) => {
    const place = newTown(random, language);
    const year = random.between(2016, 2026);
    return language === 'fr' ? `Festival de ${place} ${year}` : `${place} Festival ${year}`;
  },
};

function inventedTag(random, taken, type) {
  const language = random.next() < 0.6 ? 'fr' : 'en';
  const name = inventions[type](random, language);
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  const aliases = random.isOneIn(5) ? [label.split(' ').at(-1)] : [];
  return tagOf(taken, type, { [language]: label }, { aliases, retired: random.isOneIn(60) });
}

/** Draws tags for articles: a few of them are everywhere, most are rare. */
export function tagDraw(tags, seed) {
  const random = new Random(seed, 802);
  const shuffled = tags
    .filter(({ retired }) => !retired)
    .map((tag) => ({ tag, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ tag }) => tag.id);
  const table = zipfTable(shuffled.length, 0.95);
  return (chance, count) => [
    ...new Set(Array.from({ length: count }, () => chance.pickRanked(shuffled, table))),
  ];
}
