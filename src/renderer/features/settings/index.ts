export { DeskDialog } from './desk-dialog';
export { SettingsDialog } from './settings-dialog';
