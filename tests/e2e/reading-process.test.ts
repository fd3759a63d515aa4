import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from '../support/launch';

/** Within the largest file that is imported, and far more than its parser can hold: it makes objects of every word. */
const heavy = '*a* [b](c) `d` ~e~\n\n'.repeat(18 * 50_000);

describe('the process that reads files of strangers', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const readers = (): Promise<number[]> =>
    running.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name, serviceName }) => /marbre-intake/.test(`${name} ${serviceName}`))
        .map(({ pid }) => pid),
    );
  /** Chooses a file in the dialog of the system. */
  const importFile = async (name: string, content: string): Promise<void> => {
    const path = join(mkdtempSync(join(tmpdir(), 'marbre-heavy-')), name);
    writeFileSync(path, content);
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await running.page.keyboard.press('Control+Shift+P');
    await running.page.locator('.palette-input').fill('Import');
    await running.page.keyboard.press('Enter');
  };

  it('is not there before the first import', async () => {
    expect(await readers()).toEqual([]);
  });

  it('dies of a file that is too hard, in one sentence, while the window goes on, and the next is read', async () => {
    const { page, app } = running;
    await importFile('heavy.md', heavy);
    await expect.poll(async () => (await readers()).length, { timeout: 10_000 }).toBe(1);
    const [first] = await readers();
    let slowest = 0;
    const notice = page.locator('.notice[data-tone="problem"]:has-text("Reading heavy.md takes more than")');
    const ends = Date.now() + 40_000;
    while ((await notice.count()) === 0 && Date.now() < ends) {
      const asked = Date.now();
      // Main and the window both answer.
      await app.evaluate(({ app: main }) => main.getVersion());
      await page.locator('.library-filter').fill(`heavy ${asked % 10}`);
      slowest = Math.max(slowest, Date.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await notice.count()).toBe(1);
    expect(slowest).toBeLessThan(2_000);
    await page.locator('.library-filter').fill('');
    await notice.locator('.icon-button').click();
    await importFile('light.md', '# A light story\n\nOne paragraph.\n\nAnother one.\n');
    await page.waitForSelector('.field-headline:has-text("A light story")');
    expect(await readers()).not.toContain(first);
    expect(running.complaints).toEqual([]);
  });
});
