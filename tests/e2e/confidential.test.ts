import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/axe';
import { canary, filesBelow, leaks } from '../support/confidential-desk';
import { deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';
import { wavOf } from '../support/source-files';

/** Ignored by git: for people to look at. */
const screenshots = join(import.meta.dirname, '../../screenshots');
const passphrase = 'quatre pierres sous le pont';
const note = `Note de ${canary}\nLes appuis du pont datent de 1931.\n`;
/** Trying a passphrase costs a second, and several on a busy machine. */
const patience = { timeout: 60_000 };

describe('confidential sources', () => {
  let running: Running;
  let folder: string;
  const said: string[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'marbre-secret-'));
    writeFileSync(join(folder, `note-${canary}.txt`), note);
    writeFileSync(join(folder, 'entretien.wav'), wavOf(6));
    running = await launch({ language: 'fr' });
    for (const stream of [running.app.process().stdout, running.app.process().stderr])
      stream?.on('data', (bytes) => said.push(String(bytes)));
    const { page } = running;
    await page.waitForSelector('.library-row');
    await page.keyboard.press('Control+n');
    await page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await page.keyboard.insertText('Le pont de Sarville fermera en juin');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+m');
    await page.waitForSelector('.evidence');
  });
  afterAll(() => running.app.close());

  const card = (at = 0) => running.page.locator('.evidence-card').nth(at);
  const attach = async (name: string): Promise<void> => {
    await running.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [join(folder, name)],
    );
    await running.page.getByRole('button', { name: 'Fichier…' }).click();
  };
  const run = async (words: string): Promise<void> => {
    await running.page.keyboard.press('Control+Shift+P');
    await running.page.locator('.palette-input').fill(words);
    await running.page.keyboard.press('Enter');
  };
  const type = (name: string, text: string) =>
    running.page.locator(`dialog[open] input[name="${name}"]:visible`).fill(text);
  const saved = () => running.page.waitForSelector('.save-status[data-state="saved"]');
  const desk = (): string => deskIn(running.userData);

  const secretly = () => running.page.locator('input[name="attach-confidential"]');
  const evidenceFiles = () => [...filesBelow(desk()).keys()].filter((name) => name.includes('/evidence/'));

  it('attaches no file as confidential before there is a passphrase, and says what to do', async () => {
    const { page } = running;
    expect(await secretly().isChecked()).toBe(false);
    const before = evidenceFiles();
    await secretly().check();
    const hint = page.locator('.evidence-quick .form-problem');
    await expect.poll(() => hint.allTextContents()).toEqual([expect.stringContaining('phrase secrète')]);
    expect(await faultsOf(page)).toEqual([]);
    await attach(`note-${canary}.txt`);
    await page.waitForSelector('.notice[data-tone="problem"]:has-text("phrase secrète")');
    await page.locator('.notice[data-tone="problem"] .icon-button').click();
    expect(await card().count()).toBe(0);
    expect(evidenceFiles()).toEqual(before);
    await secretly().uncheck();
    await expect.poll(() => hint.count()).toBe(0);
  }, 60_000);

  it('says in the settings of the desk what is encrypted and what losing the passphrase means', async () => {
    const { page } = running;
    await page.keyboard.press('Control+Alt+,');
    const section = page.locator('.confidential-fields');
    await section.scrollIntoViewIfNeeded();
    await type('next', 'pont');
    await expect.poll(() => section.locator('.passphrase-strength').textContent()).toContain('12');
    await type('next', passphrase);
    await type('again', passphrase);
    await page.screenshot({ path: join(screenshots, 'confidential-set-up-fr.png') });
    expect(await faultsOf(page)).toEqual([]);
    const button = section.getByRole('button', { name: 'Chiffrer les sources confidentielles' });
    expect(await button.isDisabled()).toBe(true);
    await section.locator('input[name="understood"]').check();
    await button.click();
    await page.waitForSelector('.confidential-fields[data-state="unlocked"]', patience);
    await page.screenshot({ path: join(screenshots, 'confidential-unlocked-fr.png') });
    await page.keyboard.press('Escape');
  }, 90_000);

  it('encrypts a file before it is on the disk when it is attached as confidential, and shows it', async () => {
    await secretly().check();
    await attach(`note-${canary}.txt`);
    const name = () => card().locator('.evidence-name').first();
    for (let isShown = false; !isShown; isShown = ((await name().textContent()) ?? '').includes(canary)) {
      expect(leaks(desk())).toEqual([]);
      await name().waitFor();
    }
    await saved();
    expect(leaks(desk())).toEqual([]);
    await card().getByRole('button', { name: 'Montrer' }).click();
    await expect.poll(() => card().textContent(), patience).toContain('1931');
    await running.page.screenshot({ path: join(screenshots, 'confidential-attach-fr.png') });
    await card()
      .getByRole('button', { name: /^Retirer/ })
      .click();
    await expect.poll(() => card().count()).toBe(0);
    await secretly().uncheck();
    await saved();
  }, 120_000);

  it('encrypts a file when it is marked, and shows it as long as the desk is unlocked', async () => {
    await attach(`note-${canary}.txt`);
    await card().locator('.evidence-open').click();
    await saved();
    // In clear so far, on the disk and in the index: it is not marked yet.
    expect(leaks(desk()).length).toBeGreaterThan(0);
    await card().getByLabel('Qui peut la voir').selectOption('confidential');
    await expect.poll(() => leaks(desk()), patience).toEqual([]);
    await expect
      .poll(() => card().locator('.evidence-name').first().textContent(), patience)
      .toContain(canary);
    await card().getByRole('button', { name: 'Montrer' }).click();
    await expect.poll(() => card().textContent(), patience).toContain('1931');
  }, 120_000);

  it('plays a sealed recording from memory, in parts', async () => {
    const { page } = running;
    await attach('entretien.wav');
    await card(1).locator('.evidence-open').click();
    await card(1).getByLabel('Qui peut la voir').selectOption('confidential');
    await expect
      .poll(() => [...filesBelow(desk()).keys()].filter((name) => name.endsWith('.wav')), patience)
      .toEqual([]);
    // The window has heard of it once the save is over.
    await saved();
    await card(1).getByRole('button', { name: 'Montrer' }).click();
    const length = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration);
    await expect.poll(length, patience).toBeCloseTo(6, 0);
    expect([...filesBelow(desk()).keys()].filter((name) => name.endsWith('.wav'))).toEqual([]);
  }, 120_000);

  it('shows nothing of them once it is locked', async () => {
    const { page } = running;
    await run('Verrouiller les sources');
    await page.waitForSelector('.evidence-card[data-type="sealed"]');
    expect(await page.locator('body').textContent()).not.toContain(canary);
    expect(await page.locator('body').textContent()).not.toContain('1931');
    await page.screenshot({ path: join(screenshots, 'confidential-locked-fr.png') });
    expect(await faultsOf(page)).toEqual([]);
  }, 60_000);

  it('attaches no file as confidential while it is locked', async () => {
    const { page } = running;
    const before = evidenceFiles();
    await secretly().check();
    await attach(`note-${canary}.txt`);
    await page.waitForSelector('.notice[data-tone="problem"]:has-text("verrouillées")');
    await page.locator('.notice[data-tone="problem"] .icon-button').click();
    expect(evidenceFiles()).toEqual(before);
    expect(leaks(desk())).toEqual([]);
    await secretly().uncheck();
  }, 60_000);

  it('asks for the passphrase when one is opened, as often as it takes, and shows it', async () => {
    const { page } = running;
    await card().getByRole('button', { name: 'Ouvrir…' }).click();
    await type('passphrase', 'pas la bonne phrase');
    await page.keyboard.press('Enter');
    const problem = page.locator('dialog[open] .form-problem');
    await expect.poll(() => problem.textContent(), patience).toContain('Ce n’est pas la phrase secrète');
    await page.screenshot({ path: join(screenshots, 'confidential-wrong-fr.png') });
    expect(await faultsOf(page)).toEqual([]);
    await type('passphrase', passphrase);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => card().locator('.evidence-name').first().textContent(), patience)
      .toContain(canary);
    await card().getByRole('button', { name: 'Montrer' }).click();
    await expect.poll(() => card().textContent(), patience).toContain('1931');
  }, 180_000);

  it('seals what is noted about one again, and changes the key with all of it', async () => {
    const { page } = running;
    await card().locator('.evidence-open').click();
    await card().getByLabel('Ses propres mots').fill(`« Ils savaient », ${canary}`);
    await page.keyboard.press('Tab');
    await expect.poll(() => card().getByLabel('Ses propres mots').inputValue()).toContain(canary);
    await saved();
    const before = filesBelow(desk());
    const key = (files: ReadonlyMap<string, string>) => files.get('confidential/keys.json');
    await page.keyboard.press('Control+Alt+,');
    await page.locator('.confidential-fields summary', { hasText: 'Changer la clé' }).click();
    await type('current', passphrase);
    await page.keyboard.press('Enter');
    await expect.poll(() => key(filesBelow(desk())) !== key(before), patience).toBe(true);
    await expect.poll(() => (key(filesBelow(desk())) ?? '').includes('retiring'), patience).toBe(false);
    await page.screenshot({ path: join(screenshots, 'confidential-keys-fr.png') });
    await page.keyboard.press('Escape');
    await run('Verrouiller les sources');
    await page.waitForSelector('.evidence-card[data-type="sealed"]');
    await run('Déverrouiller les sources');
    await type('passphrase', passphrase);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => card().locator('.evidence-name').first().textContent(), patience)
      .toContain(canary);
    expect(await card().getByLabel('Ses propres mots').inputValue()).toContain(canary);
  }, 240_000);

  it('says the same in English, and in the dark', async () => {
    const { page } = running;
    await run('English');
    await run('Dark');
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
    await page.keyboard.press('Control+Alt+,');
    await page.locator('.confidential-fields summary', { hasText: 'I have lost the passphrase' }).click();
    await page.screenshot({ path: join(screenshots, 'confidential-keys-en-dark.png') });
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await run('Lock Confidential');
    await card().getByRole('button', { name: 'Open…' }).click();
    await page.waitForSelector('dialog[open] input[name="passphrase"]');
    await page.screenshot({ path: join(screenshots, 'confidential-unlock-en-dark.png') });
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }, 60_000);

  it('left no word of them in the desk, the index, the settings or the log', async () => {
    await saved();
    expect(leaks(desk())).toEqual([]);
    for (const word of ['1931', 'Quintrec']) expect(leaks(desk(), word)).toEqual([]);
    expect(leaks(desk(), passphrase)).toEqual([]);
    const below = [...filesBelow(running.userData)];
    const spoiled = (word: string) =>
      below.filter(([name, text]) => `${name}\n${text}`.includes(word)).map(([name]) => name);
    expect(spoiled(canary)).toEqual([]);
    expect(spoiled(passphrase)).toEqual([]);
    expect(said.join('')).not.toContain(canary);
    expect(said.join('')).not.toContain(passphrase);
    expect(running.complaints).toEqual([]);
    const wrapped = below.find(([name]) => name.endsWith('.key.age'));
    expect(wrapped && readFileSync(join(running.userData, wrapped[0]), 'latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt/,
    );
  }, 60_000);
});
