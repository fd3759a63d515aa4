import type { Article } from '#core/article/schema';
import type { Format, WriteContext } from '#core/formats/types';

export const noContext: WriteContext = { tagLabels: new Map() };

/** What a format writes; a test that asks for this expects it to be able to. */
export function bytesOf(format: Format, article: Article, context: WriteContext = noContext): Uint8Array {
  const written = format.write?.(article, context);
  if (!written?.ok) throw new Error(`${format.id}: ${written ? written.code : 'does not write'}`);
  return written.value;
}

export function textOf(format: Format, article: Article, context: WriteContext = noContext): string {
  return new TextDecoder().decode(bytesOf(format, article, context));
}
