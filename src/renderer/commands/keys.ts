import { type CommandId, commandIds, commands } from '#core/commands/table';

const isMac = navigator.platform.startsWith('Mac');

/** Names for keys whose `event.key` depends on Shift or the layout; the physical key decides for digits. */
function keyName(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code);
  // Shift and Alt change what a key types; a shortcut names the key.
  if (event.code === 'Space' || event.code === 'Period') return event.code === 'Space' ? 'Space' : '.';
  if (digit?.[1]) return digit[1];
  return names[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
}

/** The table writes keys as Electron does. */
const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
};

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

const byGalleyKey = new Map<string, CommandId>(
  commandIds.flatMap((id) =>
    (commands[id].galley ?? []).map((keys): [string, CommandId] => [canonical(keys), id]),
  ),
);

/** The command that a key press asks for, by the table. In the galley single keys are commands, too. */
export function commandFor(event: KeyboardEvent, isGalley = false): CommandId | undefined {
  // AltGr types € and @ on European keyboards, and looks like Ctrl+Alt on Windows.
  if (event.isComposing || event.getModifierState('AltGraph')) return undefined;
  return byChord.get(chordOf(event)) ?? (isGalley && !isAnswering(event) ? galleyCommand(event) : undefined);
}

function galleyCommand(event: KeyboardEvent): CommandId | undefined {
  // A sign may need Shift on one keyboard and none on the other: the sign counts.
  return byGalleyKey.get(event.key) ?? byGalleyKey.get(chordOf(event));
}

/** Whether the key belongs to what has the focus: a field takes them all, a control those that work it. */
function isAnswering({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="tab"], [role="separator"]'))
    return true;
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null;
}

const macSymbols: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Backspace: '⌫',

  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌃',
  Enter: '↩',
};

const arrows = { Up: '↑', Down: '↓', Left: '←', Right: '→' } as const;

/** Keys as they are shown to people: `⇧⌘K` or `Ctrl+Maj+K`. */
export function showKeys(keys: string, language: 'fr' | 'en'): string {
  const parts = keys.split('+');
  if (isMac) return parts.map((part) => macSymbols[part] ?? part).join('');
  const names: Readonly<Record<string, string>> =
    language === 'fr'
      ? { ...arrows, Mod: 'Ctrl', Shift: 'Maj', Enter: 'Entrée', Space: 'Espace', Backspace: 'Retour' }
      : { ...arrows, Mod: 'Ctrl' };
  return parts.map((part) => names[part] ?? part).join('+');
}
