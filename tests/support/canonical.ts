import { createArticle } from '#core/article/create';
import type { Article, Metadata } from '#core/article/schema';
import { normalizeInline } from '#core/body/normalize';
import type { Block, BlockOf, BlockType, Inline, ListItem } from '#core/body/schema';
import { isBlank, joinContents, splitContents } from '#core/formats/shared/fold';
import { hasWords, isWritten } from '#core/formats/shared/written';

export function articleWith(body: Article['body'], metadata: Partial<Metadata> = {}): Article {
  const article = createArticle('a1', 'fr', '2026-05-12T09:00:00.000Z');
  return { ...article, metadata: { ...article.metadata, ...metadata }, body };
}

/**
 * A body in the one spelling that paragraphs leave: no block that says nothing, no breaks at the edges of what is made of
 * several paragraphs, ids by place.
 */
export function canonical(blocks: readonly Block[]): unknown[] {
  const called = blocks.filter((block) => block.type === 'footnote' && isWritten(block));
  const notes = new Map(called.map(({ id }, index) => [id, `note ${index}`]));
  const line = (content: readonly Inline[]): Inline[] =>
    normalizeInline(content).map((node) =>
      node.type === 'note-reference' ? { ...node, note: notes.get(node.note) ?? '?' } : node,
    );
  const parts = (content: readonly Inline[]): Inline[] => line(joinContents(splitContents(content)));
  const items = (all: readonly ListItem[]): unknown[] =>
    all.filter(hasWords).map(({ content, checked, list }) => ({
      content: parts(content),
      checked,
      ...(list?.items.some(hasWords) && { list: { kind: list.kind, items: items(list.items) } }),
    }));
  const unlessBlank = (content: readonly Inline[]): Inline[] => (isBlank(content) ? [] : line(content));
  const spelled: { readonly [T in BlockType]?: (block: BlockOf<T>) => object } = {
    list: (block) => ({ items: items(block.items) }),
    table: evenTable,
    quote: (block) => ({ content: parts(block.content), attribution: unlessBlank(block.attribution) }),
    'pull-quote': (block) => ({ content: parts(block.content), attribution: unlessBlank(block.attribution) }),
    'fact-box': (block) => ({ title: unlessBlank(block.title), content: parts(block.content) }),
    picture: (block) => ({ content: unlessBlank(block.content), credit: unlessBlank(block.credit) }),
    embed: (block) => ({ content: unlessBlank(block.content.flatMap(withoutLink)) }),
    footnote: (block) => ({ content: parts(block.content) }),
    code: (block) => ({ language: '', content: line(block.content) }),
    divider: () => ({}),
  };
  function evenTable({ header, rows }: BlockOf<'table'>): object {
    const hasHeader = header && rows[0]?.cells.some(({ content }) => !isBlank(content)) === true;
    const kept = header && !hasHeader ? rows.slice(1) : rows;
    return {
      header: hasHeader,
      rows: kept.map(({ cells }) => cells.map(({ content }) => parts(content))),
    };
  }
  return blocks.filter(isWritten).map((block) => {
    const { id: _id, ...rest } = block;
    const spell = spelled[block.type] as ((block: Block) => object) | undefined;
    return {
      ...rest,
      ...(spell ? spell(block) : { content: 'content' in block ? line(block.content) : [] }),
    };
  });
}

function withoutLink(node: Inline): Inline[] {
  return node.type === 'link' ? node.content : [node];
}

/** 600 × 300 pixels of one colour. */
export const picture = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAlgAAAEsCAIAAACQX1rBAAADo0lEQVR42u3VMQ0AAAzDsEIp1EEfh72zZAR5kmkB4K1IAIARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAoARAmCEKgBghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghABghAAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQBGqAIARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARggARgiAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQKAEQJghBIAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAYIQAcLFzPHbivSC8YAAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
);
