import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import { failure, type Result } from '#core/failure';
import type { LibraryCalls, LibraryMessage, LibraryMethod, LibraryNews, LibraryQuestion } from './protocol';

type Waiting = (result: Result<unknown>) => void;

const minute = 60_000;
/** So often in a minute it is started again by itself. */
const mostRestarts = 3;

/**
 * The index of the open desk, in a process of its own: neither the window nor the saving of articles waits for it. When
 * it dies it is started anew; its index is a cache, so nothing is lost.
 */
export class LibraryService {
  private process: UtilityProcess | null = null;
  private desk: LibraryCalls['open'][0] | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  /** When the process has died of itself lately, in milliseconds since 1970. */
  private lost: readonly number[] = [];
  private isClosed = false;
  private readonly onNews: (news: LibraryNews) => void;

  constructor(onNews: (news: LibraryNews) => void) {
    this.onNews = onNews;
  }

  /** Follows another desk. `file`: where its index lies. */
  open(folder: string, file: string): void {
    this.desk = { folder, file };
    this.ask('open', this.desk);
  }

  /** Code: `index.unavailable`. */
  async ask<M extends LibraryMethod>(
    method: M,
    input: LibraryCalls[M][0],
  ): Promise<Result<LibraryCalls[M][1]>> {
    const child = this.process ?? this.start(method);
    this.asked += 1;
    const question: LibraryQuestion = { number: this.asked, method, input };
    return new Promise((resolve) => {
      this.waiting.set(question.number, resolve as Waiting);
      child.postMessage(question);
    });
  }

  private start(method: LibraryMethod): UtilityProcess {
    const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/library-process.js'), [], {
      serviceName: 'marbre-library',
      // Articles are read here: one that would take all memory must not take the computer's.
      execArgv: ['--max-old-space-size=512', '--max-semi-space-size=4'],
    });
    this.process = child;
    child.on('message', (message: LibraryMessage) => this.hear(message));
    child.once('exit', () => this.lose(child));
    if (this.desk && method !== 'open') this.ask('open', this.desk);
    return child;
  }

  private hear(message: LibraryMessage): void {
    if (message.type !== 'answer') {
      this.onNews(message);
      return;
    }
    this.waiting.get(message.number)?.(message.result);
    this.waiting.delete(message.number);
  }

  private lose(child: UtilityProcess): void {
    if (this.process !== child) return;
    this.process = null;
    for (const resolve of this.waiting.values()) resolve(failure('index.unavailable'));
    this.waiting.clear();
    this.lost = [...this.lost.filter((at) => at > Date.now() - minute), Date.now()];
    // Somebody has to hear of changes. One that dies again and again waits for a question.
    if (!this.isClosed && this.desk && this.lost.length <= mostRestarts)
      this.open(this.desk.folder, this.desk.file);
  }

  close(): void {
    this.isClosed = true;
    const child = this.process;
    if (!child) return;
    this.lose(child);
    child.kill();
  }
}
