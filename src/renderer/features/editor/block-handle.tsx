import { $getNearestNodeFromDOMNode, $getNodeByKey } from 'lexical';
import { GripVertical } from 'lucide-react';
import { type PointerEvent as ReactPointerEvent, useEffect, useState } from 'react';
import { useTranslation } from '../../session/translation';
import { useQuietState } from '../../ui/use-quiet-state';
import type { ArticleEditor } from './article-editor';
import { $isFieldNode } from './nodes/field-node';

interface Over {
  readonly element: HTMLElement;
  readonly left: number;
  readonly top: number;
}

/** A grip beside the block under the mouse, to move it with; the keyboard has Alt+↑ and Alt+↓. */
export function BlockHandle({
  editor,
  surface,
}: {
  readonly editor: ArticleEditor;
  readonly surface: HTMLElement | null;
}) {
  const { t } = useTranslation();
  const [over, setOver] = useQuietState<Over | null>(null);
  const [drop, setDrop] = useState<{ top: number; left: number; width: number } | null>(null);

  useEffect(() => {
    const scroller = surface?.parentElement;
    if (!surface || !scroller) return undefined;
    const onMove = (event: PointerEvent): void => {
      if (event.buttons === 0) setOver(blockAt(surface, event.clientY, editor));
    };
    const hide = (): void => setOver(null);
    scroller.addEventListener('pointermove', onMove);
    scroller.addEventListener('scroll', hide, { passive: true });
    scroller.addEventListener('pointerleave', hide);
    return () => {
      scroller.removeEventListener('pointermove', onMove);
      scroller.removeEventListener('scroll', hide);
      scroller.removeEventListener('pointerleave', hide);
    };
  }, [editor, surface, setOver]);

  const drag = (event: ReactPointerEvent<HTMLButtonElement>): void => {
    if (!over || !surface) return;
    const handle = event.currentTarget;
    const moved = over.element;
    let target: HTMLElement | null = null;
    let isAfter = false;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent): void => {
      const found = blockAt(surface, move.clientY, editor);
      if (!found) return;
      const rect = found.element.getBoundingClientRect();
      isAfter = move.clientY > rect.top + rect.height / 2;
      target = found.element;
      setDrop({ top: isAfter ? rect.bottom + 4 : rect.top - 4, left: rect.left, width: rect.width });
    };
    const onUp = (): void => {
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onUp);
      setDrop(null);
      setOver(null);
      if (target && target !== moved) moveBlock(editor, moved, target, isAfter);
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp);
  };

  return (
    <>
      {over && (
        <button
          type="button"
          tabIndex={-1}
          className="block-handle"
          aria-hidden="true"
          title={t('app.editor.move-block')}
          style={{ left: over.left - 26, top: over.top + 3 }}
          onPointerDown={drag}
        >
          <GripVertical size={15} />
        </button>
      )}
      {drop && <div className="drop-line" style={drop} />}
    </>
  );
}

/** The block of the story at a height; fields stay where they are. */
function blockAt(surface: HTMLElement, y: number, editor: ArticleEditor): Over | null {
  for (const element of surface.children) {
    const { top, bottom, left } = element.getBoundingClientRect();
    if (y < top - 4 || y > bottom + 4 || !(element instanceof HTMLElement)) continue;
    const isField = editor.lexical
      .getEditorState()
      .read(() => $isFieldNode($getNearestNodeFromDOMNode(element)), { editor: editor.lexical });
    return isField ? null : { element, left, top };
  }
  return null;
}

function moveBlock(editor: ArticleEditor, moved: HTMLElement, target: HTMLElement, isAfter: boolean): void {
  editor.lexical.update(() => {
    const [one, other] = [moved, target].map((element) => {
      const key = $getNearestNodeFromDOMNode(element)?.getTopLevelElement()?.getKey();
      return key ? $getNodeByKey(key) : null;
    });
    if (!one || !other) return;
    if (isAfter) other.insertAfter(one, false);
    else other.insertBefore(one, false);
  });
}
