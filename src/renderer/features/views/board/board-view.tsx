import { useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { desk } from '../../../session/app-session';
import { askBatch, changeArticles } from '../../../session/batch-session';
import { useSelected } from '../../../session/store';
import { useTranslation } from '../../../session/translation';
import { NothingFound } from '../nothing-found';
import { useViewFocus } from '../use-view-focus';
import { useWords } from '../use-words';
import type { ViewProps } from '../view-props';
import { BoardLane } from './board-lane';
import { lanesOf, statusBeside } from './lanes';

/** The desk by status, one column each. Moving a card is changing its status. */
export function BoardView({ state, query }: ViewProps) {
  const { t } = useTranslation();
  const words = useWords();
  const statuses = useSelected(desk, (current) => current?.statuses);
  const lanes = useMemo(() => lanesOf(statuses ?? []), [statuses]);
  const board = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLElement | null>(null);
  // The card that was moved with a key keeps the focus, once it has arrived.
  const [followed, setFollowed] = useState<{ readonly id: string; readonly status: string } | null>(null);
  useViewFocus(first, 'board');

  const move = (ids: readonly string[], status: string, title: string | null): void => {
    const params = { status: words.status(status), ...(title !== null && { title }) };
    const key = title === null ? 'views.done.status' : 'views.done.moved';
    void changeArticles(ids, { type: 'status', status }, { key, params });
  };
  const moveBeside = (article: ArticleSummary, at: number, step: 1 | -1): void => {
    const status = statusBeside(lanes, at, step);
    if (status === null) return;
    setFollowed({ id: article.id, status });
    move([article.id], status, words.title(article));
  };
  const focusLane = (at: number, step: 1 | -1): void => {
    const all = [...(board.current?.querySelectorAll<HTMLElement>('[role="listbox"]') ?? [])];
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
  };
  if (state.total === 0) return <NothingFound />;
  return (
    <>
      <div ref={board} className="board">
        {lanes.map((lane, at) => (
          <BoardLane
            key={lane.filter}
            ref={at === 0 ? first : null}
            lane={lane}
            query={query}
            words={words}
            followed={followed !== null && followed.status === lane.status ? followed.id : null}
            onArrived={() => setFollowed(null)}
            onStep={(step) => focusLane(at, step)}
            onMoveBeside={(article, step) => moveBeside(article, at, step)}
            onMoveTo={(article) => askBatch('status', [article.id])}
            onDrop={(ids) => {
              if (lane.status !== null) move(ids, lane.status, null);
            }}
          />
        ))}
      </div>
      <footer className="view-footer">{t('views.board-hint')}</footer>
    </>
  );
}
