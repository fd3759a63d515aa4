import { type RefObject, useEffect, useState } from 'react';

/** CSS pixels; views.css sets the same. */
const lineHeight = 20;
const aroundLines = 30;
const headHeight = 26;

/** How many lines fit below the number of a day, for a sheet of so many weeks; at least two. */
export function useLineCount(sheet: RefObject<HTMLElement | null>, weeks: number): number {
  const [height, setHeight] = useState(600);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheet]);
  return Math.max(2, Math.floor(((height - headHeight) / weeks - aroundLines) / lineHeight));
}
