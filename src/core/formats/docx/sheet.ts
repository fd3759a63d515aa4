import { tag } from '../shared/xml';
import type { ReviewWriting } from './review-write';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

export const addresses = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: `${office}/relationships`,
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
} as const;

/** The namespaces that a part declares; those that older readers do not know may be passed over. */
export function declared(...prefixes: (keyof typeof addresses)[]): Record<string, string> {
  const newer = prefixes.filter((prefix) => prefix === 'w14' || prefix === 'w15');
  return {
    ...Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, addresses[prefix]])),
    ...(newer.length > 0 && { 'xmlns:mc': addresses.mc, 'mc:Ignorable': newer.join(' ') }),
  };
}

/** What a part of a package refers to. */
export class Relating {
  readonly #ids = new Map<string, string>();

  /** The id of a relation; the same one for the same target. */
  to(type: string, target: string, isExternal = false): string {
    const mode = isExternal ? 'External' : undefined;
    const relation = { Type: `${office}/relationships/${type}`, Target: target, TargetMode: mode };
    const key = JSON.stringify(relation);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `rId${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    return id;
  }

  xml(): string {
    const all = [...this.#ids].map(([key, Id]) => tag('Relationship', { Id, ...JSON.parse(key) }));
    return relationsXml(all.join(''));
  }
}

export function relationsXml(content: string): string {
  return tag(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    content,
  );
}

/** The part that is written at the moment, and what it shares with the others. */
export interface Sheet {
  readonly relating: Relating;
  readonly review: ReviewWriting | null;
  /** How often each note is called in the whole article. */
  readonly calls: ReadonlyMap<string, number>;
  /** Notes whose call has been written; null inside a note: it calls no other. */
  readonly called: Set<string> | null;
  /** One count for everything that wants a number of its own. */
  readonly count: () => number;
}
