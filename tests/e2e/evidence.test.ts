import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import type { Evidence } from '#core/claims/schema';
import { faultsOf } from '../support/axe';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';
import { pdfOf, png, wavOf } from '../support/source-files';

/** Ignored by git: for people to look at. */
const screenshots = join(import.meta.dirname, '../../screenshots');

const headline = 'Le pont de Sarville fermera en juin';
const quotation = '«\u00a0Le pont tiendra encore deux hivers, pas davantage\u00a0»';

const hostile = `<!doctype html><html><head><title>Compte rendu</title></head><body>
<p>Compte rendu du conseil municipal de Sarville.</p>
<script>window.hacked = true; document.title = 'hacked';</script>
<p>L'ing&eacute;nieur a dit : "Le pont tiendra encore deux hivers, pas davantage".</p>
<img src="x" onerror="window.hacked = true">
</body></html>`;

describe('sources beside a claim', () => {
  let running: Running;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'marbre-sources-'));
    writeFileSync(
      join(folder, 'expertise.pdf'),
      pdfOf([
        ['Expertise du pont de Sarville', 'Commande de la mairie'],
        [
          'Conclusion de l\u2019expert :'.replace('\u2019', "'"),
          'Le pont tiendra encore trois hivers, pas',
          'davantage, selon nos mesures.',
        ],
      ]),
    );
    writeFileSync(
      join(folder, 'archives.pdf'),
      pdfOf(Array.from({ length: 800 }, (_, page) => [`Registre des ponts, feuillet ${page + 1}`])),
    );
    writeFileSync(join(folder, 'casse.pdf'), '%PDF-1.4\nrien de lisible');
    writeFileSync(join(folder, 'scan.pdf'), pdfOf([[]]));
    writeFileSync(join(folder, 'entretien.wav'), wavOf(6));
    writeFileSync(join(folder, 'compte-rendu.html'), hostile);
    running = await launch({ language: 'fr' });
    const { page } = running;
    await page.waitForSelector('.library-row');
    await writeStory(headline);
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+m');
    await page.waitForSelector('.evidence');
  });
  afterAll(() => running.app.close());

  const writeStory = async (title: string): Promise<void> => {
    const { page } = running;
    await page.keyboard.press('Control+n');
    await page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await page.keyboard.insertText(title);
    for (let line = 0; line < 3; line += 1) await page.keyboard.press('Enter');
    await page.keyboard.insertText(quotation);
  };
  const articleWith = (title: string): Article | undefined =>
    articlesIn(deskIn(running.userData)).find((one) => fieldText(one.body, 'headline') === title);
  const sources = (): readonly Evidence[] => articleWith(headline)?.claims[0]?.evidence ?? [];
  const lastSource = (): Evidence | undefined => sources().at(-1);
  const quick = () => running.page.locator('.evidence-quick textarea');
  const lastCard = () => running.page.locator('.evidence-card').last();
  const choose = async (name: string): Promise<void> => {
    await running.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [join(folder, name)],
    );
    const before = await running.page.locator('.evidence-card').count();
    await running.page.locator('.evidence-ways button:has-text("Fichier")').press('Enter');
    await expect.poll(() => running.page.locator('.evidence-card').count()).toBe(before + 1);
  };

  it('takes a pasted web address with one key, dated today', async () => {
    await quick().fill('https://www.sarville.example/travaux?page=2');
    await quick().press('Enter');
    await expect.poll(() => lastSource()?.source.type).toBe('web');
    expect(lastSource()?.source).toMatchObject({ url: 'https://www.sarville.example/travaux?page=2' });
    expect(lastSource()?.source).toHaveProperty('accessed', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
    expect(await quick().inputValue()).toBe('');
    expect(await running.page.locator('.evidence-heading').innerText()).toContain('1 source indépendante');
  });

  it('keeps the caret in a field while its words go into the record', async () => {
    const { page } = running;
    await lastCard().locator('.evidence-open').press('Enter');
    const title = lastCard().getByLabel('Titre', { exact: true });
    await title.focus();
    await page.keyboard.type('Travaux sur le pont');
    await expect.poll(() => lastSource()?.source).toMatchObject({ title: 'Travaux sur le pont' });
    await page.keyboard.type(' de Sarville');
    expect(await title.evaluate((field) => field === document.activeElement)).toBe(true);
    await lastCard().getByLabel('Ce qu’elle fait du point').selectOption('contradicts');
    await expect.poll(() => lastSource()?.stance).toBe('contradicts');
    expect(lastSource()?.source).toMatchObject({ title: 'Travaux sur le pont de Sarville' });
    expect(await page.locator('.evidence-heading').innerText()).toContain('0 source');
    await lastCard().locator('.evidence-open').press('Enter');
  });

  it('takes words as a passage, and sees that the copy has them to the letter', async () => {
    await quick().fill(
      'Il l’a répété : Le pont tiendra encore deux hivers, pas davantage. Puis il est parti.',
    );
    await quick().press('Enter');
    await lastCard().locator('.quote-verdict[data-verdict="identical"]').waitFor();
    await lastCard().locator('button:has-text("Montrer")').press('Enter');
    await expect.poll(() => lastCard().locator('.evidence-line p').innerText()).toContain('Il l’a répété');
  });

  it('shows word by word where the copy differs from a PDF, and takes the place from it', async () => {
    await choose('expertise.pdf');
    const card = lastCard();
    await card.locator('.quote-verdict[data-verdict="altered"]').waitFor({ timeout: 20_000 });
    expect((await card.locator('.quote-difference del').allInnerTexts()).join(' ')).toContain('trois');
    expect((await card.locator('.quote-difference ins').allInnerTexts()).join(' ')).toContain('deux');
    await card.locator('.quote-guard button:has-text("Noter l’emplacement")').first().press('Enter');
    await expect.poll(() => lastSource()?.locator?.type).toBe('quote');
    expect(lastSource()?.quote.replace(/\s+/g, ' ')).toContain(
      'Le pont tiendra encore trois hivers, pas davantage',
    );
  });

  it('opens the PDF at the page that has the words, drawn, with the words marked', async () => {
    const { page } = running;
    const card = lastCard();
    await card.locator('button:has-text("Ouvrir")').press('Enter');
    await card.locator('.evidence-pdf[data-drawn="2"]').waitFor({ timeout: 20_000 });
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('evidence-place')?.size ?? 0))
      .toBeGreaterThan(0);
    const inked = await card.locator('canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels =
        (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      return pixels.filter((value, at) => at % 4 === 0 && value < 128).length;
    });
    expect(inked).toBeGreaterThan(100);
    await page.screenshot({ path: join(screenshots, 'evidence-pdf.png') });
    await card.locator('.evidence-page-number').fill('1');
    await card.locator('.evidence-pdf[data-drawn="1"]').waitFor();
    await card.locator('button:has-text("Noter cette page")').press('Enter');
    await expect.poll(() => lastSource()?.locator).toEqual({ type: 'page', page: 1 });
    await card.locator('button:has-text("Masquer")').press('Enter');
  });

  it('reads a long PDF page by page without holding up the window, and stops when asked', async () => {
    const { page } = running;
    await choose('archives.pdf');
    const card = lastCard();
    await card.locator('.quote-guard-progress progress').waitFor();
    await card.locator('.quote-guard-progress button').press('Enter');
    await card.locator('.quote-guard[data-state="cancelled"]').waitFor();
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    const began = Date.now();
    await card.locator('button:has-text("Comparer")').press('Enter');
    await card.locator('.quote-verdict[data-verdict="not-found"]').waitFor({ timeout: 60_000 });
    const whole = Date.now() - began;
    const longest = await page.evaluate(() =>
      Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
    );
    // In pieces, whatever the machine: never one long breath.
    expect(longest).toBeLessThan(whole / 4);
    await card.getByLabel(/^Retirer/).press('Enter');
    await page.locator('.evidence-card:has-text("archives.pdf")').waitFor({ state: 'detached' });
  });

  it.each([
    ['casse.pdf', 'ne peut être montré'],
    ['scan.pdf', 'n’a pas de texte'],
  ])('says what to do with %s, whose words cannot be had', async (name, sentence) => {
    await choose(name);
    await lastCard().locator(`.quote-guard .form-problem:has-text("${sentence}")`).waitFor();
    await lastCard()
      .getByLabel(/^Retirer/)
      .press('Enter');
    await running.page.locator(`.evidence-card:has-text("${name}")`).waitFor({ state: 'detached' });
  });

  it('takes a picture that is dropped on the claim, and imports nothing', async () => {
    const { page } = running;
    const articles = await page.locator('.library-row').count();
    await page.locator('.evidence').evaluate(
      (element, bytes) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(bytes)], 'fissure du pont.png', { type: 'image/png' }));
        for (const type of ['dragover', 'drop'])
          element.dispatchEvent(
            new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }),
          );
      },
      [...png],
    );
    await page.locator('.evidence-card:has-text("fissure du pont.png")').waitFor();
    const card = lastCard();
    await card.locator('button:has-text("Montrer")').press('Enter');
    const picture = card.locator('.evidence-picture img');
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    const width = await picture.evaluate((image) => image.clientWidth);
    await card.getByLabel('Agrandir').press('Enter');
    await expect.poll(() => picture.evaluate((image) => image.clientWidth)).toBeGreaterThan(width * 1.4);
    await card.locator('button:has-text("Masquer")').press('Enter');
    expect(await page.locator('.library-row').count()).toBe(articles);
    expect(await page.locator('.drop-veil').count()).toBe(0);
  });

  it('plays a recording from the desk and notes the position', async () => {
    await choose('entretien.wav');
    const card = lastCard();
    await card.locator('button:has-text("Montrer")').press('Enter');
    const sound = card.locator('audio');
    await expect
      .poll(() => sound.evaluate((element) => (element as HTMLAudioElement).duration))
      .toBeCloseTo(6, 1);
    await card.getByLabel('Avancer de 5 secondes').press('Enter');
    await card.locator('button:has-text("Noter cette position")').press('Enter');
    await expect.poll(() => lastSource()?.locator).toEqual({ type: 'time', ms: 5_000 });
    await card.getByLabel('Reculer de 5 secondes').press('Enter');
    await card.locator('button:has-text("Ouvrir")').press('Enter');
    await expect.poll(() => sound.evaluate((element) => (element as HTMLAudioElement).currentTime)).toBe(5);
    await card.locator('button:has-text("Masquer")').press('Enter');
  });

  it('shows a hostile page as its words: nothing of it runs', async () => {
    const { page } = running;
    await choose('compte-rendu.html');
    const card = lastCard();
    await card
      .locator('.quote-verdict:is([data-verdict="identical"], [data-verdict="typography"])')
      .waitFor();
    await card.locator('.quote-guard button:has-text("Noter l’emplacement")').press('Enter');
    await expect.poll(() => lastSource()?.locator?.type).toBe('quote');
    await card.locator('button:has-text("Ouvrir")').press('Enter');
    await expect.poll(() => card.locator('.evidence-text mark').innerText()).toContain('deux hivers');
    expect(await card.locator('.evidence-text').innerText()).not.toContain('hacked');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await card.locator('.evidence-text :is(script, img)').count()).toBe(0);
    await page.screenshot({ path: join(screenshots, 'evidence-text.png') });
  });

  it('logs a conversation: @name opens the entry at what is still to be written', async () => {
    const { page } = running;
    await quick().fill('@Irène Valade');
    await quick().press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('label')?.textContent))
      .toContain('Comment');
    await page.keyboard.type('téléphone');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Le pont sera fermé le 2 juin.');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => lastSource()?.source)
      .toMatchObject({ name: 'Irène Valade', how: 'téléphone', confirmed: 'Le pont sera fermé le 2 juin.' });
  });

  it('removes a source and brings it back to its place with one key', async () => {
    const { page } = running;
    const before = sources().map(({ id }) => id);
    await page
      .locator('.evidence-card')
      .nth(1)
      .getByLabel(/^Retirer/)
      .press('Enter');
    await expect.poll(() => sources().length).toBe(before.length - 1);
    expect(await quick().evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator('.notice:has-text("retirée") button:has-text("Annuler")').last().press('Enter');
    await expect.poll(() => sources().map(({ id }) => id)).toEqual(before);
  });

  it.each(['Thème clair', 'Thème sombre'])(
    'nothing serious stands in the way of a screen reader: %s',
    async (theme) => {
      const { page } = running;
      await page.keyboard.press('Control+Shift+p');
      await page.locator('.palette-input').fill(theme);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
      await page.locator('.evidence-card[data-type="file"] .evidence-open').first().press('Enter');
      await page.waitForTimeout(300);
      expect(await faultsOf(page, '.evidence')).toEqual([]);
      await page.screenshot({
        path: join(screenshots, `evidence-${theme === 'Thème clair' ? 'light' : 'dark'}.png`),
      });
    },
  );

  it('offers the sources of an earlier claim, and copies them, never the outcome', async () => {
    const { page } = running;
    await page.locator('.check-card [data-outcome="confirmed"]').first().click();
    await expect.poll(() => articleWith(headline)?.claims[0]?.outcomes.length).toBe(1);
    const count = sources().length;
    const second = 'Sarville attend son pont';
    await page.locator('.editor-surface').focus();
    await writeStory(second);
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+m');
    const similar = page.locator('.similar-claim').first();
    await similar.waitFor();
    expect(await similar.locator('summary').innerText()).toContain(headline);
    expect(await similar.locator('summary').innerText()).toContain('Confirmé');
    await similar.locator('summary').press('Enter');
    await similar.locator('button:has-text("Reprendre")').press('Enter');
    await expect.poll(() => articleWith(second)?.claims[0]?.evidence.length).toBe(count);
    expect(articleWith(second)?.claims[0]?.outcomes).toEqual([]);
    const ids = new Set(sources().map(({ id }) => id));
    expect(articleWith(second)?.claims[0]?.evidence.some(({ id }) => ids.has(id))).toBe(false);
    // The copy of the file is this article's own.
    await page.locator('.evidence-card:has-text("expertise.pdf") button:has-text("Montrer")').press('Enter');
    await page.locator('.evidence-pdf[data-drawn]').waitFor({ timeout: 20_000 });
  });

  it('had nothing to complain about in the console', () => {
    expect(running.complaints).toEqual([]);
  });
});
