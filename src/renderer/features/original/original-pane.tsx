import { useEffect, useMemo, useState } from 'react';
import type { OriginalView } from '#core/ipc/contract';
import { call } from '../../bridge/bridge';
import { opened } from '../../session/article-session';
import { complain } from '../../session/notices';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { EmptyState } from '../../ui/empty-state';
import { markCuts } from './mark-cuts';
import './original.css';

/** The copy as it came in, to the letter, with what intake took out of it struck through. */
export function OriginalPane() {
  const { t } = useTranslation();
  const id = useSelected(opened, (current) => current?.article.id);
  const cuts = useSelected(opened, (current) => current?.article.cuts);
  const language = useSelected(opened, (current) => current?.article.metadata.language);
  const [original, setOriginal] = useState<OriginalView | null>(null);
  useEffect(() => {
    if (id === undefined) return undefined;
    let isCurrent = true;
    void call('article.original', { id }).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setOriginal(result.value);
      else complain(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  const pieces = useMemo(() => markCuts(original?.text ?? '', cuts ?? []), [original, cuts]);
  return (
    <section className="original-pane" aria-label={t('app.original.label')}>
      {original ? (
        <>
          <header className="original-header">
            <h2>{t('app.original.title', { name: original.name })}</h2>
            <p className="hash" title={original.sha256}>
              {original.encoding} · SHA-256 {original.sha256.slice(0, 16)}…
            </p>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <div className="original-text" lang={language} tabIndex={0}>
            {pieces.map((piece) =>
              piece.isCut ? (
                <del key={piece.start}>{piece.text}</del>
              ) : (
                <span key={piece.start}>{piece.text}</span>
              ),
            )}
          </div>
        </>
      ) : (
        <EmptyState title={t('app.original.none')} />
      )}
    </section>
  );
}
