import type { MessageKey } from '#core/messages/index';

/** Where a command stands in the native menu; `separator` draws a line before it. */
export const menus = ['file', 'edit', 'format', 'check', 'view', 'help'] as const;
export type MenuId = (typeof menus)[number];

/** What must be true for a command to run; the window reports these facts, and main greys the menu by them. */
export const contextFacts = ['desk', 'article', 'editable', 'selection', 'claim'] as const;
export type ContextFact = (typeof contextFacts)[number];

export interface Command {
  /** In the native menu; palette only when absent. */
  readonly menu?: MenuId;
  readonly separator?: true;
  /** Electron's notation, with `Mod` for ⌘ on macOS and Ctrl elsewhere: `Mod+Shift+K`. */
  readonly keys?: string;
  /** All of these must hold. */
  readonly when?: readonly ContextFact[];
  /** The operating system does it (cut, copy, paste …): the menu names the role and nobody else handles it. */
  readonly role?: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen' | 'toggleDevTools';
  /** Stands in the toolbar, in table order. */
  readonly toolbar?: true;
  /** Not offered in the palette (it makes no sense there). */
  readonly hidden?: true;
}

/**
 * Every command, once: the native menu, shortcuts, palette, toolbar and help sheet all derive from this table.
 * The title of `noun.verb` is `command.noun.verb` in the catalogues.
 */
const table = {
  'article.new': { menu: 'file', keys: 'Mod+N', when: ['desk'] },
  'intake.import': { menu: 'file', keys: 'Mod+O', when: ['desk'] },
  'intake.paste': { menu: 'file', keys: 'Mod+Shift+N', when: ['desk'] },
  'desk.open': { menu: 'file', separator: true, keys: 'Mod+Shift+O' },
  'desk.create': { menu: 'file' },
  'desk.sample': { menu: 'file' },
  'export.open': { menu: 'file', separator: true, keys: 'Mod+E', when: ['article'] },
  'article.rename': { menu: 'file', separator: true, keys: 'F2', when: ['article'] },
  'article.trash': { menu: 'file', when: ['article'] },
  'app.quit': { menu: 'file', separator: true, role: 'quit', hidden: true },

  'edit.undo': { menu: 'edit', keys: 'Mod+Z', when: ['editable'], toolbar: true },
  'edit.redo': { menu: 'edit', keys: 'Mod+Shift+Z', when: ['editable'], toolbar: true },
  'edit.cut': { menu: 'edit', separator: true, role: 'cut', hidden: true },
  'edit.copy': { menu: 'edit', role: 'copy', hidden: true },
  'edit.paste': { menu: 'edit', role: 'paste', hidden: true },
  'edit.select-all': { menu: 'edit', role: 'selectAll', hidden: true },

  'format.bold': { menu: 'format', keys: 'Mod+B', when: ['editable'], toolbar: true },
  'format.italic': { menu: 'format', keys: 'Mod+I', when: ['editable'], toolbar: true },
  'format.underline': { menu: 'format', keys: 'Mod+U', when: ['editable'] },
  'format.strikethrough': { menu: 'format', keys: 'Mod+Shift+X', when: ['editable'] },
  'format.link': { menu: 'format', keys: 'Mod+K', when: ['editable'], toolbar: true },
  'block.paragraph': {
    menu: 'format',
    separator: true,
    keys: 'Mod+Alt+0',
    when: ['editable'],
    toolbar: true,
  },
  'block.heading-2': { menu: 'format', keys: 'Mod+Alt+2', when: ['editable'], toolbar: true },
  'block.heading-3': { menu: 'format', keys: 'Mod+Alt+3', when: ['editable'], toolbar: true },
  'block.heading-4': { menu: 'format', keys: 'Mod+Alt+4', when: ['editable'] },
  'block.quote': { menu: 'format', keys: 'Mod+Alt+Q', when: ['editable'], toolbar: true },
  'block.bulleted-list': { menu: 'format', keys: 'Mod+Shift+8', when: ['editable'], toolbar: true },
  'block.numbered-list': { menu: 'format', keys: 'Mod+Shift+7', when: ['editable'], toolbar: true },
  'block.divider': { menu: 'format', when: ['editable'] },

  'claim.create': { menu: 'check', keys: 'Mod+M', when: ['article', 'selection'], toolbar: true },
  'claim.next': { menu: 'check', separator: true, keys: 'Mod+]', when: ['article'] },
  'claim.previous': { menu: 'check', keys: 'Mod+[', when: ['article'] },
  'claim.confirm': { menu: 'check', separator: true, keys: 'Mod+Enter', when: ['article', 'claim'] },
  'claim.remove': { menu: 'check', keys: 'Mod+Shift+M', when: ['article', 'claim'] },
  'cut.restore': { menu: 'check', separator: true, keys: 'Mod+R', when: ['article'] },

  'palette.open': { menu: 'view', keys: 'Mod+Shift+P', hidden: true },
  'original.toggle': { menu: 'view', separator: true, keys: 'Mod+Shift+D', when: ['article'] },
  'view.library': { menu: 'view', separator: true, keys: 'Mod+Alt+L' },
  'view.panel': { menu: 'view', keys: 'Mod+Alt+P' },
  'panel.intake': { menu: 'view', separator: true, keys: 'Mod+1', when: ['article'] },
  'panel.claims': { menu: 'view', keys: 'Mod+2', when: ['article'] },
  'panel.details': { menu: 'view', keys: 'Mod+3', when: ['article'] },
  'focus.library': { menu: 'view', separator: true, keys: 'F6' },
  'focus.editor': { menu: 'view', keys: 'Shift+F6' },
  'view.theme-light': { menu: 'view', separator: true },
  'view.theme-dark': { menu: 'view' },
  'view.theme-system': { menu: 'view' },
  'view.language-fr': { menu: 'view', separator: true },
  'view.language-en': { menu: 'view' },
  'view.language-system': { menu: 'view' },
  'view.full-screen': { menu: 'view', separator: true, role: 'togglefullscreen', hidden: true },

  'help.shortcuts': { menu: 'help', keys: 'F1' },
  'help.about': { menu: 'help' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof table;

export const commands: Readonly<Record<CommandId, Command>> = table;
export const commandIds = Object.keys(table) as CommandId[];

export function commandTitle(id: CommandId): MessageKey {
  return `command.${id}`;
}

/** Whether a command may run where `facts` hold. */
export function isEnabled(id: CommandId, facts: ReadonlySet<ContextFact>): boolean {
  return (commands[id].when ?? []).every((fact) => facts.has(fact));
}
