export { GatePanel } from './gate-panel';
