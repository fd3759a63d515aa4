import { type RefObject, useEffect } from 'react';
import type { Visit } from './preview-props';

/** Brings a preview into view at each visit, once there is something to see. */
export function useIntoView(element: RefObject<HTMLElement | null>, visit: Visit, isReady = true): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another visit asks for the same again
  useEffect(() => {
    if (isReady) element.current?.scrollIntoView({ block: 'nearest' });
  }, [element, visit, isReady]);
}
