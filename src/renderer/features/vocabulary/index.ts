export { VocabularyDialog } from './vocabulary-dialog';
