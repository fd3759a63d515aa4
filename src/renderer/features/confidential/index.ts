export { UnlockDialog } from './unlock-dialog';
