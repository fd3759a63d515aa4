export { EvidenceList } from './evidence-list';
