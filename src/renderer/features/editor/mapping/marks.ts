import type { TextFormatType } from 'lexical';
import type { Mark } from '#core/body/marks';

/** Lexical happens to call every mark what we call it; this line stops compiling on the day it does not. */
export const formatOf: Readonly<Record<Mark, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strikethrough',
  superscript: 'superscript',
  subscript: 'subscript',
  code: 'code',
};
