import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyText } from '#core/body/walk';
import { faultsOf } from '../support/axe';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const screenshots = join(import.meta.dirname, '../../screenshots');

const story = (boats: string, more = ''): string => `# Storm sweeps the Corran harbour

The storm that crossed the bay on Thursday night sank ${boats} boats in the Corran harbour, the fire service said.

Nobody was hurt. The harbour master had asked crews to double their lines in the afternoon, when the wind turned south.

The quay stays closed until Monday, and the ferry leaves from the old pier. The town has promised a report by the spring.
${more}`;

describe('a story that comes in twice', () => {
  let running: Running;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    running = await launch();
    running.page.setDefaultTimeout(10_000);
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const drop = (name: string, content: string) =>
    running.page.evaluate(
      ([fileName, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text ?? ''], fileName ?? ''));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      },
      [name, content],
    );
  const dialog = () => running.page.locator('dialog:has(.alike-story)');
  const storms = () =>
    articlesIn(deskIn(running.userData)).filter(({ body }) => bodyText(body).includes('storm'));
  const press = async (name: string): Promise<void> => {
    await dialog().getByRole('button', { name }).first().focus();
    await running.page.keyboard.press('Enter');
  };

  it('is asked about when it is the same file, and both are kept when nobody decides', async () => {
    await drop('storm.md', story('12'));
    await running.page.waitForSelector('.field-headline:has-text("Storm sweeps")');
    expect(await dialog().count()).toBe(0);
    await drop('storm-again.md', story('12'));
    await dialog().waitFor();
    expect(await dialog().innerText()).toContain('The same file was imported before');
    await running.page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(storms()).toHaveLength(2);
  });

  it('drops the new one into the trash, and opens the earlier one', async () => {
    await drop('storm-third.md', story('12'));
    await dialog().waitFor();
    await press('Drop the new one');
    await expect.poll(() => storms().length).toBe(2);
    expect(readdirSync(join(deskIn(running.userData), 'trash'))).toHaveLength(1);
    await running.page.waitForSelector('.field-headline:has-text("Storm sweeps")');
  });

  it('shows what a newer version says otherwise, to a screen reader and in both themes', async () => {
    const { page } = running;
    await drop('storm-update.md', story('14', '\nA fifteenth boat was found adrift at noon.\n'));
    await dialog().waitFor();
    await page.waitForSelector('.difference ins:has-text("14")');
    expect(await page.locator('.difference del').first().innerText()).toContain('12');
    expect(await dialog().innerText()).toMatch(/\d\d % of the text is the same/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(screenshots, `seen-before-${colorScheme}.png`) });
      expect(await faultsOf(page, 'dialog')).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
  });

  it('updates the earlier article, keeps its version before, and puts the import into the trash', async () => {
    const before = storms().length;
    await press('Update this article');
    await running.page.waitForSelector('.editor-surface p:has-text("fifteenth boat")');
    await expect.poll(() => storms().length).toBe(before - 1);
    const updated = storms().filter(({ body }) => bodyText(body).includes('fifteenth'));
    expect(updated).toHaveLength(1);
    expect(readdirSync(join(deskIn(running.userData), 'trash'))).toHaveLength(2);
    await running.page.keyboard.press('Control+6');
    await running.page.locator('.timeline-show').nth(1).click();
    await running.page.waitForSelector('.difference ins:has-text("fifteenth")');
    await running.page.keyboard.press('Escape');
  });

  it('complained of nothing', () => {
    expect(running.complaints).toEqual([]);
  });
});
