import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block, BlockOf, BlockType, Inline, NestedList } from '#core/body/schema';
import { textBlocks } from '#core/body/walk';
import { correctionSection } from '../shared/corrections';
import { isBlank, splitContents } from '../shared/fold';
import { line } from '../shared/wire-metadata';
import { hasWords, isWritten } from '../shared/written';
import { tag } from '../shared/xml';
import { plainRuns, Story } from './story';
import type { ParagraphStyle } from './styles';

/** The first version of InDesign (CS6) whose markup this is; later ones read it. */
const domVersion = '8.0';
const prologue = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  `<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="${domVersion}(370)" ?>`,
  '<?aid SnippetType="InCopyInterchange"?>',
].join('\n');

/** How each block type is written; a type that is missing here does not compile. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>, story: Story) => void } = {
  headline: (block, story) => story.add('Headline', block.content),
  standfirst: (block, story) => story.add('Standfirst', block.content),
  byline: (block, story) => story.add('Byline', block.content),
  paragraph: (block, story) => story.add('Body', block.content),
  heading: (block, story) => story.add(`Heading ${block.level}`, block.content),
  quote: (block, story) => lines(story, block.content, 'Quote', block.attribution, 'Quote attribution'),
  'pull-quote': (block, story) =>
    lines(story, block.content, 'Pull quote', block.attribution, 'Pull quote attribution'),
  list: (block, story) => list(story, block, 1, block.start ?? 1),
  picture: ({ alt, content, credit }, story) => {
    const caption = isBlank(content) && alt !== '' ? [textRun(alt)] : content;
    lines(story, caption, 'Picture caption', credit, 'Picture credit');
  },
  table: (block, story) => story.table(block),
  code: (block, story) => story.add('Code', block.content),
  'fact-box': ({ title, content }, story) => {
    if (!isBlank(title)) story.add('Fact box title', title);
    lines(story, content, 'Fact box');
  },
  embed: ({ url, content }, story) => {
    const title = isBlank(content) ? [textRun(url)] : plainRuns(content);
    const inner = title.flatMap((node) => (node.type === 'text' || node.type === 'break' ? [node] : []));
    story.add('Embed', [{ type: 'link', url, content: inner }]);
  },
  // Footnotes stand where they are called; those that nobody calls are written at the end.
  footnote: () => {},
  divider: (_block, story) => story.add('Divider', [textRun('* * *')]),
};

/** What stood between two breaks is a paragraph of its own; who said it comes behind. */
function lines(
  story: Story,
  content: readonly Inline[],
  style: ParagraphStyle,
  by: readonly Inline[] = [],
  styleOfBy: ParagraphStyle = style,
): void {
  for (const part of splitContents(content)) if (!isBlank(part)) story.add(style, part);
  if (!isBlank(by)) story.add(styleOfBy, by);
}

const listNames = { bullet: 'Bullet', number: 'Numbered', check: 'Check' } as const;

function list(story: Story, { kind, items }: NestedList, depth: number, start = 1): void {
  const style = `${listNames[kind]} list ${depth}` as const;
  for (const [index, item] of items.filter(hasWords).entries()) {
    const box = item.checked === undefined ? [] : [textRun(item.checked ? '☑ ' : '☐ ')];
    // Each list counts for itself.
    const numbering =
      kind === 'number' && index === 0 ? { NumberingContinue: 'false', NumberingStartAt: start } : {};
    story.add(style, [...box, ...item.content], numbering);
    if (item.list) list(story, item.list, depth + 1);
  }
}

/**
 * The article as an InCopy story (ICML), to be placed into a layout: paragraph and character styles by name, footnotes,
 * tables and links as InDesign has them. Pictures are not part of a story: their captions and credits are.
 */
export function writeIcml(article: Article): string {
  const { body, metadata } = article;
  const written = body.filter(isWritten);
  const notes = new Map(
    written.flatMap((block) => (block.type === 'footnote' ? [[block.id, block] as const] : [])),
  );
  const story = new Story(notes);
  for (const block of written) (writers[block.type] as (block: Block, story: Story) => void)(block, story);
  const called = new Set(callsIn(body));
  for (const [id, note] of notes) if (!called.has(id)) story.add('Footnote', note.content);
  const section = correctionSection(article);
  if (section) story.add('Correction heading', [textRun(section.heading)]);
  for (const text of section?.lines ?? []) story.add('Correction', [textRun(text)]);
  const { paragraphs, links } = story.write();
  const title = line(fieldText(body, 'headline')) || metadata.slug;
  const parts = [story.styles.write(), storyElement(title, paragraphs), links].filter((part) => part !== '');
  return `${prologue}\n${tag('Document', { DOMVersion: domVersion, Self: 'marbre_document' }, `\n${parts.join('\n')}\n`)}\n`;
}

function storyElement(title: string, paragraphs: string): string {
  const attributes = {
    Self: 'marbre_story',
    TrackChanges: 'false',
    StoryTitle: title,
    AppliedTOCStyle: 'n',
    AppliedNamedGrid: 'n',
  };
  return tag(
    'Story',
    attributes,
    `\n${tag('StoryPreference', { OpticalMarginAlignment: 'false' })}\n${paragraphs}\n`,
  );
}

/** The footnotes that somebody calls. A call inside a footnote has no place in InDesign, and is none. */
function callsIn(body: readonly Block[]): string[] {
  return [...textBlocks(body.filter(({ type }) => type !== 'footnote'))].flatMap(({ content }) =>
    content.flatMap((node) => (node.type === 'note-reference' ? [node.note] : [])),
  );
}
