import { queryHelp, queryHelpSentence } from '#core/messages/search';
import { searchFor } from '../../session/search-session';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';

/** The query language in examples; pressing one puts it into the field. */
export function QueryHelp({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const use = (text: string): void => {
    searchFor({ text, typing: false });
    onClose();
  };
  return (
    <Dialog title={t('search.help.title')} closeLabel={t('app.close')} onClose={onClose} size="medium">
      <ul className="query-help">
        {queryHelp.map((entry) => (
          <li key={entry.key}>
            <button
              type="button"
              aria-label={t('library.help-use', { query: entry.example[language] })}
              onClick={() => use(entry.example[language])}
            >
              {entry.example[language]}
            </button>
            <span>{queryHelpSentence(t, entry)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
