export { OverviewPane } from './overview-pane';
export { StartActions } from './start-actions';
