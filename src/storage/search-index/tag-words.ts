import type { Tag } from '#core/desk/schema';
import { fold } from '#core/language/words';
import { termsOf } from '#core/search/terms';
import type { Words } from './match';

interface Name {
  readonly tag: string;
  readonly terms: readonly string[];
}

/**
 * The names of a desk's tags. Articles hold ids only, so a tag that is renamed or merged is found under its new name
 * without any article being read again.
 */
export class TagWords {
  private readonly tags: readonly Tag[];
  private readonly byName = new Map<string, Set<string>>();
  private readonly narrower = new Map<string, string[]>();
  private readonly former = new Map<string, string>();
  /** Made when words are first looked for: a large vocabulary takes a while. */
  private names: ReadonlyMap<string, readonly Name[]> | null = null;

  constructor(tags: readonly Tag[]) {
    this.tags = tags;
    for (const tag of tags) {
      for (const name of namesOf(tag)) put(this.byName, fold(name), () => new Set<string>()).add(tag.id);
      for (const id of tag.formerIds) this.former.set(id, tag.id);
      if (tag.parent !== null) put(this.narrower, tag.parent, () => []).push(tag.id);
    }
  }

  /** The tag that an id in an article stands for today. */
  current(id: string): string {
    return this.former.get(id) ?? id;
  }

  /** Every id in articles that a name stands for: the tag's own, those it had, and all of narrower tags. */
  ids(name: string): ReadonlySet<string> {
    const wanted = fold(name);
    const found = new Set<string>();
    // What the vocabulary does not know is still in articles, under the id that somebody gave it.
    const named = this.byName.get(wanted) ?? [name];
    for (const id of named) this.gather(this.current(id), found);
    return this.withFormer(found);
  }

  private gather(id: string, found: Set<string>): void {
    if (found.has(id)) return;
    found.add(id);
    for (const narrower of this.narrower.get(id) ?? []) this.gather(narrower, found);
  }

  /** Every id in articles of the tags that have these words in a name. */
  withWords({ terms, prefix }: Words): ReadonlySet<string> {
    this.names ??= namesByTerm(this.tags);
    const [first = ''] = terms;
    const begins = prefix && terms.length === 1;
    const candidates = begins
      ? [...this.names].flatMap(([term, names]) => (term.startsWith(first) ? names : []))
      : (this.names.get(first) ?? []);
    const found = candidates.filter((name) => begins || hasSequence(name.terms, terms, prefix));
    return this.withFormer(new Set(found.map(({ tag }) => tag)));
  }

  private withFormer(ids: Set<string>): ReadonlySet<string> {
    for (const [former, id] of this.former) if (ids.has(id)) ids.add(former);
    return ids;
  }
}

function namesOf({ id, labels, aliases }: Tag): string[] {
  return [id, labels.fr ?? '', labels.en ?? '', ...aliases].filter((name) => name !== '');
}

function namesByTerm(tags: readonly Tag[]): Map<string, Name[]> {
  const names = new Map<string, Name[]>();
  for (const tag of tags)
    for (const name of namesOf(tag)) {
      const terms = termsOf(name);
      for (const term of new Set(terms)) put(names, term, () => []).push({ tag: tag.id, terms });
    }
  return names;
}

function hasSequence(terms: readonly string[], wanted: readonly string[], prefix: boolean): boolean {
  const fits = (term: string | undefined, at: number): boolean =>
    prefix && at === wanted.length - 1 ? !!term?.startsWith(wanted[at] ?? '') : term === wanted[at];
  return terms.some((_, start) => wanted.every((_word, at) => fits(terms[start + at], at)));
}

function put<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
