import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/axe';
import { launch, type Running } from '../support/launch';

/** Every screen: what opens it, and what shows that it is there. Adding a screen is adding a line. */
const screens: readonly { readonly name: string; readonly keys: string; readonly shows: string }[] = [
  { name: 'intake panel', keys: 'Control+1', shows: '.side-panel' },
  { name: 'claims panel', keys: 'Control+2', shows: '.side-panel' },
  { name: 'details panel', keys: 'Control+3', shows: '.side-panel' },
  { name: 'comments panel', keys: 'Control+4', shows: '.side-panel' },
  { name: 'outline panel', keys: 'Control+5', shows: '.side-panel' },
  { name: 'history panel', keys: 'Control+6', shows: '.side-panel' },
  { name: 'sign-off panel', keys: 'Control+7', shows: '.gate-verdict' },
  { name: 'galley', keys: 'F7', shows: '.galley-bar' },
  { name: 'original beside the copy', keys: 'Control+Shift+D', shows: '.original-pane' },
  { name: 'find and replace', keys: 'Control+Alt+f', shows: '.find-bar' },
  { name: 'command palette', keys: 'Control+Shift+p', shows: 'dialog[open]' },
  { name: 'quick open', keys: 'Control+p', shows: 'dialog[open]' },
  { name: 'export', keys: 'Control+e', shows: 'dialog[open]' },
  { name: 'settings', keys: 'Control+,', shows: 'dialog[open]' },
  { name: 'checking on the desk', keys: 'Control+Alt+,', shows: '.desk-settings' },
  { name: 'a question', keys: 'Control+Shift+Q', shows: '.ask-form' },
  { name: 'queries of the desk', keys: 'Control+Shift+L', shows: '.desk-query' },
  { name: 'vocabulary', keys: 'Control+Alt+v', shows: '.vocabulary' },
  { name: 'shortcuts', keys: 'F1', shows: 'dialog[open]' },
  { name: 'name a version', keys: 'Control+Alt+s', shows: 'dialog[open]' },
  { name: 'link', keys: 'Control+k', shows: '.link-popover' },
];

const themes = [
  ['light', 'Thème clair'],
  ['dark', 'Thème sombre'],
] as const;

describe.each(themes)('for a screen reader, in the %s theme', (_theme, command) => {
  let running: Running;
  beforeAll(async () => {
    running = await launch({ language: 'fr' });
    const { page } = running;
    await page.waitForSelector('.library-row');
    await page.keyboard.press('Control+Shift+p');
    await page.locator('.palette-input').fill(command);
    await page.keyboard.press('Enter');
    await page.locator('.library-row-open').first().click();
    await page.waitForSelector('.editor-surface p');
  });
  afterAll(() => running.app.close());

  const faults = (): Promise<string[]> => faultsOf(running.page);

  it.each(screens)('nothing serious stands in the way: $name', async ({ keys, shows }) => {
    const { page } = running;
    await page.locator('.editor-surface p').first().click();
    await page.keyboard.press(keys);
    await page.waitForSelector(shows);
    // Colours are read off the page: what fades in must have done so.
    await page.waitForTimeout(250);
    const found = await faults();
    const isOver = (await page.locator('dialog[open]').count()) > 0;
    if (isOver || shows === '.find-bar' || shows === '.link-popover') {
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator(shows).count()).toBe(0);
    }
    if (shows === '.original-pane' || shows === '.galley-bar') await page.keyboard.press(keys);
    expect(found).toEqual([]);
  });

  it('the welcome of an empty desk is read, too', async () => {
    const { page } = running;
    await page.locator('.editor-surface p').first().click();
    await page.keyboard.press('Control+Shift+p');
    await page.locator('.palette-input').fill('Mettre à la corbeille');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.editor-surface', { state: 'detached' });
    expect(await faults()).toEqual([]);
  });

  it('save state, open items and find counts are announced', async () => {
    const { page } = running;
    await page.locator('.library-row-open').first().click();
    await page.waitForSelector('.editor-surface p');
    const live = async (selector: string): Promise<string | null> =>
      page.locator(selector).evaluate((element) => {
        const region = element.closest('[role="status"], [aria-live="polite"]');
        return region ? (region.getAttribute('role') ?? region.getAttribute('aria-live')) : null;
      });
    expect(await live('.save-status')).not.toBeNull();
    expect(await live('.open-items')).not.toBeNull();
    await page.keyboard.press('Control+f');
    await page.waitForSelector('.find-count', { state: 'attached' });
    expect(await live('.find-count')).not.toBeNull();
    await page.keyboard.press('Escape');
  });

  it('stands still for people who want less motion', async () => {
    const { page } = running;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const seconds = [animationDuration, transitionDuration].flatMap((all) =>
            all.split(', ').map(parseFloat),
          );
          return Math.max(...seconds) > 0.01 || scrollBehavior === 'smooth';
        }).length,
    );
    expect(moving).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });

  it('keeps its outlines in forced colours', async () => {
    const { page } = running;
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('.library-filter').focus();
    const outline = await page
      .locator('.library-filter')
      .evaluate((field) => getComputedStyle(field).outlineStyle);
    expect(outline).not.toBe('none');
    await page.emulateMedia({ forcedColors: null });
  });
});
