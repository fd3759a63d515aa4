import { webcrypto } from 'node:crypto';
import { randomIds } from '#core/ids';

/** A new random id of ten characters, for articles and desks. */
export const newId = randomIds((bytes) => webcrypto.getRandomValues(bytes));
