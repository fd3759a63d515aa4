import { type CommandId, commands, commandTitle, isEnabled } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { facts } from '../../session/editor-port';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';

const offered: readonly CommandId[] = [
  'intake.import',
  'intake.folder',
  'intake.paste',
  'article.new',
  'desk.open',
  'desk.sample',
  'palette.open',
];

/** What one can do when no article is open, with the keys that do it. */
export function StartActions({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const { t, language } = useTranslation();
  const holding = useStore(facts);
  return (
    <ul className="start-actions" data-quiet={isQuiet || undefined}>
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
  );
}
