import { Command } from 'cmdk';
import { useEffect } from 'react';
import { library, refreshLibrary } from '../../session/app-session';
import { openArticle } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';
import { showWhen } from '../../ui/time';

/** More articles than this are not listed: a few letters find the others. */
const most = 60;

/** Goes to another article by a few letters of its headline; the ones that were changed last come first. */
export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  // While somebody types the list may lie a moment behind; a headline that was just written is looked for here.
  useEffect(() => void refreshLibrary(), []);
  const { articles } = useStore(library);
  return (
    <Dialog
      title={t('command.article.quick-open')}
      closeLabel={t('app.close')}
      onClose={onClose}
      size="medium"
      bare
    >
      <Command label={t('command.article.quick-open')} className="palette" loop filter={contains}>
        <Command.Input placeholder={t('app.palette.article-hint')} className="palette-input" />
        <Command.List className="palette-list">
          <Command.Empty className="palette-empty">{t('app.library.no-match')}</Command.Empty>
          {articles.slice(0, most * 20).map(({ id, title, modified }) => (
            <Command.Item
              key={id}
              value={`${plain(title)} ${id}`}
              onSelect={() => {
                onClose();
                focusWhenOpen();
                void openArticle(id);
              }}
            >
              <span>{title || t('app.untitled')}</span>
              <span className="palette-when">{showWhen(modified, language)}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function contains(value: string, typed: string): number {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return words.every((word) => value.includes(word)) ? 1 : 0;
}
