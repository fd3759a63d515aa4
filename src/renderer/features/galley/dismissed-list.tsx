import { Undo2 } from 'lucide-react';
import type { Article } from '#core/article/schema';
import { dismissalsOf } from '#core/galley/items';
import { takeBackDismissal } from '../../session/galley-session';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';

/** What somebody did not want to check, with the reason; each can be taken back. */
export function DismissedList({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const dismissed = dismissalsOf(article);
  if (dismissed.length === 0) return null;
  return (
    <details className="dismissed">
      <summary>{t('galley.dismissed', { count: dismissed.length })}</summary>
      <ul>
        {dismissed.map((one) => (
          <li key={`${one.at}${one.kind}${one.text}`}>
            <span>
              <q>{one.text}</q> — {one.reason}
              {one.by && ` (${one.by})`}
            </span>
            <IconButton icon={Undo2} label={t('galley.take-back')} onClick={() => takeBackDismissal(one)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
