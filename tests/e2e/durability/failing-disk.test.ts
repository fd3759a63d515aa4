import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cannotMount, lockFolder, mountRamDisk, mountTwice, pull } from '../../support/desk-mount';
import { articleFile, fileText, folderOf, makeTestDesk, settingsFor } from '../../support/durability-desk';
import { typeAtEnd, untilState, windowText } from '../../support/editing';
import { killAll, processTree } from '../../support/kill';
import { launch, type Running } from '../../support/launch';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

async function openApp(folder: string, language: 'en' | 'fr' = 'en') {
  const desk = await makeTestDesk(folder, 2);
  const [id = ''] = desk.articles;
  const userData = settingsFor(desk, id);
  const running = await launch({ userData, language });
  // Not asked to quit: with text that is not saved it would ask in turn.
  cleanUp.push(() => killAll(processTree(running.app.process().pid ?? 0)));
  await running.page.waitForSelector('.editor-surface:has-text("Begun.")');
  await running.page.waitForSelector('.library-row:has-text("test000002")');
  return { ...running, id };
}

const place = (name: string): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'marbre-disk-')), name);
  mkdirSync(folder);
  return folder;
};

/** What the status bar says beside its mark. */
const reason = ({ page }: Pick<Running, 'page'>) => page.locator('.save-reason').innerText();

/** Takes all room on a disk but some bytes; gives what frees it again. */
function fill(folder: string): () => void {
  const file = join(folder, '.filling');
  for (let size = 8 * 1024 * 1024; size >= 512; size /= 2) {
    for (let part = 0; ; part += 1) {
      try {
        writeFileSync(`${file}-${size}-${part}`, Buffer.alloc(size, 1));
      } catch {
        rmSync(`${file}-${size}-${part}`, { force: true });
        break;
      }
    }
  }
  return () => {
    for (const name of readdirSync(folder)) if (name.startsWith('.filling')) rmSync(join(folder, name));
  };
}

describe('a desk on a disk of two megabytes', () => {
  let folder: string;
  let disk: ReturnType<typeof mountRamDisk>;
  beforeEach((context) => {
    const mounted = place('Small disk');
    disk = mountRamDisk(mounted, 2);
    if (!disk) context.skip(cannotMount);
    cleanUp.push(() => disk?.remove());
    folder = join(mounted, 'Desk');
  });

  it.each([
    ['en', 'The disk is full', 'Not saved'],
    ['fr', 'Le disque est plein', 'Non enregistré'],
  ] as const)(
    'says that it is full, keeps the text, and saves by itself when there is room (%s)',
    async (language, why, state) => {
      const running = await openApp(folder, language);
      const { page, id } = running;
      const before = fileText(folder, id);
      const free = fill(join(folder, '..'));
      await typeAtEnd(page, ' Too much for this disk.');
      await untilState(page, 'failed');
      expect(await page.locator('.save-status').innerText()).toContain(state);
      expect(await reason(running)).toContain(why);
      expect(fileText(folder, id)).toBe(before);
      // Typing on does not take the sentence away, and loses nothing.
      await page.keyboard.type(' And more.');
      expect(await page.locator('.save-status').getAttribute('data-state')).toBe('failed');
      const typed = await windowText(page);
      expect(typed).toContain('Too much for this disk. And more.');
      free();
      await untilState(page, 'saved');
      expect(fileText(folder, id)).toBe(typed);
    },
  );

  it('asks before it closes with text that is not saved, and stays when it is told to', async () => {
    const { page, app, id } = await openApp(folder);
    const free = fill(join(folder, '..'));
    await typeAtEnd(page, ' Not for the bin.');
    await untilState(page, 'failed');
    await app.evaluate(({ app: electron }) => electron.quit());
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('The disk is full');
    await dialog.getByRole('button', { name: 'Stay' }).click();
    expect(await windowText(page)).toContain('Not for the bin.');
    // Another article is not opened over it either, and the person is told why.
    await page.locator('.library-row:has-text("test000002")').click();
    await page.waitForSelector('.notice[data-tone="problem"]:has-text("The disk is full")');
    expect(await windowText(page)).toContain('Not for the bin.');
    // Nor does it go to the trash, nor is another desk opened.
    for (const command of ['Move to Trash', 'Open the Sample Desk']) {
      await page.locator('.notice[data-tone="problem"] .icon-button').click();
      await page.keyboard.press('Control+Shift+P');
      await page.locator('.palette-input').fill(command);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.notice[data-tone="problem"]:has-text("The disk is full")');
    }
    expect(await page.locator('.library-desk').innerText()).toContain('Proof');
    expect(await windowText(page)).toContain('Not for the bin.');
    free();
    await untilState(page, 'saved');
    expect(fileText(folder, id)).toContain('Not for the bin.');
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
    await gone;
  });
});

describe('a folder that can suddenly only be read', () => {
  it('is told, keeps the text in the window, and is written to once it can', async (context) => {
    const folder = place('Locked');
    const running = await openApp(folder);
    const { page, id } = running;
    const unlock = lockFolder(folderOf(folder, id));
    if (!unlock) {
      context.skip(cannotMount);
      return;
    }
    await typeAtEnd(page, ' Kept in the window.');
    await untilState(page, 'failed').finally(unlock);
    expect(await reason(running)).toContain('may not write');
    expect(await windowText(page)).toContain('Kept in the window.');
    await untilState(page, 'saved');
    expect(fileText(folder, id)).toContain('Kept in the window.');
  });
});

describe('a desk that goes away and comes back', () => {
  const ways: readonly (readonly [
    string,
    () => { folder: string; away: () => void; back: () => void } | null,
  ])[] = [
    [
      'whose folder is moved',
      () => {
        const folder = place('Moved');
        return {
          folder,
          away: () => renameSync(folder, `${folder} away`),
          back: () => renameSync(`${folder} away`, folder),
        };
      },
    ],
    [
      'whose disk is pulled',
      () => {
        const [source, folder] = [place('Disk'), place('Mounted')];
        if (!mountTwice(source, folder)) return null;
        cleanUp.push(() => pull(folder));
        return { folder, away: () => pull(folder), back: () => mountTwice(source, folder) };
      },
    ],
  ];

  it.each(ways)('%s: says so, loses nothing, and goes on', async (_way, make) => {
    const way = make();
    if (!way) {
      console.info(cannotMount);
      return;
    }
    const { folder, away, back } = way;
    const running = await openApp(folder);
    const { page, id } = running;
    away();
    await typeAtEnd(page, ' While it was away.');
    await untilState(page, 'failed');
    expect(await reason(running)).toMatch(/is no longer there: check that its disk or folder is connected/);
    // Nothing is written where it was: it would be hidden behind the disk that comes back.
    await page.keyboard.press('Control+n');
    await page.waitForSelector('.notice[data-tone="problem"]:has-text("is no longer there")');
    expect(await windowText(page)).toContain('While it was away.');
    back();
    await untilState(page, 'saved');
    expect(fileText(folder, id)).toContain('While it was away.');
    // The library hears again of what others write.
    const [, other = ''] = ['test000001', 'test000002'];
    const file = join(folderOf(folder, other), 'article.json');
    const theirs = JSON.stringify(articleFile(folder, other));
    expect(theirs).toContain(`Story ${other}`);
    const { readFileSync } = await import('node:fs');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`Story ${other}`, 'Heard again'));
    await page.waitForSelector('.library-row:has-text("Heard again")', { timeout: 30_000 });
  });
});
