import type { Failure } from '#core/failure';
import type { Feature } from '#core/formats/features';
import type { FormatId, Publication, Warning } from '#core/formats/types';
import type { Reading } from './conversion';

/** One file to convert; plain data, so that it can be handed to another thread. */
export interface Task {
  /** Absolute. */
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
  /** Absolute, with its ending. */
  readonly target: string;
  readonly to: FormatId;
  readonly reading: Reading;
  readonly publication?: Publication | undefined;
}

/** What became of it. */
export interface Outcome {
  readonly name: string;
  readonly failure: Failure | null;
  readonly from?: FormatId;
  /** The article on the desk that it has been imported as before. */
  readonly known?: string;
  readonly warnings: readonly Warning[];
  readonly lost: readonly Feature[];
}

/** What became of a file that was refused. */
export function refused(name: string, failed: Failure): Outcome {
  return { name, failure: failed, warnings: [], lost: [] };
}
