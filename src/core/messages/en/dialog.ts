import type { MenuId } from '#core/commands/table';

/** Words of the native menu and the system's dialogs. */
const menus = {
  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.insert': 'Insert',
  'menu.format': 'Format',
  'menu.check': 'Check',
  'menu.view': 'View',
  'menu.help': 'Help',
} as const satisfies Record<`menu.${MenuId}`, string>;

export const dialog = {
  ...menus,
  'import.folder': 'Choose a folder of notes or stories to import',
  'import.report': 'Save the report of the import',
  'import.title': 'Import stories',
  'import.files': 'Stories (text, Markdown, HTML)',
  'import.all': 'All files',
  'picture.title': 'Choose a picture',
  'picture.files': 'Pictures',
  'evidence.title': 'Attach a file as evidence',
  'evidence.files': 'Evidence (PDF, pictures, sound, pages, mail, text)',
  'dossier.title': 'Save the record of checks',
  'export.title': 'Export the article',
  'export.folder': 'Choose a folder for the exported articles',
  'desk.choose': 'Open a desk',
  'desk.create': 'Choose an empty folder for the new desk',
  'desk.sample': 'Sample desk',
  'window.gone': 'Marbre’s window has stopped several times.',
  'window.gone-detail':
    'Your articles are safe on the disk. Open the window again, or quit and start Marbre anew.',
  'window.hangs': 'Marbre’s window does not answer.',
  'window.hangs-detail':
    'Wait for it, or open it again: what was typed in the last second before it stopped may be lost, the rest is saved.',
  'window.reopen': 'Open the window again',
  'window.wait': 'Wait',
  'window.quit': 'Quit',
  'backup.folder': 'Choose a folder for backups',
  'backup.choose': 'Choose a backup: the folder named after its date and time',
  'backup.restore': 'Choose an empty folder for the restored desk',
  'spelling.none': 'No suggestions',
  'spelling.learn': 'Add to Dictionary',
  'spelling.ignore': 'Ignore',
  clipboard: 'Clipboard',
  'topics.title': 'Import IPTC Media Topics',
  'topics.files': 'IPTC’s list as JSON',
} as const;
