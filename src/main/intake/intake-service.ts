import type { EvidenceExtension } from '#core/claims/evidence-files';
import { type Failure, failure, type Result, success } from '#core/failure';
import type { ReadFile } from '#storage/index';
import type { IntakeAnswer, IntakeQuestion } from './protocol';
import { checked } from './taken';

/** What is asked of a process that reads files; Electron's utility process is one. */
export interface ReadingProcess {
  postMessage(message: IntakeQuestion): void;
  on(event: 'message', listener: (answer: IntakeAnswer) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  kill(): unknown;
}

/** How much of memory objects made from one file may fill, in MB. */
export const intakeMemory = 768;

const times = {
  /** How long one file may take, in ms: then it is the file's fault. */
  patience: 20_000,
  /** How long the process waits for the next file, in ms. */
  rest: 60_000,
};

/**
 * Reads what strangers wrote in a process of its own, one file after the other: one that hangs it, crashes it or fills
 * its memory is refused with `input.too-hard`, and the next is read by a new process.
 */
export class IntakeService {
  private readonly fork: () => ReadingProcess;
  private readonly times: typeof times;
  private process: ReadingProcess | null = null;
  /** Settled once nobody is being answered. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Takes what becomes of the question that is being answered. */
  private settle: ((answer: IntakeAnswer) => void) | null = null;
  /** Why the question fails if the process ends now. */
  private cause = '';
  private resting: NodeJS.Timeout | undefined;

  constructor(fork: () => ReadingProcess, limits: typeof times = times) {
    this.fork = fork;
    this.times = limits;
  }

  /** As `readIncoming`, elsewhere. */
  readonly read: ReadFile = async (file, now, options) => {
    const answer = await this.ask({ method: 'read', input: { file, now, options } }, file.name);
    return answer.ok ? checked(answer.value, file.name) : answer;
  };

  /** As `evidenceText`, elsewhere. */
  async evidenceText(bytes: Uint8Array, extension: EvidenceExtension, name: string): Promise<Result<string>> {
    const answer = await this.ask({ method: 'evidence', input: { bytes, extension, name } }, name);
    if (!answer.ok) return answer;
    return typeof answer.value === 'string' ? success(answer.value) : failure('internal');
  }

  /** Ends the process; the next question starts another one. */
  close(): void {
    clearTimeout(this.resting);
    this.process?.kill();
    // A question may come before the process is gone: it is for another one.
    if (this.process) this.lose(this.process);
  }

  private ask(question: IntakeQuestion, name: string): Promise<IntakeAnswer> {
    const answered = this.turn.then(() => this.answer(question, name));
    this.turn = answered.catch(() => {});
    return answered;
  }

  private async answer(question: IntakeQuestion, name: string): Promise<IntakeAnswer> {
    clearTimeout(this.resting);
    const child = this.process ?? this.start();
    this.cause = `${intakeMemory} MB`;
    const late = setTimeout(() => {
      this.cause = `${this.times.patience / 1_000} s`;
      this.close();
    }, this.times.patience);
    const answer = await new Promise<IntakeAnswer>((resolve) => {
      this.settle = resolve;
      child.postMessage(question);
    });
    clearTimeout(late);
    this.settle = null;
    this.resting = setTimeout(() => this.close(), this.times.rest);
    return answer.ok ? answer : withName(answer, name);
  }

  private start(): ReadingProcess {
    const child = this.fork();
    this.process = child;
    child.on('message', (answer) => {
      if (this.process === child) this.settle?.(answer);
    });
    child.once('exit', () => this.lose(child));
    return child;
  }

  private lose(child: ReadingProcess): void {
    if (this.process !== child) return;
    this.process = null;
    this.settle?.(failure('input.too-hard', { limit: this.cause }));
  }
}

function withName(failed: Failure, name: string): Failure {
  return failure(failed.code, { name, ...failed.params }, failed.detail);
}
