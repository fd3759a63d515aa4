import { createArticle } from '#core/article/create';
import { slugify } from '#core/article/slug';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { addToQuery, askQuery } from '#core/claims/queries';
import { dayAt, dayFromToday, instantOn } from './calendar.mjs';
import { checkStory, remark } from './checking.mjs';
import { Random } from './random.mjs';
import { writeParagraph, writeStory } from './story.mjs';
import { newTown } from './voice.mjs';

const idAlphabet = '0123456789abcdefghijkmnpqrstuvwxyz';
/** A wire story that comes again with one paragraph changed: one article in 200. */
const wireCopies = { oneIn: 200, reach: 40 };

/** The article at `index` of a desk, whatever its neighbours are. `plan`: from `planDesk`. */
export function articleAt(plan, index) {
  const random = new Random(plan.seed, index, 2);
  const story = storyAt(plan, index, random);
  const stage = stageAt(plan, index, random);
  const day = dayOf(plan, index);
  const created = instantOn(random, day);
  const context = { language: story.language, day, stage, checkers: plan.checkers, voice: story.voice };
  const { lines, claims } = checkStory(random, story.lines, wantedClaims(random, stage), context);
  const blocks = blocksOf(lines);
  const article = createArticle(idOf(random), story.language, created);
  return {
    ...article,
    metadata: { ...article.metadata, ...metadataOf(plan, random, story, { stage, day }) },
    body: composeBody(
      { headline: story.headline, standfirst: story.standfirst, byline: bylineOf(plan, random) },
      blocks,
    ),
    claims,
    queries: queriesOf(random, blocks, context),
  };
}

/** Ten years of what is out, and the last five weeks of what is in work. */
function dayOf({ articles, inWork }, index) {
  const out = articles - inWork;
  if (index < out) return dayAt((index + 0.5) / out);
  return dayFromToday(-Math.round(35 * (1 - (index - out + 1) / inWork)));
}

/** The newest articles are those in work. */
function stageAt({ articles, inWork }, index, random) {
  if (index >= articles - inWork)
    return random.weighted({ raw: 0.25, 'in-progress': 0.35, 'in-check': 0.26, ready: 0.14 });
  const isOld = index < articles * 0.7;
  return random.weighted({ published: isOld ? 0.2 : 0.95, archived: isOld ? 0.8 : 0.05 });
}

function storyAt(plan, index, random) {
  if (!isWireCopy(plan, index)) return ownStory(plan, index);
  const original = ownStory(plan, index - random.between(1, wireCopies.reach));
  const changed = random.below(original.lines.length);
  const lines = original.lines.map((line, at) =>
    at === changed ? { ...line, ...writeParagraph(random, original.voice, 2) } : line,
  );
  return { ...original, lines, isWire: true };
}

/** Whether an article is another version of one that stands shortly before it. */
export function isWireCopy(plan, index) {
  return index >= wireCopies.reach && new Random(plan.seed, index, 3).isOneIn(wireCopies.oneIn);
}

function ownStory(plan, index) {
  const random = new Random(plan.seed, index, 1);
  const language = random.next() < 0.6 ? 'fr' : 'en';
  return writeStory(random, { language, field: random.pick(plan.fields), day: dayOf(plan, index) });
}

function idOf(random) {
  return Array.from({ length: 10 }, () => random.pick(idAlphabet)).join('');
}

/** A third of all articles has claims; what is being checked has them always. */
function wantedClaims(random, stage) {
  const isChecked = stage === 'in-check' || stage === 'ready';
  if (!isChecked && random.next() >= 0.33) return 0;
  return Math.min(12, 1 + Math.floor(-4.2 * Math.log(1 - random.next())));
}

function bylineOf({ bylines, bylineTable }, random) {
  if (random.isOneIn(14)) return '';
  const name = random.pickRanked(bylines, bylineTable);
  const other = random.isOneIn(12) ? random.pickRanked(bylines, bylineTable) : name;
  return other === name ? name : `${name}, ${other}`;
}

