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
  const parsed = marked.map((block, index) => parseBlock(name, block, index));
  return {
    name,
    language: field('language') === 'en' ? 'en' : 'fr',
    published: field('published'),
    blocks: parsed.map(({ text }) => text),
    spans: parsed.flatMap(({ spans }) => spans),
  };
}

const opening = /\{([a-z]+)(?: by=([^|{}]*)|=([^|{}]*))?\|/y;

function parseBlock(name: string, marked: string, block: number): { text: string; spans: GoldSpan[] } {
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
  const add = (key: string, more: Score): void => {
    const { found, gold, hits } = scores.get(key) ?? { found: 0, gold: 0, hits: 0 };
    scores.set(key, { found: found + more.found, gold: gold + more.gold, hits: hits + more.hits });
  };
  for (const story of stories) {
    const { language, published } = story;
    const suggestions = suggestClaims({ body: bodyOf(story), metadata: { language, published } });
    const spans = story.spans.filter(({ kind }) => kind !== 'fact');
    const kinds = new Set([...spans.map(({ kind }) => kind), ...suggestions.map(({ kind }) => kind)]);
    for (const kind of kinds) {
      const gold = spans.filter((span) => span.kind === kind);
      const found = suggestions.filter((one) => one.kind === kind);
      const hits = gold.filter((span) => found.some((one) => isHit(span, one)));
      add(`${language} ${kind}`, { gold: gold.length, found: found.length, hits: hits.length });
      misses.push(...missesOf(story, gold, found));
    }
    const facts = story.spans.filter(({ kind }) => kind === 'fact');
    const covered = facts.filter((fact) => isCovered(fact, suggestions));
    add(`${language} fact`, { gold: facts.length, found: facts.length, hits: covered.length });
    for (const fact of facts)
      if (!covered.includes(fact))
        misses.push({
          story: story.name,
          kind: 'fact',
          side: 'missed',
          text: fact.text,
          note: null,
          around: '',
        });
    for (const date of spans.filter(({ kind, note }) => kind === 'date' && note !== null)) {
      const same = suggestions.find((one) => isHit(date, one));
      if (!same) continue;
      add(`${language} resolved`, {
        gold: 1,
        found: same.resolved ? 1 : 0,
        hits: same.resolved === date.note ? 1 : 0,
      });
      if (same.resolved !== date.note)
        misses.push({
          story: story.name,
          kind: 'resolved',
          side: 'wrong',
          text: date.text,
          note: `${date.note} / ${same.resolved}`,
          around: around(story, date),
        });
    }
  }
  return { scores, misses };
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
