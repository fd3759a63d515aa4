import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldText } from '#core/body/fields';
import { bodyText } from '#core/body/walk';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

const story = `Le Fanal | Dernières infos

La ville de Port-Grenat ferme ses piscines après une panne — Le Fanal

Les bassins resteront vides jusqu’à la fin du mois, selon la mairie.

La mairie de Port-Grenat a fermé mardi ses trois piscines après une panne de chaudière qui a touché 1 200 abonnés. Les clubs sportifs ont été prévenus par courrier et seront remboursés avant l’été, a précisé l’adjointe aux sports.

« Nous rouvrirons dès que la sécurité des baigneurs sera garantie par les techniciens », a déclaré la maire, Odile Garand. Elle a rappelé que le contrat d’entretien avait été renouvelé sans appel d’offres il y a deux ans.

Partager cet article sur Facebook
`;

describe('the main job, from raw copy to export', () => {
  let running: Running;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'marbre-story-'));
    writeFileSync(join(folder, 'depeche.txt'), story);
    running = await launch();
    const files = [join(folder, 'depeche.txt')];
    await running.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    }, files);
  });
  afterAll(() => running.app.close());

  const saved = () => running.page.waitForSelector('.save-status[data-state="saved"]');
  const article = () =>
    articlesIn(deskIn(running.userData)).find((one) =>
      fieldText(one.body, 'headline').includes('Port-Grenat'),
    );

  it('opens the sample desk with stories at different stages on the first launch', async () => {
    await running.page.waitForSelector('.library-row');
    const statuses = await running.page.locator('.library-row .status').allTextContents();
    expect(new Set(statuses)).toEqual(new Set(['Raw', 'In progress', 'In check', 'Ready']));
  });

  it('does not save an article that was only looked at', async () => {
    const before = articlesIn(deskIn(running.userData))
      .map((one) => one.metadata.modified)
      .sort();
    await running.page.locator('.library-row-open').first().click();
    await running.page.waitForSelector('.editor-surface .field-headline');
    await running.page.waitForTimeout(900);
    expect(
      articlesIn(deskIn(running.userData))
        .map((one) => one.metadata.modified)
        .sort(),
    ).toEqual(before);
  });

  it('imports a raw story: headline and standfirst found, banner, source and share line cut', async () => {
    await running.page.keyboard.press('Control+o');
    await running.page.waitForSelector('.field-headline:has-text("Port-Grenat")');
    expect(await running.page.locator('.field-headline').innerText()).toBe(
      'La ville de Port-Grenat ferme ses piscines après une panne',
    );
    expect(await running.page.locator('.field-standfirst').innerText()).toContain(
      'Les bassins resteront vides',
    );
    expect(await running.page.locator('.cut-card del').allTextContents()).toEqual([
      ' — Le Fanal',
      'Le Fanal | Dernières infos',
      'Partager cet article sur Facebook',
    ]);
    expect(await running.page.locator('.query-card').count()).toBeGreaterThan(0);
  });

  it('undoes a cut with one key, and the editor’s own undo takes it back again', async () => {
    const surface = running.page.locator('.editor-surface');
    await running.page.keyboard.press('Control+r');
    await expect.poll(() => surface.innerText()).toContain('Partager cet article sur Facebook');
    await running.page.keyboard.press('Control+z');
    await expect.poll(() => surface.innerText()).not.toContain('Partager cet article sur Facebook');
    await running.page.keyboard.press('Control+r');
    await expect.poll(() => bodyText(article()?.body ?? [])).toContain('Partager cet article sur Facebook');
  });

  it('shows the original side by side with one key, to the letter', async () => {
    await running.page.keyboard.press('Control+Shift+D');
    await running.page.waitForSelector('.original-text');
    expect(await running.page.locator('.original-text').evaluate((element) => element.textContent)).toBe(
      story,
    );
    await running.page.keyboard.press('Control+Shift+D');
  });

  it('writes what is typed to disk within a second, and says so', async () => {
    await running.page.locator('.editor-surface').focus();
    await running.page.keyboard.press('Control+End');
    await running.page.keyboard.press('Enter');
    await running.page.keyboard.type('La réouverture est prévue le 4 mai.');
    const typed = Date.now();
    await expect.poll(() => bodyText(article()?.body ?? []), { interval: 25 }).toContain('prévue le 4 mai.');
    expect(Date.now() - typed).toBeLessThan(1_000);
    await saved();
  });

  it('turns selected words into a claim, takes a source and an outcome, and goes stale when a word changes', async () => {
    const { page } = running;
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+m');
    const card = page.locator('.check-card[data-active]');
    await card.waitFor();
    expect(await card.getAttribute('data-status')).toBe('open');
    await card.locator('[data-outcome="confirmed"]').click();
    await card.locator('.answer-form input').fill('https://port-grenat.example/calendrier');
    await page.keyboard.press('Enter');
    await expect.poll(() => card.getAttribute('data-status')).toBe('checked');

    await page.locator('.editor-surface').focus();
    await page.keyboard.press('Control+End');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('r');
    await expect.poll(() => card.getAttribute('data-status')).toBe('stale');
    expect(await card.locator('.stale-difference del').innerText()).toContain('mai');
    await page.keyboard.press('Backspace');
    await expect.poll(() => card.getAttribute('data-status')).toBe('checked');
  });

  it('adds a tag, completes it on another article and removes it', async () => {
    const { page } = running;
    await page.keyboard.press('Control+3');
    const field = page.locator('.tag-field input');
    await field.fill('Piscines');
    await field.press('Enter');
    await page.waitForSelector('.tag:has-text("Piscines")');
    await field.fill('cult');
    await page.waitForSelector('[role=option]:has-text("Culture")');
    await field.press('Enter');
    await page.waitForSelector('.tag:has-text("Culture")');
    await page.locator('.tag:has-text("Culture") button').click();
    await saved();
    expect(article()?.metadata.tags).toEqual(['piscines']);
  });

  it('previews the real bytes and exports them', async () => {
    const { page, app } = running;
    const target = join(folder, 'sortie.md');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await page.keyboard.press('Control+e');
    await page.waitForSelector('.export-preview pre:has-text("title:")');
    const shown = await page.locator('.export-preview pre').evaluate((element) => element.textContent);
    await page.locator('.export-footer .button-primary').click();
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe(shown);
    expect(shown).toContain('1 200 abonnés');
  });

  it('shows everything again after a restart, claims painted', async () => {
    const { userData } = running;
    await running.app.close();
    running = await launch({ userData });
    await running.page.waitForSelector('.field-headline:has-text("Port-Grenat")');
    expect(await running.page.locator('.editor-surface').innerText()).toContain(
      'La réouverture est prévue le 4 mai.',
    );
    await running.page.keyboard.press('Control+2');
    expect(await running.page.locator('.item-row').first().getAttribute('data-status')).toBe('checked');
    const painted = await running.page.evaluate(() => CSS.highlights.get('claim-checked')?.size ?? 0);
    expect(painted).toBeGreaterThan(0);
  });

  it('loses nothing that was shown as saved when it is killed', async () => {
    const { userData, page, app } = running;
    await page.locator('.editor-surface').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Dernier mot avant la coupure.');
    await page.waitForSelector('.save-status[data-state="pending"], .save-status[data-state="saving"]');
    await saved();
    app.process().kill('SIGKILL');
    running = await launch({ userData });
    await running.page.waitForSelector('.field-headline:has-text("Port-Grenat")');
    expect(await running.page.locator('.editor-surface').innerText()).toContain(
      'Dernier mot avant la coupure.',
    );
  });

  it('moves an article to the trash and brings it back', async () => {
    const { page } = running;
    await page.locator('.library-row[data-open] .library-row-open').focus();
    const count = await page.locator('.library-row').count();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.library-row').count()).toBe(count - 1);
    await page.locator('.notice button:has-text("Restore")').click();
    await expect.poll(() => page.locator('.library-row').count()).toBe(count);
  });

  it('renames an article, and its folder follows', async () => {
    const { page } = running;
    await page.waitForSelector('.field-headline:has-text("Port-Grenat")');
    await page.keyboard.press('F2');
    await page.locator('dialog input').fill('Port-Grenat rouvre ses piscines');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.field-headline:has-text("rouvre")');
    expect(article()?.metadata.slug).toBe('port-grenat-rouvre-ses-piscines');
  });

  it('had nothing to complain about in the console', () => {
    expect(running.complaints).toEqual([]);
  });
});
