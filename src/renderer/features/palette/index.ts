export { CommandPalette } from './command-palette';
export { QuickOpen } from './quick-open';
