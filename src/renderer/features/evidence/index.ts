export { EvidenceList } from './lazy-list';
