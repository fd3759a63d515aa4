import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Claim } from '#core/claims/schema';
import type { GalleyItem } from '#core/galley/items';
import { opened } from '../../session/article-session';
import {
  galleyFilter,
  galleyOrder,
  isChecking,
  itemByKey,
  shownItems,
  suggestions,
} from '../../session/galley-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { EmptyState } from '../../ui/empty-state';
import { ActiveCard } from './active-card';
import { DismissedList } from './dismissed-list';
import { ItemRow } from './item-row';
import { ProgressLine, SectionProgress } from './progress';
import { useActiveKey } from './use-active-key';
import './galley.css';

interface Props {
  /** The sources of a claim, and the questions about it: other features show them. */
  readonly evidence: (claim: Claim, words: string) => ReactNode;
  readonly queries: (claim: Claim) => ReactNode;
}

/** Everything that is to be checked: the item under the checker's hand, and the list of all. */
export function CheckPanel({ evidence, queries }: Props) {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  const isOn = useStore(isChecking);
  const key = useActiveKey();
  useStore(suggestions);
  useStore(galleyFilter);
  useStore(galleyOrder);
  if (!article) return null;
  const items = shownItems(article);
  const active = itemByKey(key);
  return (
    <div className="panel-body check-panel">
      {!isOn && article.claims.length > 0 && <ProgressLine article={article} />}
      <SectionProgress article={article} />
      {active && <ActiveCard key={active.key} item={active} evidence={evidence} queries={queries} />}
      {items.length === 0 ? (
        <EmptyState title={t(article.claims.length === 0 ? 'app.claims.empty' : 'galley.none-shown')}>
          <p>{t(isOn ? 'galley.none-shown-hint' : 'galley.empty-hint')}</p>
        </EmptyState>
      ) : (
        <ItemList items={items} active={key} />
      )}
      <DismissedList article={article} />
    </div>
  );
}

/** One line for each item; only those in view are drawn. */
function ItemList({
  items,
  active,
}: {
  readonly items: readonly GalleyItem[];
  readonly active: string | null;
}) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 34,
    overscan: 12,
    getItemKey: (index) => items[index]?.key ?? index,
  });
  const at = items.findIndex(({ key }) => key === active);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  return (
    <section className="item-list" ref={scroll} aria-label={t('galley.list')}>
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          return (
            item && (
              <li
                key={row.key}
                style={{ transform: `translateY(${row.start}px)` }}
                aria-posinset={row.index + 1}
                aria-setsize={items.length}
              >
                <ItemRow item={item} isActive={item.key === active} />
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}
