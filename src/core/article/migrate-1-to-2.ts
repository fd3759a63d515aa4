import { type Fields, isRecord } from './fields-record';

/**
 * Version 2 has more kinds of blocks. Lists say `kind` instead of `ordered`, block quotes have an attribution,
 * articles have comments, suggestions and a target length.
 */
export function toVersion2(article: unknown): unknown {
  if (!isRecord(article)) return article;
  return {
    ...article,
    metadata: isRecord(article.metadata) ? { ...article.metadata, target: null } : article.metadata,
    body: each(article.body, toBlock),
    cuts: each(article.cuts, toCut),
    comments: [],
    suggestions: [],
  };
}

function toCut(cut: Fields): Fields {
  const { place } = cut;
  return isRecord(place) && 'blocks' in place
    ? { ...cut, place: { ...place, blocks: each(place.blocks, toBlock) } }
    : cut;
}

function toBlock(block: Fields): Fields {
  if (block.type === 'list') return toList(block);
  return block.type === 'quote' ? { ...block, attribution: [] } : block;
}

function toList({ ordered, ...list }: Fields): Fields {
  return { ...list, kind: ordered === true ? 'number' : 'bullet', items: each(list.items, toItem) };
}

function toItem(item: Fields): Fields {
  return isRecord(item.list) ? { ...item, list: toList(item.list) } : item;
}

function each(list: unknown, change: (entry: Fields) => Fields): unknown {
  return Array.isArray(list) ? list.map((entry) => (isRecord(entry) ? change(entry) : entry)) : list;
}
