import type { MessageKey } from '#core/messages/index';

/** Where a command stands in the native menu; `separator` draws a line before it. */
export const menus = ['file', 'edit', 'insert', 'format', 'check', 'view', 'help'] as const;
export type MenuId = (typeof menus)[number];

/** What must be true for a command to run; the window reports these facts, and main greys the menu by them. */
export const contextFacts = [
  'desk',
  'article',
  'editable',
  'selection',
  'claim',
  'table',
  'picture',
  'suggestion',
  'galley',
  /** Articles are selected in a list. */
  'picked',
] as const;
export type ContextFact = (typeof contextFacts)[number];

export interface Command {
  /** In the native menu; palette only when absent. */
  readonly menu?: MenuId;
  readonly separator?: true;
  /** Electron's notation, with `Mod` for ⌘ on macOS and Ctrl elsewhere: `Mod+Shift+K`. */
  readonly keys?: string;
  /** Keys that mean this in the galley only, where no text is typed: `F`, `Shift+Right`. */
  readonly galley?: readonly string[];
  /** All of these must hold. */
  readonly when?: readonly ContextFact[];
  /** The operating system does it (cut, copy, paste …): the menu names the role and nobody else handles it. */
  readonly role?: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen' | 'toggleDevTools';
  /** Stands in the toolbar, in table order. */
  readonly toolbar?: true;
  /** Offered behind a slash at the beginning of a line. */
  readonly slash?: true;
  /** Not offered in the palette (it makes no sense there). */
  readonly hidden?: true;
}

/**
 * Every command, once: the native menu, shortcuts, palette, toolbar and help sheet all derive from this table.
 * The title of `noun.verb` is `command.noun.verb` in the catalogues.
 */
