import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serializeArticle } from '#core/article/envelope';
import { cannotMount, mountRamDisk } from '../../support/desk-mount';
import {
  articleFile,
  fileText,
  folderOf,
  keptTexts,
  makeTestDesk,
  settingsFor,
  strangers,
  type TestDesk,
} from '../../support/durability-desk';
import { typeAtEnd, untilState, windowText } from '../../support/editing';
import { launch } from '../../support/launch';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../../../bin/marbre.mjs');
const marbre = (...args: string[]) => run(process.execPath, [program, ...args]);

const place = (): string => mkdtempSync(join(tmpdir(), 'marbre-hands-'));

async function openOn(desk: TestDesk): Promise<Page> {
  const [id = ''] = desk.articles;
  const { app, page } = await launch({ userData: settingsFor(desk, id) });
  onTestFinished(() => app.close().catch(() => undefined));
  await page.waitForSelector('.editor-surface:has-text("Story test000001")');
  await page.waitForSelector('.library-row');
  return page;
}

const stateOf = (page: Page) => page.locator('.save-status').getAttribute('data-state');

/** Goes on with the text of each window that asks, until none does and all of it is saved. */
async function settle(pages: readonly Page[]): Promise<void> {
  await expect
    .poll(
      async () => {
        for (const page of pages) {
          if ((await stateOf(page)) === 'conflict')
            await page.getByRole('button', { name: 'Go on with this text' }).click({ timeout: 2_000 });
        }
        return Promise.all(pages.map(stateOf));
      },
      { timeout: 60_000 },
    )
    .toEqual(pages.map(() => 'saved'));
}

/** Everything that the article’s folder still has, whichever version it stands in. */
const everything = ({ folder, articles: [id = ''] }: TestDesk): string =>
  [fileText(folder, id), ...keptTexts(folder, id)].join('\n');

const file = ({ folder, articles: [id = ''] }: TestDesk) => join(folderOf(folder, id), 'article.json');

/** What a synced folder does: another version, whole, in the place of ours. */
function overwrite(desk: TestDesk, from: string, to: string): void {
  const text = readFileSync(file(desk), 'utf8');
  expect(text).toContain(from);
  writeFileSync(file(desk), text.replace(from, to));
}

