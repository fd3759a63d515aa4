export { HistoryPanel } from './history-panel';
export { KeepDialog } from './keep-dialog';
