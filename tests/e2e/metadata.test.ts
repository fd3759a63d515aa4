import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { placeholders } from '#core/body/measures';
import type { Desk } from '#core/desk/schema';
import type { Template } from '#core/desk/templates';
import { faultsOf } from '../support/axe';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');
const headline = 'Le musée de Varennes rouvre';

describe('a desk editor fills in what is known of a story, with the keyboard alone', () => {
  let running: Running;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const settle = async (): Promise<void> => {
    await running.page.waitForTimeout(450);
    await running.page.waitForSelector('.save-status[data-state="saved"]');
  };
  const desk = () => deskIn(running.userData);
  const article = (title = headline): Article => {
    const found = articlesIn(desk()).find((one) => fieldText(one.body, 'headline') === title);
    if (!found) throw new Error(`“${title}” is not on the desk`);
    return found;
  };
  const settings = (): Desk => JSON.parse(readFileSync(join(desk(), 'desk.json'), 'utf8'));
  const templates = (): readonly Template[] => {
    const file = join(desk(), 'templates.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).templates : [];
  };
  const command = async (title: string): Promise<void> => {
    await keys().press('Control+Shift+p');
    await running.page.waitForSelector('.palette-input');
    await keys().type(title);
    await keys().press('Enter');
    await running.page.waitForSelector('.palette-input', { state: 'detached' });
  };
  /** Tab, until the field with this label has the focus. */
  const tabTo = async (label: string): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      const name = await running.page.evaluate(() => {
        const element = document.activeElement;
        const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
        const own = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
        return labels ? (element.labels?.[0]?.textContent ?? own) : own;
      });
      if (name.startsWith(label)) return;
      await keys().press('Tab');
    }
    throw new Error(`Tab never came to “${label}”`);
  };
  /** What axe calls serious or critical, each with the elements it is about, in both themes. */
  const faults = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await running.page.emulateMedia({ colorScheme });
      await running.page.waitForTimeout(250);
      found.push(...(await faultsOf(running.page)));
    }
    await running.page.emulateMedia({ colorScheme: 'light' });
    return found;
  };
  const picture = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await running.page.emulateMedia({ colorScheme });
      await running.page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    }
    await running.page.emulateMedia({ colorScheme: 'light' });
  };

  it('writes a headline and goes to the details', async () => {
    await keys().press('Control+n');
    await running.page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await keys().insertText(headline);
    await keys().press('Enter');
    await keys().press('Enter');
    await keys().insertText('Par Inès Morel et Paul Lescure');
    await settle();
    await keys().press('Control+3');
    await running.page.waitForSelector('.details');
    await running.page.locator('.tag-field input').focus();
  });

  it('sets status, section and embargo, and finds them on disk', async () => {
    await tabTo('Statut');
    await keys().type('Pr');
    await tabTo('Rubrique');
    await keys().type('Culture');
    // 02:30 on the night on which the clocks go forward in Paris: it does not exist, and that is said.
    await tabTo('Pas avant');
    await running.page.locator('[name="embargo-until"]').fill('2027-03-28T02:30');
    await tabTo('Fuseau horaire');
    await keys().type('Europe/Paris');
    await keys().press('Tab');
    await running.page.waitForSelector('.embargo-doubt');
    await settle();
    expect(article().metadata).toMatchObject({
      status: 'ready',
      section: 'Culture',
      embargo: { until: '2027-03-28T01:30:00.000Z', zone: 'Europe/Paris' },
    });
    expect(await running.page.locator('.embargo-words').innerText()).toContain('28 mars 2027');
  });

  it('says how long the headline for search engines is, and keeps it when the panel changes', async () => {
    await tabTo('Titre pour les moteurs');
    const meter = running.page.locator('.form-field:has(> label:text("moteurs")) .length-meter');
    expect(await meter.innerText()).toContain('À défaut, le titre');
    await keys().type('Musée de Varennes');
    expect(await meter.innerText()).toBe('17 signes sur 60');
    await keys().type(`${' x'.repeat(27)}`);
    expect(await meter.getAttribute('data-state')).toBe('over');
    for (let step = 0; step < 54; step += 1) await keys().press('Backspace');
    await keys().press('Control+5');
    await settle();
    expect(article().metadata.seoHeadline).toBe('Musée de Varennes');
    await keys().press('Control+3');
    await running.page.locator('.tag-field input').focus();
  });

  it('makes a slug of what is typed, and of the headline', async () => {
    await tabTo('Slug');
    await keys().press('Control+a');
    await keys().type('Été à Varennes');
    expect(await running.page.locator('.slug-row + .form-hint').innerText()).toContain('ete-a-varennes');
    await keys().press('Tab');
    await settle();
    expect(article().metadata.slug).toBe('ete-a-varennes');
    await tabTo('D’après le titre');
    await keys().press('Enter');
    await settle();
    expect(article().metadata.slug).toBe('le-musee-de-varennes-rouvre');
    expect(await running.page.locator('.details-signed').innerText()).toContain('Inès Morel · Paul Lescure');
    expect(await faults()).toEqual([]);
    await picture('details-fr');
    await running.page.locator('.tag-field').scrollIntoViewIfNeeded();
    await picture('details-top-fr');
  });

  it('warns at the export of what is under embargo', async () => {
    await keys().press('Control+e');
    await running.page.waitForSelector('.export-embargo');
    expect(await running.page.locator('.export-embargo').innerText()).toContain('Europe/Paris');
    await running.page.waitForSelector('.export-preview pre:has-text("seo_title: Musée de Varennes")');
    await keys().press('Escape');
  });

  it('renames, adds and moves statuses of the desk; one that is in use stays', async () => {
    await keys().press('Control+Alt+,');
    await running.page.waitForSelector('.status-fields');
    await running.page.locator('.status-entry[data-status="ready"] input').first().fill('Bon à monter');
    await keys().press('Enter');
    await running.page.locator('[name="new-status-fr"]').fill('Relu');
    await keys().press('Enter');
    await running.page.waitForSelector('.status-entry:last-child select:focus');
    await keys().type('En v');
    await expect.poll(() => settings().statuses.at(-1)).toMatchObject({ id: 'relu', stage: 'in-check' });
    const removal = running.page.locator('.status-entry[data-status="relu"] [aria-label^="Supprimer"]');
    await removal.waitFor();
    expect(
      await running.page.locator('.status-entry[data-status="ready"] .scale-kept').innerText(),
    ).toContain('Utilisé');
    expect(await faults()).toEqual([]);
    await running.page.locator('.status-fields').scrollIntoViewIfNeeded();
    await picture('statuses-fr');
    await running.page.locator('.status-entry[data-status="relu"] [aria-label^="Monter"]').focus();
    await keys().press('Enter');
    await expect.poll(() => settings().statuses.at(-2)?.id).toBe('relu');
    await removal.focus();
    await keys().press('Enter');
    await expect.poll(() => settings().statuses.some(({ id }) => id === 'relu')).toBe(false);
    await keys().press('Escape');
    await running.page.waitForSelector('.desk-settings', { state: 'detached' });
    expect(settings().statuses.find(({ id }) => id === 'ready')?.labels).toEqual({ fr: 'Bon à monter' });
  });

  it('saves the story as a template', async () => {
    await command('Enregistrer comme modèle');
    await running.page.waitForSelector('.save-template input:focus');
    await keys().type('Réouverture');
    expect(await faults()).toEqual([]);
    await picture('template-save-fr');
    await keys().press('Enter');
    await running.page.waitForSelector('.save-template', { state: 'detached' });
    expect(templates()).toMatchObject([{ id: 'reouverture', name: 'Réouverture', section: 'Culture' }]);
  });

  it('removes it and takes that back, then begins an article with it', async () => {
    await keys().press('Control+Shift+t');
    await running.page.waitForSelector('.templates [cmdk-item]:has-text("Réouverture")');
    await keys().type('reouv');
    await expect.poll(() => running.page.locator('.templates [cmdk-item]').count()).toBe(1);
    await keys().press('Delete');
    await expect.poll(() => templates().length).toBe(0);
    await keys().press('Control+z');
    await expect.poll(() => templates().length).toBe(1);
    await running.page.waitForSelector(
      '.templates [cmdk-item][data-selected="true"]:has-text("Réouverture")',
    );
    await keys().press('Enter');
    const model = `[TK ${headline}]`;
    await running.page.waitForSelector(`.editor-surface:focus .field-headline:has-text("${model}")`);
    expect(article(model).metadata).toMatchObject({
      section: 'Culture',
      status: 'ready',
      slug: 'reouverture',
      embargo: null,
      seoHeadline: '',
    });
  });

  it('begins an article with a ready-made one, whose gaps the gate names', async () => {
    await keys().press('Control+Shift+t');
    await running.page.waitForSelector('.template-preview');
    expect(await faults()).toEqual([]);
    await picture('templates-fr');
    await keys().type('nécro');
    await keys().press('Enter');
    await running.page.waitForSelector('.editor-surface:focus .field-headline:has-text("[TK prénom nom]")');
    const title = (await running.page.locator('.field-headline').innerText()).trim();
    const gaps = placeholders(article(title).body).length;
    expect(gaps).toBeGreaterThan(8);
    await keys().press('Control+7');
    await running.page.waitForSelector('.gate-verdict[data-state]:has-text("bloque")');
    expect(await running.page.locator('.gate-panel, .side-panel').first().innerText()).toContain(
      'Blancs (TK)',
    );
  });

  it('speaks English as well', async () => {
    await command('English');
    await keys().press('Control+3');
    await running.page.waitForSelector('.details-group h3:has-text("Headlines and address")');
    await picture('details-en');
    await keys().press('Control+Shift+t');
    await running.page.waitForSelector('.template-preview');
    await picture('templates-en');
    await keys().press('Escape');
    await keys().press('Control+Alt+,');
    await running.page.waitForSelector('.status-fields');
    await running.page.locator('.status-fields .scale-new').scrollIntoViewIfNeeded();
    await picture('statuses-en');
    await keys().press('Escape');
  });

  it('never complained', () => expect(running.complaints).toEqual([]));
});
