import { slugify } from '#core/article/slug';
import { blankTag } from '#core/desk/defaults';
import type { Tag } from '#core/desk/schema';
import { maximumAliases, maximumTags } from '#core/desk/values';
import type { Concept } from './iptc-topics';
import { foldName, labelsOf, namesOf } from './names';

export const skipReasons = ['retired', 'name-taken', 'full'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What became of each topic of a list. */
export interface ConceptReport {
  /** Ids of the new tags. */
  readonly added: readonly string[];
  /** Ids of tags that the desk had already, by their code or by a name. */
  readonly matched: readonly string[];
  readonly skipped: readonly { readonly label: string; readonly reason: SkipReason }[];
}

/** Brings a list of topics into a vocabulary. What the desk has stays as it is: it only learns codes and missing labels. */
export function addConcepts(
  tags: readonly Tag[],
  concepts: readonly Concept[],
): { readonly tags: readonly Tag[]; readonly report: ConceptReport } {
  const adder = new Adder(tags);
  for (const concept of concepts) adder.take(concept);
  adder.placeNew(concepts);
  const { added, matched, skipped } = adder;
  return { tags: adder.all(), report: { added: [...added], matched: [...matched], skipped } };
}

/** Thousands of topics come at once: names, codes and ids are kept as they grow. */
class Adder {
  readonly added = new Set<string>();
  readonly matched = new Set<string>();
  readonly skipped: { label: string; reason: SkipReason }[] = [];
  private readonly tags = new Map<string, Tag>();
  private readonly ids = new Set<string>();
  private readonly byName = new Map<string, string>();
  private readonly byCode = new Map<string, string>();

  constructor(tags: readonly Tag[]) {
    for (const tag of tags) {
      this.put(tag);
      for (const id of tag.formerIds) this.ids.add(id);
    }
  }

  all(): Tag[] {
    return [...this.tags.values()];
  }

  private put(tag: Tag): void {
    this.tags.set(tag.id, tag);
    this.ids.add(tag.id);
    for (const name of namesOf(tag)) {
      const folded = foldName(name);
      if (!this.byName.has(folded)) this.byName.set(folded, tag.id);
    }
    if (tag.iptc !== null && !this.byCode.has(tag.iptc)) this.byCode.set(tag.iptc, tag.id);
  }

  take(concept: Concept): void {
    const known = this.knownAs(concept);
    if (known) this.learn(known, concept);
    else if (concept.retired) this.skip(concept, 'retired');
    else if (this.tags.size >= maximumTags) this.skip(concept, 'full');
    else this.add(concept);
  }

  /** The desk's tag for a topic: the one with its code, else one with its name that has no code. */
  private knownAs({ code, labels }: Concept): Tag | undefined {
    const ids = [
      this.byCode.get(code),
      ...labelsOf({ labels }).map((label) => this.byName.get(foldName(label))),
    ];
    return ids
      .map((id) => (id === undefined ? undefined : this.tags.get(id)))
      .find((tag) => tag && (tag.iptc === code || tag.iptc === null));
  }

  private learn(tag: Tag, { code, labels }: Concept): void {
    const missing = Object.entries(labels).filter(
      ([language, label]) => !tag.labels[language as 'fr' | 'en'] && this.isFree(label, tag.id),
    );
    const said = new Set(missing.map(([, label]) => foldName(label)));
    const aliases = tag.aliases.filter((alias) => !said.has(foldName(alias)));
    if (tag.iptc === null || missing.length > 0)
      this.put({ ...tag, iptc: code, aliases, labels: { ...tag.labels, ...Object.fromEntries(missing) } });
    if (!this.added.has(tag.id)) this.matched.add(tag.id);
  }

  private isFree(name: string, own: string | null = null): boolean {
    const owner = this.byName.get(foldName(name));
    return owner === undefined || owner === own;
  }

  /** A label that another tag has is left out; a topic of which no label is free is skipped. */
  private add(concept: Concept): void {
    const labels: Tag['labels'] = Object.fromEntries(
      Object.entries(concept.labels).filter(([, label]) => this.isFree(label)),
    );
    const [first] = labelsOf({ labels });
    if (first === undefined) {
      this.skip(concept, 'name-taken');
      return;
    }
    const said = new Set(labelsOf({ labels }).map(foldName));
    const aliases = concept.aliases.filter((alias) => {
      const isNew = this.isFree(alias) && !said.has(foldName(alias));
      said.add(foldName(alias));
      return isNew;
    });
    const id = this.idFor(first);
    this.put({ ...blankTag, id, labels, aliases: aliases.slice(0, maximumAliases), iptc: concept.code });
    this.added.add(id);
  }

  private idFor(label: string): string {
    const wanted = slugify(label, 'tag');
    let id = wanted;
    for (let count = 2; this.ids.has(id); count += 1) id = `${wanted}-${count}`;
    return id;
  }

  private skip({ labels, code }: Concept, reason: SkipReason): void {
    this.skipped.push({ label: labelsOf({ labels })[0] ?? code, reason });
  }

  /** Puts the new tags below what IPTC has above them, unless that would close a circle. */
  placeNew(concepts: readonly Concept[]): void {
    for (const { code, broader } of concepts) {
      const tag = this.tags.get(this.byCode.get(code) ?? '');
      if (!tag || !this.added.has(tag.id) || tag.parent !== null) continue;
      const parent = broader.map((one) => this.byCode.get(one)).find((id) => id !== undefined);
      if (parent !== undefined && !this.isAbove(tag.id, parent)) this.tags.set(tag.id, { ...tag, parent });
    }
  }

  /** Whether `id` is `from` or stands somewhere above it. */
  private isAbove(id: string, from: string): boolean {
    const seen = new Set<string>();
    for (let at: string | null = from; at !== null && !seen.has(at); at = this.tags.get(at)?.parent ?? null) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  }
}
