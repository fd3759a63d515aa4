import type { Format } from '../types';

/** Printed by the app from the page that `html` writes: nothing else here knows how to set lines on paper. */
export const pdf: Format = {
  id: 'pdf',
  extensions: ['pdf'],
  mediaTypes: ['application/pdf'],
  binary: true,
  printedFrom: 'html',
};
