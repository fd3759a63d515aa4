import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowText } from '../support/editing';
import { launch, type Running, temporaryFolder } from '../support/launch';
import { choose, offerAtCaret, offerFor, watchMenus } from '../support/spelling';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');
mkdirSync(folder, { recursive: true });

/** In no dictionary: once it is marked, Chromium has looked the text through, which it does when nobody types. */
const sentinel = 'Qzxwvk';
/** How long that is waited for where it is not to happen, in milliseconds. */
const pause = 3_000;

function driver(running: () => Running) {
  const page = () => running().page;
  const keys = () => page().keyboard;
  const offer = (word: string) => offerFor(running().app, page(), word);
  const untilLooked = () =>
    expect.poll(async () => (await offer(sentinel)).word, { timeout: 20_000, interval: 300 }).toBe(sentinel);
  return {
    offer,
    untilLooked,
    /** An article with this headline and story. Put in at once, as a paste does: nothing is made typographic. */
    write: async (headline: string, story: string, isChecked = true): Promise<void> => {
      await keys().press('Control+n');
      await page().waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
      await keys().insertText(headline);
      for (let line = 0; line < 3; line += 1) await keys().press('Enter');
      await keys().insertText(`${story} ${sentinel} `);
      if (isChecked) await untilLooked();
      else await page().waitForTimeout(pause);
    },
    /** Which of these words are marked. */
    marked: async (words: readonly string[]): Promise<string[]> => {
      const found: string[] = [];
      for (const word of words) if ((await offer(word)).word !== '') found.push(word);
      return found;
    },
    command: async (title: string): Promise<void> => {
      await keys().press('Control+Shift+p');
      await page().locator('.palette-input').fill(title);
      await keys().press('Enter');
      await page().waitForSelector('.palette-input', { state: 'detached' });
    },
    chooseLanguage: async (language: 'fr' | 'en'): Promise<void> => {
      await keys().press('Control+3');
      await page().locator('.side-panel select:has(option[value="en"])').first().selectOption(language);
    },
    focusText: async (isChecked = true): Promise<void> => {
      await page().waitForTimeout(300);
      await page().locator('.editor-surface').focus();
      await keys().press('Control+End');
      if (isChecked) await untilLooked();
      else await page().waitForTimeout(pause);
    },
    shoot: (name: string) => page().screenshot({ path: join(folder, `spelling-${name}.png`) }),
  };
}

