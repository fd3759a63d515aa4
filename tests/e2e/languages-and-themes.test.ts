import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

describe('French and English, light and dark', () => {
  let running: Running;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const run = async (command: string): Promise<void> => {
    await running.page.keyboard.press('Control+Shift+P');
    await running.page.locator('.palette-input').fill(command);
    await running.page.keyboard.press('Enter');
    await running.page.waitForTimeout(150);
  };

  it('follows the system’s language', async () => {
    expect(await running.page.locator('.library-filter').getAttribute('placeholder')).toBe('Rechercher');
    expect(await running.page.evaluate(() => document.documentElement.lang)).toBe('fr');
  });

  it('switches language from the palette without losing anything, and back', async () => {
    await run('English');
    await expect
      .poll(() => running.page.locator('.library-filter').getAttribute('placeholder'))
      .toBe('Search');
    const menu = await running.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map((item) => item.label),
    );
    expect(menu).toContain('Check');
    await run('Français');
    await expect.poll(() => running.page.evaluate(() => document.documentElement.lang)).toBe('fr');
  });

  it('shows every screen in both themes', async () => {
    const { page } = running;
    for (const [theme, command] of [
      ['light', 'Thème clair'],
      ['dark', 'Thème sombre'],
    ] as const) {
      await run(command);
      await expect
        .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
        .toBe(theme === 'dark');
      const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
      await page.locator('.library-row-open:has-text("Harwick")').click();
      await page.waitForSelector('.field-headline:has-text("Harwick")');
      for (const [key, name] of [
        ['1', 'intake'],
        ['2', 'claims'],
        ['3', 'details'],
        ['7', 'gate'],
      ] as const) {
        await page.keyboard.press(`Control+${key}`);
        await page.waitForTimeout(120);
        await shoot(name);
      }
      for (const [key, name] of [
        ['Control+Shift+P', 'palette'],
        ['Control+e', 'export'],
        ['F1', 'shortcuts'],
        ['Control+Alt+,', 'desk-checking'],
        ['Control+Shift+L', 'queries'],
      ] as const) {
        await page.keyboard.press(key);
        await page.waitForSelector('dialog[open]');
        await page.waitForTimeout(200);
        await shoot(name);
        await page.keyboard.press('Escape');
        await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
      }
      await page.keyboard.press('Control+Shift+D');
      await page.waitForTimeout(200);
      await shoot('original');
      await page.keyboard.press('Control+Shift+D');
    }
  });

  it('gives the focus back to where it was when a dialog closes', async () => {
    const { page } = running;
    await page.locator('.editor-surface p').last().click();
    await page.keyboard.press('F1');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('editor-surface');
  });

  it('had nothing to complain about in the console', () => {
    expect(running.complaints).toEqual([]);
  });
});
