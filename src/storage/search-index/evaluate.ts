import type { Query } from '#core/search/query';
import { Bits } from './bits';
import { filtered, tagged, type World } from './filters';
import { matching, matchOf, type Words } from './match';

/** The articles, of any shelf, that a query finds. `all`: those that there are. */
export function evaluate(query: Query, world: World, all: Bits): Bits {
  const match = textMatch(query, world);
  if (match !== null) return matching(world.database, match, world.columns.size);
  switch (query.type) {
    case 'all':
      return all.copy();
    case 'not':
      return all.copy().without(evaluate(query.part, world, all));
    case 'filter':
      return filtered(query.filter, world);
    case 'words': {
      const found = matching(world.database, matchOf(query), world.columns.size);
      return found.or(tagged(tagsOf(query, world), world));
    }
    default:
      return joined(query.parts, query.type, world, all);
  }
}

/** Words that are no names of tags go to SQLite in one question, which it answers faster than each by itself. */
function joined(parts: readonly Query[], how: 'and' | 'or', world: World, all: Bits): Bits {
  const isText = (part: Query): boolean => textMatch(part, world) !== null;
  const text = parts.filter(isText);
  const rest = parts.filter((part) => !isText(part));
  const sets = (text.length > 0 ? [{ type: how, parts: text } as const, ...rest] : rest).map((part) =>
    evaluate(part, world, all),
  );
  const [first = new Bits(world.columns.size), ...others] = sets;
  return others.reduce((found, set) => (how === 'and' ? found.and(set) : found.or(set)), first);
}

/** A query that asks for nothing but words in texts, in FTS5's language; null for any other. */
function textMatch(query: Query, world: World): string | null {
  if (query.type === 'words') return tagsOf(query, world).size === 0 ? matchOf(query) : null;
  if (query.type !== 'and' && query.type !== 'or') return null;
  const matches = query.parts.map((part) => textMatch(part, world));
  return matches.includes(null) ? null : `(${matches.join(` ${query.type.toUpperCase()} `)})`;
}

/** Ids of the tags that some words name; none where the words are wanted in one field. */
function tagsOf(words: Words, { tags }: World): ReadonlySet<string> {
  return words.field === null ? tags.withWords(words) : new Set();
}

/** The words that an article is wanted for, whatever else is asked, in FTS5's language; null when there are none. */
export function wantedMatch(query: Query): string | null {
  if (query.type === 'words') return matchOf(query);
  if (query.type !== 'and' && query.type !== 'or') return null;
  const matches = query.parts.map(wantedMatch).filter((match) => match !== null);
  return matches.length === 0 ? null : `(${matches.join(` ${query.type.toUpperCase()} `)})`;
}

/** The articles with a tag that is named by one of the words that are wanted. */
export function wantedByTag(query: Query, world: World): Bits {
  if (query.type === 'words') return tagged(tagsOf(query, world), world);
  const found = new Bits(world.columns.size);
  if (query.type === 'and' || query.type === 'or')
    for (const part of query.parts) found.or(wantedByTag(part, world));
  return found;
}
