import type { Language } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import { foldName, labelOf, namesOf } from './names';

/** What is looked up again and again, worked out once for each list of tags. Lists are never changed in place. */
interface Known {
  /** By id and by former id; an id that is in use wins over a former one. */
  readonly byId: ReadonlyMap<string, Tag>;
  readonly byName: ReadonlyMap<string, Tag>;
}

const known = new WeakMap<readonly Tag[], Known>();

function knownOf(tags: readonly Tag[]): Known {
  const before = known.get(tags);
  if (before) return before;
  const byId = new Map<string, Tag>();
  const byName = new Map<string, Tag>();
  for (const tag of tags) for (const id of tag.formerIds) if (!byId.has(id)) byId.set(id, tag);
  for (const tag of tags) byId.set(tag.id, tag);
  // In a file from elsewhere two tags may share a name: the first one has it.
  for (const tag of tags)
    for (const name of namesOf(tag)) {
      const folded = foldName(name);
      if (!byName.has(folded)) byName.set(folded, tag);
    }
  const made = { byId, byName };
  known.set(tags, made);
  return made;
}

/** The tag that an id in an article means, also when it was merged into another since. */
export function resolveTag(tags: readonly Tag[], id: string): Tag | undefined {
  return knownOf(tags).byId.get(id);
}

/** The tag with this name (label or alias), in any spelling of case, accents and apostrophes. */
export function tagByName(tags: readonly Tag[], name: string): Tag | undefined {
  return knownOf(tags).byName.get(foldName(name));
}

/** The tag that somebody means who writes an id, a label or an alias. */
export function findTag(tags: readonly Tag[], text: string): Tag | undefined {
  const tag = tags.find(({ id }) => id === text);
  return tag ?? tagByName(tags, text) ?? resolveTag(tags, text);
}

/** A tag of an article as people read it; what the vocabulary does not know is shown as it is written. */
export function tagLabel(tags: readonly Tag[], id: string, language: Language): string {
  const tag = resolveTag(tags, id);
  return tag ? labelOf(tag, language) : id;
}
