import { evidenceFilesOf } from '#core/claims/evidence';
import { sealsOf } from '#core/confidential/sealed';
import { failure } from '#core/failure';
import type { Problem } from './article-store';
import type { DeskStore } from './desk-store';
import { fileHash } from './hash';

/**
 * Looks at everything that is on a desk and changes nothing: articles that cannot be read, ids that occur twice,
 * originals and files of evidence that are missing or no longer the bytes that were taken in, a damaged vocabulary or list
 * of keys. Sealed files are looked at as they lie there, which takes no passphrase.
 */
export async function verifyDesk(desk: DeskStore): Promise<readonly Problem[]> {
  const { articles, problems } = await desk.articles.list();
  const found = [...problems, ...(await desk.articles.list('trash')).problems];
  const vocabulary = await desk.vocabulary();
  if (!vocabulary.ok) found.push({ name: 'vocabulary.json', failure: vocabulary });
  const keys = await desk.keys.read();
  if (!keys.ok) found.push({ name: 'confidential/keys.json', failure: keys });
  for (const { id, title } of articles) {
    const name = title || id;
    const original = await desk.articles.original(id);
    if (!original.ok) found.push({ name, failure: original });
    else if (original.value && fileHash(original.value.bytes) !== original.value.article.original?.sha256) {
      found.push({ name, failure: failure('article.original-changed', { name }) });
    }
    found.push(...(await evidenceProblems(desk, id, name)));
  }
  return found;
}

/** Files of evidence that are gone, or no longer what was attached. */
async function evidenceProblems(desk: DeskStore, id: string, name: string): Promise<Problem[]> {
  const stored = await desk.articles.read(id);
  if (!stored.ok) return [];
  const problems: Problem[] = [];
  for (const file of evidenceFilesOf(stored.value.article.claims)) {
    const checked = await desk.articles.evidence.read(id, file);
    if (!checked.ok) problems.push({ name, failure: checked });
  }
  const sealed = await desk.articles.sealed(id);
  for (const seal of sealsOf(stored.value.article.claims)) {
    const checked = await sealed?.check(seal);
    if (checked?.ok === false) problems.push({ name, failure: checked });
  }
  return problems;
}
