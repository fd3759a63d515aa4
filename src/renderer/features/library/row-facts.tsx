import { CalendarClock, Lock } from 'lucide-react';
import type { ArticleSummary } from '#core/article/summary';
import type { Language } from '#core/article/values';
import { stageOf } from '#core/desk/statuses';
import { statusLabel } from '#core/messages/statuses';
import { desk, vocabulary } from '../../session/app-session';
import { today } from '../../session/library-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { tagById, tagLabel } from '../../ui/tag-label';
import { TagDot } from '../../ui/tag-mark';
import { showDay, showMoment, showWhen } from '../../ui/time';

/** A day of this year without the year: the line is narrow. */
function shortDay(day: string, language: Language): string {
  const shown = showDay(day, language);
  return day.slice(0, 4) === today().slice(0, 4) ? shown.replace(/\s*\d{4}$/, '') : shown;
}

/** Status, day, checks, and what is waited for: one line. */
export function RowFacts({ article }: { readonly article: ArticleSummary }) {
  const { t, language } = useTranslation();
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  const stage = stageOf(statuses, article.status);
  const isDone = stage === 'published' || stage === 'archived';
  const when = article.published
    ? shortDay(article.published, language)
    : showWhen(article.modified, language);
  return (
    <span className="library-row-facts">
      <span className={`status status-${stage}`}>{statusLabel(t, language, statuses, article.status)}</span>
      <time>{when}</time>
      <Checks article={article} />
      {article.due && !isDone && <Due day={article.due} />}
      {article.embargo && <Embargo until={article.embargo} />}
    </span>
  );
}

function Checks({ article }: { readonly article: ArticleSummary }) {
  const { t } = useTranslation();
  const { checked, total, stale } = article.claims;
  if (total === 0) return null;
  return (
    <span className="library-row-claims" title={t('checking.progress', { checked, total })}>
      {checked}/{total}
      {stale > 0 && <span className="stale-count"> · {t('checking.stale-count', { count: stale })}</span>}
    </span>
  );
}

function Due({ day }: { readonly day: string }) {
  const { t, language } = useTranslation();
  const now = today();
  const isLate = day < now;
  const shown = showDay(day, language);
  const sentence =
    day === now ? t('library.due-today') : t(isLate ? 'library.due-late' : 'library.due', { day: shown });
  return (
    <span className="row-mark" data-urgent={isLate || day === now || undefined} title={sentence}>
      <CalendarClock size={12} aria-hidden="true" />
      <span className="visually-hidden">{sentence}</span>
      <span aria-hidden="true">{shortDay(day, language)}</span>
    </span>
  );
}

function Embargo({ until }: { readonly until: string }) {
  const { t, language } = useTranslation();
  if (Date.parse(until) <= Date.now()) return null;
  const sentence = t('library.embargo', { when: showMoment(until, language) });
  return (
    <span className="row-mark" title={sentence}>
      <Lock size={12} aria-hidden="true" />
      <span className="visually-hidden">{sentence}</span>
    </span>
  );
}

export function RowTags({ tags }: { readonly tags: readonly string[] }) {
  const { language } = useTranslation();
  const known = useStore(vocabulary);
  // Between a merge of tags and the article that follows it, two ids are one tag.
  const ids = new Set(tags.map((id) => tagById(known, id)?.id ?? id));
  return (
    <span className="library-row-tags">
      {[...ids].map((id) => (
        <span key={id} className="row-tag">
          <TagDot colour={tagById(known, id)?.colour} />
          {tagLabel(known, id, language)}
        </span>
      ))}
    </span>
  );
}
