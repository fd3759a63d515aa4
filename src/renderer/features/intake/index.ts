export { AlikeDialog } from './alike-dialog';
export { ImportNotice } from './import-notice';
export { ImportReportDialog } from './import-report-dialog';
export { IntakePanel } from './intake-panel';
export { useIntake } from './use-intake';
