import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/axe';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const screenshots = join(import.meta.dirname, '../../screenshots');
const fixtures = join(import.meta.dirname, '../fixtures/import-folders');

const noteOf = (number: number): string => `---
date: 2026-03-${String((number % 28) + 1).padStart(2, '0')}
tags: [harbour, log]
---
# Log of the harbour, page ${number}

Boat number ${number} came in before the tide turned, with ${number + 3} crates of mackerel for the hall.

The master of the quay wrote it down, and put the light out at ${number % 12} o’clock.
`;

/** A folder with so many notes. */
function logBook(count: number): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'marbre-e2e-vault-')), 'Log book');
  mkdirSync(folder);
  for (let number = 1; number <= count; number += 1)
    writeFileSync(join(folder, `page-${String(number).padStart(4, '0')}.md`), noteOf(number));
  return folder;
}

/** The vault of the fixtures, with something in it that is refused. */
function vault(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'marbre-e2e-vault-')), 'Vault');
  cpSync(join(fixtures, 'obsidian-vault/folder'), folder, { recursive: true });
  writeFileSync(join(folder, 'scan.md'), new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2]));
  symlinkSync(join(fixtures, 'hostile-references/secret.png'), join(folder, 'elsewhere.md'));
  return folder;
}

const words = {
  en: {
    report: 'Report…',
    undo: 'Undo',
    stop: 'Stop',
    open: /^Open “Harbour\/Crane\.md”$/,
    missing: 'Pictures that are not in the folder',
    refused: 'is a link or a device',
    heading: 'Import of the folder “Vault”',
    trash: '2 articles are in the trash.',
    known: '2 were already there.',
    stopped: /Stopped: \d+ files were not begun, what was imported stays\./,
    file: 'Import report.txt',
  },
  fr: {
    report: 'Compte rendu…',
    undo: 'Annuler',
    stop: 'Arrêter',
    open: /^Ouvrir «\sHarbour\/Crane\.md\s»$/,
    missing: 'Images absentes du dossier',
    refused: 'est un lien ou un périphérique',
    heading: 'Import du dossier «\u00a0Vault\u00a0»',
    trash: '2 articles sont dans la corbeille.',
    known: '2 étaient déjà là.',
    stopped: /Arrêté\u00a0: \d+ fichiers n’ont pas été lus, ce qui est importé reste\./,
    file: 'Compte rendu d’import.txt',
  },
} as const;

