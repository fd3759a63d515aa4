import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { updateCopy } from '#core/article/update-copy';
import { sealedBetween } from '#core/confidential/sealed';
import { starterById } from '#core/desk/starters/index';
import { firstStatus } from '#core/desk/statuses';
import { articleFromTemplate } from '#core/desk/template-edit';
import { decode } from '#core/encoding/decode';
import { failure, type Result, success } from '#core/failure';
import type { Input } from '#core/ipc/contract';
import { type DeskStore, newId } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';
import { keepVersion } from './history-handlers';

type ArticleHandlers = Pick<Handlers, Extract<keyof Handlers, `article.${string}`>>;

/** Opening, saving and shelving articles of the open desk. */
export function articleHandlers({ session, settings }: MainContext): ArticleHandlers {
  /** Saves that are under way, by article. */
  const saves = new Map<string, Promise<unknown>>();
  return {
    'article.open': ({ id }) =>
      session.with(async (desk) => {
        // The window that asked for it may have crashed meanwhile: what it sent is newer than the file.
        await saves.get(id);
        const stored = await desk.articles.read(id);
        if (!stored.ok) return stored;
        session.know(id, stored.value.base);
        settings.set('lastArticle', id);
        // Whatever is done from here on, the version that was opened can be had again.
        if (!desk.readOnly) await keepVersion(desk, stored.value, 'opened');
        return stored;
      }),
    'article.create': (wanted) =>
      session.with(async (desk) => {
        if (desk.readOnly) return failure('desk.read-only');
        const begun = await begin(desk, wanted);
        if (!begun.ok) return begun;
        const article = begun.value;
        const stored = await desk.articles.create(article);
        if (!stored.ok) return stored;
        session.know(article.id, stored.value.base);
        await session.written([await desk.articles.folderName(article.id)]);
        settings.set('lastArticle', article.id);
        return stored;
      }),
    'article.save': ({ article, base, force }) =>
      session.with(async (desk) => {
        const modified = new Date().toISOString();
        const dated = { ...article, metadata: { ...article.metadata, modified } };
        const saving = desk.articles.saveSealed(dated, base, force);
        saves.set(article.id, saving);
        const saved = await saving.finally(() => saves.delete(article.id));
        if (!saved.ok) return saved;
        session.know(article.id, saved.value.base);
        const sealed = sealedBetween(article.claims, saved.value.article.claims);
        // Not left to the watch: nobody shall be told “saved” while the index has its words.
        if (sealed.length > 0) await session.written([await desk.articles.folderName(article.id)]);
        return success({ base: saved.value.base, modified, sealed });
      }),
    'article.peek': ({ id }) =>
      session.with(async (desk) => {
        const stored = await desk.articles.read(id);
        return stored.ok ? success(stored.value.article) : stored;
      }),
    'article.update-from': ({ id, from }) =>
      session.with(async (desk) => {
        const folders = await Promise.all([id, from].map((one) => desk.articles.folderName(one)));
        const updated = await updateFrom(desk, id, from);
        await session.written(folders);
        return updated;
      }),
    'article.set-aside': ({ article }) => session.with((desk) => desk.articles.setAside(article)),
    'article.rename': ({ id, title }) =>
      session.with(async (desk) => {
        const before = await desk.articles.folderName(id);
        const renamed = await desk.articles.rename(id, title, new Date().toISOString());
        if (renamed.ok) session.know(id, renamed.value.base);
        await session.written([before, await desk.articles.folderName(id)]);
        return renamed;
      }),
    'article.trash': ({ id }) =>
      session.with(async (desk) => {
        const folder = await desk.articles.folderName(id);
        const trashed = await desk.articles.trash(id);
        await session.written([folder]);
        return trashed;
      }),
    'article.restore': ({ id }) =>
      session.with(async (desk) => {
        const restored = await desk.articles.restore(id);
        await session.written([await desk.articles.folderName(id)]);
        return restored;
      }),
    'article.recover': ({ id }) =>
      session.with(async (desk) => {
        const recovered = await desk.articles.recover(id);
        if (recovered.ok) session.know(id, recovered.value.base);
        await session.written([await desk.articles.folderName(id)]);
        return recovered;
      }),
    'article.original': ({ id }) =>
      session.with(async (desk) => {
        const found = await desk.articles.original(id);
        if (!found.ok || !found.value?.article.original) return found.ok ? success(null) : found;
        const { name, encoding, sha256 } = found.value.article.original;
        const decoded = decode(found.value.bytes);
        return decoded.ok ? success({ name, encoding, sha256, text: decoded.value.text }) : decoded;
      }),
  };
}

/** A new article, empty or from a template. Code: `template.not-found`. */
async function begin(
  desk: DeskStore,
  { language, template: wanted }: Input<'article.create'>,
): Promise<Result<Article>> {
  const { statuses, language: usual } = desk.settings;
  const [id, now] = [newId(), new Date().toISOString()];
  if (wanted === undefined)
    return success(createArticle(id, language ?? usual, now, firstStatus(statuses, 'in-progress')));
  const own = await desk.templates();
  if (!own.ok) return own;
  const template = own.value.find((one) => one.id === wanted) ?? starterById(wanted);
  if (!template) return failure('template.not-found');
  return success(articleFromTemplate(template, { id, now, statuses }));
}

/** The version before is kept in the history, and what was imported lies whole in the trash: both can be had again. */
async function updateFrom(desk: DeskStore, id: string, from: string): Promise<Result<null>> {
  const stored = await desk.articles.read(id);
  const newer = await desk.articles.read(from);
  if (!stored.ok) return stored;
  if (!newer.ok) return newer;
  const { article, base } = stored.value;
  const kept = await keepVersion(desk, stored.value, 'before-import');
  if (!kept.ok) return kept;
  const updated = updateCopy(article, newer.value.article);
  const modified = new Date().toISOString();
  const saved = await desk.articles.save({ ...updated, metadata: { ...updated.metadata, modified } }, base);
  return saved.ok ? desk.articles.trash(from) : saved;
}
