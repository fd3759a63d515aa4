import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '#storage/index';
import { articlesIn, deskIn } from '../support/desk-files';
import { typeAtEnd } from '../support/editing';
import { launch, type Running } from '../support/launch';

describe('backups in the window', () => {
  let running: Running;
  const target = mkdtempSync(join(tmpdir(), 'marbre-e2e-backup-'));
  beforeAll(async () => {
    running = await launch({ language: 'en' });
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  /** The folders that the system's dialogs give, one after the other. */
  const willChoose = (...folders: readonly string[]) =>
    running.app.evaluate(({ dialog }, paths) => {
      const left = [...paths];
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: left.splice(0, 1) });
    }, folders);

  const shelf = (): string => join(target, readdirSync(target)[0] ?? '');
  const newest = (): string => join(shelf(), readdirSync(shelf()).sort().at(-1) ?? '');
  const restore = async (backup: string, folder: string): Promise<void> => {
    await willChoose(backup, folder);
    await running.page.keyboard.press('Control+Shift+P');
    await running.page.locator('.palette-input').fill('Restore a Backup');
    await running.page.keyboard.press('Enter');
  };
  /** The files in a folder that is there, or null. */
  const listed = (folder: string): string[] | null => {
    try {
      return readdirSync(folder);
    } catch {
      return null;
    }
  };

  it('are made in a chosen folder, whole, and become a desk again', async () => {
    const { page } = running;
    const again = mkdtempSync(join(tmpdir(), 'marbre-e2e-restored-'));
    const before = articlesIn(deskIn(running.userData));
    await page.keyboard.press('Control+Alt+,');
    await willChoose(target);
    await page.locator('button:has-text("Choose a Folder")').press('Enter');
    await expect.poll(() => page.locator('input[name="backup-on"]').isChecked()).toBe(true);
    expect(await page.locator('dialog[open]').innerText()).not.toContain(tmpdir());
    await page.locator('button:has-text("Back Up Now")').press('Enter');
    await expect.poll(() => page.locator('dialog[open]').innerText()).toContain('verified');
    const backup = newest();
    expect(await verifyBackup(backup)).toMatchObject({ ok: true, value: { problems: [] } });

    await page.keyboard.press('Escape');
    await restore(backup, again);
    await expect.poll(() => readdirSync(again)).toContain('desk.json');
    expect(
      articlesIn(again)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(before.map(({ id }) => id).sort());
  });

  it('say how far they are, in the settings and in the status bar, and stop at a button', async () => {
    const { page } = running;
    const notes = join(deskIn(running.userData), 'notes');
    mkdirSync(notes);
    for (let index = 0; index < 1_200; index += 1)
      writeFileSync(join(notes, `${index}.txt`), `Note ${index}`);
    await page.keyboard.press('Control+Shift+P');
    await page.locator('.palette-input').fill('Open the Sample Desk');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.library-row');
    const before = readdirSync(shelf());
    await page.keyboard.press('Control+Alt+,');
    await page.locator('button:has-text("Back Up Now")').press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.locator('text=/Backing up: [\\d,]+ of 1,\\d+ files/').waitFor();
    await dialog.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    await page.waitForSelector('.notice:has-text("Stopped: nothing half-made is left")');
    expect(await page.locator('.notice[data-tone="problem"]').count()).toBe(0);
    expect(readdirSync(shelf())).toEqual(before);
    await dialog.locator('button:has-text("Back Up Now")').press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('.status-bar .backup-status:has-text("Backing up")').waitFor();
    await expect.poll(() => page.locator('.backup-status').count(), { timeout: 60_000 }).toBe(0);
    await page.waitForSelector('.notice:has-text("The backup is made and verified")');
    expect(readdirSync(shelf()).length).toBe(before.length + 1);
  });

  it('come back with progress; stopped, nothing half is left, and the open desk stays', async () => {
    const { page } = running;
    const name = await page.locator('.library-desk').innerText();
    const again = mkdtempSync(join(tmpdir(), 'marbre-e2e-restored-'));
    await restore(newest(), again);
    const status = page.locator('.status-bar .backup-status:has-text("Bringing the backup back")');
    await status.waitFor();
    await status.getByRole('button', { name: 'Stop' }).press('Enter');
    await expect.poll(() => page.locator('.backup-status').count()).toBe(0);
    expect(listed(again)).toEqual([]);
    expect(await page.locator('.library-desk').innerText()).toBe(name);
    // Somebody types while it comes back for good: that goes to the desk that is open.
    await page.locator('.library-row').first().click();
    await page.waitForSelector('.editor-surface');
    await restore(newest(), again);
    await status.waitFor();
    await typeAtEnd(page, ' Typed meanwhile.');
    await page.waitForSelector('.notice:has-text("The backup is back as a desk")', { timeout: 60_000 });
    await expect.poll(() => page.locator('.editor-surface').count()).toBe(0);
    expect(listed(join(again, 'notes'))).toHaveLength(1_200);
    const typed = articlesIn(deskIn(running.userData)).filter((article) =>
      JSON.stringify(article.body).includes('Typed meanwhile.'),
    );
    expect(typed).toHaveLength(1);
    expect(JSON.stringify(articlesIn(again))).not.toContain('Typed meanwhile.');
    expect(running.complaints).toEqual([]);
  });
});
