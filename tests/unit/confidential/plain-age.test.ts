import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealsOf } from '#core/confidential/sealed';
import { at } from '../../support/checking';
import {
  articleWith,
  canary,
  confidentialDesk,
  contact,
  filesBelow,
  passphrase,
  removeDesk,
  type TestDesk,
} from '../../support/confidential-desk';

/** The tool of the format itself; another place than the path can be named. */
const age = process.env.MARBRE_AGE ?? 'age';
const isThere = spawnSync(age, ['--version']).status === 0;
if (!isThere) console.info('the tool “age” is not installed: nothing is opened without Marbre in this run');

describe.skipIf(!isThere)('without Marbre', () => {
  let test: TestDesk;
  beforeEach(async () => {
    test = await confidentialDesk();
    await test.desk.keys.setUp(passphrase, at);
  });
  afterEach(() => removeDesk(test));

  it('the tool of the format opens a sealed source with the key that the passphrase opens', async () => {
    const stored = await test.desk.articles.create(articleWith([contact({ sensitivity: 'confidential' })]));
    const opened = await test.desk.keys.unlock(passphrase);
    if (!stored.ok || !opened.ok) throw new Error('not sealed');
    const [seal] = sealsOf(stored.value.article.claims);
    const file = [...filesBelow(test.folder).keys()].find((name) => name.includes(`/${seal}.`)) ?? '';
    const key = join(test.root, 'key.txt');
    writeFileSync(key, `${opened.value[0]}\n`);
    const text = execFileSync(age, ['-d', '-i', key, join(test.folder, file)], { encoding: 'utf8' });
    expect(JSON.parse(text)).toMatchObject({ format: 'marbre-sealed-source', source: { name: canary } });
    // For a look by hand, with the passphrase itself: age asks for it at a terminal only.
    if (process.env.MARBRE_KEEP_DESK) cpSync(test.folder, process.env.MARBRE_KEEP_DESK, { recursive: true });
  });
});
