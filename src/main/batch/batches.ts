import { type BatchChange, changedFields } from '#core/desk/batch';
import { failure, type Result, success } from '#core/failure';
import type { BatchReport } from '#core/ipc/contract';
import {
  type BulkReport,
  type BulkStep,
  changeMetadata,
  type DeskStore,
  newId,
  undoMetadata,
} from '#storage/index';
import type { DeskSession } from '../desk-session';
import { inStretches, oneByOne, reportOf, type Stretch } from './batch-job';

export type OnProgress = (done: number, total: number, name?: string) => void;

/** What a batch did, enough to take it back. */
type Undoable = { readonly desk: DeskStore } & (
  | { readonly steps: readonly BulkStep[] }
  | { readonly moved: readonly string[]; readonly to: 'trash' | 'articles' }
);

/** So many batches can be taken back, the newest ones. */
const keptBatches = 20;

/** Progress is told so often at most, in milliseconds. */
const progressPause = 100;

/** Changes of many articles at once: one batch at a time, each of which can be taken back while its desk is open. */
export class Batches {
  private running: AbortController | null = null;
  private readonly undoable = new Map<string, Undoable>();
  private readonly session: DeskSession;
  private readonly tell: OnProgress;

  constructor(session: DeskSession, tell: OnProgress) {
    this.session = session;
    this.tell = tell;
  }

  cancel(): void {
    this.running?.abort();
  }

  /** Code: `batch.busy`. */
  async run<T>(work: (signal: AbortSignal, onProgress: OnProgress) => Promise<T>): Promise<Result<T>> {
    if (this.running) return failure('batch.busy');
    const controller = new AbortController();
    this.running = controller;
    let told = Number.NEGATIVE_INFINITY;
    try {
      return success(
        await work(controller.signal, (done, total, name) => {
          const now = performance.now();
          if (done < total && now - told < progressPause) return;
          told = now;
          this.tell(done, total, name);
        }),
      );
    } finally {
      this.running = null;
    }
  }

  async change(desk: DeskStore, ids: readonly string[], change: BatchChange): Promise<Result<BatchReport>> {
    if (desk.readOnly) return failure('io.denied', { name: desk.settings.name });
    const unique = [...new Set(ids)];
    if (change.type === 'trash' || change.type === 'restore')
      return this.move(desk, unique, change.type === 'trash' ? 'trash' : 'articles');
    return this.bulk(desk, unique, (stretch, options) =>
      changeMetadata(desk.articles, stretch, (metadata) => changedFields(change, metadata), options),
    );
  }

  /** Takes a batch back; the report's token brings it again. Codes: `batch.busy`, `batch.forgotten`. */
  async undo(token: string): Promise<Result<BatchReport>> {
    const found = this.undoable.get(token);
    if (!found || found.desk !== this.session.desk) return failure('batch.forgotten');
    const { desk } = found;
    const undone =
      'moved' in found
        ? await this.move(desk, found.moved, found.to === 'trash' ? 'articles' : 'trash')
        : await this.takeBack(desk, found.steps);
    if (undone.ok) this.undoable.delete(token);
    return undone;
  }

  private takeBack(desk: DeskStore, steps: readonly BulkStep[]): Promise<Result<BatchReport>> {
    const byId = new Map(steps.map((step) => [step.id, step]));
    return this.bulk(desk, [...byId.keys()], (stretch, options) =>
      undoMetadata(
        desk.articles,
        stretch.flatMap((id) => byId.get(id) ?? []),
        options,
      ),
    );
  }

  private bulk(
    desk: DeskStore,
    ids: readonly string[],
    work: (stretch: readonly string[], options: Parameters<typeof undoMetadata>[2]) => Promise<BulkReport>,
  ): Promise<Result<BatchReport>> {
    return this.run(async (signal, onProgress) => {
      const steps: BulkStep[] = [];
      const outcome = await inStretches(ids, signal, async (stretch, before) => {
        const now = new Date().toISOString();
        const report = await work(stretch, {
          now,
          signal,
          onProgress: (done) => onProgress(before + done, ids.length),
        });
        steps.push(...report.steps);
        const done = report.steps.map(({ id }) => id);
        await this.session.written(await foldersOf(desk, done));
        return { done, refused: report.refused };
      });
      return this.report(desk, ids.length, outcome, signal, { desk, steps });
    });
  }

  private move(
    desk: DeskStore,
    ids: readonly string[],
    to: 'trash' | 'articles',
  ): Promise<Result<BatchReport>> {
    return this.run(async (signal, onProgress) => {
      const outcome = await inStretches(ids, signal, async (stretch, before) => {
        const left = to === 'trash' ? await foldersOf(desk, stretch) : [];
        const told = (done: number): void => onProgress(before + done, ids.length);
        const moved = await oneByOne(stretch, signal, told, (id) =>
          to === 'trash' ? desk.articles.trash(id) : desk.articles.restore(id),
        );
        await this.session.written(to === 'trash' ? left : await foldersOf(desk, moved.done));
        return moved;
      });
      return this.report(desk, ids.length, outcome, signal, { desk, moved: outcome.done, to });
    });
  }

  private report(
    desk: DeskStore,
    asked: number,
    outcome: Stretch,
    signal: AbortSignal,
    undoable: Undoable,
  ): Promise<BatchReport> {
    const token = outcome.done.length > 0 ? this.keep(undoable) : null;
    return reportOf(desk, asked, outcome, { token, cancelled: signal.aborted });
  }

  private keep(undoable: Undoable): string {
    const token = newId();
    this.undoable.set(token, undoable);
    for (const [oldest] of [...this.undoable].slice(0, -keptBatches)) this.undoable.delete(oldest);
    return token;
  }
}

export function foldersOf(desk: DeskStore, ids: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map((id) => desk.articles.folderName(id)));
}
