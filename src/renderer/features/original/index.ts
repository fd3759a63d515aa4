export { OriginalPane } from './original-pane';
