import type { Metadata } from '#core/article/schema';
import { canonicalJson } from '#core/canonical';
import { type Failure, failure, type Result, success } from '#core/failure';
import type { ArticleStore } from './article-store';

/** What was done to one article, enough to take it back. */
export interface BulkStep {
  readonly id: string;
  /** The fields that changed, as they were and as they are. */
  readonly before: Partial<Metadata>;
  readonly after: Partial<Metadata>;
}

export interface BulkReport {
  readonly steps: readonly BulkStep[];
  readonly refused: readonly { readonly id: string; readonly failure: Failure }[];
  /** Somebody stopped it: the steps were done, the rest was not begun. */
  readonly cancelled: boolean;
}

export interface BulkOptions {
  /** ISO instant: when the articles were modified. */
  readonly now: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Changes the metadata of many articles, one after the other, each by an ordinary save: what somebody else has written
 * meanwhile is never overwritten. `change` gives the fields that shall be others; null or the same values leave an
 * article alone. One that is refused stops no other.
 */
export async function changeMetadata(
  articles: ArticleStore,
  ids: readonly string[],
  change: (metadata: Metadata) => Partial<Metadata> | null,
  options: BulkOptions,
): Promise<BulkReport> {
  return each(ids, options, (id) => changeOne(articles, id, change, options.now));
}

/**
 * Takes steps back, where the fields are still what the step made of them; an article where somebody has changed them
 * since is refused with `article.conflict` and keeps what it has.
 */
export async function undoMetadata(
  articles: ArticleStore,
  steps: readonly BulkStep[],
  options: BulkOptions,
): Promise<BulkReport> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return each([...byId.keys()], options, async (id) => {
    let isOther = false;
    const done = await changeOne(
      articles,
      id,
      (metadata) => {
        const step = byId.get(id);
        isOther = step === undefined || !holds(metadata, step.after);
        return isOther ? null : (step?.before ?? null);
      },
      options.now,
    );
    return isOther ? failure('article.conflict') : done;
  });
}

async function each(
  ids: readonly string[],
  { signal, onProgress }: BulkOptions,
  work: (id: string) => Promise<Result<BulkStep | null>>,
): Promise<BulkReport> {
  const steps: BulkStep[] = [];
  const refused: { id: string; failure: Failure }[] = [];
  for (const [index, id] of ids.entries()) {
    if (signal?.aborted) break;
    const done = await work(id);
    if (!done.ok) refused.push({ id, failure: done });
    else if (done.value) steps.push(done.value);
    onProgress?.(index + 1, ids.length);
  }
  return { steps, refused, cancelled: signal?.aborted === true };
}

/** How often an article is read anew when somebody saved it between our reading and our saving. */
const attempts = 5;

/**
 * The change is of single fields and so fits any version: where somebody types into the article at the same time, theirs
 * is read and the fields are changed in that.
 */
async function changeOne(...change: Parameters<typeof changeOnce>): Promise<Result<BulkStep | null>> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    const changed = await changeOnce(...change);
    if (changed.ok || changed.code !== 'article.conflict') return changed;
  }
  return changeOnce(...change);
}

async function changeOnce(
  articles: ArticleStore,
  id: string,
  change: (metadata: Metadata) => Partial<Metadata> | null,
  now: string,
): Promise<Result<BulkStep | null>> {
  const stored = await articles.read(id);
  if (!stored.ok) return stored;
  const { article, base } = stored.value;
  const wanted = change(article.metadata);
  if (wanted === null || holds(article.metadata, wanted)) return success(null);
  const saved = await articles.save(
    { ...article, metadata: { ...article.metadata, ...wanted, modified: now } },
    base,
  );
  if (!saved.ok) return saved;
  return success({ id, before: pick(article.metadata, wanted), after: wanted });
}

function pick(metadata: Metadata, fields: Partial<Metadata>): Partial<Metadata> {
  const names = Object.keys(fields) as (keyof Metadata)[];
  return Object.fromEntries(names.map((name) => [name, metadata[name]]));
}

function holds(metadata: Metadata, fields: Partial<Metadata>): boolean {
  return canonicalJson(pick(metadata, fields)) === canonicalJson(fields);
}
