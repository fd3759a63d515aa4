import type { Facets, FacetValue } from '#core/search/request';
import type { Columns } from './columns';
import type { Names } from './names';
import type { TagWords } from './tag-words';

/** The most values of one facet. */
const most = 50;

/** What the articles at these positions are of. */
export function facetsOf(positions: Int32Array, columns: Columns, tags: TagWords): Facets {
  const { codes, names } = columns;
  return {
    status: counted(tally(positions, codes.status, names.status), names.status),
    section: counted(tally(positions, codes.section, names.section), names.section),
    language: counted(tally(positions, codes.language, names.language), names.language),
    byline: counted(tally(positions, codes.byline, names.byline), names.byline),
    tag: tagFacet(positions, columns, tags),
    month: months(positions, columns.ints.published),
  };
}

function tally(positions: Int32Array, column: Int32Array, names: Names): Int32Array {
  const counts = new Int32Array(names.size);
  for (const position of positions) {
    const code = column[position] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function counted(counts: Int32Array, names: Names): FacetValue[] {
  return mostFrequent([...counts].map((count, code) => ({ value: names.text(code), count })));
}

function mostFrequent(values: readonly FacetValue[]): FacetValue[] {
  return values
    .filter(({ value, count }) => count > 0 && value !== '')
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, most);
}

function tagFacet(positions: Int32Array, columns: Columns, tags: TagWords): FacetValue[] {
  const counts = new Int32Array(columns.names.tag.size);
  columns.tags.tally(positions, counts);
  const byTag = new Map<string, number>();
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue;
    const id = tags.current(columns.names.tag.text(code));
    byTag.set(id, (byTag.get(id) ?? 0) + count);
  }
  return mostFrequent([...byTag].map(([value, count]) => ({ value, count })));
}

function months(positions: Int32Array, published: Int32Array): FacetValue[] {
  const counts = new Map<number, number>();
  for (const position of positions) {
    const month = Math.floor((published[position] ?? 0) / 100);
    if (month > 0) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => other - one)
    .slice(0, most)
    .map(([month, count]) => ({ value: monthText(month), count }));
}

/** 202605 → `2026-05` */
function monthText(month: number): string {
  const digits = String(month).padStart(6, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
