import { type FieldType, fieldTypes, isField } from './blocks';
import { textRun } from './normalize';
import type { Block, BlockOf, Body } from './schema';
import { plainText } from './walk';

/** The block of one field; every valid body has it. */
export function field(body: readonly Block[], type: FieldType): BlockOf<FieldType> {
  const found = body.find((block) => block.type === type);
  if (!found || !isField(found)) throw new Error(`body without ${type}`);
  return found;
}

/** The text of one field, without marks; an empty string when nothing was written. */
export function fieldText(body: readonly Block[], type: FieldType): string {
  return plainText(field(body, type).content);
}

/** What follows the fields: the story itself. */
export function story(body: readonly Block[]): Block[] {
  return body.slice(fieldTypes.length);
}

/** Field ids are their names: there is one of each, and a query on the headline then reads as one. */
export function fieldBlock(type: FieldType, text = ''): BlockOf<FieldType> {
  return { id: type, type, content: text === '' ? [] : [textRun(text)] } as BlockOf<FieldType>;
}

/** A body from the text of its fields and the blocks of its story. */
export function composeBody(fields: Partial<Record<FieldType, string>>, blocks: readonly Block[]): Body {
  return [...fieldTypes.map((type) => fieldBlock(type, fields[type])), ...blocks];
}
