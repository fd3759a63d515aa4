export { EditorPane } from './editor-pane';
