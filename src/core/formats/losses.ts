import type { Article } from '#core/article/schema';
import { slotsOf } from '#core/body/blocks';
import type { Block, BlockOf, BlockType, Inline, ListItem } from '#core/body/schema';
import { leaves, slotContent } from '#core/body/walk';
import { type Feature, features } from './features';
import { isBlank } from './shared/fold';
import type { Format } from './types';

/** What an article holds that a format loses, in the order of the table of features. */
export function lossesOf(article: Article, { loses }: Pick<Format, 'loses'>): Feature[] {
  if (!loses || loses.length === 0) return [];
  const held = featuresOf(article);
  return loses.filter((feature) => held.has(feature));
}

/** Every feature that an article makes use of. */
export function featuresOf(article: Article): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  for (const block of article.body) addBlock(found, block);
  for (const feature of features) if (recordOf[feature]?.(article)) found.add(feature);
  return found;
}

type Held = Set<Feature>;

function addBlock(found: Held, block: Block): void {
  const details = detailsOf[block.type] as ((block: Block, found: Held) => void) | undefined;
  const isEmptyField = (block.type === 'standfirst' || block.type === 'byline') && isBlank(block.content);
  if (block.type !== 'paragraph' && !isEmptyField) found.add(block.type);
  details?.(block, found);
  for (const slot of slotsOf[block.type]) addContent(found, slotContent(block, slot));
}

/** What the types of blocks have beside their lines. */
const detailsOf: { readonly [T in BlockType]?: (block: BlockOf<T>, found: Held) => void } = {
  heading: ({ level }, found) => void (level !== 2 && found.add('heading-level')),
  quote: ({ attribution }, found) => void (!isBlank(attribution) && found.add('attribution')),
  'pull-quote': ({ attribution }, found) => void (!isBlank(attribution) && found.add('attribution')),
  list: ({ kind, start, items }, found) => {
    addListKind(found, kind);
    if (start !== undefined) found.add('list-start');
    addItems(found, items);
  },
  picture: ({ alt, width, credit }, found) => {
    found.add('picture-bytes');
    if (width !== 100) found.add('picture-width');
    if (alt !== '') found.add('picture-text');
    if (!isBlank(credit)) found.add('picture-credit');
  },
  table: ({ header, rows }, found) => {
    if (header) found.add('table-header');
    for (const { cells } of rows) for (const { content } of cells) addContent(found, content);
  },
  code: ({ language }, found) => void (language !== '' && found.add('code-language')),
};

function addListKind(found: Held, kind: 'bullet' | 'number' | 'check'): void {
  if (kind === 'number') found.add('numbered-list');
  if (kind === 'check') found.add('check-list');
}

function addItems(found: Held, items: readonly ListItem[]): void {
  for (const { content, list } of items) {
    addContent(found, content);
    if (!list) continue;
    found.add('nested-list');
    addListKind(found, list.kind);
    addItems(found, list.items);
  }
}

function addContent(found: Held, content: readonly Inline[]): void {
  if (content.some(({ type }) => type === 'link')) found.add('link');
  if (content.some((node) => node.type === 'link' && node.title)) found.add('link-title');
  for (const leaf of leaves(content)) {
    if (leaf.type === 'break') found.add('line-break');
    else for (const mark of leaf.marks ?? []) found.add(mark);
  }
}

/** What stands beside the body. */
const recordOf: { readonly [F in Feature]?: (article: Article) => boolean } = {
  language: () => true,
  published: ({ metadata }) => metadata.published !== null,
  tags: ({ metadata }) => metadata.tags.length > 0,
  'seo-headline': ({ metadata }) => metadata.seoHeadline !== '',
  'short-headline': ({ metadata }) => metadata.shortHeadline !== '',
  dateline: ({ metadata }) => metadata.dateline !== '',
  section: ({ metadata }) => metadata.section !== '',
  source: ({ metadata }) => metadata.source !== '',
  rights: ({ metadata }) => metadata.rights !== '',
  embargo: ({ metadata }) => metadata.embargo !== null,
  due: ({ metadata }) => metadata.due !== null,
  notes: ({ metadata }) => metadata.notes !== '',
  'lead-picture': ({ metadata }) => metadata.picture !== null,
  claims: ({ claims }) => claims.length > 0,
  queries: ({ queries }) => queries.length > 0,
  comments: ({ comments }) => comments.length > 0,
  suggestions: ({ suggestions }) => suggestions.length > 0,
  corrections: ({ corrections }) => corrections.length > 0,
};
