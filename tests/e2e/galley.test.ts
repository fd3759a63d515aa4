import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { bodyText } from '#core/body/walk';
import { checkedClaims } from '#core/claims/progress';
import type { Claim } from '#core/claims/schema';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

const story = [
  'Le stade de Valmont rouvre',
  'La ville de Valmont rouvre son stade le 4 mai 2026 après 18 mois de travaux.',
  '«\u00a0Nous avons tenu le budget\u00a0», a déclaré la maire, Claire Aubry, devant 300 habitants.',
  'Le chantier a coûté 12 millions d’euros, soit 60\u00a0% de plus que prévu.',
];

describe('the galley, with the keyboard alone', () => {
  let running: Running;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    running = await launch({ language: 'fr' });
    const { page } = running;
    await page.waitForSelector('.library-row');
    await page.keyboard.press('Control+n');
    await page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await page.keyboard.insertText(story[0] ?? '');
    for (let line = 0; line < 3; line += 1) await page.keyboard.press('Enter');
    for (const [index, line] of story.slice(1).entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.insertText(line);
    }
    await settle();
    await page.keyboard.press('F7');
    await page.waitForSelector('.item-row[data-status="suggested"]');
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const settle = async (): Promise<void> => {
    await running.page.waitForTimeout(450);
    await running.page.waitForSelector('.save-status[data-state="saved"]');
  };
  const article = (): Article => {
    const found = articlesIn(deskIn(running.userData)).find(
      (one) => fieldText(one.body, 'headline') === story[0],
    );
    if (!found) throw new Error('the story is not on the desk');
    return found;
  };
  const claimOn = (words: string): Claim | undefined =>
    checkedClaims(article()).find(({ anchor, claim }) => (anchor?.text ?? claim.text).includes(words))?.claim;
  const statusOf = (words: string): string | undefined =>
    checkedClaims(article()).find(({ anchor }) => anchor?.text.includes(words))?.state.status;
  /** Walks on until the card shows an item with these words. */
  const walkTo = async (words: string): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      const shown = await running.page.locator('.check-words').allTextContents();
      if (shown[0]?.includes(words)) return;
      await keys().press('f');
    }
    throw new Error(`“${words}” is not in the galley`);
  };

  it('underlines what can be checked and touches neither text nor claims', async () => {
    const painted = await running.page.evaluate(() => CSS.highlights.get('suggested')?.size ?? 0);
    expect(painted).toBeGreaterThan(0);
    expect(bodyText(article().body.slice(3), '|')).toBe(story.slice(1).join('|'));
    expect(article().claims).toEqual([]);
    await running.page.screenshot({ path: join(folder, 'galley.png') });
  });

  it('types no letter into the text', async () => {
    for (const key of ['f', 'd', 's', 'q', 'z', 'm']) await keys().press(key);
    await settle();
    expect(bodyText(article().body.slice(3), '|')).toBe(story.slice(1).join('|'));
  });

  it('confirms with a reason, and walks on', async () => {
    await walkTo('4 mai 2026');
    await keys().press('c');
    await running.page.waitForSelector('.answer-form input:focus');
    await keys().type('Délibération du conseil, 3 février.');
    await keys().press('Enter');
    await settle();
    expect(claimOn('4 mai 2026')).toMatchObject({
      kind: 'date',
      outcomes: [{ value: 'confirmed', reason: 'Délibération du conseil, 3 février.', check: 'true' }],
    });
    expect(statusOf('4 mai 2026')).toBe('checked');
    expect(await running.page.evaluate(() => document.activeElement?.className)).toContain('editor-surface');
  });

  it('asks of a quotation whether it was said, and then whether it is true', async () => {
    await walkTo('Nous avons tenu le budget');
    await keys().press('c');
    await running.page.waitForSelector('.answer-form input:focus');
    await keys().type('https://valmont.example/conseil');
    await keys().press('Enter');
    await settle();
    expect(claimOn('tenu le budget')).toMatchObject({
      kind: 'quotation',
      evidence: [{ source: { type: 'web', url: 'https://valmont.example/conseil' } }],
      outcomes: [{ check: 'said', value: 'confirmed' }],
    });
    expect(statusOf('tenu le budget')).toBe('partial');
    await walkTo('Nous avons tenu le budget');
    await keys().press('b');
    await settle();
    expect(claimOn('tenu le budget')?.outcomes.at(-1)).toMatchObject({ check: 'true', value: 'wrong' });
    expect(statusOf('tenu le budget')).toBe('failed');
  });

  it('keeps a suggestion as a claim and moves its ends by word and by character', async () => {
    await walkTo('4 mai 2026');
    const before = claimOn('4 mai 2026')?.id;
    await keys().press('ArrowRight');
    await settle();
    expect(checkedClaims(article()).find(({ claim }) => claim.id === before)?.anchor?.text).toMatch(
      /2026 après$/,
    );
    expect(statusOf('4 mai 2026')).toBe('stale');
    await keys().press('ArrowLeft');
    await settle();
    expect(statusOf('4 mai 2026')).toBe('checked');
  });

  it('writes the words of a correction into the copy with one key, and one step takes them back', async () => {
    await walkTo('4 mai 2026');
    await keys().press('r');
    await running.page.waitForSelector('.answer-form input:focus');
    await keys().press('Control+a');
    await keys().type('5 mai 2026');
    await keys().press('Enter');
    await keys().type('Le décret dit le 5.');
    await keys().press('Enter');
    await settle();
    expect(statusOf('4 mai 2026')).toBe('failed');
    await walkTo('4 mai 2026');
    await keys().press('p');
    await settle();
    expect(bodyText(article().body)).toContain('le 5 mai 2026 après');
    expect(statusOf('5 mai 2026')).toBe('checked');
    await keys().press('Control+z');
    await settle();
    expect(bodyText(article().body)).toContain('le 4 mai 2026 après');
    expect(statusOf('4 mai 2026')).toBe('failed');
  });

  it('dismisses a suggestion for a reason, remembers it, and takes it back', async () => {
    await running.page.waitForSelector('.item-row[data-status="suggested"]');
    await walkTo('18 mois');
    await keys().press('x');
    await running.page.waitForSelector('.answer-form input:focus');
    await keys().type('Vu ailleurs');
    await keys().press('Enter');
    await settle();
    expect(article().dismissals).toMatchObject([{ text: '18 mois', reason: 'Vu ailleurs' }]);
    await keys().press('F7');
    await keys().press('F7');
    await running.page.waitForSelector('.item-row[data-status="suggested"]');
    const words = () => running.page.locator('.item-words').allTextContents();
    expect(await words()).not.toContain('18 mois');
    await running.page.locator('.dismissed summary').click();
    await running.page.locator('.dismissed button').click();
    await expect.poll(words).toContain('18 mois');
  });

  it('goes stale when the words are edited, shows before and after, and stands again', async () => {
    await walkTo('Nous avons tenu le budget');
    await keys().press('F7');
    await running.page.waitForSelector('.editor-surface[contenteditable="true"]:focus');
    await running.page.evaluate(() => getSelection()?.collapse(null));
    await running.page
      .locator('.editor-surface p:has-text("tenu le budget")')
      .click({ position: { x: 60, y: 12 } });
    await keys().type('X');
    await settle();
    expect(statusOf('budget')).toBe('stale');
    expect(await running.page.locator('.stale-difference ins').first().textContent()).toContain('X');
    await keys().press('Control+z');
    await settle();
    expect(statusOf('budget')).toBe('failed');
  });

  it('never complained', () => expect(running.complaints).toEqual([]));
});
