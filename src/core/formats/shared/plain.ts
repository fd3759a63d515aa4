import type { Block } from '#core/body/schema';
import { readText } from '../text/read';
import type { Warnings } from './warnings';

/** Plain text that stands inside another format: its paragraphs and lists. */
export function plainBlocks(text: string, warnings: Warnings): Block[] {
  const read = readText(new TextEncoder().encode(text));
  if (!read.ok) return [];
  for (const { code, params } of read.value.warnings) warnings.add(code, params);
  return [...read.value.blocks];
}