const table = {
  'article.new': { menu: 'file', keys: 'Mod+N', when: ['desk'] },
  'article.new-from-template': { menu: 'file', keys: 'Mod+Shift+T', when: ['desk'] },
  'article.quick-open': { menu: 'file', keys: 'Mod+P', when: ['desk'] },
  'intake.import': { menu: 'file', keys: 'Mod+O', when: ['desk'] },
  'intake.folder': { menu: 'file', keys: 'Mod+Alt+O', when: ['desk'] },
  'intake.paste': { menu: 'file', keys: 'Mod+Shift+N', when: ['desk'] },
  'intake.report': { menu: 'file', when: ['desk'] },
  'desk.open': { menu: 'file', separator: true, keys: 'Mod+Shift+O' },
  'desk.create': { menu: 'file' },
  'desk.sample': { menu: 'file' },
  'desk.restore': { menu: 'file' },
  'snapshot.create': { menu: 'file', separator: true, keys: 'Mod+Alt+S', when: ['article'] },
  'export.open': { menu: 'file', separator: true, keys: 'Mod+E', when: ['article'] },
  'dossier.save': { menu: 'file', when: ['article'] },
  'article.rename': { menu: 'file', separator: true, keys: 'F2', when: ['article'] },
  'article.trash': { menu: 'file', when: ['article'] },
  'library.rebuild': { menu: 'file', separator: true, when: ['desk'] },
  'template.save': { menu: 'file', when: ['article'] },
  'settings.open': { menu: 'file', separator: true, keys: 'Mod+,' },
  'desk.settings': { menu: 'file', keys: 'Mod+Alt+,', when: ['desk'] },
  'vocabulary.open': { menu: 'file', keys: 'Mod+Alt+V', when: ['desk'] },
  'confidential.unlock': { menu: 'file', separator: true, when: ['desk'] },
  'confidential.lock': { menu: 'file', when: ['desk'] },
  'app.quit': { menu: 'file', separator: true, role: 'quit', hidden: true },

  'edit.undo': { menu: 'edit', keys: 'Mod+Z', when: ['article'], toolbar: true },
  'edit.redo': { menu: 'edit', keys: 'Mod+Shift+Z', when: ['article'], toolbar: true },
  'edit.cut': { menu: 'edit', separator: true, role: 'cut', hidden: true },
  'edit.copy': { menu: 'edit', role: 'copy', hidden: true },
  'edit.paste': { menu: 'edit', role: 'paste', hidden: true },
  'edit.paste-plain': { menu: 'edit', keys: 'Mod+Shift+V', when: ['editable'] },
  'edit.paste-reflowed': { menu: 'edit', when: ['editable'] },
  'edit.select-all': { menu: 'edit', role: 'selectAll', hidden: true },
  'find.open': { menu: 'edit', separator: true, keys: 'Mod+F', when: ['editable'] },
  'find.replace': { menu: 'edit', keys: 'Mod+Alt+F', when: ['editable'] },
  'find.next': { menu: 'edit', keys: 'F3', when: ['editable'] },
  'find.previous': { menu: 'edit', keys: 'Shift+F3', when: ['editable'] },
  'edit.spelling': { menu: 'edit', separator: true },
  'library.search': { menu: 'edit', separator: true, keys: 'Mod+Shift+F', when: ['desk'] },
  'search.save': { menu: 'edit', keys: 'Mod+D', when: ['desk'] },
  'article.similar': { menu: 'edit', when: ['article'] },
  'block.move-up': { menu: 'edit', separator: true, keys: 'Alt+Up', when: ['editable'] },
  'block.move-down': { menu: 'edit', keys: 'Alt+Down', when: ['editable'] },
  'block.remove': { menu: 'edit', keys: 'Mod+Shift+K', when: ['editable'] },
  'batch.add-tags': { menu: 'edit', separator: true, when: ['desk', 'picked'] },
  'batch.remove-tags': { menu: 'edit', when: ['desk', 'picked'] },
  'batch.status': { menu: 'edit', when: ['desk', 'picked'] },
  'batch.section': { menu: 'edit', when: ['desk', 'picked'] },
  'batch.due': { menu: 'edit', when: ['desk', 'picked'] },
  'batch.export': { menu: 'edit', when: ['desk', 'picked'] },
  'batch.trash': { menu: 'edit', when: ['desk', 'picked'] },
  'batch.undo': { menu: 'edit', when: ['desk'] },
  'tag.accept-suggestion': { menu: 'edit', separator: true, keys: 'Mod+Shift+Enter', when: ['article'] },

  'insert.picture': { menu: 'insert', keys: 'Mod+Alt+I', when: ['editable'], slash: true },
  'insert.table': { menu: 'insert', keys: 'Mod+Alt+T', when: ['editable'], slash: true },
  'insert.embed': { menu: 'insert', when: ['editable'], slash: true },
  'insert.footnote': { menu: 'insert', keys: 'Mod+Alt+N', when: ['editable'], slash: true },
  'block.divider': { menu: 'insert', when: ['editable'], slash: true },
  'insert.no-break-space': { menu: 'insert', separator: true, keys: 'Mod+Shift+Space', when: ['editable'] },
  'insert.narrow-space': { menu: 'insert', keys: 'Mod+Alt+Space', when: ['editable'] },
  'table.row-above': { menu: 'insert', separator: true, when: ['editable', 'table'] },
  'table.row-below': { menu: 'insert', when: ['editable', 'table'] },
  'table.column-before': { menu: 'insert', when: ['editable', 'table'] },
  'table.column-after': { menu: 'insert', when: ['editable', 'table'] },
  'table.column-left': { menu: 'insert', when: ['editable', 'table'] },
  'table.column-right': { menu: 'insert', when: ['editable', 'table'] },
  'table.remove-row': { menu: 'insert', when: ['editable', 'table'] },
  'table.remove-column': { menu: 'insert', when: ['editable', 'table'] },
  'table.header': { menu: 'insert', when: ['editable', 'table'] },
  'picture.describe': { menu: 'insert', separator: true, when: ['editable', 'picture'] },
  'picture.narrower': { menu: 'insert', keys: 'Mod+Alt+Left', when: ['editable', 'picture'] },
  'picture.wider': { menu: 'insert', keys: 'Mod+Alt+Right', when: ['editable', 'picture'] },

  'format.bold': { menu: 'format', keys: 'Mod+B', when: ['editable'], toolbar: true },
  'format.italic': { menu: 'format', keys: 'Mod+I', when: ['editable'], toolbar: true },
  'format.underline': { menu: 'format', keys: 'Mod+U', when: ['editable'] },
  'format.strikethrough': { menu: 'format', keys: 'Mod+Shift+X', when: ['editable'] },
  'format.code': { menu: 'format', when: ['editable'] },
  'format.superscript': { menu: 'format', keys: 'Mod+.', when: ['editable'] },
  'format.subscript': { menu: 'format', keys: 'Mod+Shift+.', when: ['editable'] },
  'format.link': { menu: 'format', keys: 'Mod+K', when: ['editable'], toolbar: true },
  'block.paragraph': {
    menu: 'format',
    separator: true,
    keys: 'Mod+Alt+0',
    when: ['editable'],
    toolbar: true,
    slash: true,
  },
  'block.heading-2': { menu: 'format', keys: 'Mod+Alt+2', when: ['editable'], toolbar: true, slash: true },
  'block.heading-3': { menu: 'format', keys: 'Mod+Alt+3', when: ['editable'], toolbar: true, slash: true },
  'block.heading-4': { menu: 'format', keys: 'Mod+Alt+4', when: ['editable'], slash: true },
  'block.quote': { menu: 'format', keys: 'Mod+Alt+Q', when: ['editable'], toolbar: true, slash: true },
  'block.pull-quote': { menu: 'format', when: ['editable'], slash: true },
  'block.fact-box': { menu: 'format', when: ['editable'], slash: true },
  'block.code': { menu: 'format', keys: 'Mod+Alt+C', when: ['editable'], slash: true },
  'block.bulleted-list': {
    menu: 'format',
    keys: 'Mod+Shift+8',
    when: ['editable'],
    toolbar: true,
    slash: true,
  },
  'block.numbered-list': {
    menu: 'format',
    keys: 'Mod+Shift+7',
    when: ['editable'],
    toolbar: true,
    slash: true,
  },
  'block.check-list': { menu: 'format', keys: 'Mod+Shift+9', when: ['editable'], slash: true },

  'galley.toggle': { menu: 'check', keys: 'F7', when: ['article'], toolbar: true },
  'galley.next': { galley: ['F', 'Down'], when: ['galley'] },
  'galley.previous': { galley: ['D', 'Up'], when: ['galley'] },
  'galley.skip': { galley: ['S'], when: ['galley'] },
  'galley.accept': { galley: ['Space'], when: ['galley'] },
  'galley.confirm': { galley: ['C', 'Enter'], when: ['galley'] },
  'galley.change': { galley: ['R'], when: ['galley'] },
  'galley.apply': { galley: ['P'], when: ['galley'] },
  'galley.wrong': { galley: ['B'], when: ['galley'] },
  'galley.disputed': { galley: ['Shift+B'], when: ['galley'] },
  'galley.not-verifiable': { galley: ['V'], when: ['galley'] },
  'galley.on-author': { galley: ['G'], when: ['galley'] },
  'galley.not-checkable': { galley: ['N'], when: ['galley'] },
  'galley.query': { galley: ['T'], when: ['galley'] },
  'galley.evidence': { galley: ['E'], when: ['galley'] },
  'galley.dismiss': { galley: ['X'], when: ['galley'] },
  'galley.split': { galley: ['/'], when: ['galley'] },
  'galley.merge': { galley: ['+'], when: ['galley'] },
  'edge.end-on-word': { galley: ['Right'], when: ['galley'] },
  'edge.end-back-word': { galley: ['Left'], when: ['galley'] },
  'edge.end-on-character': { galley: ['Shift+Right'], when: ['galley'] },
  'edge.end-back-character': { galley: ['Shift+Left'], when: ['galley'] },
  'edge.start-on-word': { galley: ['Alt+Right'], when: ['galley'] },
  'edge.start-back-word': { galley: ['Alt+Left'], when: ['galley'] },
  'edge.start-on-character': { galley: ['Alt+Shift+Right'], when: ['galley'] },
  'edge.start-back-character': { galley: ['Alt+Shift+Left'], when: ['galley'] },

  'claim.create': { menu: 'check', keys: 'Mod+M', when: ['article', 'selection'], toolbar: true },
  'claim.next': { menu: 'check', separator: true, keys: 'Mod+]', when: ['article'] },
  'claim.previous': { menu: 'check', keys: 'Mod+[', when: ['article'] },
  'claim.confirm': { menu: 'check', separator: true, keys: 'Mod+Enter', when: ['article', 'claim'] },
  'claim.remove': { menu: 'check', keys: 'Mod+Shift+M', when: ['article', 'claim'] },
  'query.ask': { menu: 'check', keys: 'Mod+Shift+Q', when: ['article'] },
  'queries.open': { menu: 'check', keys: 'Mod+Shift+L', when: ['desk'] },
  'sign-off.give': { menu: 'check', separator: true, keys: 'Mod+Alt+B', when: ['article'] },
  'comment.create': {
    menu: 'check',
    separator: true,
    keys: 'Mod+Alt+M',
    when: ['article', 'selection'],
    toolbar: true,
  },
  'suggestion.mode': { menu: 'check', separator: true, keys: 'Mod+Alt+E', when: ['article'], toolbar: true },
  'suggestion.next': { menu: 'check', keys: 'Alt+]', when: ['article'] },
  'suggestion.accept': { menu: 'check', keys: 'Mod+Alt+Enter', when: ['article', 'suggestion'] },
  'suggestion.reject': { menu: 'check', keys: 'Mod+Alt+Backspace', when: ['article', 'suggestion'] },
  'suggestion.accept-all': { menu: 'check', when: ['article'] },
  'suggestion.reject-all': { menu: 'check', when: ['article'] },
  'placeholder.next': { menu: 'check', separator: true, keys: 'Mod+J', when: ['article'] },
  'cut.restore': { menu: 'check', separator: true, keys: 'Mod+R', when: ['article'] },

  'palette.open': { menu: 'view', keys: 'Mod+Shift+P', hidden: true },
  'original.toggle': { menu: 'view', separator: true, keys: 'Mod+Shift+D', when: ['article'] },
  'view.overview': { menu: 'view', separator: true, keys: 'F4', when: ['desk'] },
  'view.table': { menu: 'view', keys: 'F5', when: ['desk'] },
  'view.board': { menu: 'view', keys: 'F8', when: ['desk'] },
  'view.calendar': { menu: 'view', keys: 'F9', when: ['desk'] },
  'view.library': { menu: 'view', separator: true, keys: 'Mod+Alt+L' },
  'view.panel': { menu: 'view', keys: 'Mod+Alt+P' },
  'panel.intake': { menu: 'view', separator: true, keys: 'Mod+1', when: ['article'] },
  'panel.claims': { menu: 'view', keys: 'Mod+2', when: ['article'] },
  'panel.details': { menu: 'view', keys: 'Mod+3', when: ['article'] },
  'panel.comments': { menu: 'view', keys: 'Mod+4', when: ['article'] },
  'panel.outline': { menu: 'view', keys: 'Mod+5', when: ['article'] },
  'panel.history': { menu: 'view', keys: 'Mod+6', when: ['article'] },
  'panel.gate': { menu: 'view', keys: 'Mod+7', when: ['article'] },
  'view.focus-mode': { menu: 'view', separator: true },
  'view.typewriter': { menu: 'view' },
  'view.invisibles': { menu: 'view', keys: 'Mod+Shift+I' },
  'view.zoom-in': { menu: 'view', separator: true, keys: 'Mod+=' },
  'view.zoom-out': { menu: 'view', keys: 'Mod+-' },
  'view.zoom-reset': { menu: 'view', keys: 'Mod+0' },
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
