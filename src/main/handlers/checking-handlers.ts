import { basename } from 'node:path';
import type { Article } from '#core/article/schema';
import { isUnresolved } from '#core/claims/queries';
import { similarClaims } from '#core/claims/reuse';
import type { DossierFormat } from '#core/dossier/formats';
import { type Result, success } from '#core/failure';
import { type DeskStore, diskFileSystem, writeAtomically } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type CheckingHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `claims.${string}` | `queries.${string}` | `dossier.${string}`>
>;

/** What the checking desk looks up across articles, and the record that it hands out. */
export function checkingHandlers({ session, dialogs }: MainContext): CheckingHandlers {
  return {
    'claims.similar': ({ id, claim }) =>
      session.with(async (desk) => success(similarClaims(claim, id, await desk.articles.records()))),
    'queries.list': () =>
      session.with(async (desk) => {
        const order = (await desk.articles.list()).articles.map(({ id }) => id);
        const records = new Map((await desk.articles.records()).map((record) => [record.articleId, record]));
        return success(
          order.flatMap((articleId) => {
            const record = records.get(articleId);
            if (!record) return [];
            const { title, queries } = record;
            return queries.filter(isUnresolved).map((query) => ({ articleId, title, query }));
          }),
        );
      }),
    'dossier.render': ({ id, confidential }) =>
      session.with(async (desk) => {
        const stored = await desk.articles.read(id);
        if (!stored.ok) return stored;
        return success({ html: await written(desk, stored.value.article, 'html', confidential) });
      }),
    'dossier.save': ({ id, format, confidential }) =>
      session.with(async (desk) => {
        const stored = await desk.articles.read(id);
        if (!stored.ok) return stored;
        const { article } = stored.value;
        const path = await dialogs.chooseTarget(
          `${article.metadata.slug}-dossier.${format}`,
          'dialog.dossier.title',
        );
        if (path === null) return success(null);
        const bytes = await bytesOf(desk, article, format, confidential);
        const saved = bytes.ok ? await writeAtomically(diskFileSystem, path, bytes.value) : bytes;
        return saved.ok ? success({ name: basename(path) }) : saved;
      }),
  };
}

async function bytesOf(
  desk: DeskStore,
  article: Article,
  format: DossierFormat,
  confidential: boolean,
): Promise<Result<Uint8Array>> {
  if (format !== 'pdf')
    return success(new TextEncoder().encode(await written(desk, article, format, confidential)));
  const { printPage } = await import('../print-page');
  return printPage(await written(desk, article, 'html', confidential));
}

async function written(
  { settings }: DeskStore,
  article: Article,
  format: Exclude<DossierFormat, 'pdf'>,
  includeConfidential: boolean,
): Promise<string> {
  const { writeDossier } = await import('#core/dossier/index');
  return writeDossier(article, settings, format, { now: new Date().toISOString(), includeConfidential });
}
