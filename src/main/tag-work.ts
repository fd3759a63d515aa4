import { basename } from 'node:path';
import type { Tag } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import type { TagsChanged } from '#core/ipc/contract';
import type { SearchHit } from '#core/search/request';
import { maximumHits } from '#core/search/request';
import { resolveTag } from '#core/vocabulary/lookup';
import type { VocabularyChange } from '#core/vocabulary/operations';
import { madeBy, type VocabularyStep } from '#core/vocabulary/undo';
import {
  type BulkReport,
  type BulkStep,
  type DeskStore,
  retag,
  taggedArticles,
  undoMetadata,
} from '#storage/index';
import type { MainContext } from './main-context';

/** Everything that one operation did, to be taken back as one. */
interface Step {
  readonly desk: DeskStore;
  readonly vocabulary: VocabularyStep;
  readonly articles: readonly BulkStep[];
}

/** So many operations can be taken back. */
const keptSteps = 30;
const untouched: BulkReport = { steps: [], refused: [], cancelled: false };

/** Changes of a vocabulary and of the articles that have its tags: one at a time, with progress, a way to stop and undo. */
export class TagWork {
  private readonly context: Pick<MainContext, 'session' | 'settings' | 'window'>;
  private readonly steps = new Map<number, Step>();
  private lastStep = 0;
  private running: AbortController | null = null;

  constructor(context: Pick<MainContext, 'session' | 'settings' | 'window'>) {
    this.context = context;
  }

  stop(): void {
    this.running?.abort();
  }

  /** Writes the vocabulary, then the articles that it means something for. Codes: `tag.busy`, those of `work`. */
  async apply<T extends VocabularyChange>(
    desk: DeskStore,
    work: (tags: readonly Tag[]) => Result<T>,
  ): Promise<Result<TagsChanged & { readonly change: T }>> {
    return this.alone(async (signal) => {
      const changed = await desk.tags.change(work);
      if (!changed.ok) return changed;
      const { change, step } = changed.value;
      await this.context.session.library.ask('settings', null);
      const report = change.becomes.size === 0 ? untouched : await this.retag(desk, change, signal);
      await this.tellLibrary(desk, report);
      const undo = this.remember({ desk, vocabulary: step, articles: report.steps });
      return success({ ...asChanged(change.tags, change.tag?.id ?? null, undo, report), change });
    });
  }

  /** Codes: `tag.nothing-to-undo`, `tag.changed-since`, `tag.in-use`, `tag.name-taken`, `tag.busy`. */
  async undo(desk: DeskStore, number: number): Promise<Result<TagsChanged>> {
    const step = this.steps.get(number);
    if (step?.desk !== desk) return failure('tag.nothing-to-undo');
    return this.alone(async (signal) => {
      const used = await this.firstInUse(desk, madeBy(step.vocabulary));
      if (used) return failure('tag.in-use', used);
      const undone = await desk.tags.undo(step.vocabulary);
      if (!undone.ok) return undone;
      this.steps.delete(number);
      await this.context.session.library.ask('settings', null);
      const report = await undoMetadata(desk.articles, step.articles, this.options(signal));
      await this.tellLibrary(desk, report);
      return success(asChanged(undone.value.change.tags, null, null, report));
    });
  }

  private async firstInUse(desk: DeskStore, ids: readonly string[]) {
    for (const id of ids) {
      const count = (await this.articlesWith(desk, [id])).length;
      if (count > 0) return { name: id, count };
    }
    return null;
  }

  private async alone<T>(task: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.running) return failure('tag.busy');
    const own = new AbortController();
    this.running = own;
    try {
      return await task(own.signal);
    } finally {
      this.running = null;
    }
  }

  private async retag(desk: DeskStore, change: VocabularyChange, signal: AbortSignal): Promise<BulkReport> {
    const ids = await this.articlesWith(desk, [...change.becomes.keys()], true);
    return retag(desk, ids, change.becomes, this.options(signal));
  }

  private options(signal: AbortSignal) {
    const onProgress = (done: number, total: number): void =>
      this.context.window()?.send('tag.progress', { done, total });
    return { now: new Date().toISOString(), signal, onProgress };
  }

  /**
   * Ids of the articles that have one of these tags themselves. `literally`: under exactly these ids, which the
   * vocabulary may not know any more. The index answers once it is whole; until then every article is looked at.
   */
  async articlesWith(desk: DeskStore, ids: readonly string[], literally = false): Promise<string[]> {
    const { session, settings } = this.context;
    // The index may not have seen yet what was saved a moment ago.
    await session.written([await desk.articles.folderName(settings.get('lastArticle') ?? '')]);
    const vocabulary = await desk.vocabulary();
    const tags = vocabulary.ok ? vocabulary.value.tags : [];
    const status = await session.library.ask('status', null);
    if (!status.ok || status.value.state !== 'ready') return taggedArticles(desk, tags, ids);
    const meant = new Set(literally ? ids : ids.map((id) => resolveTag(tags, id)?.id ?? id));
    const found = new Set<string>();
    for (const id of new Set(ids.map((one) => resolveTag(tags, one)?.id ?? one)))
      for (const { article } of await this.hits(`tag:"${id.replaceAll('"', '')}"`))
        if (article.tags.some((tag) => meant.has(literally ? tag : (resolveTag(tags, tag)?.id ?? tag))))
          found.add(article.id);
    return [...found];
  }

  private async hits(query: string): Promise<SearchHit[]> {
    const today = new Date().toISOString().slice(0, 10);
    const request = { query, typing: false, sort: null, limit: maximumHits, facets: false, today } as const;
    const hits: SearchHit[] = [];
    for (let total = 1; hits.length < total; ) {
      const page = await this.context.session.library.ask('search', {
        ...request,
        shelf: 'articles',
        offset: hits.length,
      });
      if (!page.ok || page.value.hits.length === 0) break;
      hits.push(...page.value.hits);
      total = page.value.total;
    }
    return hits;
  }

  private async tellLibrary(desk: DeskStore, { steps }: BulkReport): Promise<void> {
    if (steps.length === 0) return;
    const folders = await Promise.all(steps.map(({ id }) => desk.articles.folderName(id)));
    await this.context.session.written(folders.map((folder) => folder && basename(folder)));
  }

  private remember(step: Step): number | null {
    const { before, after } = step.vocabulary;
    if (before.length === 0 && after.length === 0 && step.articles.length === 0) return null;
    this.lastStep += 1;
    this.steps.set(this.lastStep, step);
    for (const number of this.steps.keys())
      if (number <= this.lastStep - keptSteps) this.steps.delete(number);
    return this.lastStep;
  }
}

function asChanged(
  tags: readonly Tag[],
  id: string | null,
  undo: number | null,
  { steps, refused, cancelled }: BulkReport,
): TagsChanged {
  return { tags, id, undo, changed: steps.length, refused: refused.length, stopped: cancelled };
}