describe('several hands on one desk', () => {
  it('two apps show each other’s words, and keep every one where both write at once', async () => {
    const desk = await makeTestDesk(join(place(), 'Shared'));
    const [one, two] = [await openOn(desk), await openOn(desk)];
    await typeAtEnd(one, ' From the first.');
    await two.waitForSelector('.editor-surface:has-text("From the first.")');
    await typeAtEnd(two, ' From the second.');
    await one.waitForSelector('.editor-surface:has-text("From the second.")');
    const words = [1, 2, 3].flatMap((round) => [`mine${round}`, `yours${round}`]);
    for (const round of [1, 2, 3]) {
      await Promise.all([typeAtEnd(one, ` mine${round}`), typeAtEnd(two, ` yours${round}`)]);
      await settle([one, two]);
    }
    for (const word of ['From the first.', 'From the second.', ...words])
      expect(everything(desk)).toContain(word);
    expect(strangers(desk.folder)).toEqual([]);
  });

  it('the command line writes beside an app in which somebody types, and neither loses anything', async () => {
    const desk = await makeTestDesk(join(place(), 'Shared'));
    const [id = ''] = desk.articles;
    for (const label of ['Harbour', 'Quay']) await marbre('tag', 'add', label, '--desk', desk.folder);
    const tagged = articleFile(desk.folder, id);
    const { tags } = JSON.parse(readFileSync(join(desk.folder, 'vocabulary.json'), 'utf8'));
    const harbour = tags.find(({ labels }: { labels: Record<string, string> }) =>
      Object.values(labels).includes('Harbour'),
    ).id;
    writeFileSync(
      file(desk),
      serializeArticle({ ...tagged, metadata: { ...tagged.metadata, tags: [harbour] } }),
    );
    const story = join(place(), 'ferry.txt');
    writeFileSync(story, 'The ferry is back\n\nIt crossed at noon on Monday, the operator said.\n');
    const page = await openOn(desk);
    const others = (async () => {
      await marbre('import', story, '--desk', desk.folder);
      await marbre('tag', 'merge', 'Harbour', '--into', 'Quay', '--desk', desk.folder);
    })();
    let isDone = false;
    void others.finally(() => {
      isDone = true;
    });
    const words: string[] = [];
    while (!isDone) {
      words.push(`word${words.length}`);
      await typeAtEnd(page, ` ${words.at(-1)}`);
      if ((await stateOf(page)) === 'conflict') await settle([page]);
    }
    await others;
    await settle([page]);
    for (const word of words) expect(everything(desk)).toContain(word);
    expect(await windowText(page)).toBe(fileText(desk.folder, id));
    await page.waitForSelector('.library-row:has-text("The ferry is back")');
    const quay = tags.find(({ labels }: { labels: Record<string, string> }) =>
      Object.values(labels).includes('Quay'),
    ).id;
    const versions = [
      readFileSync(file(desk), 'utf8'),
      ...readdirSync(join(folderOf(desk.folder, id), 'history')).map((name) =>
        readFileSync(join(folderOf(desk.folder, id), 'history', name), 'utf8'),
      ),
    ];
    expect(versions.some((version) => version.includes(`"${quay}"`))).toBe(true);
  });

  it('a conflict shows the difference before anybody chooses, and keeps what was not chosen', async () => {
    const desk = await makeTestDesk(join(place(), 'Shared'));
    const page = await openOn(desk);
    await typeAtEnd(page, ' Mine.');
    overwrite(desk, 'Begun.', 'Begun by them.');
    await untilState(page, 'conflict');
    await page.getByRole('button', { name: 'Show the difference' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.locator('ins:has-text("by them")').waitFor();
    await dialog.locator('del:has-text("Mine.")').waitFor();
    await dialog.getByRole('button', { name: 'Take the other version' }).click();
    await page.waitForSelector('.editor-surface:has-text("Begun by them.")');
    await untilState(page, 'saved');
    expect(await dialog.count()).toBe(0);
    expect(fileText(desk.folder, desk.articles[0] ?? '')).toContain('Begun by them.');
    expect(everything(desk)).toContain('Mine.');
  });

  it('a file that is replaced while nobody types keeps what was saved here, and offers the difference', async () => {
    const desk = await makeTestDesk(join(place(), 'Shared'));
    const page = await openOn(desk);
    const older = readFileSync(file(desk), 'utf8');
    await typeAtEnd(page, ' Saved here only.');
    await untilState(page, 'saved');
    writeFileSync(file(desk), older.replace('Begun.', 'Begun anew.'));
    await page.waitForSelector('.editor-surface:has-text("Begun anew.")');
    const notice = page.locator('.notice:has-text("was changed outside Marbre")');
    await notice.getByRole('button', { name: 'Show the difference' }).click();
    await page.locator('dialog[open] del:has-text("Saved here only.")').waitFor();
    expect(keptTexts(desk.folder, desk.articles[0] ?? '').join()).toContain('Saved here only.');
  });
});

describe('a desk that can only be read', () => {
  it('opens, is read, and says that nothing can be changed', async (context) => {
    const mounted = join(place(), 'Archive');
    mkdirSync(mounted);
    const disk = mountRamDisk(mounted, 2);
    if (!disk) {
      context.skip(cannotMount);
      return;
    }
    onTestFinished(() => disk.remove());
    const desk = await makeTestDesk(join(mounted, 'Desk'), 2);
    disk.readOnly(true);
    const page = await openOn(desk);
    await page.waitForSelector('.mode-strip:has-text("This desk can only be read.")');
    const before = await windowText(page);
    await typeAtEnd(page, 'Not taken.');
    expect(await windowText(page)).toBe(before);
    expect(await stateOf(page)).toBe('saved');
    await page.keyboard.press('Control+3');
    await page.getByLabel('Notes', { exact: true }).fill('A note');
    const notice = page.locator('.notice[data-tone="problem"]:has-text("This desk can only be read")');
    await notice.locator('.icon-button').click();
    await page.locator('.library-row:has-text("test000002")').click();
    await page.waitForSelector('.editor-surface:has-text("Story test000002")');
    await page.keyboard.press('Control+n');
    await notice.waitFor();
    expect(readdirSync(join(desk.folder, 'articles'))).toHaveLength(2);
  });
});
