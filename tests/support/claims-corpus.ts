import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#core/article/values';
import type { Block } from '#core/body/schema';
import { suggestClaims } from '#core/suggest/suggest';
import type { Suggestion } from '#core/suggest/types';

/** A span that a person has marked; offsets are UTF-16 units in its block's text. */
export interface GoldSpan {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly block: number;
  /** `by=` of a quotation, `=` of a date. */
  readonly note: string | null;
}

export interface Story {
  readonly name: string;
  readonly language: Language;
  readonly published: string | null;
  readonly blocks: readonly string[];
  readonly spans: readonly GoldSpan[];
}

export const corpusFolder = join(import.meta.dirname, '../fixtures/claims-corpus');

/** All stories of the corpus, by language and name. */
export function readCorpus(folder = corpusFolder): Story[] {
  return (['fr', 'en'] as const).flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => parseStory(`${language}/${name}`, readFileSync(join(folder, language, name), 'utf8'))),
  );
}

/** Reads one annotated story; a mark that never closes is an error that names the file. */
export function parseStory(name: string, source: string): Story {
  const [head = '', ...rest] = source.split(/^---\r?\n/m);
  const field = (key: string): string | null =>
    new RegExp(`^${key}: *(.+)$`, 'm').exec(head)?.[1]?.trim() ?? null;
  const marked = rest
    .join('---\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const parsed = marked.map((block, index) => parseMarked(name, block, index));
  return {
    name,
    language: field('language') === 'en' ? 'en' : 'fr',
    published: field('published'),
    blocks: parsed.map(({ text }) => text),
    spans: parsed.flatMap(({ spans }) => spans),
  };
}

const opening = /\{([a-z]+)(?: by=([^|{}]*)|=([^|{}]*))?\|/y;

/** The plain text of a marked block, and its spans. */
export function parseMarked(
  name: string,
  marked: string,
  block: number,
): { text: string; spans: GoldSpan[] } {
  let text = '';
  const open: { kind: string; note: string | null; start: number }[] = [];
  const spans: GoldSpan[] = [];
  for (let at = 0; at < marked.length; ) {
    opening.lastIndex = at;
    const match = opening.exec(marked);
    if (match) {
      open.push({ kind: match[1] ?? '', note: match[2] ?? match[3] ?? null, start: text.length });
      at += match[0].length;
      continue;
    }
    const last = marked[at] === '}' ? open.pop() : undefined;
    if (last) spans.push({ ...last, end: text.length, text: text.slice(last.start), block });
    else text += marked[at];
    at += 1;
  }
  if (open.length > 0 || /[{}]/.test(text))
    throw new Error(`${name}: marks of “${text.slice(0, 40)}” do not pair`);
  return { text, spans };
}

/** The story as an article’s body: block n has the id `b<n>`. */
export function bodyOf({ blocks }: Story): Block[] {
  const hasStandfirst =
    blocks.length > 2 && (blocks[1]?.length ?? 0) < 220 && !/[.!?…»”"]$/.test(blocks[1] ?? '');
  return blocks.map((text, index): Block => {
    const type = index === 0 ? 'headline' : index === 1 && hasStandfirst ? 'standfirst' : 'paragraph';
    return { id: `b${index}`, type, content: text === '' ? [] : [{ type: 'text', text }] };
  });
}

export interface Score {
  readonly found: number;
  readonly gold: number;
  readonly hits: number;
}

export function precision({ hits, found }: Score): number {
  return found === 0 ? 1 : hits / found;
}

export function recall({ hits, gold }: Score): number {
  return gold === 0 ? 1 : hits / gold;
}

export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** What was found wrongly or not at all, for a person to read. */
export interface Miss {
  readonly story: string;
  readonly kind: string;
  readonly side: 'missed' | 'wrong';
  readonly text: string;
  readonly note: string | null;
  readonly around: string;
}

export interface Evaluation {
  /** `<language> <kind>` → score; `fact` has only a recall. */
  readonly scores: ReadonlyMap<string, Score>;
  readonly misses: readonly Miss[];
}

const bare = (name: string): string => name.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, ' ').trim();

/** The same name, or one contained in the other; nobody on both sides. */
export function isSameSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return bare(a).includes(bare(b)) || bare(b).includes(bare(a));
}

function isHit(gold: GoldSpan, found: Suggestion): boolean {
  if (gold.kind !== found.kind || `b${gold.block}` !== found.blockId) return false;
  if (gold.start !== found.start || gold.end !== found.end) return false;
  return gold.kind !== 'quotation' || isSameSpeaker(gold.note, found.speaker);
}

/** Compares what the rules find with what people have marked: the same place, the same kind, the same speaker. */
export function evaluate(stories: readonly Story[]): Evaluation {
  const scores = new Map<string, Score>();
  const misses: Miss[] = [];
  for (const story of stories) {
    const { language, published } = story;
    const suggestions = suggestClaims({ body: bodyOf(story), metadata: { language, published } });
    for (const [kind, score, missed] of [
      ...kindScores(story, suggestions),
      factScore(story, suggestions),
      dayScore(story, suggestions),
    ]) {
      const { found, gold, hits } = scores.get(`${language} ${kind}`) ?? { found: 0, gold: 0, hits: 0 };
      scores.set(`${language} ${kind}`, {
        found: found + score.found,
        gold: gold + score.gold,
        hits: hits + score.hits,
      });
      misses.push(...missed);
    }
  }
  return { scores, misses };
}

type StoryScore = readonly [kind: string, score: Score, misses: readonly Miss[]];

function kindScores(story: Story, suggestions: readonly Suggestion[]): StoryScore[] {
  const spans = story.spans.filter(({ kind }) => kind !== 'fact');
  const kinds = new Set([...spans.map(({ kind }) => kind), ...suggestions.map(({ kind }) => kind)]);
  return [...kinds].map((kind) => {
    const gold = spans.filter((span) => span.kind === kind);
    const found = suggestions.filter((one) => one.kind === kind);
    const hits = gold.filter((span) => found.some((one) => isHit(span, one))).length;
    return [kind, { gold: gold.length, found: found.length, hits }, missesOf(story, gold, found)];
  });
}

/** A sentence is found when something is suggested in it: only its recall says anything. */
function factScore(story: Story, suggestions: readonly Suggestion[]): StoryScore {
  const facts = story.spans.filter(({ kind }) => kind === 'fact');
  const missed = facts.filter((fact) => !isCovered(fact, suggestions));
  const misses = missed.map(
    ({ text }): Miss => ({ story: story.name, kind: 'fact', side: 'missed', text, note: null, around: '' }),
  );
  return ['fact', { gold: facts.length, found: facts.length, hits: facts.length - missed.length }, misses];
}

/** Whether the dates that were found mean the day that people say they mean. */
function dayScore(story: Story, suggestions: readonly Suggestion[]): StoryScore {
  const pairs = story.spans
    .filter(({ kind, note }) => kind === 'date' && note !== null)
    .flatMap((gold) => {
      const found = suggestions.find((one) => isHit(gold, one));
      return found ? [{ gold, resolved: found.resolved }] : [];
    });
  const wrong = pairs.filter(({ gold, resolved }) => gold.note !== resolved);
  const misses = wrong.map(
    ({ gold, resolved }): Miss => ({
      story: story.name,
      kind: 'resolved',
      side: 'wrong',
      text: gold.text,
      note: `${gold.note} / ${resolved}`,
      around: around(story, gold),
    }),
  );
  const found = pairs.filter(({ resolved }) => resolved !== null).length;
  return ['resolved', { gold: pairs.length, found, hits: pairs.length - wrong.length }, misses];
}

function isCovered(fact: GoldSpan, suggestions: readonly Suggestion[]): boolean {
  return suggestions.some(
    (one) => one.blockId === `b${fact.block}` && one.start < fact.end && one.end > fact.start,
  );
}

function around({ blocks }: Story, { block, start, end }: Pick<GoldSpan, 'block' | 'start' | 'end'>): string {
  const text = blocks[block] ?? '';
  return text.slice(Math.max(0, start - 40), end + 40).replace(/\n/g, ' ');
}

function missesOf(story: Story, gold: readonly GoldSpan[], found: readonly Suggestion[]): Miss[] {
  const missed = gold
    .filter((span) => !found.some((one) => isHit(span, one)))
    .map(
      (span): Miss => ({
        story: story.name,
        kind: span.kind,
        side: 'missed',
        text: span.text,
        note: span.note,
        around: around(story, span),
      }),
    );
  const wrong = found
    .filter((one) => !gold.some((span) => isHit(span, one)))
    .map((one): Miss => {
      const block = Number(one.blockId.slice(1));
      return {
        story: story.name,
        kind: one.kind,
        side: 'wrong',
        text: one.text,
        note: one.speaker ?? one.resolved,
        around: around(story, { block, start: one.start, end: one.end }),
      };
    });
  return [...missed, ...wrong];
}
