export { LibraryPane } from './library-pane';
export { useLibraryCommands } from './use-library-commands';
