import { type CommandId, commandIds, commands } from '#core/commands/table';

const isMac = navigator.platform.startsWith('Mac');

/** Names for keys whose `event.key` depends on Shift or the layout; the physical key decides for digits. */
function keyName(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code);
  if (digit?.[1]) return digit[1];
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}

/** A key press in the notation of the command table: `Mod+Shift+K`. */
export function chordOf(event: KeyboardEvent): string {
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  const parts = [
    isMod && 'Mod',
    isMac && event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    keyName(event),
  ];
  return parts.filter(Boolean).join('+');
}

const order = ['Mod', 'Ctrl', 'Alt', 'Shift'];

function canonical(chord: string): string {
  const parts = chord.split('+');
  const key = parts.pop() ?? '';
  return [...order.filter((modifier) => parts.includes(modifier)), key].join('+');
}

const byChord = new Map<string, CommandId>(
  commandIds.flatMap((id): [string, CommandId][] => {
    const { keys, role } = commands[id];
    return keys && !role ? [[canonical(keys), id]] : [];
  }),
);

/** The command that a key press asks for, by the table. */
export function commandFor(event: KeyboardEvent): CommandId | undefined {
  return event.isComposing ? undefined : byChord.get(chordOf(event));
}

const macSymbols: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌃',
  Enter: '↩',
};

/** Keys as they are shown to people: `⇧⌘K` or `Ctrl+Maj+K`. */
export function showKeys(keys: string, language: 'fr' | 'en'): string {
  const parts = keys.split('+');
  if (isMac) return parts.map((part) => macSymbols[part] ?? part).join('');
  const names: Readonly<Record<string, string>> =
    language === 'fr' ? { Mod: 'Ctrl', Shift: 'Maj', Enter: 'Entrée' } : { Mod: 'Ctrl' };
  return parts.map((part) => names[part] ?? part).join('+');
}
