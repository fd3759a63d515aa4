import { Command } from 'cmdk';
import { commandIds, commands, commandTitle, isEnabled, menus } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { facts } from '../../session/editor-port';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';
import './palette.css';

/** Every command by name. What cannot run now is not offered. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const holding = facts.get();
  const offered = commandIds.filter((id) => !commands[id].hidden && isEnabled(id, holding));
  return (
    <Dialog title={t('app.palette.title')} closeLabel={t('app.close')} onClose={onClose} size="medium" bare>
      <Command label={t('app.palette.title')} className="palette" loop>
        <Command.Input autoFocus placeholder={t('app.palette.hint')} className="palette-input" />
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
                      value={id}
                      keywords={[t(commandTitle(id))]}
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
