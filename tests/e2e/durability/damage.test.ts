import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { diskFileSystem } from '#storage/file-system';
import { HistoryStore } from '#storage/history-store';
import { quarantine } from '#storage/quarantine';
import {
  articleFile,
  fileText,
  folderOf,
  makeTestDesk,
  plainArticle,
  settingsFor,
  strangers,
  type TestDesk,
} from '../../support/durability-desk';
import { untilState, windowText } from '../../support/editing';
import { type LaunchOptions, launch, type Running } from '../../support/launch';

const hurt = 'test000002';

/** A desk whose second article has been kept twice; what its file holds besides was never kept. */
async function keptDesk(): Promise<TestDesk> {
  const desk = await makeTestDesk(join(mkdtempSync(join(tmpdir(), 'marbre-damage-')), 'Proof'), 2);
  const history = new HistoryStore(diskFileSystem, join(folderOf(desk.folder, hurt), 'history'));
  const versions = ['An older version.', 'The last whole version.'];
  for (const [index, text] of versions.entries()) {
    const kept = await history.keep(
      plainArticle(hurt, text),
      'opened',
      '',
      `2026-05-12T1${index}:00:00.000Z`,
    );
    expect(kept).toMatchObject({ ok: true });
  }
  return desk;
}

const file = ({ folder }: TestDesk): string => join(folderOf(folder, hurt), 'article.json');

/** What a bad disk does: a stretch of zeros in the middle. */
function zeroFill(desk: TestDesk): Buffer {
  const bytes = readFileSync(file(desk));
  bytes.fill(0, bytes.length >> 2, bytes.length >> 1);
  writeFileSync(file(desk), bytes);
  return bytes;
}

async function open(desk: TestDesk, language: NonNullable<LaunchOptions['language']>): Promise<Running> {
  const running = await launch({ userData: settingsFor(desk, desk.articles[0] ?? ''), language });
  onTestFinished(() => running.app.close().catch(() => undefined));
  await running.page.waitForSelector('.editor-surface:has-text("Story test000001")');
  return running;
}

/** Tab, until this is where the keyboard is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((one) => document.activeElement?.matches(one), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by the keyboard`);
}

/** What lies in quarantine, whatever its name was made into. */
function quarantined({ folder }: TestDesk): Buffer[] {
  const place = join(folder, 'quarantine', 'articles', `story--${hurt}`);
  return readdirSync(place).map((name) => {
    expect(name).toMatch(/^article\.json\.2/);
    return readFileSync(join(place, name));
  });
}

const words = {
  en: {
    one: '1 folder cannot be read',
    damaged: 'This article’s file is damaged or not whole',
    missing: 'This article’s file is not in its folder any more',
    button: 'Bring back the last whole version',
    done: 'The last whole version is back. The damaged file is in the folder “quarantine”.',
  },
  fr: {
    one: '1 dossier illisible',
    damaged: 'Le fichier de cet article est endommagé ou incomplet',
    missing: 'Le fichier de cet article n’est plus dans son dossier',
    button: 'Ramener la dernière version saine',
    done: 'La dernière version saine est de retour.',
  },
} as const;

/** Opens the list of what cannot be read, presses the button and comes to the article: by the keyboard alone. */
async function bringBack(
  { page }: Running,
  language: 'en' | 'fr',
  why: 'damaged' | 'missing',
): Promise<void> {
  const said = words[language];
  await page.waitForSelector(`.library-problems summary:has-text("${said.one}")`);
  await tabTo(page, '.library-problems summary');
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.library-problems p:has-text("${said[why]}")`);
  await tabTo(page, '.library-problems .button');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(said.button);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.notice:has-text("${said.done}")`);
  await page.waitForSelector('.editor-surface:has-text("The last whole version.")');
}

describe('an article whose file is damaged', () => {
  it.each(['en', 'fr'] as const)(
    'is told of, and brought back by one key; its damaged bytes stay in quarantine (%s)',
    async (language) => {
      const desk = await keptDesk();
      const bytes = zeroFill(desk);
      const running = await open(desk, language);
      await bringBack(running, language, 'damaged');
      await untilState(running.page, 'saved');
      expect(await windowText(running.page)).toBe(fileText(desk.folder, hurt));
      expect(articleFile(desk.folder, hurt).id).toBe(hurt);
      expect(quarantined(desk)).toEqual([bytes]);
      expect(strangers(desk.folder)).toEqual(['quarantine']);
      await expect.poll(() => running.page.locator('.library-problems').count()).toBe(0);
      await running.page.waitForSelector(`.library-row:has-text("Story ${hurt}")`);
      expect(running.complaints).toEqual([]);
    },
  );

  it('is brought back as well once its file has been put into quarantine, where it stays as it was', async () => {
    const desk = await keptDesk();
    const bytes = zeroFill(desk);
    expect(await quarantine(diskFileSystem, desk.folder, file(desk))).toMatchObject({ ok: true });
    const running = await open(desk, 'en');
    await bringBack(running, 'en', 'missing');
    await untilState(running.page, 'saved');
    expect(fileText(desk.folder, hurt)).toContain('The last whole version.');
    expect(quarantined(desk)).toEqual([bytes]);
    expect(running.complaints).toEqual([]);
  });

  it('of which no whole version is kept, says where its text may be, and changes nothing', async () => {
    const desk = await keptDesk();
    const bytes = zeroFill(desk);
    const history = join(folderOf(desk.folder, hurt), 'history');
    for (const name of readdirSync(history)) writeFileSync(join(history, name), '{');
    const { page } = await open(desk, 'en');
    await page.locator('.library-problems summary').click();
    await page.getByRole('button', { name: words.en.button }).click();
    await page.waitForSelector('.notice[data-tone="problem"]:has-text("“quarantine” and “original”")');
    expect(readFileSync(file(desk))).toEqual(bytes);
    expect(strangers(desk.folder)).toEqual([]);
  });
});
