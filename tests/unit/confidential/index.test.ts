import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchIndex } from '#storage/index';
import { at } from '../../support/checking';
import {
  articleWith,
  canary,
  confidentialDesk,
  contact,
  leaks,
  passphrase,
  removeDesk,
  type TestDesk,
} from '../../support/confidential-desk';

describe('the index of a desk with confidential sources', () => {
  let test: TestDesk;
  beforeEach(async () => {
    test = await confidentialDesk();
    await test.desk.keys.setUp(passphrase, at);
  });
  afterEach(() => removeDesk(test));

  it('keeps no word of a source that became confidential, not even where nobody finds it', async () => {
    const stored = await test.desk.articles.create(articleWith([contact({ sensitivity: 'internal' })]));
    if (!stored.ok) throw new Error(stored.code);
    const file = join(test.folder, '.marbre/index.sqlite');
    const opened = await SearchIndex.open({
      desk: test.desk,
      file,
      worker: null,
      onProgress: () => undefined,
    });
    if (!opened.ok) throw new Error(opened.code);
    const index = opened.value;
    await index.reconcile();
    const find = () => index.ids({ query: canary, sort: null, shelf: 'articles', today: '2026-05-12' });
    expect(find()).toEqual(['a1']);
    expect(leaks(test.folder, 'quintrec').some((name) => name.startsWith('.marbre'))).toBe(true);

    await test.desk.articles.save(articleWith([contact({ sensitivity: 'confidential' })]), stored.value.base);
    const folder = await test.desk.articles.folderName('a1');
    await index.purge([folder ?? '']);
    expect(find()).toEqual([]);
    expect(index.ids({ query: 'mesure', sort: null, shelf: 'articles', today: '2026-05-12' })).toEqual([
      'a1',
    ]);
    for (const word of [canary, 'quintrec', 'fissures']) expect(leaks(test.folder, word)).toEqual([]);
    index.close();
  });
});
