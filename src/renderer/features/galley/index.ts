export { CheckPanel } from './check-panel';
export { GalleyBar } from './galley-bar';
export { useGalley } from './use-galley';
