import { lostInWord } from '../docx/index';
import { writeDocxReview } from '../docx/write';
import type { Format } from '../types';

export const docxReview: Format = {
  id: 'docx-review',
  extensions: ['docx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  binary: true,
  whole: true,
  write: writeDocxReview,
  loses: lostInWord,
};
