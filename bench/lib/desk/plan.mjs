import { checkingDefaults } from '#core/desk/defaults';
import { deskVersion } from '#core/desk/schema';
import { defaultStatuses } from '#core/desk/statuses';
import { Random, zipfTable } from './random.mjs';
import { makeTags, tagDraw } from './tags.mjs';
import { newPerson } from './voice.mjs';

const sections = {
  politics: 'Politique',
  economy: 'Économie',
  society: 'Société',
  justice: 'Justice',
  world: 'International',
  sport: 'Sports',
  culture: 'Culture',
  science: 'Sciences',
  health: 'Santé',
  environment: 'Environnement',
  education: 'Éducation',
  transport: 'Transports',
  incidents: 'Faits divers',
  regions: 'Régions',
};

/** What all articles of a generated desk share. */
export function planDesk({ articles, seed }) {
  const tags = makeTags(seed);
  const bylines = people(seed, 803, 120);
  return {
    articles,
    seed,
    tags,
    drawTags: tagDraw(tags, seed),
    bylines,
    bylineTable: zipfTable(bylines.length, 0.8),
    checkers: people(seed, 804, 12),
    fields: Object.keys(sections),
    sections: Object.values(sections),
    inWork: Math.round(Math.min(articles / 5, 200 + articles / 500)),
  };
}

function people(seed, stream, count) {
  const random = new Random(seed, stream);
  const names = new Set();
  while (names.size < count) names.add(newPerson(random, random.next() < 0.6 ? 'fr' : 'en'));
  return [...names];
}

/** The desk’s own settings: a newsroom of several people, with a few searches that it keeps. */
export function makeSettings({ articles, seed }) {
  const newest = { by: 'modified', descending: true };
  return {
    format: 'marbre-desk',
    version: deskVersion,
    id: `bench-${articles}-${seed}`,
    name: `Banc d’essai ${articles}`,
    language: 'fr',
    cutRules: [],
    frenchSpace: 'no-break',
    ...checkingDefaults(),
    onePerson: false,
    statuses: defaultStatuses(),
    searches: [
      { id: 'perimes', name: 'Vérifications périmées', query: 'has:stale', sort: newest, pinned: true },
      {
        id: 'en-cours',
        name: 'En vérification',
        query: 'status:in-check',
        sort: { by: 'due', descending: false },
        pinned: false,
      },
    ],
    publication: { name: '', address: '' },
  };
}
