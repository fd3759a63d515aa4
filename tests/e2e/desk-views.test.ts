import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldText } from '#core/body/fields';
import { addDays } from '#core/desk/calendar';
import { faultsOf } from '../support/axe';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const screenshots = join(import.meta.dirname, '../../screenshots');

describe('the views of the desk, by keyboard', () => {
  let running: Running;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    running = await launch();
    running.page.setDefaultTimeout(8_000);
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => running.page.keyboard.press(key)), Promise.resolve());
  const articles = () => articlesIn(deskIn(running.userData));
  const statuses = () => articles().map(({ metadata }) => metadata.status);
  const titles = (): Promise<string[]> => running.page.locator('.grid-row .grid-title').allInnerTexts();
  /** The texts of the cell that the cursor is in, as a screen reader finds it. */
  const active = (): Promise<string> =>
    running.page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.textContent ?? '';
    });
  const notice = (text: string) => running.page.waitForSelector(`.batch-notice:has-text("${text}")`);

  it('shows the table with the focus in it, and comes back to the article with Escape', async () => {
    const { page } = running;
    await page.locator('.library-row-open').first().click();
    await page.waitForSelector('.editor-surface p');
    await page.locator('.editor-surface').focus();
    await press('Control+End');
    await page.keyboard.type(' Encore un mot.');
    await press('F5');
    await page.waitForSelector('.grid-row .grid-title');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).toBe(String(articles().length + 1));
    await expect
      .poll(() => articles().some(({ body }) => JSON.stringify(body).includes('Encore un mot.')))
      .toBe(true);
    await press('Escape');
    await page.waitForSelector('.editor-surface:has-text("Encore un mot.")');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('editor-surface');
    await press('Control+z');
    await expect.poll(() => page.locator('.editor-surface').innerText()).not.toContain('Encore un mot.');
    await page.waitForSelector('.save-status[data-state="saved"]');
  });

  it('sorts by a column, turns the order, and gives the usual order back', async () => {
    const { page } = running;
    await press('F5');
    await page.waitForSelector('.grid-row .grid-title');
    const usual = await titles();
    await press('ArrowUp', 'Enter');
    const heading = page.locator('[role="columnheader"]').first();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await expect.poll(titles).not.toEqual(usual).then(titles, titles);
    await press('Enter');
    await expect.poll(titles).toEqual(ascending.toReversed());
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    await press('Enter');
    await expect.poll(titles).toEqual(usual);
    expect(await heading.getAttribute('aria-sort')).toBe('none');
  });

  it('walks rows and cells, and selects with Space, Shift and Ctrl+A', async () => {
    const { page } = running;
    const selected = () => page.locator('.grid-row[aria-selected="true"]').count();
    const total = (await titles()).length;
    await press('End');
    expect(await active()).toBe((await titles()).at(-1));
    await press('Home');
    expect(await active()).toBe((await titles())[0]);
    await press('Space');
    await expect.poll(selected).toBe(1);
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await expect.poll(selected).toBe(3);
    await press('Shift+ArrowUp');
    await expect.poll(selected).toBe(2);
    await press('Control+a');
    await expect.poll(selected).toBe(total);
    expect(await page.locator('.batch-bar').innerText()).toContain(`${total} selected`);
    await press('Escape');
    await expect.poll(selected).toBe(0);
    expect(await page.locator('.batch-bar').count()).toBe(0);
  });

  it('says what it does not understand in a search, and narrows all views', async () => {
    const { page } = running;
    await page.locator('.views-query input').fill('tga:port');
    await page.waitForSelector('.query-problems:has-text("tga:")');
    await page.locator('.views-query input').fill('status:ready');
    await expect.poll(titles).toHaveLength(statuses().filter((status) => status === 'ready').length);
    await press('F8');
    await page.waitForSelector('.board-card');
    expect(await page.locator('.board-card').count()).toBe(
      statuses().filter((status) => status === 'ready').length,
    );
    await page.locator('.views-query input').focus();
    await press('Escape');
    await expect.poll(() => page.locator('.views-query input').inputValue()).toBe('');
    await press('F5');
    await page.waitForSelector('.grid-row .grid-title');
  });

  it('sets the status of everything that is selected, and takes it back', async () => {
    const { page } = running;
    const before = statuses();
    await press('Control+a');
    await page.waitForSelector('.batch-bar');
    await press('Control+Shift+p');
    await page.locator('.palette-input').fill('Selection: set status');
    await press('Enter');
    await page.waitForSelector('dialog[open] input[type=radio]');
    await page.locator('dialog[open] label:has-text("Ready") input').focus();
    await press('Space', 'Enter');
    await notice('now “Ready”');
    expect(new Set(statuses())).toEqual(new Set(['ready']));
    await expect
      .poll(() => page.locator('.grid-cell[data-column="status"]').first().innerText())
      .toContain('Ready');
    await page.locator('.grid').focus();
    await press('Control+z');
    await notice('as they were');
    expect(statuses()).toEqual(before);
    await press('Escape');
  });

  it('shows the open article as the batch has left it, without a conflict', async () => {
    const { page } = running;
    await press('Escape');
    await page.waitForSelector('.editor-surface p');
    const headline = await page.locator('.field-headline').innerText();
    await press('F5', 'Control+a');
    await page.waitForSelector('.batch-bar');
    await press('Control+Shift+p');
    await page.locator('.palette-input').fill('Selection: set section');
    await press('Enter');
    await page.locator('dialog[open] input[type=text]').fill('Vie du port');
    await press('Enter');
    await notice('“Vie du port”');
    await press('Escape', 'Escape');
    await page.waitForSelector('.editor-surface p');
    expect(await page.locator('.field-headline').innerText()).toBe(headline);
    await page.locator('.editor-surface').focus();
    await press('Control+End');
    await page.keyboard.type(' Après coup.');
    await page.waitForSelector('.save-status[data-state="saved"]');
    const saved = articles().find(({ body }) => fieldText(body, 'headline') === headline);
    expect(saved?.metadata.section).toBe('Vie du port');
    expect(JSON.stringify(saved?.body)).toContain('Après coup.');
  });

  it('refuses to undo what somebody has changed since, names it, and undoes the rest', async () => {
    const { page } = running;
    await press('F5', 'Control+a');
    await page.waitForSelector('.batch-bar');
    await press('Control+Shift+p');
    await page.locator('.palette-input').fill('Selection: set due');
    await press('Enter');
    await page.locator('dialog[open] input[type=date]').fill('2031-03-04');
    await press('Enter');
    await notice('due 4 Mar 2031');
    await press('Escape', 'Home', 'Space');
    await press('Control+Shift+p');
    await page.locator('.palette-input').fill('Selection: set due');
    await press('Enter');
    await page.locator('dialog[open] input[type=date]').fill('2031-03-05');
    await press('Enter');
    await notice('due 5 Mar 2031');
    const token = await page.evaluate(() => document.querySelector('.batch-notice button')?.textContent);
    expect(token).toBe('Undo');
    const first = articles().find(({ metadata }) => metadata.due === '2031-03-05');
    // Somebody else, outside: the second batch can no longer be taken back.
    await press('Control+z');
    await notice('as it was');
    expect(articles().filter(({ metadata }) => metadata.due === '2031-03-04')).toHaveLength(
      articles().length,
    );
    expect(first).toBeDefined();
    await press('Control+z');
    await notice('as they were');
    expect(articles().filter(({ metadata }) => metadata.due === '2031-03-04')).toHaveLength(0);
    await press('Escape');
  });

  it('moves a card to the next status, follows it, and takes it back', async () => {
    const { page } = running;
    const before = statuses();
    await press('F8');
    await page.waitForSelector('.board-card');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Raw');
    const title = await page.locator('.lane').first().locator('.board-title').first().innerText();
    await press('Control+ArrowRight');
    await notice(`“${title}” is now “In progress”`);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('In progress');
    expect(await active()).toContain(title);
    expect(await page.locator('.notices').getAttribute('aria-live')).toBe('polite');
    await press('Control+z');
    await notice('as it was');
    expect(statuses()).toEqual(before);
  });

  it('offers every status for a card', async () => {
    const { page } = running;
    await page.locator('.lane-cards').first().focus();
    await press('m');
    await page.waitForSelector('dialog[open]');
    expect(await page.locator('dialog[open] label').count()).toBe(6);
    await press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    await page.waitForSelector('.board');
  });

  it('moves a card with the pointer', async () => {
    const { page } = running;
    const before = statuses();
    const ready = page.locator('.lane').nth(3);
    await page.locator('.lane').first().locator('.board-card').first().dragTo(ready.locator('.lane-cards'));
    await notice('now “Ready”');
    expect(statuses().filter((status) => status === 'ready').length).toBe(
      before.filter((status) => status === 'ready').length + 1,
    );
    await ready.locator('.lane-cards').focus();
    await press('Control+z');
    await notice('as it was');
    expect(statuses()).toEqual(before);
  });

  it('moves an article to another day of the calendar, and takes it back', async () => {
    const { page } = running;
    const day = await page.evaluate(() =>
      new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
    );
    const next = addDays(day, 1);
    await press('F5', 'Home', 'Space');
    await press('Control+Shift+p');
    await page.locator('.palette-input').fill('Selection: set due');
    await press('Enter');
    await page.locator('dialog[open] input[type=date]').fill(day);
    await press('Enter');
    await notice('due ');
    await press('Escape', 'F9');
    await page.waitForSelector(`#desk-day-${day} .day-item`);
    await press('t', 'Enter');
    expect(await active()).not.toBe('');
    await press('Control+ArrowRight');
    await page.waitForSelector(`#desk-day-${next} .day-item[data-cursor]`);
    expect(articles().filter(({ metadata }) => metadata.due === next)).toHaveLength(1);
    await press('Control+z');
    await page.waitForSelector(`#desk-day-${day} .day-item`);
    expect(articles().filter(({ metadata }) => metadata.due === day)).toHaveLength(1);
  });

  it('turns the months with PageUp and PageDown', async () => {
    const { page } = running;
    const month = () => page.locator('.calendar-bar h2').innerText();
    const now = await month();
    await press('PageDown');
    await expect.poll(month).not.toBe(now);
    await press('PageUp');
    await expect.poll(month).toBe(now);
  });

  it('exports what the gate lets out, each under its own name, and names what it does not', async () => {
    const { page, app } = running;
    const folder = mkdtempSync(join(tmpdir(), 'marbre-export-'));
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    }, folder);
    await press('F5');
    await page.waitForSelector('.grid-row .grid-title');
    await press('Control+a');
    for (const round of [1, 2]) {
      await press('Control+Shift+p');
      await page.locator('.palette-input').fill('Selection: export');
      await press('Enter');
      await page.waitForSelector('dialog[open] input[type=radio]');
      await press('Enter');
      await notice('exported.');
      await expect.poll(() => readdirSync(folder).length).toBe(round * articles().length);
      await page.locator('.batch-notice .icon-button').click();
    }
    const names = readdirSync(folder);
    expect(names.every((name) => name.endsWith('.md'))).toBe(true);
    expect(names.filter((name) => name.endsWith('-2.md'))).toHaveLength(articles().length);
    expect(readFileSync(join(folder, names[0] ?? ''), 'utf8')).toContain('title:');
    await page.locator('.grid').focus();
    await press('Escape');
  });

  it('asks before it empties the desk into the trash, and brings everything back', async () => {
    const { page } = running;
    const count = articles().length;
    await press('Control+a', 'Delete');
    await page.waitForSelector('dialog[open]:has-text("trash?")');
    await page.locator('dialog[open] button[type=submit]').focus();
    await press('Enter');
    await notice(`${count} articles are in the trash`);
    await page.waitForSelector('.view-empty:has-text("Nothing on the stone yet")');
    await page.screenshot({ path: join(screenshots, 'views-table-empty-light.png') });
    await page.locator('.batch-notice button:has-text("Undo")').click();
    await expect.poll(titles).toHaveLength(count);
    expect(articles()).toHaveLength(count);
  });

  it('had nothing to complain about in the console', () => {
    expect(running.complaints).toEqual([]);
  });
});

const themes = [
  ['light', 'Thème clair'],
  ['dark', 'Thème sombre'],
] as const;

describe.each(themes)('the views for a screen reader, in the %s theme', (theme, command) => {
  let running: Running;
  beforeAll(async () => {
    running = await launch({ language: 'fr' });
    const { page } = running;
    await page.waitForSelector('.library-row');
    await page.keyboard.press('Control+Shift+p');
    await page.locator('.palette-input').fill(command);
    await page.keyboard.press('Enter');
  });
  afterAll(() => running.app.close());

  it.each([
    { name: 'overview', key: 'F4', shows: '.overview-page h1' },
    { name: 'table', key: 'F5', shows: '.grid-row .grid-title' },
    { name: 'board', key: 'F8', shows: '.board-card' },
    { name: 'calendar', key: 'F9', shows: '.sheet' },
  ])('nothing serious stands in the way: $name', async ({ name, key, shows }) => {
    const { page } = running;
    await page.keyboard.press(key);
    await page.waitForSelector(shows);
    if (name === 'table') {
      await page.keyboard.press('Control+a');
      await page.waitForSelector('.batch-bar');
    }
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(screenshots, `views-${name}-${theme}.png`) });
    const found = await faultsOf(page);
    if (name === 'table') await page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });
});
