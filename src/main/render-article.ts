import type { Article } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import type { PaperSize } from '#core/formats/offers';
import type { Format, FormatId, WriteContext } from '#core/formats/types';
import { type Work, workOf } from '#core/formats/work';
import { type DeskStore, writeContext } from '#storage/index';

export interface Rendered extends Work {
  /** What can be shown of it: the bytes where they are text, else the words in them. */
  readonly text: string;
  readonly isBinary: boolean;
  readonly article: Article;
  /** How many of its pictures have no file any more, or one that is damaged. */
  readonly missingPictures: number;
  /** The name that its file would have: `<slug>.<extension>`, given in two parts. */
  readonly stem: string;
  readonly extension: string;
}

export interface RenderOptions {
  /** The desk's vocabulary, where it is known already. */
  readonly tags?: readonly Tag[];
  readonly paper?: PaperSize | undefined;
}

/** The bytes that an export writes, of the article as it is on disk. Codes: those of reading, and `format.…`. */
export async function render(
  desk: DeskStore,
  id: string,
  formatId: FormatId,
  { tags, paper }: RenderOptions = {},
): Promise<Result<Rendered>> {
  const stored = await desk.articles.read(id);
  if (!stored.ok) return stored;
  const { article } = stored.value;
  const context = await writeContext(desk, [article], formatId, tags);
  if (!context.ok) return context;
  const { formatById } = await import('#core/formats/registry');
  const format = formatById(formatId);
  const bytes = await bytesIn(format, article, context.value, paper);
  if (!bytes.ok) return bytes;
  return success({
    ...workOf(format, article, context.value, bytes.value),
    text: await textIn(format, article, bytes.value),
    isBinary: format.binary === true,
    article,
    missingPictures: missingIn(article, context.value.pictures),
    stem: article.metadata.slug,
    extension: format.extensions[0] ?? formatId,
  });
}

function missingIn({ body }: Article, pictures: WriteContext['pictures']): number {
  return body.filter((block) => block.type === 'picture' && !pictures?.has(block.asset)).length;
}

async function bytesIn(
  format: Format,
  article: Article,
  context: WriteContext,
  paper: PaperSize | undefined,
): Promise<Result<Uint8Array>> {
  const { formatById } = await import('#core/formats/registry');
  const { write } = format.printedFrom ? formatById(format.printedFrom) : format;
  if (!write) return failure('format.no-writer', { format: format.id, known: '' });
  const written = write(article, context);
  if (!written.ok || !format.printedFrom) return written;
  const { printPage } = await import('./print-page');
  return printPage(new TextDecoder().decode(written.value), paper);
}

async function textIn({ binary }: Format, article: Article, bytes: Uint8Array): Promise<string> {
  if (!binary) return new TextDecoder().decode(bytes);
  const { asPrinted } = await import('#core/formats/registry');
  const { writeText } = await import('#core/formats/text/write');
  return writeText(asPrinted(article));
}
