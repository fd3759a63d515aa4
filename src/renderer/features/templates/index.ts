export { SaveTemplateDialog } from './save-template-dialog';
export { TemplateDialog } from './template-dialog';
