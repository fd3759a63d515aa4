import { type Language, languages } from '#core/article/values';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block, Inline, ListItem } from '#core/body/schema';
import type { Template } from '../templates';
import { en } from './en';
import { fr } from './fr';

/** Ready-made structures that every desk has. They lie in no file; what is to be filled in is marked TK. */
export const starterNames = ['brief', 'interview', 'explainer', 'obituary'] as const;
type StarterName = (typeof starterNames)[number];

interface StarterText {
  readonly name: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly byline?: string;
  /** Usual length. */
  readonly words: number;
  /** `## ` begins a heading, `- ` an item of a list, `! title|text` a fact box; anything else is a paragraph. */
  readonly lines: readonly string[];
  readonly notes?: string;
}
export type StarterTexts = Readonly<Record<StarterName, StarterText>>;

const texts: Readonly<Record<Language, StarterTexts>> = { fr, en };

/** The starters, those in `first` (the language of the desk) before the others. */
export function starters(first: Language): Template[] {
  const ordered = [first, ...languages.filter((language) => language !== first)];
  return ordered.flatMap((language) => starterNames.map((name) => starter(name, language)));
}

/** The starter with this id; undefined when it is none of ours. */
export function starterById(id: string): Template | undefined {
  return isStarter(id) ? starters('fr').find((one) => one.id === id) : undefined;
}

/** Ids of starters; no template of a desk is given one. */
export function isStarter(id: string): boolean {
  return id.startsWith('starter-');
}

function starter(name: StarterName, language: Language): Template {
  const { headline, standfirst = '', byline = '', words, lines, notes = '', ...text } = texts[language][name];
  return {
    id: `starter-${name}-${language}`,
    name: text.name,
    language,
    section: '',
    status: 'in-progress',
    tags: [],
    target: { unit: 'words', count: words },
    notes,
    body: composeBody({ headline, standfirst, byline }, blocksOf(lines)),
  };
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const [at, line] of lines.entries()) {
    const id = `b${at + 1}`;
    const last = blocks.at(-1);
    const item: ListItem = { id: `${id}i`, content: run(line.slice(2)) };
    if (!line.startsWith('- ')) blocks.push(blockOf(id, line));
    else if (last?.type === 'list') last.items.push(item);
    else blocks.push({ id, type: 'list', kind: 'bullet', items: [item] });
  }
  return blocks;
}

function blockOf(id: string, line: string): Block {
  if (line.startsWith('## ')) return { id, type: 'heading', level: 2, content: run(line.slice(3)) };
  if (!line.startsWith('! ')) return { id, type: 'paragraph', content: run(line) };
  const [title = '', text = ''] = line.slice(2).split('|');
  return { id, type: 'fact-box', title: run(title), content: run(text) };
}

function run(text: string): Inline[] {
  return [textRun(text)];
}
