import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeArticle } from '#core/article/envelope';
import { blankTag } from '#core/desk/defaults';
import { makeTestDesk, plainArticle, settingsFor } from '../../support/durability-desk';
import { launch, type Running } from '../../support/launch';
import { writeStory } from '../../support/library-desk';

/** Everything after it is read from right to left, up to the end of what isolates it. */
const turning = '\u202e';
const hostile = {
  title: `Annual report ${turning}fdp.exe`,
  section: `Council ${turning}gnol`,
  tag: `Harbour ${turning}yauq`,
  search: `Mine ${turning}sruoy`,
  desk: `Proof ${turning}foorp`,
} as const;

async function hostileDesk(): Promise<string> {
  const desk = await makeTestDesk(join(mkdtempSync(join(tmpdir(), 'marbre-order-')), 'Proof'));
  const { title, section, tag, search, desk: name } = hostile;
  const settings = JSON.parse(readFileSync(join(desk.folder, 'desk.json'), 'utf8'));
  const searches = [
    { id: 'mine', name: search, query: 'quay', sort: { by: 'modified', descending: true }, pinned: true },
  ];
  const { hash: _, ...rest } = settings;
  writeFileSync(join(desk.folder, 'desk.json'), JSON.stringify({ ...rest, name, searches }));
  const tags = [{ ...blankTag, id: 'harbour', labels: { en: tag }, aliases: [] }];
  writeFileSync(
    join(desk.folder, 'vocabulary.json'),
    JSON.stringify({ format: 'marbre-vocabulary', version: 2, tags }),
  );
  for (const id of ['report001', 'report002'])
    writeStory(desk.folder, {
      id,
      headline: title,
      story: 'The quay was closed.',
      metadata: { section, tags: ['harbour'], due: '2026-05-12', status: 'ready' },
    });
  // Other words beside it, which must stay where they are.
  writeFileSync(
    join(desk.folder, 'articles', `story--${desk.articles[0]}`, 'article.json'),
    serializeArticle(plainArticle(desk.articles[0] ?? '')),
  );
  return settingsFor(desk, 'report001');
}

/** What is shown with a turning sign in it and shares its isolation with anything else, as one line each. */
function mixed({ page }: Running): Promise<string[]> {
  return page.evaluate(
    ([sign, values]) => {
      const isIsolating = (element: Element): boolean => {
        const { display, unicodeBidi } = getComputedStyle(element);
        return !['inline', 'contents'].includes(display) || /isolate|plaintext/.test(unicodeBidi);
      };
      const found = new Set<string>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        let element = node.parentElement;
        if (
          !node.textContent?.includes(sign) ||
          !element ||
          element.closest('.editor-surface, textarea, pre')
        )
          continue;
        while (element.parentElement && !isIsolating(element)) element = element.parentElement;
        const text = (element.textContent ?? '').trim();
        if (!values.includes(text)) found.add(`${element.tagName}.${element.className}: ${text}`);
      }
      return [...found];
    },
    [turning, Object.values(hostile) as string[]] as const,
  );
}

describe('a title, tag or name that turns the reading order', () => {
  let running: Running;
  const shown = () =>
    running.page.evaluate((sign) => document.body.innerText.split(sign).length - 1, turning);
  beforeAll(async () => {
    running = await launch({ userData: await hostileDesk() });
    await running.page.waitForSelector('.library-row >> nth=2');
    await running.page.locator('.library-row:has-text("Annual")').first().click();
    await running.page.waitForSelector('.editor-surface:has-text("Annual")');
  });
  afterAll(() => running.app.close());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await running.page.keyboard.press(key);
    await running.page.waitForTimeout(400);
  };
  const views: readonly (readonly [string, string, number])[] = [
    ['the library, its folders and the panel of details', 'Control+3', 4],
    ['the table', 'F5', 4],
    ['the board', 'F8', 4],
    ['the calendar', 'F9', 2],
    ['the overview', 'F4', 2],
    ['the vocabulary', 'Control+Alt+v', 2],
    ['the export dialog', 'Control+e', 1],
    ['the settings of the desk', 'Control+Alt+Comma', 1],
    ['quick open', 'Control+p', 2],
  ];

  it.each(views)('turns nothing but itself: %s', async (_name, key, least) => {
    await press('Escape', 'Escape', key);
    await expect.poll(shown).toBeGreaterThanOrEqual(least);
    expect(await mixed(running)).toEqual([]);
  });

  it('turns nothing but itself in what a search finds, nor in a notice', async () => {
    await press('Escape', 'Escape', 'Control+Shift+F');
    await running.page.keyboard.type('annual');
    await running.page.waitForSelector('.library-row mark');
    expect(await mixed(running)).toEqual([]);
    await press('Control+Shift+P');
    await running.page.locator('.palette-input').fill('Move to Trash');
    await press('Enter');
    await running.page.waitForSelector('.notice');
    expect(await mixed(running)).toEqual([]);
    expect(await running.page.locator('.notice').first().innerText()).not.toContain(turning);
  });

  it('is drawn in its place: what stands beside it begins where it would beside any other', async () => {
    const measured = await running.page.evaluate((sign) => {
      const line = document.createElement('p');
      document.querySelector('.shell')?.append(line);
      const at = (text: string): number => {
        line.replaceChildren();
        const [title, beside] = [document.createElement('span'), document.createTextNode(' 12 May')];
        title.textContent = text;
        line.append(title, beside);
        const range = document.createRange();
        range.selectNodeContents(beside);
        return Math.round(range.getBoundingClientRect().left - title.getBoundingClientRect().right);
      };
      const places = [at('Annual report'), at(`Annual ${sign}report`)];
      line.remove();
      return places;
    }, turning);
    expect(measured[1]).toBe(measured[0]);
  });
});
