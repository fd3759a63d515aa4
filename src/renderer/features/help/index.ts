export { AboutDialog } from './about-dialog';
export { ShortcutSheet } from './shortcut-sheet';
