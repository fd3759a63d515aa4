import { textRun } from '#core/body/normalize';
import { boundText } from '#core/claims/bound-text';
import { newClaim, newEvidence } from '#core/claims/create';
import { giveOutcome } from '#core/claims/outcomes';
import { checksOf } from '#core/claims/status';
import { addDays, instantOn } from './calendar.mjs';
import * as facts from './facts.mjs';
import { surname } from './names.mjs';
import { newBody, newPerson, newTown } from './voice.mjs';

const outcomes = {
  confirmed: 0.8,
  'confirmed-with-change': 0.04,
  wrong: 0.03,
  disputed: 0.02,
  'not-verifiable': 0.04,
  'on-author': 0.03,
  'not-checkable': 0.04,
};
/** How much of the claims is settled at each stage, how often the words changed behind it, who they are given to. */
const progress = {
  raw: { settled: 0, stale: 0, assigned: 0.1 },
  'in-progress': { settled: 0.1, stale: 0.1, assigned: 0.3 },
  'in-check': { settled: 0.55, stale: 0.08, assigned: 0.9 },
  ready: { settled: 0.95, stale: 0.03, assigned: 0.9 },
  published: { settled: 0.93, stale: 0.02, assigned: 0.3 },
  archived: { settled: 0.93, stale: 0.02, assigned: 0.3 },
};

/**
 * Puts claims on facts of a story: `{ lines, claims }`, each line with the `runs` of its text. At stale claims the
 * text is another than the one on which the outcome was given. `context`: `{ language, day, stage, checkers }`.
 */
export function checkStory(random, lines, wanted, context) {
  const chosen = chooseFacts(random, lines, wanted);
  const claims = [];
  const checked = lines.map((line, index) => {
    const marked = (chosen.get(index) ?? []).sort((one, other) => one.start - other.start);
    const pieces = marked.map((fact) => {
      const made = makeClaim(random, line.text, fact, `k${claims.length + 1}`, context);
      claims.push(made.claim);
      return { ...fact, id: made.claim.id, words: made.words };
    });
    return { ...line, runs: runsOf(line.text, pieces) };
  });
  return { lines: checked, claims };
}

/** Facts by the index of their line; none stands in another. */
function chooseFacts(random, lines, wanted) {
  const chosen = new Map();
  let left = wanted;
  for (let attempt = 0; attempt < wanted * 4 && left > 0; attempt += 1) {
    const index = random.below(lines.length);
    const { facts: known } = lines[index];
    if (known.length === 0) continue;
    const fact = random.pick(known);
    const here = chosen.get(index) ?? [];
    if (here.some((other) => fact.start < other.end && other.start < fact.end)) continue;
    chosen.set(index, [...here, fact]);
    left -= 1;
  }
  return chosen;
}

function runsOf(text, pieces) {
  const runs = [];
  let at = 0;
  for (const { start, end, id, words } of pieces) {
    if (start > at) runs.push(textRun(text.slice(at, start)));
    runs.push(textRun(words, [], [id]));
    at = end;
  }
  if (at < text.length) runs.push(textRun(text.slice(at)));
  return runs;
}

/** A claim, and the words that stand in the copy now. */
function makeClaim(random, line, { kind, start, end }, id, context) {
  const { day, stage, checkers } = context;
  const share = progress[stage];
  const text = line.slice(start, end);
  const by = random.pick(checkers);
  const at = instantOn(random, day, 8, 12);
  const claim = {
    ...newClaim({ id, text, kind, at, by }),
    assertedBy: kind === 'quotation' ? newPerson(random, context.language) : '',
    risk: random.weighted({ normal: 0.94, legal: 0.04, safety: 0.02 }),
    assignee: random.next() < share.assigned ? random.pick(checkers) : '',
    note: random.isOneIn(9) ? remark(random, context) : '',
    evidence: evidenceOf(random, { ...context, at, by }),
  };
  if (random.next() >= share.settled) return { claim, words: text };
  const anchor = { ranges: [], bound: [], text, boundText: boundText(line, start, end) };
  const settled = settle(random, claim, anchor, { ...context, by: claim.assignee || by });
  return { claim: settled, words: random.next() < share.stale ? otherWords(random, kind, context) : text };
}

function settle(random, claim, anchor, context) {
  const value = random.weighted(outcomes);
  return checksOf(claim).reduce((known, check) => {
    const given = giveOutcome(known, anchor, {
      check,
      value,
      reason: known.evidence.length === 0 || random.isOneIn(3) ? remark(random, context) : '',
      by: context.by,
      role: 'checker',
      at: instantOn(random, context.day, 12, 19),
      suggested: value === 'confirmed-with-change' ? otherWords(random, claim.kind, context) : null,
    });
    if (!given.ok) throw new Error(given.code);
    return given.value;
  }, claim);
}

const newWords = {
  number: facts.number,
  percentage: facts.percentage,
  money: facts.money,
  duration: facts.duration,
  date: (random, language, day) => facts.date(random, language, day),
  person: newPerson,
  place: newTown,
  organisation: newBody,
  role: (_, language) => (language === 'fr' ? 'ancien élu' : 'former member'),
  quotation: (_, language) => (language === 'fr' ? 'nous ne dirons rien de plus' : 'we shall say no more'),
};

function otherWords(random, kind, { language, day }) {
  return newWords[kind](random, language, day);
}

const remarks = {
  fr: [
    'Vu au registre.',
    'Confirmé par téléphone.',
    'Le communiqué donne le même chiffre.',
    'Relu avec le procès-verbal.',
    'À vérifier auprès du service de presse.',
    'La version imprimée dit autre chose.',
    'Retrouvé dans nos archives.',
  ],
  en: [
    'Seen in the register.',
    'Confirmed by telephone.',
    'The statement gives the same figure.',
    'Read against the minutes.',
    'To be checked with the press office.',
    'The printed version says otherwise.',
    'Found in our archives.',
  ],
};

export function remark(random, { language }) {
  return random.pick(remarks[language]);
}

function evidenceOf(random, context) {
  const count = random.isOneIn(6) ? 0 : random.weighted({ 1: 0.7, 2: 0.22, 3: 0.08 });
  return Array.from({ length: Number(count) }, (_, index) => ({
    ...newEvidence(sourceOf(random, context), { id: `e${index + 1}`, at: context.at, by: context.by }),
    quote: random.isOneIn(4) ? context.voice.sentence().text : '',
    stance: random.weighted({ supports: 0.9, mentions: 0.07, contradicts: 0.03 }),
    tier: random.weighted({ primary: 0.4, secondary: 0.4, 'press-release': 0.15, reference: 0.05 }),
    sensitivity: random.weighted({ internal: 0.7, public: 0.26, confidential: 0.04 }),
  }));
}

function sourceOf(random, { language, day, voice }) {
  const type = random.weighted({ web: 0.7, person: 0.18, passage: 0.12 });
  if (type === 'web') {
    const site = surname(language, random.openRank(1.5)).toLowerCase();
    return {
      type,
      url: `https://${site}.example/${day.slice(0, 4)}/${random.between(1, 99_999)}`,
      title: voice.headline(),
      publisher: random.isOneIn(2) ? newBody(random, language) : '',
      date: random.isOneIn(3) ? null : addDays(day, -random.between(0, 90)),
      accessed: day,
    };
  }
  if (type === 'passage') return { type, text: voice.sentence().text, from: newBody(random, language) };
  return {
    type,
    name: newPerson(random, language),
    when: day,
    how: language === 'fr' ? 'téléphone' : 'telephone',
    confirmed: remark(random, { language }),
  };
}
