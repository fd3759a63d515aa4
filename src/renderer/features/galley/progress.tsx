import type { Article } from '#core/article/schema';
import { type Progress, progressOf } from '#core/claims/progress';
import { claimsOf } from '../../session/claim-session';
import { editorPort } from '../../session/editor-port';
import { useTranslation } from '../../session/translation';

interface LineProps {
  readonly article: Article;
  /** Suggestions that nobody has decided. */
  readonly suggested?: number;
}

/** “41 of 58 checked · 3 stale · 2 queries” for the whole article. */
export function ProgressLine({ article, suggested = 0 }: LineProps) {
  const { t } = useTranslation();
  const progress = progressOf(article, claimsOf(article));
  return (
    <span className="galley-progress" role="status">
      <Sentence progress={progress} />
      {suggested > 0 && <> · {t('galley.suggested-count', { count: suggested })}</>}
    </span>
  );
}

/** The same for each section; a section's name leads to it. */
export function SectionProgress({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const { sections } = progressOf(article, claimsOf(article));
  const shown = sections.filter(({ counts, queries }) => counts.total > 0 || queries > 0);
  if (sections.length < 2 || shown.length === 0) return null;
  return (
    <details className="galley-sections">
      <summary>{t('galley.sections')}</summary>
      <ul>
        {shown.map((section) => (
          <li key={section.id ?? 'lead'}>
            <button
              type="button"
              className="link-button"
              onClick={() => section.id && editorPort.get()?.revealBlock(section.id)}
            >
              {section.title || t('galley.lead')}
            </button>
            <span>
              <Sentence progress={section} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sentence({ progress: { counts, queries } }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  return (
    <>
      {t('checking.progress', { checked: counts.checked, total: counts.total })}
      {counts.stale > 0 && (
        <strong className="stale-count"> · {t('checking.stale-count', { count: counts.stale })}</strong>
      )}
      {queries > 0 && <> · {t('checking.query-count', { count: queries })}</>}
    </>
  );
}
