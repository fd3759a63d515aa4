export { OutlinePanel } from './outline-panel';
