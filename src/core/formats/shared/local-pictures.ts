import type { Block } from '#core/body/schema';
import type { ReadContext } from '../types';
import { pictureBlock } from './composites';
import { sampleOf, type Warnings } from './warnings';

/** A text asks for at most so many pictures that lie beside it; the others are named like any that is elsewhere. */
export const mostWanted = 200;
/** Nobody's file has a longer address (UTF-16 units). */
export const longestReference = 1_000;

/** An address with a scheme, or on a server of its own, is somewhere else. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i;

/** Whether an address may mean a file beside the text that has it. */
export function isLocal(address: string): boolean {
  const isShort = address.length > 0 && address.length <= longestReference;
  return isShort && !address.startsWith('#') && !elsewhere.test(address);
}

/** A picture as a text names it. */
export interface NamedPicture {
  /** As it is written: a path, or `[[name]]` where the whole vault is meant. */
  readonly reference: string;
  readonly alt: string;
  readonly caption?: string;
  /** What a warning calls it. */
  readonly name: string;
}

/**
 * The pictures that a text wants from around it. A reader opens no file: it says what it wants, and whoever read the
 * bytes may read them again with what was found (`ReadContext.pictures`).
 */
export class LocalPictures {
  readonly #wanted = new Set<string>();
  readonly #found: ReadContext['pictures'];
  readonly #warnings: Warnings;

  constructor(found: ReadContext['pictures'], warnings: Warnings) {
    this.#found = found;
    this.#warnings = warnings;
  }

  /** For `Imported.wanted`: in the order of the text. */
  wanted(): { readonly wanted?: readonly string[] } {
    return this.#wanted.size > 0 ? { wanted: [...this.#wanted] } : {};
  }

  /** The name of a picture in the article's assets, when it was found; says that it is wanted. */
  assetOf(reference: string): string | null {
    const address = reference.startsWith('[[') ? reference.slice(2, -2) : reference;
    if (!isLocal(address) || (this.#wanted.size >= mostWanted && !this.#wanted.has(reference))) return null;
    this.#wanted.add(reference);
    return this.#found?.get(reference) ?? null;
  }

  /** The picture as a block; nothing, and a warning, when it is not at hand. */
  take({ reference, alt, caption = '', name }: NamedPicture): Block[] {
    const asset = this.assetOf(reference);
    if (asset !== null) return [pictureBlock(asset, alt, caption)];
    const isSought = this.isSearched && this.#wanted.has(reference);
    const isMissing = isSought && this.#found?.has(reference) === false;
    const called = isSought ? shown(reference) : name;
    this.#warnings.add(isMissing ? 'picture-missing' : 'picture-dropped', { name: sampleOf(called) });
    return [];
  }

  /** Somebody has looked around the text: what was not found is not there. */
  get isSearched(): boolean {
    return this.#found !== undefined;
  }
}

function shown(reference: string): string {
  return reference.startsWith('[[') ? reference.slice(2, -2) : reference.slice(0, 2_000);
}