describe.each(['en', 'fr'] as const)('a folder of notes, by keyboard (%s)', (language) => {
  const say = words[language];
  let running: Running;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    running = await launch({ language });
    running.page.setDefaultTimeout(15_000);
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const willChoose = (folder: string | null) =>
    running.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () =>
        path === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] };
    }, folder);
  const choose = async (folder: string | null): Promise<void> => {
    await willChoose(folder);
    await running.page.keyboard.press('Control+Alt+O');
  };
  const notice = () => running.page.locator('.notices .batch-notice');
  const press = async (name: string): Promise<void> => {
    await notice().getByRole('button', { name }).focus();
    await running.page.keyboard.press('Enter');
  };
  const dialog = () => running.page.locator('dialog[open]:has(.import-groups)');
  const notes = () =>
    articlesIn(deskIn(running.userData)).filter(({ original }) =>
      /^(?:Crane|Dredging)\.md$/.test(original?.name ?? ''),
    );

  it('does nothing when the dialog is closed', async () => {
    await choose(null);
    await running.page.waitForTimeout(300);
    expect(await notice().count()).toBe(0);
  });

  it('comes onto the desk with its tags, days and pictures', async () => {
    const before = articlesIn(deskIn(running.userData)).length;
    await choose(vault());
    await notice().getByRole('button', { name: say.report }).waitFor();
    expect(articlesIn(deskIn(running.userData))).toHaveLength(before + 2);
    const crane = notes().find(({ original }) => original?.name === 'Crane.md');
    expect(crane?.metadata).toMatchObject({ tags: ['port-cranes', 'harbour'], published: '2026-05-12' });
    await running.page.screenshot({ path: join(screenshots, `folder-import-notice-${language}.png`) });
  });

  it('is reported on: what was refused, and what was not kept, by kind', async () => {
    const { page } = running;
    await press(say.report);
    await dialog().waitFor();
    expect(await dialog().getByRole('heading').first().innerText()).toBe(say.heading);
    const text = await dialog().innerText();
    expect(text).toContain(say.refused);
    expect(text).toContain('scan.md');
    expect(text).not.toContain(tmpdir());
    // What is folded is not shown before somebody asks.
    expect(text).not.toContain('lost.png');
    await dialog().locator('summary', { hasText: say.missing }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().innerText()).toContain('lost.png');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: join(screenshots, `folder-import-report-${language}-${colorScheme}.png`),
      });
      expect(await faultsOf(page, 'dialog')).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
  });

  it('is reported on in a text that can be copied and saved', async () => {
    const { app, page } = running;
    const target = join(mkdtempSync(join(tmpdir(), 'marbre-e2e-report-')), 'report.txt');
    await app.evaluate(({ dialog: system }, path) => {
      const shared = globalThis as { offered?: string };
      system.showSaveDialog = (async (...given: unknown[]) => {
        shared.offered = (given.at(-1) as { defaultPath: string }).defaultPath;
        return { canceled: false, filePath: path };
      }) as typeof system.showSaveDialog;
    }, target);
    const buttons = dialog().locator('.form-actions button');
    await buttons.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => existsSync(target)).toBe(true);
    expect(await app.evaluate(() => (globalThis as { offered?: string }).offered)).toBe(say.file);
    const saved = readFileSync(target, 'utf8');
    expect(saved).toContain(`${say.missing}\n- Harbour/Dredging.md: lost.png\n`);
    await buttons.nth(0).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(saved);
  });

  it('leads from the report to an article, whose pictures are shown', async () => {
    const { page } = running;
    const kind = dialog()
      .locator('summary')
      .filter({ hasText: /notes? (?:kept|gardés)/ });
    await kind.focus();
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: say.open }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.field-headline:has-text("The crane of Corran")');
    const pictures = page.locator('.editor-surface img');
    await expect.poll(() => pictures.count()).toBe(3);
    await expect
      .poll(() =>
        pictures.evaluateAll((all) =>
          (all as HTMLImageElement[]).map(({ alt, naturalWidth }) => [alt, naturalWidth]),
        ),
      )
      .toEqual([
        ['The crane against the sky', 40],
        ['', 16],
        ['Plan of the quay', 32],
      ]);
    expect(await page.locator('.editor-surface').innerText()).toContain('Drawn by the harbour office');
    await page.screenshot({ path: join(screenshots, `folder-import-pictures-${language}.png`) });
  });

  it('brings nothing in twice', async () => {
    const before = articlesIn(deskIn(running.userData)).length;
    const again = join(mkdtempSync(join(tmpdir(), 'marbre-e2e-vault-')), 'Vault');
    cpSync(join(fixtures, 'obsidian-vault/folder'), again, { recursive: true });
    await choose(again);
    await expect.poll(() => notice().innerText()).toContain(say.known);
    expect(articlesIn(deskIn(running.userData))).toHaveLength(before);
  });

  it('stops between two notes, and keeps what was imported', async () => {
    const { page } = running;
    const before = articlesIn(deskIn(running.userData)).length;
    await choose(logBook(400));
    await page.locator('.batch-file:has-text("page-00")').waitFor();
    expect(await page.locator('.batch-notice progress').getAttribute('max')).toBe('400');
    await page.screenshot({ path: join(screenshots, `folder-import-progress-${language}.png`) });
    expect(await faultsOf(page, '.notices')).toEqual([]);
    await press(say.stop);
    await expect.poll(() => notice().innerText()).toMatch(say.stopped);
    const came = articlesIn(deskIn(running.userData)).length - before;
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(400);
    expect(await notice().innerText()).toContain(String(came));
  });

  it('goes to the trash as a whole by Undo, also what is open', async () => {
    const { page } = running;
    const desk = deskIn(running.userData);
    const pages = () => articlesIn(desk).filter(({ original }) => /^page-/.test(original?.name ?? '')).length;
    await page.keyboard.press('Control+P');
    await page.locator('.palette-input').fill('Log of the harbour');
    await page.locator('dialog [role="option"]:has-text("Log of the harbour")').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.field-headline:has-text("Log of the harbour")');
    await press(say.undo);
    await expect.poll(pages).toBe(0);
    await expect.poll(() => page.locator('.field-headline').count()).toBe(0);
    await expect.poll(() => readdirSync(join(desk, 'trash')).length).toBeGreaterThan(0);
  });

  it('has a report for single files too, where something was not kept', async () => {
    const { page } = running;
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      const story =
        '# A file on its own\n\nOne line, and one picture that is elsewhere.\n\n![quay](quay.png)\n';
      transfer.items.add(new File([story], 'single.md'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    });
    await page.waitForSelector('.field-headline:has-text("A file on its own")');
    await page.locator('.notices .notice').getByRole('button', { name: say.report }).last().focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await dialog().locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog().innerText()).toMatch(/single\.md\s+quay/);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
  });

  it('complained of nothing', () => {
    expect(running.complaints).toEqual([]);
  });
});

describe('a window into which a thousand notes come', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch({ language: 'en' });
    running.page.setDefaultTimeout(15_000);
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  it('takes what is typed meanwhile, and saves it', async () => {
    const { page } = running;
    await page.keyboard.press('Control+N');
    await page.waitForSelector('.field-headline');
    const folder = logBook(1_000);
    await running.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, folder);
    await page.keyboard.press('Control+Alt+O');
    await page.locator('.batch-file:has-text("page-0")').waitFor();
    await page.keyboard.type('Typed while the log book came in', { delay: 20 });
    const saved = () =>
      articlesIn(deskIn(running.userData)).some(({ body }) =>
        JSON.stringify(body).includes('Typed while the log book came in'),
      );
    await expect.poll(saved, { timeout: 15_000 }).toBe(true);
    expect(await page.locator('.batch-file').count()).toBe(1);
    await expect
      .poll(() => page.locator('.notices').innerText(), { timeout: 240_000, interval: 500 })
      .toContain('1,000 articles imported.');
    expect(await page.locator('.field-headline').innerText()).toBe('Typed while the log book came in');
    expect(running.complaints).toEqual([]);
  }, 300_000);
});
