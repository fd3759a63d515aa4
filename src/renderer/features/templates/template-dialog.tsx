import { Command } from 'cmdk';
import { type KeyboardEvent, useState } from 'react';
import { isStarter, starters } from '#core/desk/starters/index';
import type { Template } from '#core/desk/templates';
import { fold } from '#core/language/words';
import { call } from '../../bridge/bridge';
import { desk } from '../../session/app-session';
import { createNewArticle } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { complain } from '../../session/notices';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TemplatePreview } from './template-preview';
import { useTemplates } from './use-templates';
import '../../ui/palette.css';
import './templates.css';

/** What a new article can begin with: type to find, Return begins it, Delete removes one of the desk's own. */
export function TemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useSelected(desk, (current) => current?.language ?? 'fr');
  const [templates, setTemplates] = useTemplates();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const [removed, setRemoved] = useState<Template | null>(null);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const fits = ({ name }: Template): boolean => words.every((word) => fold(name).includes(word));
  const own = (templates ?? []).filter(fits);
  const ready = starters(language).filter(fits);
  const offered = [...own, ...ready];
  const current = offered.find(({ id }) => id === chosen) ?? offered[0];

  const begin = (id: string): void => {
    onClose();
    focusWhenOpen();
    void createNewArticle(id);
  };
  const write = async (change: ReturnType<typeof call<'template.save' | 'template.remove'>>) => {
    const written = await change;
    if (written.ok) setTemplates(written.value);
    else complain(written);
    return written.ok;
  };
  const remove = async (template: Template): Promise<void> => {
    if (await write(call('template.remove', { id: template.id }))) setRemoved(template);
  };
  const undo = async (): Promise<void> => {
    if (!removed || !(await write(call('template.save', { template: removed })))) return;
    setChosen(removed.id);
    setRemoved(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z' && removed !== null;
    // In the middle of what is typed, Delete belongs to the field.
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    const isAtEnd = field === null || field.selectionStart === field.value.length;
    const isRemoval = event.key === 'Delete' && isAtEnd && current !== undefined && !isStarter(current.id);
    if (!isUndo && !isRemoval) return;
    event.preventDefault();
    if (isUndo) void undo();
    else if (current) void remove(current);
  };
  return (
    <Dialog title={t('metadata.template.choose')} closeLabel={t('app.close')} onClose={onClose} size="large">
      <Command
        label={t('metadata.template.choose')}
        className="palette templates"
        loop
        shouldFilter={false}
        value={current?.id ?? ''}
        onValueChange={setChosen}
        onKeyDown={onKeyDown}
      >
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={t('metadata.template.hint')}
          className="palette-input"
        />
        <div className="templates-columns">
          <Command.List className="palette-list" label={t('metadata.template.choose')}>
            {offered.length === 0 && (
              <Command.Empty className="palette-empty">{t('metadata.template.none')}</Command.Empty>
            )}
            <Group title={t('metadata.template.own')} templates={own} onBegin={begin} />
            {templates?.length === 0 && words.length === 0 && (
              <p className="templates-none">{t('metadata.template.none-yet')}</p>
            )}
            <Group title={t('metadata.template.starters')} templates={ready} onBegin={begin} />
          </Command.List>
          {current && <TemplatePreview template={current} />}
        </div>
      </Command>
      <footer className="templates-footer">
        <p role="status">
          {removed ? t('metadata.template.removed', { name: removed.name }) : t('metadata.template.keys')}
        </p>
        {removed && <Button onClick={() => void undo()}>{t('metadata.template.undo')}</Button>}
      </footer>
    </Dialog>
  );
}

interface GroupProps {
  readonly title: string;
  readonly templates: readonly Template[];
  readonly onBegin: (id: string) => void;
}

function Group({ title, templates, onBegin }: GroupProps) {
  const { t } = useTranslation();
  if (templates.length === 0) return null;
  return (
    <Command.Group heading={title}>
      {templates.map(({ id, name, language }) => (
        <Command.Item key={id} value={id} onSelect={() => onBegin(id)}>
          <span lang={language}>{name}</span>
          <span className="palette-when">{t(`app.language.${language}`)}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
