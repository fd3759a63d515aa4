import { call } from '../../bridge/bridge';
import { opened } from '../../session/article-session';
import { complain } from '../../session/notices';
import type { ArticleEditor } from './article-editor';
import { $insertPicture } from './insert-commands';

/** Copies a picture from a clipboard or a drop into the article, and shows it where the caret is. */
export async function addPicture(editor: ArticleEditor, file: Blob): Promise<void> {
  const id = opened.get()?.article.id;
  if (id === undefined) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const added = await call('picture.add', { id, bytes });
  if (!added.ok) complain(added);
  else editor.lexical.update(() => $insertPicture(added.value.asset));
}

/** Lets the person choose a picture on disk. */
export async function choosePicture(editor: ArticleEditor): Promise<void> {
  const id = opened.get()?.article.id;
  if (id === undefined) return;
  const added = await call('picture.choose', { id });
  if (!added.ok) complain(added);
  else if (added.value) {
    const { asset } = added.value;
    editor.lexical.focus();
    editor.lexical.update(() => $insertPicture(asset));
  }
}
