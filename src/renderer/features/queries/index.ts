export { AskDialog } from './ask-dialog';
export { ClaimQueries } from './claim-queries';
export { QueriesDialog } from './queries-dialog';
export { QueryList } from './query-list';
export { QueryThread } from './query-thread';
