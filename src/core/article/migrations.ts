import { toVersion2 } from './migrate-1-to-2';
import { toVersion3 } from './migrate-2-to-3';
import { toVersion4 } from './migrate-3-to-4';
import { toVersion5 } from './migrate-4-to-5';
import { toVersion6 } from './migrate-5-to-6';

/**
 * How an article of version n becomes one of version n + 1, keyed by n. A step sees what JSON gave, unvalidated, and
 * must not throw on it: what it does not understand it passes on, and the schema then refuses it. Each step keeps a
 * fixture of its old version in tests/fixtures/migrations for ever.
 */
export type Migration = (article: unknown) => unknown;

export const migrations: Readonly<Record<number, Migration>> = {
  1: toVersion2,
  2: toVersion3,
  3: toVersion4,
  4: toVersion5,
  5: toVersion6,
};

/** The version that this program writes. */
export const currentVersion = 6;
