import { ArrowDown, ArrowUp, PenLine } from 'lucide-react';
import { commands, commandTitle } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { opened } from '../../session/article-session';
import { galleyFilter, galleyOrder, itemsOf, shownItems, suggestions } from '../../session/galley-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { Filters } from './filters';
import { ProgressLine } from './progress';
import { useActiveKey } from './use-active-key';

const shownKeys = ['galley.confirm', 'galley.wrong', 'galley.query', 'galley.dismiss'] as const;

/** Stands above the galley where the toolbar stands above the text: where one is, and which hand does what. */
export function GalleyBar() {
  const { t, language } = useTranslation();
  const article = useStore(opened)?.article;
  const found = useStore(suggestions);
  const active = useActiveKey();
  useStore(galleyFilter);
  useStore(galleyOrder);
  if (!article) return null;
  const items = shownItems(article);
  const at = items.findIndex(({ key }) => key === active);
  return (
    <div className="galley-bar">
      <div className="galley-row">
        <IconButton
          icon={ArrowUp}
          label={t('command.galley.previous')}
          keys="D"
          onClick={() => runCommand('galley.previous')}
        />
        <IconButton
          icon={ArrowDown}
          label={t('command.galley.next')}
          keys="F"
          onClick={() => runCommand('galley.next')}
        />
        <span className="galley-place" role="status">
          {found === null ? t('galley.reading') : t('galley.place', { at: at + 1, total: items.length })}
        </span>
        <ProgressLine article={article} suggested={itemsOf(article).length - article.claims.length} />
        <span className="galley-space" />
        <Button onClick={() => runCommand('galley.toggle')} icon={PenLine}>
          {t('galley.write')}
        </Button>
      </div>
      <div className="galley-row">
        <Filters article={article} />
        <span className="galley-space" />
        <p className="galley-keys" aria-hidden="true">
          <span>
            <kbd>F1</kbd> {t('galley.all-keys')}
          </span>
          {shownKeys.map((id) => (
            <span key={id}>
              <kbd>{showKeys(commands[id].galley?.[0] ?? '', language)}</kbd> {t(commandTitle(id))}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}
