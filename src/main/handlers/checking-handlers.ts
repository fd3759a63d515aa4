import { basename } from 'node:path';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { isUnresolved } from '#core/claims/queries';
import { type ClaimsOfArticle, similarClaims } from '#core/claims/reuse';
import type { DossierFormat } from '#core/dossier/formats';
import { type Result, success } from '#core/failure';
import { type DeskStore, diskFileSystem, writeAtomically } from '#storage/index';
import type { FindRequest } from '../library/protocol';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type CheckingHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `claims.${string}` | `queries.${string}` | `dossier.${string}`>
>;

/** What the checking desk looks up across articles, and the record that it hands out. */
export function checkingHandlers({ session, dialogs, confidential: secrets }: MainContext): CheckingHandlers {
  const shown = (desk: DeskStore, article: Article, confidential: boolean): Promise<Article> | Article =>
    confidential && secrets.isUnlocked ? secrets.revealed(desk, article) : article;
  return {
    'claims.similar': ({ id, claim }) =>
      session.with(async (desk) => {
        const { text, wording } = claim;
        const words = [text, wording, ...claim.evidence.map(({ quote }) => quote)].join('\n');
        const likely = await session.library.ask('claimsLike', { text: words, limit: comparedArticles });
        if (!likely.ok) return likely;
        return success(similarClaims(claim, id, (await readAll(desk, likely.value)).map(claimsIn)));
      }),
    'queries.list': () =>
      session.with(async (desk) => {
        const found = await session.library.ask('ids', unsettled());
        if (!found.ok) return found;
        const articles = await readAll(desk, found.value.slice(0, listedArticles));
        return success(
          articles.flatMap((article) =>
            article.queries
              .filter(isUnresolved)
              .map((query) => ({ articleId: article.id, title: fieldText(article.body, 'headline'), query })),
          ),
        );
      }),
    'dossier.render': ({ id, confidential }) =>
      session.with(async (desk) => {
        const stored = await desk.articles.read(id);
        if (!stored.ok) return stored;
        const article = await shown(desk, stored.value.article, confidential);
        return success({ html: await written(desk, article, 'html', confidential) });
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
        const bytes = await bytesOf(desk, await shown(desk, article, confidential), format, confidential);
        const saved = bytes.ok ? await writeAtomically(diskFileSystem, path, bytes.value) : bytes;
        return saved.ok ? success({ name: basename(path) }) : saved;
      }),
  };
}

/** Earlier claims are looked for in the articles that share most words with the new one, at most so many. */
const comparedArticles = 200;
/** The queries of so many articles are listed, those that were changed last: nobody walks through more. */
const listedArticles = 1_000;

function unsettled(): FindRequest {
  const today = new Date().toISOString().slice(0, 10);
  return { query: 'has:queries', sort: { by: 'modified', descending: true }, shelf: 'articles', today };
}

/** One after the other; one that cannot be read meanwhile is left out. */
async function readAll(desk: DeskStore, ids: readonly string[]): Promise<Article[]> {
  const articles: Article[] = [];
  for (const id of ids) {
    const stored = await desk.articles.read(id);
    if (stored.ok) articles.push(stored.value.article);
  }
  return articles;
}

function claimsIn({ id, body, claims }: Article): ClaimsOfArticle {
  return { articleId: id, title: fieldText(body, 'headline'), claims };
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
