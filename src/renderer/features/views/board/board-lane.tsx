import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { narrowed } from '#core/search/narrow';
import { openArticle } from '../../../session/article-session';
import { focusWhenOpen } from '../../../session/editor-port';
import { selection } from '../../../session/selection';
import { useStore } from '../../../session/store';
import { useResultList } from '../../../session/use-result-list';
import { showNumber } from '../../../ui/time';
import { droppedIds, isDragOver } from '../drag';
import { pick } from '../pick';
import { StatusMark } from '../status-mark';
import { useReach } from '../use-reach';
import type { Words } from '../use-words';
import { BoardCard } from './board-card';
import type { Lane } from './lanes';
import { useLaneKeys } from './use-lane-keys';

/** CSS pixels, with the gap below; views.css sets the same. */
const cardHeight = 104;

interface Props {
  readonly ref: Ref<HTMLElement>;
  readonly lane: Lane;
  /** The search that all columns share. */
  readonly query: string;
  readonly words: Words;
  /** The card that shall have the focus as soon as it has arrived here. */
  readonly followed: string | null;
  readonly onArrived: () => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onMoveBeside: (article: ArticleSummary, step: 1 | -1) => void;
  readonly onMoveTo: (article: ArticleSummary) => void;
  readonly onDrop: (ids: readonly string[]) => void;
}

/** One column of the board. It may be thousands of cards long: only those that are looked at are here. */
export function BoardLane(props: Props) {
  const { ref, lane, query, words, followed, onArrived, onDrop } = props;
  const { t, language } = words;
  const { list, state } = useResultList({ query: narrowed(query, lane.filter), typing: true });
  const { ids } = useStore(selection);
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => scroller.current as HTMLElement);
  const [cursor, setCursor] = useState(0);
  const [isOver, setOver] = useState(false);
  const name = useId();
  const total = state.total ?? 0;
  const cards = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: 4,
  });
  const shown = cards.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useReach(list, first, last);
  const at = Math.min(cursor, total - 1);
  const moveTo = (next: number): void => {
    setCursor(next);
    if (next < total) cards.scrollToIndex(next, { align: 'auto' });
  };
  useArrival(followed, state.hits, (place) => {
    moveTo(place);
    scroller.current?.focus();
    onArrived();
  });
  const open = (article: ArticleSummary): void => {
    focusWhenOpen();
    void openArticle(article.id);
  };
  const pageLength = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / cardHeight) - 1);
  const onKeyDown = useLaneKeys({ ...props, at, state, pageLength, moveTo, open });
  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const place = Number(target?.closest<HTMLElement>('[data-at]')?.dataset.at ?? Number.NaN);
    const article = state.hits.get(place)?.article;
    if (!article) return;
    setCursor(place);
    if (event.shiftKey) void pick(state, place, 'extend');
    else if (event.ctrlKey || event.metaKey) void pick(state, place, 'toggle');
    else if (target?.closest('.board-title')) open(article);
  };

  // A status that no article has and no card can be given is no column.
  if (lane.status === null && total === 0) return null;
  const label = lane.status === null ? t('views.board-other') : words.status(lane.status);
  const number = showNumber(total, language);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: where cards are dropped; keys move them, too
    <section
      className="lane"
      data-over={isOver || undefined}
      onDragOver={(event) => setOver(lane.status !== null && isDragOver(event))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dropped = droppedIds(event);
        if (dropped.length > 0) onDrop(dropped);
      }}
    >
      <div className="lane-head" aria-hidden="true">
        {lane.status !== null && <StatusMark stage={words.stage(lane.status)} />}
        <span className="lane-name">{label}</span>
        <span className="lane-count">{state.total === null ? '' : number}</span>
      </div>
      <div
        ref={scroller}
        className="lane-cards"
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={t('views.board-lane', { status: label, count: total, number })}
        aria-activedescendant={total > 0 && at >= first && at <= last ? `${name}-${at}` : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="presentation" style={{ height: cards.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const article = state.hits.get(index)?.article;
            return article ? (
              <BoardCard
                key={article.id}
                id={`${name}-${index}`}
                article={article}
                at={index}
                top={start}
                words={words}
                isCursor={index === at}
                isSelected={ids.has(article.id)}
                place={{ at: index + 1, total }}
              />
            ) : null;
          })}
        </div>
        {state.total === 0 && (
          <p className="lane-empty" aria-hidden="true">
            {t('views.board-empty')}
          </p>
        )}
      </div>
    </section>
  );
}

/** Calls `onArrival` with the place of the card that is waited for, when it turns up in this column. */
function useArrival(
  followed: string | null,
  hits: ReadonlyMap<number, { readonly article: ArticleSummary }>,
  onArrival: (place: number) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, or another card, is the reason to look
  useEffect(() => {
    if (followed === null) return;
    const place = [...hits].find(([, { article }]) => article.id === followed)?.[0];
    if (place !== undefined) onArrival(place);
  }, [followed, hits]);
}
