export { AlikeDialog } from './alike-dialog';
export { IntakePanel } from './intake-panel';
export { useIntake } from './use-intake';
