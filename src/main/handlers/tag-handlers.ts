import { basename } from 'node:path';
import { type Result, success } from '#core/failure';
import type { TagsChanged, TagsImported } from '#core/ipc/contract';
import { addConcepts } from '#core/vocabulary/add-concepts';
import { maximumIptcBytes, readIptc } from '#core/vocabulary/iptc-read';
import { type Concept, iptcTopics } from '#core/vocabulary/iptc-topics';
import {
  changeTag,
  createTag,
  mergeTags,
  removeTag,
  retireTags,
  type VocabularyChange,
} from '#core/vocabulary/operations';
import { type DeskStore, readChosenFile } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';
import { TagWork } from '../tag-work';

type TagHandlers = Pick<Handlers, Extract<keyof Handlers, `tag.${string}`>>;

/** How many skipped topics are named. */
const namedSkips = 200;

/** The vocabulary of the open desk. */
export function tagHandlers(context: MainContext): TagHandlers {
  const { session, dialogs } = context;
  const work = new TagWork(context);
  const apply = (change: Parameters<TagWork['apply']>[1]): Promise<Result<TagsChanged>> =>
    session.with((desk) => work.apply(desk, change).then(withoutChange));
  return {
    'tag.list': () =>
      session.with(async (desk) => {
        const vocabulary = await desk.vocabulary();
        return vocabulary.ok ? success(vocabulary.value.tags) : vocabulary;
      }),
    'tag.create': ({ label, language, type }) =>
      session.with(async (desk) => {
        const tag = await desk.ensureTag(label, language, type);
        if (tag.ok) await session.library.ask('settings', null);
        return tag;
      }),
    'tag.add': (fields) => apply((tags) => createTag(tags, fields)),
    'tag.change': ({ id, fields, keepNames }) => apply((tags) => changeTag(tags, id, fields, { keepNames })),
    'tag.preview': ({ ids }) =>
      session.with(async (desk) => success({ articles: (await work.articlesWith(desk, ids)).length })),
    'tag.merge': ({ ids, into }) => apply((tags) => mergeTags(tags, ids, into)),
    'tag.retire': ({ ids, retired }) => apply((tags) => retireTags(tags, ids, retired)),
    'tag.remove': ({ id, force }) =>
      session.with(async (desk) => {
        const uses = (await work.articlesWith(desk, [id])).length;
        return withoutChange(await work.apply(desk, (tags) => removeTag(tags, id, { uses, force })));
      }),
    'tag.add-iptc': () => session.with((desk) => bring(work, desk, iptcTopics, 0)),
    'tag.import-iptc': () =>
      session.with(async (desk) => {
        const path = await dialogs.chooseTopics();
        if (path === null) return success(null);
        const bytes = await readChosenFile(path, { bytes: maximumIptcBytes, words: '20 MB' });
        const read = bytes.ok ? readIptc(basename(path), bytes.value) : bytes;
        return read.ok ? bring(work, desk, read.value.concepts, read.value.unreadable) : read;
      }),
    'tag.undo': ({ step }) => session.with((desk) => work.undo(desk, step)),
    'tag.stop': async () => {
      work.stop();
      return success(null);
    },
  };
}

async function bring(
  work: TagWork,
  desk: DeskStore,
  concepts: readonly Concept[],
  unreadable: number,
): Promise<Result<TagsImported>> {
  const applied = await work.apply(desk, (tags) => {
    const added = addConcepts(tags, concepts);
    return success({ ...added, tag: null, becomes: new Map<string, string | null>() });
  });
  if (!applied.ok) return applied;
  const { change, ...changed } = applied.value;
  const { added, matched, skipped } = change.report;
  return success({
    ...changed,
    added: added.length,
    matched: matched.length,
    skipped: skipped.slice(0, namedSkips),
    skippedCount: skipped.length + unreadable,
  });
}

function withoutChange(
  result: Result<TagsChanged & { readonly change: VocabularyChange }>,
): Result<TagsChanged> {
  if (!result.ok) return result;
  const { change: _, ...changed } = result.value;
  return success(changed);
}
