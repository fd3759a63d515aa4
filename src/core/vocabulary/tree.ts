import type { Language } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import { resolveTag } from './lookup';
import { labelOf } from './names';

/** The wider tag; null where there is none, also when the file names one that does not exist. */
export function parentOf(tags: readonly Tag[], tag: Tag): Tag | null {
  const parent = tag.parent === null ? undefined : resolveTag(tags, tag.parent);
  return parent && parent.id !== tag.id ? parent : null;
}

/** The wider tags of a tag, the nearest first. A circle in a file from elsewhere ends where it closes. */
export function ancestors(tags: readonly Tag[], tag: Tag): Tag[] {
  const found: Tag[] = [];
  const seen = new Set([tag.id]);
  for (let at = parentOf(tags, tag); at && !seen.has(at.id); at = parentOf(tags, at)) {
    seen.add(at.id);
    found.push(at);
  }
  return found;
}

/** Whether `parent` may stand above `tag`: it is neither the tag itself nor below it. */
export function mayBeParent(tags: readonly Tag[], tag: Tag, parent: Tag): boolean {
  return parent.id !== tag.id && !ancestors(tags, parent).some(({ id }) => id === tag.id);
}

export interface TreeRow {
  readonly tag: Tag;
  /** 0 for the widest. */
  readonly depth: number;
  readonly children: number;
}

/**
 * The tags as an outline, narrower ones behind the one above them, each level by its labels. Those whose parent is not
 * among `tags` begin a tree of their own, and so does the first of a circle: every tag comes exactly once.
 */
export function outline(tags: readonly Tag[], language: Language): TreeRow[] {
  const sorted = [...tags].sort((a, b) => compare(labelOf(a, language), labelOf(b, language)));
  const children = new Map<string, Tag[]>();
  const roots: Tag[] = [];
  for (const tag of sorted) {
    const parent = parentOf(tags, tag);
    if (parent === null) roots.push(tag);
    else if (!children.get(parent.id)?.push(tag)) children.set(parent.id, [tag]);
  }
  const rows: TreeRow[] = [];
  const seen = new Set<string>();
  // Not by recursion: a file from elsewhere may be as deep as it is long.
  const waiting: { readonly tag: Tag; readonly depth: number }[] = [];
  for (const root of [...roots, ...sorted]) {
    waiting.push({ tag: root, depth: 0 });
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next.tag.id)) continue;
      seen.add(next.tag.id);
      const below = children.get(next.tag.id) ?? [];
      rows.push({ ...next, children: below.length });
      for (const tag of [...below].reverse()) waiting.push({ tag, depth: next.depth + 1 });
    }
  }
  return rows;
}

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

function compare(a: string, b: string): number {
  return collator.compare(a, b);
}
