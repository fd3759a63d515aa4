export { ClaimsPanel } from './claims-panel';
export { useClaimCommands } from './use-claim-commands';
