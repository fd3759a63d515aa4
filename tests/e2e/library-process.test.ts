import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from '../support/launch';

describe('the library process', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  /** The process that has the index; undefined while there is none. */
  const processId = (): Promise<number | undefined> =>
    running.app.evaluate(
      ({ app }) =>
        app.getAppMetrics().find(({ name, serviceName }) => /marbre/.test(`${name} ${serviceName}`))?.pid,
    );

  it('is started again when it dies, and the list can be searched as before', async () => {
    const { page } = running;
    const before = await processId();
    expect(before).toBeGreaterThan(0);
    process.kill(before ?? 0, 'SIGKILL');
    await expect.poll(processId, { timeout: 10_000 }).not.toBe(before);
    await page.locator('.library-filter').fill('status:raw');
    await expect.poll(() => page.locator('.library-row').count(), { timeout: 10_000 }).toBe(1);
    await page.locator('.library-filter').fill('');
    await expect.poll(() => page.locator('.library-row').count()).toBe(4);
  });

  it('opens another desk, and the list is that desk’s', async () => {
    const { page, app } = running;
    const folder = join(mkdtempSync(join(tmpdir(), 'marbre-other-')), 'Another desk');
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, folder);
    await page.keyboard.press('Control+Shift+P');
    await page.locator('.palette-input').fill('New desk');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.library-desk').innerText()).toContain('Another desk');
    await expect.poll(() => page.locator('.library-row').count()).toBe(0);
  });
});
