import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');
/** One red dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe('writing with the keyboard', () => {
  let running: Running;
  let pictures: string;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    pictures = mkdtempSync(join(tmpdir(), 'marbre-pictures-'));
    writeFileSync(join(pictures, 'dot.png'), png);
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await running.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [join(pictures, 'dot.png')],
    );
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const saved = () => running.page.waitForSelector('.save-status[data-state="saved"]');
  const shoot = (name: string) => running.page.screenshot({ path: join(folder, `${name}.png`) });
  const article = (headline: string): Article => {
    const found = articlesIn(deskIn(running.userData)).find(
      (one) => fieldText(one.body, 'headline') === headline,
    );
    if (!found) throw new Error(`no article “${headline}”`);
    return found;
  };
  const story = (headline: string): Block[] => article(headline).body.slice(3);
  const start = async (headline: string): Promise<void> => {
    await keys().press('Control+n');
    await running.page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await keys().type(headline);
    for (let line = 0; line < 3; line += 1) await keys().press('Enter');
  };
  const settle = async (): Promise<void> => {
    await running.page.waitForTimeout(500);
    await saved();
  };

  it('opens blocks with Markdown and with a slash, and writes them to disk', async () => {
    await start('Blocs');
    await keys().type('Un paragraphe.');
    await keys().press('Enter');
    await keys().type('## Un intertitre');
    await keys().press('Enter');
    await keys().type('- un');
    await keys().press('Enter');
    await keys().type('deux');
    await keys().press('Enter');
    await keys().press('Enter');
    await keys().type('/exer');
    await running.page.waitForSelector('.slash-menu');
    await shoot('slash-menu');
    await keys().press('Enter');
    await keys().type('Des mots en grand');
    await keys().press('Enter');
    await keys().type('Anna Keller');
    await keys().press('Enter');
    await keys().type('/tabl');
    await running.page.waitForSelector('.slash-menu');
    await keys().press('Enter');
    await keys().type('Ville');
    await keys().press('Tab');
    await keys().type('Voix');
    await settle();
    expect(story('Blocs').map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'list',
      'pull-quote',
      'table',
      'paragraph',
    ]);
    expect(story('Blocs')[3]).toMatchObject({ attribution: [{ text: 'Anna Keller' }] });
    expect(story('Blocs')[4]).toMatchObject({
      header: true,
      rows: [{ cells: [{ content: [{ text: 'Ville' }] }, { content: [{ text: 'Voix' }] }, {}] }, {}, {}],
    });
  });

  it('sets French signs as they are typed, with the desk’s space', async () => {
    await start('Signes');
    await keys().type('Il dit "oui"... Vraiment? L\'eau: 3');
    await settle();
    expect(bodyText(story('Signes'))).toBe('Il dit «\u00a0oui\u00a0»… Vraiment\u00a0? L’eau\u00a0: 3');
  });

  it('calls a footnote, counts TKs and jumps to them', async () => {
    await start('Notes');
    await keys().type('Un fait TK à voir');
    await keys().press('Control+Alt+n');
    await keys().type('La source.');
    await keys().press('Enter');
    await keys().type('. Fin TKTK');
    await settle();
    expect(story('Notes').map(({ type }) => type)).toEqual(['paragraph', 'footnote']);
    expect(await running.page.locator('.note-call').getAttribute('data-number')).toBe('1');
    expect(await running.page.locator('.status-link').textContent()).toBe('2 TK');
    await keys().press('Control+j');
    expect(await running.page.evaluate(() => getSelection()?.toString())).toBe('TK');
  });

  it('copies a picture into the article, describes it, and exports it inside of the page', async () => {
    await start('Image');
    await keys().press('Control+Alt+i');
    await running.page.waitForSelector('.composite-picture img');
    await keys().type('La légende');
    await keys().press('Enter');
    await keys().type('Photo A. Keller');
    await keys().press('Control+Alt+ArrowLeft');
    await settle();
    expect(story('Image')[0]).toMatchObject({
      type: 'picture',
      width: 90,
      content: [{ text: 'La légende' }],
      credit: [{ text: 'Photo A. Keller' }],
    });
    const size = await running.page
      .locator('.composite-picture img')
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    expect(size).toBe(1);
    await shoot('picture');
  });

  it('finds, and replaces all as one step of undo', async () => {
    await start('Chercher');
    await keys().type('Le pont, le port et le PONT.');
    await keys().press('Control+Alt+f');
    await running.page.waitForSelector('.find-bar');
    await keys().type('pont');
    await expect.poll(() => running.page.locator('.find-count').textContent()).toBe('1 sur 2');
    await shoot('find');
    await running.page.locator('[aria-label="Remplacer par"]').fill('tunnel');
    await running.page.locator('text=Tout remplacer').click();
    await settle();
    expect(bodyText(story('Chercher'))).toBe('Le tunnel, le port et le tunnel.');
    await running.page.locator('[aria-label="Rechercher"]').press('Escape');
    await keys().press('Control+z');
    await settle();
    expect(bodyText(story('Chercher'))).toBe('Le pont, le port et le PONT.');
  });

  it('stops an expression that would never end', async () => {
    await keys().press('Control+f');
    await running.page.locator('[aria-label="Expression régulière"]').click();
    await keys().press('Escape');
    await running.page.locator('.editor-surface').focus();
    await keys().press('Control+End');
    await keys().type(` ${'a'.repeat(40)}!`);
    await keys().press('Control+f');
    await running.page.locator('[aria-label="Expression régulière"]').click();
    await running.page.locator('[aria-label="Rechercher"]').fill('(a+)+b');
    await expect
      .poll(() => running.page.locator('.find-count').textContent(), { timeout: 6_000 })
      .toContain('trop de temps');
    await running.page.locator('[aria-label="Rechercher"]').press('Escape');
  });

  it('comments on words, resolves with a reason and reopens', async () => {
    await start('Commenter');
    await keys().type('Un mot douteux.');
    for (let step = 0; step < 8; step += 1) await keys().press('Shift+ArrowLeft');
    await keys().press('Control+Alt+m');
    await running.page.waitForSelector('.comment-reply textarea');
    await keys().type('Quelle source ?');
    await keys().press('Control+Enter');
    await keys().type('Vu au registre.');
    await shoot('comment');
    await running.page.locator('text=Régler pour cette raison').click();
    await settle();
    expect(article('Commenter').comments).toMatchObject([
      {
        text: 'douteux.',
        events: [
          { kind: 'remark', text: 'Quelle source ?' },
          { kind: 'resolved', text: 'Vu au registre.' },
        ],
      },
    ]);
    await running.page.locator('.settled summary').click();
    await running.page.locator('.settled .claim-head').click();
    await running.page.locator('text=Rouvrir').click();
    await settle();
    expect(article('Commenter').comments[0]?.events.at(-1)).toMatchObject({ kind: 'reopened' });
  });

  it('suggests changes, leaves them out of exports, and accepts them', async () => {
    await start('Proposer');
    await keys().type('Le pont tient bon.');
    await settle();
    await keys().press('Control+Alt+e');
    for (let step = 0; step < 5; step += 1) await keys().press('Backspace');
    await keys().type(' encore.');
    await settle();
    await shoot('suggestions');
    const [paragraph] = story('Proposer');
    expect(JSON.stringify(paragraph)).toContain('deleted');
    await keys().press('Control+e');
    await running.page.waitForSelector('dialog[open]');
    await expect
      .poll(() => running.page.locator('dialog[open]').textContent())
      .toContain('Le pont tient bon.');
    await keys().press('Escape');
    await keys().press('Control+Shift+p');
    await running.page.locator('.palette-input').fill('Accepter toutes');
    await keys().press('Enter');
    await settle();
    expect(bodyText(story('Proposer'))).toBe('Le pont tient encore.');
    await keys().press('Control+Alt+e');
  });

  it('keeps a named version, shows the difference and restores it, undoably', async () => {
    await start('Versions');
    await keys().type('Première version.');
    await settle();
    await keys().press('Control+Alt+s');
    await running.page.waitForSelector('dialog[open] input');
    await keys().type('Avant relecture');
    await keys().press('Enter');
    await running.page.locator('.editor-surface').focus();
    await keys().press('Control+End');
    await keys().type(' Et la suite.');
    await settle();
    await keys().press('Control+6');
    await running.page.locator('.timeline-row[data-reason="named"] .timeline-show').click();
    await running.page.waitForSelector('.difference ins');
    await shoot('history');
    expect(await running.page.locator('.difference ins').allTextContents()).toEqual([
      expect.stringContaining('suite'),
    ]);
    await running.page.locator('text=Restaurer cette version').click();
    await settle();
    expect(bodyText(story('Versions'))).toBe('Première version.');
    await running.page.locator('.editor-surface').focus();
    await keys().press('Control+z');
    await settle();
    expect(bodyText(story('Versions'))).toBe('Première version. Et la suite.');
  });

  it('undoes after another article was open', async () => {
    await start('Retour');
    await keys().type('un');
    await settle();
    await keys().press('Control+p');
    await running.page.waitForSelector('.palette-input');
    await keys().type('versions');
    await keys().press('Enter');
    await running.page.waitForSelector('.field-headline:has-text("Versions")');
    await keys().press('Control+p');
    await running.page.waitForSelector('.palette-input');
    await keys().type('retour');
    await keys().press('Enter');
    await running.page.waitForSelector('.field-headline:has-text("Retour")');
    await running.page.waitForTimeout(200);
    await keys().press('Control+z');
    await settle();
    expect(bodyText(story('Retour'))).not.toContain('un');
  });

  it('moves blocks with Alt and arrows', async () => {
    await start('Bouger');
    await keys().type('un');
    await keys().press('Enter');
    await keys().type('deux');
    await keys().press('Alt+ArrowUp');
    await settle();
    expect(bodyText(story('Bouger'), '|')).toBe('deux|un');
  });

  it('never complained', () => {
    expect(running.complaints).toEqual([]);
    expect(readFileSync(join(pictures, 'dot.png'))).toEqual(png);
  });
});
