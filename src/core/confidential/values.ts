/** After so many minutes in which nobody looked at a confidential source, a desk locks itself. */
export const idleMinutes = 15;

/** Characters; a passphrase that is shorter is refused. */
export const shortestPassphrase = 12;
export const longestPassphrase = 1_000;

/**
 * What scrypt costs to try one passphrase, as a power of two: about a second here, 128 MB of memory, and as much for
 * everybody who guesses. It stands in the encrypted file, so that it can grow without a new format.
 */
export const usualWorkFactor = 17;

/** Where the open desk stands with its confidential sources. */
export type ConfidentialState = 'none' | 'locked' | 'unlocked' | 'damaged';

export interface ConfidentialView {
  readonly state: ConfidentialState;
  /** A change of the key was stopped before every file was done. */
  readonly isUnfinished: boolean;
  /** Keys that were given up because nobody knew their passphrase any more. */
  readonly givenUp: number;
}

export const nothingConfidential: ConfidentialView = { state: 'none', isUnfinished: false, givenUp: 0 };

/** What a change of key, or the sealing of what was there, has come to. */
export interface SealReport {
  /** Files or sources that were done. */
  readonly done: number;
  /** Could not be done; they stay as they were. */
  readonly refused: number;
  readonly cancelled: boolean;
}
