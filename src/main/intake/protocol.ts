import type { EvidenceExtension } from '#core/claims/evidence-files';
import type { Result } from '#core/failure';
import type { IntakeOptions } from '#core/intake/types';
import type { Incoming, Taken } from '#storage/index';

/** What main asks of the process that reads files: method → what is given, and what comes back. */
export interface IntakeCalls {
  /** Codes: `input.…`, `article.…`. */
  read: [{ readonly file: Incoming; readonly now: string; readonly options: IntakeOptions }, Taken];
  /** The text of a piece of evidence. Codes: those of `evidenceText`. */
  evidence: [
    { readonly bytes: Uint8Array; readonly extension: EvidenceExtension; readonly name: string },
    string,
  ];
}
export type IntakeMethod = keyof IntakeCalls;

/** One at a time: the answer is that of the last question. */
export type IntakeQuestion = {
  [M in IntakeMethod]: { readonly method: M; readonly input: IntakeCalls[M][0] };
}[IntakeMethod];

export type IntakeAnswer = Result<IntakeCalls[IntakeMethod][1]>;
