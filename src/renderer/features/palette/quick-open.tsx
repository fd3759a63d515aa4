import { Command } from 'cmdk';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { openArticle } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { useTranslation } from '../../session/translation';
import { useResultList } from '../../session/use-result-list';
import { Dialog } from '../../ui/dialog';
import { showWhen } from '../../ui/time';

/** Goes to another article by a few words; before any is typed, those that were changed last come first. */
export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const [typed, setTyped] = useState('');
  const { state } = useResultList({ query: typed, typing: true });
  const articles = [...state.hits.values()].map(({ article }) => article);
  const open = (id: string): void => {
    onClose();
    focusWhenOpen();
    void openArticle(id);
  };
  const isBehind = state.answered?.query !== typed;
  // Who types and presses Enter at once means what is about to be found, not what stands there from before.
  const [isHurried, setHurried] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !isBehind || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setHurried(true);
  };
  const [first] = articles;
  useEffect(() => {
    if (!isHurried || isBehind) return;
    setHurried(false);
    if (first) open(first.id);
  });
  return (
    <Dialog
      title={t('command.article.quick-open')}
      closeLabel={t('app.close')}
      onClose={onClose}
      size="medium"
      bare
    >
      <Command
        label={t('command.article.quick-open')}
        className="palette"
        loop
        shouldFilter={false}
        onKeyDown={onKeyDown}
      >
        <Command.Input
          value={typed}
          onValueChange={(words) => {
            setTyped(words);
            setHurried(false);
          }}
          placeholder={t('app.palette.article-hint')}
          className="palette-input"
        />
        <Command.List className="palette-list">
          {state.total === 0 && (
            <Command.Empty className="palette-empty">{t('library.no-match')}</Command.Empty>
          )}
          {articles.map(({ id, title, modified }) => (
            <Command.Item key={id} value={id} onSelect={() => open(id)}>
              <span>{title || t('app.untitled')}</span>
              <span className="palette-when">{showWhen(modified, language)}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
