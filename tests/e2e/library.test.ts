import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/axe';
import { launch, type Running } from '../support/launch';
import { type LibraryDesk, makeLibraryDesk, writeStory } from '../support/library-desk';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

const titles = (page: Page): Promise<string[]> => page.locator('.library-row-title').allTextContents();
const count = (page: Page): Promise<string> => page.locator('.list-count').innerText();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.locator('.palette-input').fill(name);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.palette').count()).toBe(0);
}

/** Types into the field as somebody would who has only a keyboard. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(query);
}

describe('the library, with the keyboard', () => {
  let desk: LibraryDesk;
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    desk = await makeLibraryDesk();
    running = await launch({ userData: desk.userData });
    page = running.page;
    await page.locator('.list-count:has-text("60 articles")').waitFor();
  });
  afterEach(() => expect(running.complaints).toEqual([]));
  afterAll(() => running.app.close());

  it('finds by words without their accents, and marks them', async () => {
    await search(page, 'regie eleve');
    await expect.poll(() => count(page)).toBe('1 article');
    expect(await titles(page)).toEqual(['Le bac de Sainte-Aure reprend ses traversées']);
    const marks = await page.locator('.library-row mark').allTextContents();
    expect(marks).toContain('élèves');
  });

  it('finds a phrase in its order only', async () => {
    await search(page, '"harbour wall"');
    await expect.poll(() => titles(page)).toEqual(['Harbour wall to be raised before the autumn storms']);
    await search(page, 'harbour wall');
    await expect.poll(() => count(page)).toBe('2 articles');
  });

  it('goes down into the list, through all of it, and back to the field', async () => {
    await search(page, 'note');
    await expect.poll(() => count(page)).toBe('56 articles');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('library-row-open');
    await page.keyboard.press('End');
    const place = () => page.evaluate(() => document.activeElement?.getAttribute('data-index'));
    await expect.poll(place).toBe('55');
    await page.keyboard.press('PageUp');
    await expect.poll(async () => Number(await place())).toBeLessThan(55);
    await page.keyboard.press('Home');
    await expect.poll(place).toBe('0');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused(page)).toBe('library-filter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.library-filter').inputValue()).toBe('');
    await expect.poll(() => count(page)).toBe('60 articles');
  });

  it('completes the values of filters', async () => {
    await search(page, 'tag:har');
    await page.locator('[role="option"]:has-text("Harbour")').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.library-filter').inputValue()).toBe('tag:harbour ');
    await expect.poll(() => count(page)).toBe('2 articles');
  });

  it('says what it does not understand, and selects it', async () => {
    await search(page, 'tga:port harbour');
    const problem = page.locator('.query-problem');
    await problem.waitFor();
    expect(await problem.innerText()).toContain('tga:');
    await problem.focus();
    await page.keyboard.press('Enter');
    const selected = await page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    });
    expect(selected).toContain('tga:');
  });

  it('narrows by facets, which write into the query and can be pressed again', async () => {
    await search(page, 'harbour');
    await expect.poll(() => count(page)).toBe('2 articles');
    await page.locator('.list-narrow').focus();
    await page.keyboard.press('Enter');
    const gardens = page.locator('.facet-value:has-text("Gardens")');
    await gardens.waitFor();
    await gardens.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('.library-filter').inputValue()).toContain('tag:gardens');
    await expect.poll(() => titles(page)).toEqual(['A wall of daffodils at the harbour']);
    expect(await page.locator('.facet-value[aria-pressed="true"]').innerText()).toContain('Gardens');
    expect(await page.locator('.list-narrow').innerText()).toContain('(1)');
    await page.locator('.facet-value[aria-pressed="true"]').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => count(page)).toBe('2 articles');
    await page.locator('.list-narrow').focus();
    await page.keyboard.press('Enter');
  });

  it('keeps a search as a smart folder whose count follows the articles', async () => {
    await search(page, 'section:"Vie locale"');
    await expect.poll(() => count(page)).toBe('2 articles');
    await page.keyboard.press('Control+D');
    await page.locator('dialog[open] input[type="text"]').fill('Local life');
    await page.keyboard.press('Enter');
    const saved = page.locator('.folder:has-text("Local life")');
    const counted = saved.locator('.folder-count');
    await expect.poll(() => counted.innerText()).toBe('2');
    expect(await saved.locator('.folder-open').getAttribute('aria-current')).toBe('true');

    await search(page, 'timetable');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.editor-surface p');
    await page.keyboard.press('Control+3');
    const section = page.getByLabel('Section', { exact: true });
    await section.fill('Vie locale');
    await page.keyboard.press('Shift+F6');
    await expect.poll(() => counted.innerText(), { timeout: 10_000 }).toBe('3');
    await saved.locator('.folder-open').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe('3 articles');
  });

  it('pins, renames and removes a smart folder, and takes the removal back', async () => {
    await page.locator('.folder:has-text("Local life") .folder-open').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.folder:has-text("Local life") svg[aria-label="on top"]').waitFor();
    await page.locator('.folder:has-text("Local life") .folder-open').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.locator('dialog[open] input[type="text"]').fill('Island life');
    await page.keyboard.press('Enter');
    const island = page.locator('.folder:has-text("Island life")');
    await island.waitFor();
    await island.locator('.folder-open').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => island.count()).toBe(0);
    await page.locator('.notice:has-text("Island life") button:has-text("Undo")').press('Enter');
    await island.waitFor();
    const written = JSON.parse(readFileSync(join(desk.folder, 'desk.json'), 'utf8'));
    expect(written.searches).toMatchObject([{ name: 'Island life', pinned: true }]);
  });

  it('shows more like an article, until the chip is taken away', async () => {
    await search(page, 'traversées');
    await expect.poll(() => count(page)).toBe('1 article');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('library-row-open');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'More Like This',
    );
    await page.keyboard.press('Enter');
    await page.locator('.library-like:has-text("Le bac de Sainte-Aure")').waitFor();
    await expect
      .poll(async () => (await titles(page))[0])
      .toBe('Bac de Sainte-Aure : la panne de moteur coûte cher à la régie');
    await page.locator('.library-like button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.library-filter').inputValue()).toBe('traversées');
  });

  it('sorts by any column, either way', async () => {
    await search(page, 'harbour');
    await page.locator('.library-sort').selectOption('title');
    await expect.poll(async () => (await titles(page))[0]).toBe('A wall of daffodils at the harbour');
    await page.locator('.list-head .icon-button').press('Enter');
    await expect
      .poll(async () => (await titles(page))[0])
      .toBe('Harbour wall to be raised before the autumn storms');
    await page.locator('.library-sort').selectOption('relevance');
  });

  it('lists what cannot be read, with what can be done, and changes nothing', async () => {
    const summary = page.locator('.library-problems summary');
    await expect.poll(() => summary.innerText()).toContain('4 folders');
    await summary.focus();
    await page.keyboard.press('Enter');
    const listed = await page.locator('.library-problems section').allTextContents();
    expect(listed.find((line) => line.includes('newer--'))).toContain('update Marbre');
    expect(listed.find((line) => line.includes('torn--'))).toContain('damaged');
    expect(listed.some((line) => line.includes('half-written--'))).toBe(true);
    const foreign = readFileSync(join(desk.folder, 'articles/foreign--foreign/article.json'), 'utf8');
    expect(foreign).toBe('{"some":"other program"}');
    await summary.focus();
    await page.keyboard.press('Enter');
  });

  it('notices what other programs write and remove', async () => {
    await search(page, 'heron');
    await expect.poll(() => count(page)).toBe('No article');
    const headline = 'A heron on the customs house';
    const file = writeStory(desk.folder, { id: 'heron01', headline, story: 'It has come back.' });
    await expect.poll(() => titles(page), { timeout: 10_000 }).toEqual([headline]);
    rmSync(join(file, '..'), { recursive: true });
    await expect.poll(() => count(page), { timeout: 10_000 }).toBe('No article');
  });

  it('offers another way where nothing is found', async () => {
    await search(page, 'wall tag:ferry');
    await page.locator('.empty-state button:has-text("without filters")').press('Enter');
    await expect.poll(() => page.locator('.library-filter').inputValue()).toBe('wall');
    await expect.poll(() => count(page)).toBe('2 articles');
  });

  it('moves a row to the trash and finds it there', async () => {
    await search(page, 'daffodils');
    await expect.poll(() => count(page)).toBe('1 article');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('library-row-open');
    await page.keyboard.press('Delete');
    await page.locator('.empty-state button:has-text("in the trash")').press('Enter');
    await expect.poll(() => titles(page)).toEqual(['A wall of daffodils at the harbour']);
    await page.keyboard.press('F6');
    await expect.poll(() => focused(page)).toBe('library-row-open');
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe('60 articles');
  });

  it('rebuilds its index when asked, and finds everything again', async () => {
    await command(page, 'Rebuild the Index');
    await search(page, 'harbour');
    await expect.poll(() => count(page), { timeout: 20_000 }).toBe('2 articles');
  });

  it('remembers what was searched for, also in the next window', async () => {
    await search(page, 'customs');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('library-row-open');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.editor-surface p');
    await running.app.close();
    running = await launch({ userData: desk.userData });
    page = running.page;
    await page.waitForSelector('.library-row');
    await page.keyboard.press('Control+Shift+F');
    await page.locator('[role="option"]:text-is("customs")').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.library-filter').inputValue()).toBe('customs');
  });
});

const themes = [
  ['light', { fr: 'Thème clair', en: 'Light Theme' }],
  ['dark', { fr: 'Thème sombre', en: 'Dark Theme' }],
] as const;

describe.each(['fr', 'en'] as const)('the library to look at, in %s', (language) => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const { folder: place, userData } = await makeLibraryDesk(60, language);
    const today = new Date().toLocaleDateString('sv');
    writeStory(place, {
      id: 'due0001',
      headline: language === 'fr' ? 'Pour ce soir : la digue' : 'For tonight: the sea wall',
      story: 'The harbour wall once more.',
      metadata: {
        due: today,
        tags: ['harbour', 'ferry', 'schools'],
        embargo: { until: '2099-01-01T05:00:00.000Z', zone: 'Europe/Paris' },
      },
    });
    running = await launch({ userData, language });
    page = running.page;
    await page.locator('.list-count:has-text("61 articles")').waitFor();
  });
  afterAll(() => running.app.close());

  it.each(themes)('nothing serious stands in the way in the %s theme', async (theme, names) => {
    const shoot = (name: string) =>
      page.screenshot({ path: join(folder, `library-${name}-${language}-${theme}.png`) });
    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(400);
      await shoot(name);
      expect(await faultsOf(page, '.library, dialog[open]'), name).toEqual([]);
    };
    await command(page, names[language]);
    await search(page, '');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await look('calm');
    await search(page, 'harbour wall');
    await look('search');
    await search(page, 'tag:');
    await look('completion');
    await search(page, 'tga:x has:nothing moteur');
    await look('problems');
    await search(page, 'wall');
    await page.locator('.list-narrow').click();
    await page.locator('.facet-value').first().click();
    await look('facets');
    await page.locator('.list-narrow').click();
    await search(page, 'zeppelin');
    await page.locator('.library-problems summary').click();
    await look('nothing');
    await page.locator('.library-problems summary').click();
    await page.locator('.library-search-buttons button').last().click();
    await look('help');
    await page.keyboard.press('Escape');
  });
});

it('an empty desk says what to do', async () => {
  const { userData } = await makeLibraryDesk(0, 'fr');
  const running = await launch({ userData, language: 'fr' });
  const state = running.page.locator('.empty-state');
  await state.waitFor();
  expect(await state.innerText()).toContain('Rien sur le marbre');
  await running.page.screenshot({ path: join(folder, 'library-empty-fr.png') });
  expect(running.complaints).toEqual([]);
  await running.app.close();
});
