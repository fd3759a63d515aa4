import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { checkedClaims } from '#core/claims/progress';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

const headline = 'Le musée de Varennes rouvre';
const story = [
  'Le musée de Varennes rouvre le 4 mai 2026 après 14 mois de travaux, a annoncé lundi la ville.',
  '«\u00a0Nous attendons 20\u00a0000 visiteurs dès la première année\u00a0», a déclaré le maire, Paul Lescure.',
  'Le chantier a coûté 3,2 millions d’euros, soit 12\u00a0% de plus que prévu.',
];

describe('a checker takes a story from suggestions to a signed dossier, with the keyboard alone', () => {
  let running: Running;
  let target: string;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    target = join(mkdtempSync(join(tmpdir(), 'marbre-dossier-')), 'dossier.json');
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const settle = async (): Promise<void> => {
    await running.page.waitForTimeout(450);
    await running.page.waitForSelector('.save-status[data-state="saved"]');
  };
  const article = (): Article => {
    const found = articlesIn(deskIn(running.userData)).find(
      (one) => fieldText(one.body, 'headline') === headline,
    );
    if (!found) throw new Error('the story is not on the desk');
    return found;
  };
  const command = async (title: string): Promise<void> => {
    await keys().press('Control+Shift+p');
    await running.page.waitForSelector('.palette-input');
    await keys().type(title);
    await keys().press('Enter');
  };
  /** What the card shows: its words and where they stand. */
  const card = () =>
    running.page.locator('.check-card').evaluate((element) => ({
      words: element.querySelector('.check-words')?.textContent ?? '',
      status: element.getAttribute('data-status') ?? '',
    }));
  const unsettled = () =>
    running.page
      .locator('.item-row')
      .evaluateAll(
        (rows) =>
          rows.filter((row) => !['checked', 'excluded'].includes(row.getAttribute('data-status') ?? ''))
            .length,
      );

  it('writes the story and opens the galley', async () => {
    await keys().press('Control+n');
    await running.page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await keys().insertText(headline);
    for (let line = 0; line < 3; line += 1) await keys().press('Enter');
    for (const [index, line] of story.entries()) {
      if (index > 0) await keys().press('Enter');
      await keys().insertText(line);
    }
    await settle();
    await keys().press('F7');
    await running.page.waitForSelector('.item-row[data-status="suggested"]');
    await keys().press('f');
    await running.page.waitForSelector('.check-card');
  });

  it('settles every item, one key and a reason each, quotations twice', async () => {
    for (let step = 0; step < 80 && (await unsettled()) > 0; step += 1) {
      const { status } = await card();
      if (status === 'checked' || status === 'excluded') {
        await keys().press('f');
        continue;
      }
      await keys().press('c');
      await running.page.waitForSelector('.answer-form input:focus');
      await keys().type('Registre de la ville, vu au téléphone.');
      await keys().press('Enter');
      await running.page.waitForSelector('.answer-form', { state: 'detached' });
    }
    await settle();
    await running.page.screenshot({ path: join(folder, 'galley-done.png') });
    const claims = checkedClaims(article());
    expect(claims.length).toBeGreaterThan(4);
    expect(claims.map(({ state }) => state.status)).toEqual(claims.map(() => 'checked'));
    const quotation = claims.find(({ claim }) => claim.kind === 'quotation');
    expect(quotation?.claim.assertedBy).toContain('Paul Lescure');
    expect(quotation?.claim.outcomes.map(({ check }) => check)).toEqual(['said', 'true']);
  });

  it('signs what is ready, and nothing blocks', async () => {
    await keys().press('Control+Alt+b');
    await running.page.waitForSelector('.sign-form select:focus');
    await keys().press('Tab');
    await keys().type('Inès Morel');
    await keys().press('Enter');
    await running.page.waitForSelector('.gate-verdict[data-state="ready"]');
    await settle();
    expect(article().signOffs).toMatchObject([{ type: 'signed', role: 'editor', by: 'Inès Morel' }]);
    await running.page.screenshot({ path: join(folder, 'gate-ready.png') });
  });

  it('saves the record of it all', async () => {
    await command('dossier de vérif');
    await running.page.waitForSelector('.gate-dossier input:focus');
    for (let step = 0; step < 6; step += 1) {
      await keys().press('Tab');
      if (await running.page.evaluate(() => document.activeElement?.matches('[data-format="json"]'))) break;
    }
    await keys().press('Enter');
    await expect.poll(() => existsSync(target)).toBe(true);
    const text = readFileSync(target, 'utf8');
    for (const { text: words } of article().claims)
      expect(text).toContain(JSON.stringify(words).slice(1, -1));
    expect(text).toContain('Inès Morel');
    expect(text).toContain('Registre de la ville');
  });

  it('never complained', () => expect(running.complaints).toEqual([]));
});
