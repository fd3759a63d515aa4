export { BatchDialog } from './batch-dialog';
export { DeskViews } from './desk-views';
