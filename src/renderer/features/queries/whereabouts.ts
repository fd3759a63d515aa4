import { story } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import type { Whereabouts } from '#core/claims/query-view';

/**
 * Where the caret stands: blocks of the article are the children of the editor's surface, in the same order. With no
 * caret in the text it is the block of nothing, unless no claim is looked at either: then the first of the story.
 */
export function whereabouts(body: readonly Block[], claim: string | null): Whereabouts {
  const surface = document.querySelector('.editor-surface');
  const selection = window.getSelection();
  const node = selection?.anchorNode ?? null;
  const at = surface && node ? [...surface.children].findIndex((child) => child.contains(node)) : -1;
  const first = claim === null ? (story(body)[0] ?? body[0])?.id : undefined;
  return {
    claim,
    blockId: body[at]?.id ?? first ?? null,
    selected: at >= 0 ? (selection?.toString() ?? '') : '',
  };
}
