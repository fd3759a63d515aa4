import { Voice } from './voice.mjs';

/** How long stories are, in words: log-normal, and one in 300 is a long read. */
const medianWords = 350;
const deviation = 0.62;
const longReads = { oneIn: 300, least: 3_000, most: 20_000 };
/** A word and the blank behind it. */
const charactersPerWord = 6.1;

function lengthOf(random) {
  if (!random.isOneIn(longReads.oneIn))
    return Math.min(2_900, Math.max(40, medianWords * Math.exp(deviation * random.normal())));
  return longReads.least * (longReads.most / longReads.least) ** random.next();
}

/**
 * What an article says: `{ language, field, headline, standfirst, lines }`. Each line is `{ type, text, facts }`, the
 * facts being `{ kind, start, end }` in UTF-16 units of its text.
 */
export function writeStory(random, { language, field, day }) {
  const voice = new Voice(random, language, field, day);
  const length = lengthOf(random) * charactersPerWord;
  const lines = [];
  let written = 0;
  let sinceHeading = 0;
  while (written < length) {
    if (sinceHeading > 7 && random.isOneIn(2)) {
      lines.push({ type: 'heading', text: voice.headline(), facts: [] });
      sinceHeading = 0;
    }
    const line = nextLine(random, voice);
    lines.push(line);
    written += line.text.length;
    sinceHeading += 1;
  }
  return {
    language,
    field,
    voice,
    headline: voice.headline(),
    standfirst: random.isOneIn(12) ? '' : voice.sentence().text,
    lines,
  };
}

function nextLine(random, voice) {
  const type = random.weighted(lineTypes);
  return { type, ...writeParagraph(random, voice, type === 'paragraph' ? random.between(1, 4) : 1) };
}

const lineTypes = { paragraph: 0.93, item: 0.035, quote: 0.025, 'pull-quote': 0.01 };

/** A few sentences in a row, and where their facts stand. */
export function writeParagraph(random, voice, sentences = random.between(1, 4)) {
  let text = '';
  const facts = [];
  for (let count = 0; count < sentences; count += 1) {
    if (text !== '') text += ' ';
    const next = voice.sentence();
    for (const { kind, start, end } of next.facts)
      facts.push({ kind, start: start + text.length, end: end + text.length });
    text += next.text;
  }
  return { text, facts };
}
