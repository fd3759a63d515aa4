import type { Format } from '../types';
import { writeSite } from './write';

/** A small site of a set of articles: one folder that opens from disk and can be put on any server as it is. */
export const site: Format = {
  id: 'site',
  extensions: ['html'],
  mediaTypes: ['text/html'],
  writeSet: writeSite,
};
