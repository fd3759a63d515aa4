import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/axe';
import { launch, type Running, temporaryFolder } from '../support/launch';
import { dayFromToday, makeDesk, type Planned, plan } from '../support/overview-desk';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

const count = (fits: (one: Planned) => boolean): number => plan.filter(fits).length;
const isWaiting = ({ status }: Planned): boolean => status !== 'published';

async function run({ page }: Running, command: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.locator('.palette-input').fill(command);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(250);
}

describe('the front page of a desk', () => {
  let running: Running;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const userData = temporaryFolder();
    await makeDesk(userData, plan);
    running = await launch({ userData, language: 'fr' });
    await running.page.waitForSelector('.masthead-folio:has-text("40 articles")');
  });
  afterAll(() => running.app.close());

  /** How many articles the list has that was opened last. */
  const listed = async (): Promise<number> => {
    const query = await running.page.locator('.library-filter').inputValue();
    return running.page.evaluate(
      async ([asked, today]) => {
        const answer = await window.marbre.call('library.counts', { queries: [asked], today });
        return (answer as { readonly value: readonly number[] }).value[0] ?? -1;
      },
      [query, dayFromToday(0)] as const,
    );
  };

  it.each([
    ['today', 'today', count((one) => isWaiting(one) && one.due === 0)],
    ['overdue', 'overdue', count((one) => isWaiting(one) && one.due !== null && one.due < 0)],
    ['ahead', 'ahead', count((one) => isWaiting(one) && (one.due === 1 || one.due === 6))],
    ['stale', 'stale', count(({ claim }) => claim === 'stale')],
  ])('the figure of “%s” is right, and opens its list', async (_name, block, expected) => {
    const figure = running.page.locator(`.overview-${block} .overview-figure`);
    expect(Number(await figure.innerText())).toBe(expected);
    await figure.click();
    await expect.poll(listed).toBe(expected);
  });

  it('says how many articles are blocked, and opens them', async () => {
    const figure = running.page.locator('.overview-blocked .overview-figure');
    const said = Number(await figure.innerText());
    expect(said).toBeGreaterThan(0);
    await figure.click();
    await expect.poll(listed).toBe(said);
  });

  it.each(['statuses', 'sections'])('every row by %s opens as many articles as it says', async (block) => {
    const rows = running.page.locator(`.overview-${block} tbody tr`);
    let sum = 0;
    for (let at = 0; at < (await rows.count()); at += 1) {
      const said = Number(await rows.nth(at).locator('.overview-number').first().innerText());
      await rows.nth(at).locator('.overview-link').click();
      await expect.poll(listed).toBe(said);
      sum += said;
    }
    expect(sum).toBe(plan.length);
  });

  it('says what each person has checked, and opens it', async () => {
    const row = running.page.locator('.overview-people tr', { hasText: 'Zoé Marchal' });
    const hers = plan.filter(({ assignee, claim }) => assignee === 'Zoé Marchal' && claim !== 'none');
    const checked = hers.filter(({ claim }) => claim === 'checked').length;
    expect(await row.innerText()).toContain(`${checked} sur ${hers.length}`);
    await row.locator('.overview-link').click();
    await expect.poll(listed).toBe(hers.length);
  });

  it('is walked week by week with the arrows; Return opens what arrived, or what was published', async () => {
    const { page } = running;
    await page.locator('.chart-button[tabindex="0"]').focus();
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
    const at = page.locator('.chart-button:focus');
    expect(await at.getAttribute('aria-label')).toMatch(/^Semaine du .* parution/);
    for (let back = 0; back < 6; back += 1) {
      const said = Number(/: (\d+)/.exec((await at.getAttribute('aria-label')) ?? '')?.[1]);
      await page.keyboard.press('Enter');
      await expect.poll(listed).toBe(said);
      await page.locator('.chart-button[tabindex="0"]').focus();
      await page.keyboard.press(back % 2 === 0 ? 'ArrowUp' : 'ArrowLeft');
    }
  });

  it('has the figures of its drawing in a table', async () => {
    const { page } = running;
    await page.locator('.overview-weeks summary').press('Enter');
    const rows = page.locator('.figure-table tbody tr');
    expect(await rows.count()).toBe(26);
    const made = await rows.locator('td:nth-of-type(1)').allInnerTexts();
    expect(made.reduce((sum, text) => sum + Number(text), 0)).toBe(plan.length);
    await page.locator('.overview-weeks summary').press('Enter');
  });

  it('shows what has changed without being asked', async () => {
    const { page } = running;
    const before = count((one) => isWaiting(one) && one.due === 0);
    const id = `planned-${plan.findIndex((one) => isWaiting(one) && one.due === 0) + 1}`;
    await page.evaluate((trashed) => window.marbre.call('article.trash', { id: trashed }), id);
    await expect
      .poll(() => page.locator('.overview-today .overview-figure').innerText(), { timeout: 15_000 })
      .toBe(String(before - 1));
    await page.evaluate((trashed) => window.marbre.call('article.restore', { id: trashed }), id);
    await expect
      .poll(() => page.locator('.overview-today .overview-figure').innerText(), { timeout: 15_000 })
      .toBe(String(before));
  });

  it.each([
    ['fr', 'light', 'Français', 'Thème clair'],
    ['fr', 'dark', 'Français', 'Thème sombre'],
    ['en', 'dark', 'English', 'Dark theme'],
    ['en', 'light', 'English', 'Light theme'],
  ])('nothing serious stands in the way: %s, %s', async (language, theme, inLanguage, inTheme) => {
    await run(running, inLanguage);
    await run(running, inTheme);
    await expect.poll(() => running.page.evaluate(() => document.documentElement.lang)).toBe(language);
    await expect
      .poll(() => running.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    await running.page.screenshot({ path: join(folder, `overview-${language}-${theme}.png`) });
    expect(await faultsOf(running.page)).toEqual([]);
  });

  it('opens an article by its headline on Return', async () => {
    const { page } = running;
    const first = page.locator('.overview-article').first();
    const title = await first.locator('.overview-title').innerText();
    await first.press('Enter');
    await page.waitForSelector('.editor-surface p');
    expect(await page.locator('.field-headline').innerText()).toContain(title);
  });

  it('had nothing to complain about in the console', () => {
    expect(running.complaints).toEqual([]);
  });
});

describe('the front page of an empty desk', () => {
  it('says what to do', async () => {
    const userData = temporaryFolder();
    await makeDesk(userData, []);
    const running = await launch({ userData, language: 'fr' });
    const { page, app } = running;
    await page.waitForSelector('.overview-empty');
    expect(await page.locator('.overview-empty button').count()).toBeGreaterThan(3);
    await page.screenshot({ path: join(folder, 'overview-empty.png') });
    expect(await faultsOf(running.page)).toEqual([]);
    await app.close();
  });
});
