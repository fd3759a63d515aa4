import { commandIds, commands, commandTitle, menus } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';
import './help.css';

/** All keys on one screen, from the command table. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  return (
    <Dialog title={t('command.help.shortcuts')} closeLabel={t('app.close')} onClose={onClose} size="large">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="shortcuts" aria-label={t('command.help.shortcuts')} tabIndex={0}>
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{t(`dialog.menu.${menu}`)}</h3>
            <dl>
              {commandIds
                .filter((id) => commands[id].menu === menu && commands[id].keys)
                .map((id) => (
                  <div key={id}>
                    <dt>{t(commandTitle(id))}</dt>
                    <dd>
                      <kbd>{showKeys(commands[id].keys ?? '', language)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t('galley.title')}</h3>
          <dl>
            {commandIds
              .filter((id) => commands[id].galley)
              .map((id) => (
                <div key={id}>
                  <dt>{t(commandTitle(id))}</dt>
                  <dd>
                    {commands[id].galley?.map((keys) => (
                      <kbd key={keys}>{showKeys(keys, language)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      </section>
    </Dialog>
  );
}
