import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

const story = `Harbour fire put out after nine hours

The fire at the Corran harbour was put out on Friday morning after nine hours, the fire service said, and nobody was hurt.

"We were lucky with the wind all through the night," said the chief officer, Dale Ross. About 40 boats were moved.

Source link
`;

describe('other ways in, and what two hands on one article do', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  it('takes a story that is pasted where nothing is open', async () => {
    await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), story);
    await running.page.locator('.library-desk').click();
    await running.page.keyboard.press('Control+v');
    await running.page.waitForSelector('.field-headline:has-text("Harbour fire")');
    expect(await running.page.locator('.cut-card').count()).toBe(1);
  });

  it('takes files that are dropped on the window, and refuses what is no text in one sentence', async () => {
    const { page } = running;
    const drop = (name: string, content: string) =>
      page.evaluate(
        ([fileName, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text ?? ''], fileName ?? ''));
          document.body.dispatchEvent(
            new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
          );
        },
        [name, content],
      );
    await drop('dropped.md', '# Dropped on the window\n\nOne paragraph.\n\nAnother one.\n');
    await page.waitForSelector('.field-headline:has-text("Dropped on the window")');
    await drop('picture.png', '\u0089PNG\u0000\u0000\u0000');
    await page.waitForSelector('.notice[data-tone="problem"]:has-text("picture.png is not text")');
    await page.locator('.notice[data-tone="problem"] .icon-button').click();
  });

  it('makes an empty article, and its first words are on disk', async () => {
    const { page } = running;
    await page.keyboard.press('Control+n');
    await page.waitForSelector('.field-headline:has(br)');
    await page.keyboard.type('A headline of my own');
    await page.keyboard.press('Enter');
    await page.keyboard.type('And a standfirst.');
    await expect
      .poll(() =>
        articlesIn(deskIn(running.userData)).some((one) =>
          JSON.stringify(one.body).includes('And a standfirst.'),
        ),
      )
      .toBe(true);
  });

  it('asks when the file was changed outside, and keeps both versions', async () => {
    const { page } = running;
    const articles = join(deskIn(running.userData), 'articles');
    const folder = readdirSync(articles).find((name) =>
      readFileSync(join(articles, name, 'article.json'), 'utf8').includes('A headline of my own'),
    );
    const file = join(articles, folder ?? '', 'article.json');
    await page.keyboard.type(' Typed here.');
    writeFileSync(file, readFileSync(file, 'utf8').replace('A headline of my own', 'A headline of theirs'));
    await page.waitForSelector('.save-status[data-state="conflict"]');
    await page.locator('.save-status button').first().click();
    await page.waitForSelector('.save-status[data-state="saved"]');
    expect(readFileSync(file, 'utf8')).toContain('Typed here.');
    const kept = readdirSync(join(articles, folder ?? '', 'history'));
    expect(
      kept.map((name) => readFileSync(join(articles, folder ?? '', 'history', name), 'utf8')).join(),
    ).toContain('of theirs');
  });

  it('shows what was changed outside when nothing was typed here', async () => {
    const { page } = running;
    const articles = join(deskIn(running.userData), 'articles');
    const folder = readdirSync(articles).find((name) =>
      readFileSync(join(articles, name, 'article.json'), 'utf8').includes('Typed here.'),
    );
    const file = join(articles, folder ?? '', 'article.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Typed here.', 'Typed elsewhere.'));
    await page.waitForSelector('.editor-surface:has-text("Typed elsewhere.")');
  });
});
