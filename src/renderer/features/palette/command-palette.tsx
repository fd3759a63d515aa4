import { Command } from 'cmdk';
import { commandIds, commands, commandTitle, isEnabled, menus } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { facts } from '../../session/editor-port';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';
import '../../ui/palette.css';

/** Every command by name. What cannot run now is not offered. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const holding = facts.get();
  const offered = commandIds.filter((id) => !commands[id].hidden && isEnabled(id, holding));
  return (
    <Dialog title={t('app.palette.title')} closeLabel={t('app.close')} onClose={onClose} size="medium" bare>
      <Command label={t('app.palette.title')} className="palette" loop filter={rank}>
        <Command.Input placeholder={t('app.palette.hint')} className="palette-input" />
        <Command.List className="palette-list">
          <Command.Empty className="palette-empty">{t('app.palette.empty')}</Command.Empty>
          {menus.map((menu) => (
            <Command.Group key={menu} heading={t(`dialog.menu.${menu}`)}>
              {offered
                .filter((id) => commands[id].menu === menu)
                .map((id) => {
                  const { keys } = commands[id];
                  return (
                    <Command.Item
                      key={id}
                      value={`${plain(t(commandTitle(id)))} ${id}`}
                      onSelect={() => {
                        onClose();
                        // After the dialog has given the focus back to where the command acts.
                        setTimeout(() => runCommand(id), 0);
                      }}
                    >
                      <span>{t(commandTitle(id))}</span>
                      {keys && <kbd>{showKeys(keys, language)}</kbd>}
                    </Command.Item>
                  );
                })}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

/** Without accents and case: “theme” finds “Thème”. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 1 when the title begins with what is typed, 0.5 when all typed words begin a word in it, else not offered. */
function rank(value: string, typed: string): number {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (value.startsWith(plain(typed).trim())) return 1;
  const own = value.split(/[\s.’'-]+/);
  return words.every((word) => own.some((part) => part.startsWith(word))) ? 0.5 : 0;
}
