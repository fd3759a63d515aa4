import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldText } from '#core/body/fields';
import type { Tag } from '#core/desk/schema';
import { faultsOf } from '../support/axe';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

const headline = 'Grève au port de Kervoal';
const story = 'Jeanne Tréguer attend une grève à Kervoal. Jeanne Tréguer quittera Kervoal mardi.';

const languages = [
  {
    language: 'fr',
    dark: 'Thème sombre',
    preview:
      '1 article est modifié\u00a0; «\u00a0Débrayage\u00a0» devient un autre nom de «\u00a0Grève\u00a0».',
    undone: 'Annulé.',
  },
  {
    language: 'en',
    dark: 'Dark Theme',
    preview: '1 article changes; “Débrayage” becomes another name of “Grève”.',
    undone: 'Undone.',
  },
] as const;

describe.each(languages)('the vocabulary, with the keyboard alone ($language)', (words) => {
  let running: Running;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    running = await launch({ language: words.language });
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const wait = (selector: string) => running.page.waitForSelector(selector);
  const tags = (): Tag[] =>
    JSON.parse(readFileSync(join(deskIn(running.userData), 'vocabulary.json'), 'utf8')).tags;
  const tagsOfStory = (): readonly string[] =>
    articlesIn(deskIn(running.userData)).find((one) => fieldText(one.body, 'headline') === headline)?.metadata
      .tags ?? [];
  const news = () => running.page.locator('.vocabulary-news [role="status"]');
  const open = async (): Promise<void> => {
    await keys().press('Control+Alt+v');
    await wait('.vocabulary-search input:focus');
  };
  const shot = (name: string) =>
    running.page.screenshot({ path: join(folder, `vocabulary-${name}-${words.language}.png`) });
  const faults = (): Promise<string[]> => faultsOf(running.page);

  it('makes tags: a name that is not there is created with Return', async () => {
    await open();
    for (const name of ['Grève', 'Débrayage']) {
      await keys().type(name);
      await keys().press('Enter');
      await wait('.tag-form input:focus');
      await keys().press('Enter');
      await expect.poll(() => tags().some(({ labels }) => Object.values(labels).includes(name))).toBe(true);
      await wait('.tag-tree:focus');
      await running.page.locator('.vocabulary-search input').fill('');
      await running.page.locator('.vocabulary-search input').focus();
    }
    await keys().press('Escape');
  });

  it('offers what the text names, and a name that recurs; one key accepts the first', async () => {
    await keys().press('Control+n');
    await wait('.editor-surface:focus .field-headline:has(> br:only-child)');
    await keys().insertText(headline);
    for (let line = 0; line < 3; line += 1) await keys().press('Enter');
    await keys().insertText(story);
    await keys().press('Control+3');
    await wait('.tag-suggestion');
    await expect
      .poll(() => running.page.locator('.tag-suggestion').allTextContents())
      .toContain('Jeanne Tréguer');
    await shot('suggestions');
    expect(await faults()).toEqual([]);
    await keys().press('Control+Shift+Enter');
    await expect.poll(tagsOfStory).toEqual(['greve']);
    await running.page.locator('.tag-suggestion', { hasText: 'Jeanne Tréguer' }).focus();
    await keys().press('Enter');
    await expect.poll(tagsOfStory).toEqual(['greve', 'jeanne-treguer']);
    expect(tags().find(({ id }) => id === 'jeanne-treguer')?.type).toBe('person');
  });

  it('completes by the beginning of a word, without accents', async () => {
    await running.page.locator('.tag-field input').focus();
    await keys().type('debr');
    await wait('.tag-offer[aria-selected="true"]');
    await keys().press('Enter');
    await expect.poll(tagsOfStory).toEqual(['greve', 'jeanne-treguer', 'debrayage']);
  });

  it('merges two, says before how many articles change, and takes it back', async () => {
    await wait('.save-status[data-state="saved"]');
    await open();
    await keys().type('gr');
    await keys().press('ArrowDown');
    await wait('.tag-row[aria-selected="true"]');
    await running.page.locator('.vocabulary-search input').fill('');
    await running.page.locator('.tag-tree').focus();
    // From “Grève” up to “Débrayage”, which is added to the selection; “Grève” stays.
    await keys().press('Control+Home');
    const to = async (id: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        if (
          (await running.page.locator('.tag-row[data-active]').getAttribute('id')) === `vocabulary-row-${id}`
        )
          return;
        await keys().press('Control+ArrowDown');
      }
      throw new Error(`${id} is not in the list`);
    };
    await to('debrayage');
    await keys().press('Space');
    await wait('.merge-panel');
    await expect.poll(() => running.page.locator('.tag-row[aria-selected="true"]').count()).toBe(2);
    await running.page.locator('.merge-choices label', { hasText: 'Grève' }).locator('input').focus();
    await keys().press('Space');
    await expect.poll(() => running.page.locator('.merge-preview').textContent()).toBe(words.preview);
    await shot('merge');
    expect(await faults()).toEqual([]);
    await running.page.locator('.merge-panel .button-primary').focus();
    await keys().press('Enter');
    await expect.poll(() => tags().find(({ id }) => id === 'greve')?.formerIds).toEqual(['debrayage']);
    await expect.poll(tagsOfStory).toEqual(['greve', 'jeanne-treguer']);
    await wait('[data-undo]');
    await shot('merged');
    await running.page.locator('[data-undo]').focus();
    await keys().press('Enter');
    await expect.poll(() => news().textContent()).toBe(words.undone);
    expect(tagsOfStory()).toEqual(['greve', 'jeanne-treguer', 'debrayage']);
    expect(tags().some(({ id }) => id === 'debrayage')).toBe(true);
  });

  it('lets the open article go on from what is on disk', async () => {
    await keys().press('Escape');
    await expect.poll(() => running.page.locator('.tag-field .tag').count()).toBe(3);
    await running.page.locator('.editor-surface p').last().click();
    await keys().press('End');
    await keys().type(' Fin.');
    await running.page.waitForTimeout(500);
    await wait('.save-status[data-state="saved"]');
    expect(tagsOfStory()).toEqual(['greve', 'jeanne-treguer', 'debrayage']);
  });

  it('brings the topics of IPTC, gives a tag a colour, and is read out in light and dark', async () => {
    await open();
    await running.page.locator('.vocabulary-topics .button').first().focus();
    await keys().press('Enter');
    await expect.poll(() => tags().filter(({ iptc }) => iptc !== null).length).toBe(17);
    await running.page.locator('.vocabulary-search input').fill('greve');
    await keys().press('ArrowDown');
    await keys().press('Enter');
    await wait('.tag-form input:focus');
    await running.page.locator('.colour-field select').selectOption('teal');
    await running.page.locator('.tag-form .button-primary').focus();
    await keys().press('Enter');
    await expect.poll(() => tags().find(({ id }) => id === 'greve')?.colour).toBe('teal');
    await running.page.locator('.vocabulary-search input').fill('');
    await shot('light');
    expect(await faults()).toEqual([]);
    await keys().press('Escape');
    await keys().press('Control+Shift+p');
    await running.page.locator('.palette-input').fill(words.dark);
    await keys().press('Enter');
    await open();
    await running.page.locator('.tag-tree').focus();
    await running.page.waitForTimeout(300);
    await shot('dark');
    expect(await faults()).toEqual([]);
    await keys().press('Escape');
  });

  it('brings a list of topics from a file, says what was left out, and takes all of it back at once', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'marbre-topics-')), 'topics.json');
    const uri = 'http://cv.iptc.org/newscodes/mediatopic/';
    const conceptSet = [
      {
        uri: `${uri}20000901`,
        prefLabel: { fr: 'Moulins à marée', 'en-GB': 'tide mills' },
        broader: [`${uri}06000000`],
      },
      { uri: `${uri}20000902`, prefLabel: { fr: 'Phares' }, retired: '2021-05-10' },
    ];
    writeFileSync(path, JSON.stringify({ uri, conceptSet }));
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    }, path);
    const before = tags();
    await open();
    await running.page.locator('.vocabulary-topics .button').nth(1).focus();
    await keys().press('Enter');
    await wait('.vocabulary-skipped');
    const environment = tags().find(({ iptc }) => iptc === 'medtop:06000000');
    expect(tags().find(({ iptc }) => iptc === 'medtop:20000901')).toMatchObject({
      labels: { fr: 'Moulins à marée', en: 'tide mills' },
      parent: environment?.id,
    });
    expect(await running.page.locator('.vocabulary-skipped li').allTextContents()).toEqual([
      expect.stringContaining('Phares'),
    ]);
    await running.page.locator('[data-undo]').focus();
    await keys().press('Enter');
    await expect.poll(tags).toEqual(before);
    await keys().press('Escape');
  });

  it('never complained', () => expect(running.complaints).toEqual([]));
});
