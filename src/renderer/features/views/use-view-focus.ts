import { type RefObject, useEffect } from 'react';
import { takesViewFocus, viewWish } from '../../session/desk-view';
import { useStore } from '../../session/store';

/** Gives the focus to what a view is about when somebody has asked for the view, or wants to go on into it. */
export function useViewFocus(element: RefObject<HTMLElement | null>): void {
  const wish = useStore(viewWish);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish asks anew
  useEffect(() => {
    if (element.current && takesViewFocus()) element.current.focus();
  }, [wish, element]);
}
