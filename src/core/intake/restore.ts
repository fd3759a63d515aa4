import type { Cut } from '#core/article/schema';
import { fieldTypes } from '#core/body/blocks';
import { field } from '#core/body/fields';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Body } from '#core/body/schema';
import { plainText } from '#core/body/walk';

/** Whether what was cut stands in the text again: computed from the text, so that undo can never contradict it. */
export function isRestored(body: Body, { place, text }: Cut): boolean {
  if (place.type === 'field') return plainText(field(body, place.field).content).includes(text);
  const ids = new Set(body.map((block) => block.id));
  return place.blocks.length > 0 && place.blocks.every((block) => ids.has(block.id));
}

/** The body with a cut undone; blocks that it does not touch stay the same objects. */
export function restoreCut(body: Body, cut: Cut): Body {
  if (isRestored(body, cut)) return body;
  const { place } = cut;
  if (place.type === 'field')
    return changeField(body, place.field, (text) => insert(text, place.start, cut.text));
  const ids = new Set(body.map((block) => block.id));
  const missing = place.blocks.filter((block) => !ids.has(block.id));
  const at = position(body, place.after, missing);
  return [...body.slice(0, at), ...missing, ...body.slice(at)];
}

/** The body with a restored cut taken out again. */
export function recut(body: Body, cut: Cut): Body {
  if (!isRestored(body, cut)) return body;
  const { place } = cut;
  if (place.type === 'field') return changeField(body, place.field, (text) => removeLast(text, cut.text));
  const ids = new Set(place.blocks.map((block) => block.id));
  return body.filter((block) => !ids.has(block.id));
}

/** Readers count blocks as they stand in the source: `b7` came before `b12`. Other ids have no number. */
function numberOf(block: Block | undefined): number | null {
  const digits = /^b(\d+)$/.exec(block?.id ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Behind the block that it stood behind, and behind other cuts from between them; else where its number fits. */
function position(body: Body, after: string | null, missing: readonly Block[]): number {
  const own = numberOf(missing[0]) ?? Number.POSITIVE_INFINITY;
  const anchor = after === null ? fieldTypes.length - 1 : body.findIndex((block) => block.id === after);
  if (anchor >= 0) {
    let at = anchor + 1;
    while (own !== Number.POSITIVE_INFINITY && (numberOf(body[at]) ?? Number.POSITIVE_INFINITY) < own)
      at += 1;
    return at;
  }
  const next = body.findIndex((block) => (numberOf(block) ?? -1) > own);
  return next === -1 ? body.length : next;
}

function insert(text: string, start: number, added: string): string {
  const at = Math.min(start, text.length);
  return text.slice(0, at) + added + text.slice(at);
}

function removeLast(text: string, removed: string): string {
  const at = text.lastIndexOf(removed);
  return text.slice(0, at) + text.slice(at + removed.length);
}

/** Rewrites a field's text; marks and claims on the part that stays are kept when text is only added or cut at the end. */
function changeField(body: Body, type: (typeof fieldTypes)[number], change: (text: string) => string): Body {
  const old = field(body, type);
  const before = plainText(old.content);
  const after = change(before);
  const content = after.startsWith(before)
    ? normalizeInline([...old.content, textRun(after.slice(before.length))])
    : [textRun(after)].filter((run) => run.text !== '');
  return body.map((block) => (block === old ? { ...old, content } : block));
}