/** Items that follow one another are one list. */
function blocksOf(lines) {
  const blocks = [];
  for (const [index, line] of lines.entries()) {
    const id = `b${index + 1}`;
    const content = line.runs ?? [textRun(line.text)];
    const last = blocks.at(-1);
    if (line.type === 'item' && last?.type === 'list') last.items.push({ id: `${id}i`, content });
    else blocks.push(blockOf(line.type, id, content));
  }
  return blocks;
}

function blockOf(type, id, content) {
  if (type === 'item') return { id, type: 'list', kind: 'bullet', items: [{ id: `${id}i`, content }] };
  if (type === 'heading') return { id, type, level: 2, content };
  if (type === 'paragraph') return { id, type, content };
  return { id, type, content, attribution: [] };
}

const agencies = ['Agence Ligne', 'Presse du Littoral', 'North Wire', 'County Press'];
const rights = { fr: 'Tous droits réservés', en: 'All rights reserved' };

function metadataOf(plan, random, story, { stage, day }) {
  const { language, headline, voice, isWire = false } = story;
  const isDone = stage === 'published' || stage === 'archived';
  const source = isWire || random.isOneIn(3) ? random.pick(agencies) : '';
  return {
    status: stage,
    tags: plan.drawTags(random, Math.min(9, Math.floor(-3.4 * Math.log(1 - random.next())))),
    slug: slugify(headline),
    section: plan.sections[plan.fields.indexOf(story.field)],
    seoHeadline: random.isOneIn(3) ? voice.headline().slice(0, 70).trimEnd() : '',
    shortHeadline: random.isOneIn(4) ? headline.slice(0, 40).trimEnd() : '',
    dateline: random.next() < 0.6 ? newTown(random, language) : '',
    published: isDone ? day : null,
    ...(isDone ? {} : planned(random)),
    source,
    rights: source === '' ? '' : rights[language],
    notes: random.isOneIn(10) ? `${remark(random, { language })} ${voice.sentence().text}` : '',
    target: random.isOneIn(20) ? { unit: 'words', count: random.between(2, 12) * 100 } : null,
    modified: instantOn(random, day, 20, 24),
  };
}

/** Most of what is in work is wanted soon, and some must not leave before an hour. */
function planned(random) {
  const due = random.next() < 0.8 ? dayFromToday(random.between(-3, 12)) : null;
  const until = `${dayFromToday(random.between(0, 9))}T0${random.between(4, 9)}:00:00.000Z`;
  const zone = random.pick(['Europe/Paris', 'Europe/London']);
  return { due, embargo: random.isOneIn(7) ? { until, zone } : null };
}

const questions = {
  fr: ['Qui le dit ?', 'De quand date ce chiffre ?', 'Est-ce le bon prénom ?', 'A-t-on deux sources ?'],
  en: [
    'Who says so?',
    'From when is this figure?',
    'Is this the right first name?',
    'Do we have two sources?',
  ],
};
const queryShare = {
  raw: 0.3,
  'in-progress': 0.4,
  'in-check': 0.6,
  ready: 0.1,
  published: 0.04,
  archived: 0.03,
};

/** Questions to the author; those of what is out are nearly all settled. */
function queriesOf(random, blocks, { language, day, stage, checkers }) {
  if (random.next() >= queryShare[stage]) return [];
  const lines = blocks.filter(({ type }) => type === 'paragraph');
  if (lines.length === 0) return [];
  const openShare = stage === 'published' || stage === 'archived' ? 0.1 : 0.7;
  return Array.from({ length: random.between(1, 3) }, (_, index) => {
    const block = random.pick(lines);
    const text = block.content.map((run) => run.text).join('');
    const said = (words, from, to) => ({
      text: words,
      by: random.pick(checkers),
      at: instantOn(random, day, from, to),
    });
    const about = { id: `q${index + 1}`, claim: null, blockId: block.id, text, to: '' };
    const asked = askQuery(about, said(random.pick(questions[language]).replace(' ?', '\u00a0?'), 8, 12));
    if (!asked.ok) throw new Error(asked.code);
    if (random.next() < openShare) return asked.value;
    const settled = addToQuery(asked.value, 'resolved', said(remark(random, { language }), 13, 18));
    if (!settled.ok) throw new Error(settled.code);
    return settled.value;
  });
}