describe('spelling of a French story', () => {
  let running: Running;
  const { offer, write, marked, command, focusText, shoot } = driver(() => running);
  beforeAll(async () => {
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await watchMenus(running.app);
  });
  afterAll(async () => {
    expect(running.complaints).toEqual([]);
    await running.app.close();
  });

  const right = [
    'l’arbitre',
    "l'usine",
    'Aujourd’hui',
    "aujourd'hui",
    'cœur',
    'œuvres',
    'porte-parole',
    'qu’elle',
    'd’Emmanuel',
    'événements',
    'chevaux',
    's’étaient',
    'mangeassions',
    'Saint-Denis',
    'peut-être',
    'a-t-il',
  ];
  const wrong = {
    maisson: 'maison',
    'l’arbytre': 'l’arbitre',
    "l'uzine": 'l’usine',
    oeuvre: 'œuvre',
    hopital: 'hôpital',
    chevals: 'cheval',
  } as const;

  it('leaves right words alone: affixes, elisions with either apostrophe, ligatures, hyphens, accents', async () => {
    await write('La halle de Grandlieu', `${right.join(', ')}.`);
    expect(await marked(right)).toEqual([]);
  });

  it('marks wrong ones and suggests the right one, with its accent, ligature or apostrophe', async () => {
    await write('Le marché de Grandlieu', `${Object.keys(wrong).join(', ')}. Le porte-parolle se tait.`);
    for (const [word, suggestion] of Object.entries(wrong)) {
      const { word: found, suggestions, menu } = await offer(word);
      expect(found).toBe(word);
      expect(suggestions).toContain(suggestion);
      expect(menu).toContain(suggestion);
    }
    expect((await offer('parolle')).suggestions).toContain('parole');
    await shoot('french');
  });

  it('checks the headline as well, and no code', async () => {
    await write('Une maisson rouverte', 'La gare est fermée.');
    expect(await marked(['maisson'])).toEqual(['maisson']);
    await write('Un extrait', 'Voici la commande.');
    await running.page.keyboard.press('Control+End');
    await running.page.keyboard.press('Enter');
    await running.page.keyboard.type('```');
    await running.page.keyboard.press('Enter');
    await running.page.keyboard.insertText('uneerreurr ');
    await running.page.waitForSelector('.code-block:has-text("uneerreurr")');
    await running.page.waitForTimeout(pause);
    expect(await marked(['uneerreurr'])).toEqual([]);
  });

  it('replaces a word from the menu, and takes that back with one undo', async () => {
    await write('Une visite', 'Elle entre dans la maisson du maire.');
    await offer('maisson');
    await choose(running.app, 'maison');
    await expect.poll(() => windowText(running.page)).toContain('dans la maison du maire.');
    await running.page.keyboard.press('Control+z');
    await expect.poll(() => windowText(running.page)).toContain('dans la maisson du maire.');
  });

  it('offers the same menu from the keyboard', async () => {
    await write('Une autre visite', 'Il sort de la maisson');
    await running.page.keyboard.press('Control+End');
    for (let step = 0; step < 12; step += 1) await running.page.keyboard.press('ArrowLeft');
    await running.page.waitForTimeout(500);
    const { word, menu } = await offerAtCaret(running.app, running.page);
    expect(word).toBe('maisson');
    expect(menu.slice(0, 1)).toEqual(['maison']);
    expect(menu.slice(-9)).toEqual([
      '—',
      'Ajouter au dictionnaire',
      'Ignorer',
      '—',
      'Couper',
      'Copier',
      'Coller',
      '—',
      'Tout sélectionner',
    ]);
    await choose(running.app, 'maison');
    await expect.poll(() => windowText(running.page)).toContain('Il sort de la maison');
  });

  it('learns a word, a name without the article before it, and keeps it for the next start', async () => {
    await write('Deux noms', 'Ozernac parle. On attend l’Ozernac d’hier, puis Brizoulet et d’Ozernac.');
    await offer('l’Ozernac');
    await choose(running.app, 'Ajouter au dictionnaire');
    await expect
      .poll(() => marked(['Ozernac', 'l’Ozernac', 'd’Ozernac', 'Brizoulet']), { timeout: 15_000 })
      .toEqual(['Brizoulet']);
    const { userData } = running;
    const list = join(userData, 'Custom Dictionary.txt');
    await expect.poll(() => existsSync(list) && readFileSync(list, 'utf8')).toContain('Ozernac');
    await running.app.close();
    running = await launch({ userData, language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await watchMenus(running.app);
    await write('Un nom', 'Ozernac et Brizoulet se taisent, l’Ozernac surtout.');
    expect(await marked(['Ozernac', 'Brizoulet', 'l’Ozernac'])).toEqual(['Brizoulet']);
  });

  it('ignores a word until the program ends', async () => {
    await write('Un mot', 'Le quolibrand est là.');
    await offer('quolibrand');
    await choose(running.app, 'Ignorer');
    await write('Le même mot', 'Un quolibrand encore.');
    expect(await marked(['quolibrand'])).toEqual([]);
    const { userData } = running;
    await running.app.close();
    running = await launch({ userData, language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await watchMenus(running.app);
    await write('Encore ce mot', 'Un quolibrand enfin.');
    expect(await marked(['quolibrand'])).toEqual(['quolibrand']);
    expect(readFileSync(join(userData, 'Custom Dictionary.txt'), 'utf8')).not.toContain('quolibrand');
  });

  it('is switched off and on by a command, which the next start remembers', async () => {
    await write('Un essai', 'La maisson est vide.');
    expect(await marked(['maisson'])).toEqual(['maisson']);
    await command('Vérifier l’orthographe');
    await focusText(false);
    expect(await marked(['maisson'])).toEqual([]);
    expect(await running.page.locator('.editor-surface').getAttribute('spellcheck')).toBe('false');
    const { userData } = running;
    await running.app.close();
    running = await launch({ userData, language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await watchMenus(running.app);
    await write('Un autre essai', 'La maisson est vide.', false);
    expect(await marked(['maisson'])).toEqual([]);
    await command('Vérifier l’orthographe');
    await focusText();
    expect(await marked(['maisson'])).toEqual(['maisson']);
  });
});

describe('spelling of an English story', () => {
  let running: Running;
  const { offer, write, marked, command, chooseLanguage, focusText, shoot } = driver(() => running);
  beforeAll(async () => {
    running = await launch({ language: 'en' });
    await running.page.waitForSelector('.library-row');
    await watchMenus(running.app);
  });
  afterAll(async () => {
    expect(running.complaints).toEqual([]);
    await running.app.close();
  });

  it('follows the language of the article, also of one that is open', async () => {
    await write('The market hall', 'They recieve la lettre of the mayor.');
    await chooseLanguage('en');
    await focusText();
    expect(await marked(['recieve', 'lettre', 'mayor'])).toEqual(['recieve', 'lettre']);
    await chooseLanguage('fr');
    await focusText();
    expect(await marked(['recieve', 'lettre', 'mayor'])).toEqual(['recieve', 'mayor']);
    await chooseLanguage('en');
    await focusText();
    const { suggestions } = await offer('recieve');
    expect(suggestions).toContain('receive');
    await shoot('english-light');
    await command('Dark');
    await running.page.waitForTimeout(500);
    await shoot('english-dark');
    await command('Light');
  });

  it('leaves affixes and contractions alone, and gives back the apostrophe that was typed', async () => {
    await write('Right words', '');
    await chooseLanguage('en');
    await running.page.locator('.editor-surface').focus();
    await running.page.keyboard.press('Control+End');
    await running.page.keyboard.insertText(
      "The editors’ unfriendliest spokesperson doesn’t say well-known things, rewriting. It dosen’t, dosen't work.",
    );
    await focusText();
    const right = ['editors’', 'unfriendliest', 'spokesperson', 'doesn’t', 'well-known', 'rewriting'];
    expect(await marked(right)).toEqual([]);
    expect((await offer('dosen’t')).menu).toContain('doesn’t');
    expect((await offer("dosen't")).menu).toContain("doesn't");
  });

  it('is British or American, as the settings say', async () => {
    await write('Two spellings', 'The colour of one, the color of the other.');
    await chooseLanguage('en');
    const spell = async (value: 'en-GB' | 'en-US'): Promise<void> => {
      await running.page.keyboard.press('Control+,');
      await running.page.locator('dialog[open] select:has(option[value="en-US"])').selectOption(value);
      await shoot(`settings-${value}`);
      await running.page.keyboard.press('Escape');
      await focusText();
    };
    await spell('en-GB');
    expect(await marked(['colour', 'color '])).toEqual(['color ']);
    await spell('en-US');
    expect(await marked(['colour', 'color '])).toEqual(['colour']);
  });

  it('is switched off in the settings', async () => {
    await running.page.keyboard.press('Control+,');
    const check = running.page.locator('dialog[open] label:has-text("Check spelling") input');
    expect(await check.isChecked()).toBe(true);
    await check.uncheck();
    await running.page.keyboard.press('Escape');
    await focusText(false);
    expect(await marked(['colour', 'color '])).toEqual([]);
  });

  it('asks for no menu of words where nothing is written, and offers Copy where something is selected', async () => {
    await running.page.keyboard.press('F7');
    await running.page.waitForSelector('.galley-bar');
    await running.page.evaluate(() => {
      const text = document.querySelector('.field-headline');
      if (text) getSelection()?.selectAllChildren(text);
    });
    const { menu } = await offer('Two spellings');
    expect(menu).toEqual(['Copy']);
    await running.page.keyboard.press('F7');
  });
});

describe('where no dictionary can be put', () => {
  it('everything else works, spelling is off, and the settings say why', async () => {
    const userData = temporaryFolder();
    // A file in the place of the folder: nothing can be written below it, by root either.
    writeFileSync(join(userData, 'Dictionaries'), '');
    const running = await launch({ userData, language: 'en' });
    const { write, marked, shoot } = driver(() => running);
    try {
      await running.page.waitForSelector('.library-row');
      await watchMenus(running.app);
      await write('No dictionary', 'They recieve mail.', false);
      expect(await marked(['recieve'])).toEqual([]);
      await running.page.waitForSelector('.save-status[data-state="saved"]');
      await running.page.keyboard.press('Control+,');
      await running.page.waitForSelector('dialog[open] .form-problem:has-text("dictionary")');
      await shoot('unavailable');
    } finally {
      await running.app.close();
    }
  });
});
