import { useMemo } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import type { Language, Stage } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import { stageOf } from '#core/desk/statuses';
import type { Translate } from '#core/messages/index';
import { statusLabel } from '#core/messages/statuses';
import { desk, vocabulary } from '../../session/app-session';
import { today } from '../../session/library-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { tagLabel } from '../../ui/tag-label';
import { showDay, showMoment } from '../../ui/time';

/** How the facts of an article are said in the language of the interface. */
export interface Words {
  readonly t: Translate;
  readonly language: Language;
  title(article: ArticleSummary): string;
  status(id: string): string;
  stage(id: string): Stage;
  tag(id: string): string;
  /** What the desk must not forget about an article; empty: nothing. */
  dueMark(article: ArticleSummary): { readonly text: string; readonly late: boolean } | null;
  embargo(article: ArticleSummary): string | null;
}

const noStatuses: NonNullable<ReturnType<typeof desk.get>>['statuses'] = [];

/** The same object as long as neither the language nor the desk's lists change: rows are drawn anew only then. */
export function useWords(): Words {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const statuses = useSelected(desk, (current) => current?.statuses) ?? noStatuses;
  return useMemo(() => {
    const labels = new Map(tags.map((tag): [string, Tag] => [tag.id, tag]));
    const day = today();
    const stage = (id: string): Stage => stageOf(statuses, id);
    return {
      t,
      language,
      title: (article) => article.title || t('app.untitled'),
      status: (id) => statusLabel(t, language, statuses, id),
      stage,
      tag: (id) => {
        const tag = labels.get(id);
        return tag ? tagLabel([tag], id, language) : id;
      },
      dueMark: ({ due, status }) => {
        if (due === null) return null;
        const isDone = ['published', 'archived'].includes(stage(status));
        return { text: showDay(due, language), late: !isDone && due < day };
      },
      embargo: (article) => embargoSentence(t, language, article),
    };
  }, [t, language, tags, statuses]);
}

/** Null once it is over: nothing needs to be held back any more. The hour is that of the zone that was meant. */
function embargoSentence(t: Translate, language: Language, article: ArticleSummary): string | null {
  const { embargo, embargoZone } = article;
  if (embargo === null || Date.parse(embargo) <= Date.now()) return null;
  const when = showMoment(embargo, language, embargoZone ?? undefined);
  const zone = embargoZone === null ? '' : ` ${t('views.embargo-zone', { zone: zoneName(embargoZone) })}`;
  return `${t('views.embargo-until', { when })}${zone}`;
}

/** `Europe/Paris` → “Paris”: the city that people know a zone by. */
function zoneName(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
