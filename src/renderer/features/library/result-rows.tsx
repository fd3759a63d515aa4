import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from '../../session/translation';
import { LibraryRow, type RowActions } from './library-row';
import type { Listing } from './use-listing';

/** CSS pixels; library.css sets the same. */
const rowHeights = { calm: 98, quoting: 136 } as const;

export interface RowsHandle {
  /** Puts the keyboard on the row it was on last; false: there is none. */
  focus(): boolean;
}

interface Props {
  readonly ref: Ref<RowsHandle>;
  readonly listing: Listing;
  /** Rows quote what was searched for, and are higher. */
  readonly isQuoting: boolean;
  readonly openId: string | undefined;
  readonly actions: RowActions;
  /** The keyboard leaves upwards, for the field. */
  readonly onUp: () => void;
}

/** A list of any length, of which only what is looked at is drawn. The keyboard walks all of it. */
export function ResultRows({ ref, listing, isQuoting, openId, actions, onUp }: Props) {
  const { t } = useTranslation();
  const { total, hits, reach, about } = listing;
  const count = total ?? 0;
  const height = rowHeights[isQuoting ? 'quoting' : 'calm'];
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const active = Math.max(0, Math.min(chosen, count - 1));
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    // The row that has the focus stays, wherever the list is scrolled to: the keyboard would fall off the page.
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return count === 0 || near.includes(active) ? near : [active, ...near].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured again
  useLayoutEffect(() => rows.measure(), [height, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its head
  useLayoutEffect(() => {
    setChosen(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [about]);
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  useEffect(() => reach(startIndex, endIndex), [reach, startIndex, endIndex]);

  const isFocusWanted = useRef(false);
  useEffect(() => {
    const row = isFocusWanted.current && rowAt(scroller.current, active);
    if (!row) return;
    isFocusWanted.current = false;
    row.focus({ preventScroll: true });
  });
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, count - 1));
    rows.scrollToIndex(next, { align: 'auto' });
    isFocusWanted.current = next !== active;
    if (next === active) rowAt(scroller.current, next)?.focus({ preventScroll: true });
    setChosen(next);
  };
  useImperativeHandle(ref, () => ({
    focus: () => {
      if (count > 0) go(active);
      return count > 0;
    },
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const places = new Map([
      ['ArrowDown', active + 1],
      ['ArrowUp', active - 1],
      ['PageDown', active + page],
      ['PageUp', active - page],
      ['Home', 0],
      ['End', count - 1],
    ]);
    const next = places.get(event.key);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (next === -1 && event.key === 'ArrowUp') onUp();
    else go(next);
  };
  return (
    <div ref={scroller} className="library-scroll" data-quoting={isQuoting || undefined}>
      {count > 0 && (
        <ul
          className="library-rows"
          style={{ height: rows.getTotalSize() }}
          aria-label={t('library.articles')}
          onKeyDown={onKeyDown}
        >
          {rows.getVirtualItems().map(({ index, start }) => {
            const hit = hits.get(index);
            return (
              <LibraryRow
                key={index}
                hit={hit}
                index={index}
                count={count}
                top={start}
                isQuoting={isQuoting}
                isOpen={hit !== undefined && hit.article.id === openId}
                isActive={index === active}
                onFocus={setChosen}
                actions={actions}
              />
            );
          })}
        </ul>
      )}
    </div>
  );
}

function rowAt(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
}
