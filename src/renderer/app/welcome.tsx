import { type CommandId, commands, commandTitle, isEnabled } from '#core/commands/table';
import { showKeys } from '../commands/keys';
import { runCommand } from '../commands/registry';
import { facts } from '../session/editor-port';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';

const offered: readonly CommandId[] = [
  'intake.import',
  'intake.paste',
  'article.new',
  'desk.open',
  'desk.sample',
  'palette.open',
];

/** What to do when no article is open. */
export function Welcome() {
  const { t, language } = useTranslation();
  const holding = useStore(facts);
  return (
    <div className="welcome">
      <h1>Marbre</h1>
      <p>{t('app.welcome')}</p>
      <ul>
        {offered
          .filter((id) => isEnabled(id, holding))
          .map((id) => {
            const { keys } = commands[id];
            return (
              <li key={id}>
                <button type="button" onClick={() => runCommand(id)}>
                  <span>{t(commandTitle(id))}</span>
                  {keys && <kbd>{showKeys(keys, language)}</kbd>}
                </button>
              </li>
            );
          })}
      </ul>
    </div>
  );
}
