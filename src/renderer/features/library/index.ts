export { LibraryPane } from './library-pane';
