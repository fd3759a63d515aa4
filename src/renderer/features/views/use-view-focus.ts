import { type RefObject, useEffect } from 'react';
import { type DeskViewId, middleView, takesViewFocus, viewWish } from '../../session/desk-view';
import { useStore } from '../../session/store';

/** Gives the focus to what a view is about when somebody has asked for the view, or wants to go on into it. */
export function useViewFocus(element: RefObject<HTMLElement | null>, view: DeskViewId): void {
  const wish = useStore(viewWish);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish asks anew
  useEffect(() => {
    // The view that is being left is drawn once more: the wish is not for it.
    if (element.current && middleView.get() === view && takesViewFocus()) element.current.focus();
  }, [wish, element, view]);
}
