import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '#storage/index';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

describe('backups in the window', () => {
  let running: Running;
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

  it('are made in a chosen folder, whole, and become a desk again', async () => {
    const { page } = running;
    const target = mkdtempSync(join(tmpdir(), 'marbre-e2e-backup-'));
    const again = mkdtempSync(join(tmpdir(), 'marbre-e2e-restored-'));
    const before = articlesIn(deskIn(running.userData));
    await page.keyboard.press('Control+Alt+,');
    await willChoose(target);
    await page.locator('button:has-text("Choose a Folder")').press('Enter');
    await expect.poll(() => page.locator('input[name="backup-on"]').isChecked()).toBe(true);
    expect(await page.locator('dialog[open]').innerText()).not.toContain(tmpdir());
    await page.locator('button:has-text("Back Up Now")').press('Enter');
    await expect.poll(() => page.locator('dialog[open]').innerText()).toContain('verified');
    const [shelf = ''] = readdirSync(target);
    const [name = ''] = readdirSync(join(target, shelf));
    const backup = join(target, shelf, name);
    expect(await verifyBackup(backup)).toMatchObject({ ok: true, value: { problems: [] } });

    await page.keyboard.press('Escape');
    await willChoose(backup, again);
    await page.keyboard.press('Control+Shift+P');
    await page.locator('.palette-input').fill('Restore a Backup');
    await page.keyboard.press('Enter');
    await expect.poll(() => readdirSync(again)).toContain('desk.json');
    expect(
      articlesIn(again)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(before.map(({ id }) => id).sort());
  });
});
