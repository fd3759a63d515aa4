import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { gate } from '#core/claims/gate';
import { signOffViews } from '#core/claims/sign-offs';
import { checkingDefaults } from '#core/desk/defaults';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** Ignored by git: for people to look at. */
const folder = join(import.meta.dirname, '../../screenshots');

const headline = 'Le bac de Sainte-Aure reprend';
const story = [
  'Le bac de Sainte-Aure reprend ses traversées lundi, après une panne de moteur.',
  'La réparation a pris neuf jours, selon la régie.',
  'Le tarif reste à TK euros.',
];

describe('the sign-off, with the keyboard', () => {
  let running: Running;
  let target: string;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    target = mkdtempSync(join(tmpdir(), 'marbre-dossier-'));
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await write(headline, story);
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const settle = async (): Promise<void> => {
    await running.page.waitForTimeout(450);
    await running.page.waitForSelector('.save-status[data-state="saved"]');
  };
  const write = async (title: string, lines: readonly string[]): Promise<void> => {
    await keys().press('Control+n');
    await running.page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await keys().insertText(title);
    for (let line = 0; line < 3; line += 1) await keys().press('Enter');
    for (const [index, line] of lines.entries()) {
      if (index > 0) await keys().press('Enter');
      await keys().insertText(line);
    }
    await settle();
  };
  const article = (title = headline): Article => {
    const found = articlesIn(deskIn(running.userData)).find(
      (one) => fieldText(one.body, 'headline') === title,
    );
    if (!found) throw new Error(`“${title}” is not on the desk`);
    return found;
  };
  /** What the desk asks for; one that never set anything of its own has the defaults. */
  const desk = (): ReturnType<typeof checkingDefaults> => ({
    ...checkingDefaults(),
    ...JSON.parse(readFileSync(join(deskIn(running.userData), 'desk.json'), 'utf8')),
  });
  const blockers = (): string[] => gate(article(), desk()).blockers.map(({ code }) => code);
  const verdict = () => running.page.locator('.gate-verdict').getAttribute('data-state');
  const groups = () =>
    running.page
      .locator('.blocker-group')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-code'), one.querySelectorAll('li').length]),
      );
  const focused = () =>
    running.page.evaluate(() => ({
      name: document.activeElement?.className ?? '',
      tag: document.activeElement?.tagName ?? '',
    }));
  /** Presses Tab until something that fits the selector has the focus. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let step = 0; step < 80; step += 1) {
      const isThere = await running.page.evaluate(
        (wanted) => document.activeElement?.matches(wanted),
        selector,
      );
      if (isThere) return;
      await keys().press('Tab');
    }
    throw new Error(`Tab never comes to ${selector}`);
  };
  const toEnd = async (): Promise<void> => {
    await keys().press('Shift+F6');
    await keys().press('Control+End');
  };

  it('asks a question about the line of the caret, and it blocks', async () => {
    await toEnd();
    await keys().press('ArrowUp');
    await keys().press('Control+Shift+Q');
    await running.page.waitForSelector('.ask-form textarea:focus');
    await keys().type('Qui l’a dit à la régie ?');
    await tabTo('.ask-form input[name="to"]');
    await keys().type('Claire');
    await tabTo('.ask-form input[name="name"]');
    await keys().type('Inès Morel');
    await running.page.screenshot({ path: join(folder, 'query-ask.png') });
    await keys().press('Enter');
    await running.page.waitForSelector('.ask-form', { state: 'detached' });
    expect((await focused()).name).toContain('editor-surface');
    await settle();
    expect(article().queries).toMatchObject([
      {
        reason: 'asked',
        claim: null,
        text: story[1],
        to: 'Claire',
        events: [{ kind: 'asked', by: 'Inès Morel' }],
      },
    ]);
  });

  it('names everything that blocks, grouped and counted', async () => {
    await keys().press('Control+7');
    await running.page.waitForSelector('.gate-verdict:focus');
    await expect.poll(groups).toEqual([
      ['query-open', 1],
      ['placeholder', 1],
      ['sign-off-missing', 1],
    ]);
    expect(await running.page.locator('.gate-verdict-line').innerText()).toBe(
      '3 points bloquent le bon à tirer.',
    );
    expect(blockers()).toEqual(['query-open', 'placeholder', 'sign-off-missing']);
    await running.page.screenshot({ path: join(folder, 'gate-blocked.png') });
  });

  it('goes from a blocker to the line that it is about', async () => {
    await tabTo('[data-code="placeholder"] .blocker-row');
    await keys().press('Enter');
    expect((await focused()).name).toContain('editor-surface');
    await keys().press('Control+j');
    await keys().type('4');
    await settle();
    expect(article().body.some((block) => JSON.stringify(block).includes('reste à 4 euros'))).toBe(true);
    await expect.poll(groups).toEqual([
      ['query-open', 1],
      ['sign-off-missing', 1],
    ]);
  });

  it('goes from a blocker to the query, where it is answered, settled and reopened', async () => {
    await keys().press('Control+7');
    await tabTo('[data-code="query-open"] .blocker-row');
    await keys().press('Enter');
    const card = running.page.locator('.query-card');
    await running.page.waitForSelector('.query-card [data-say="answered"]:focus');
    await keys().press('Enter');
    await running.page.waitForSelector('.query-card textarea:focus');
    await keys().type('Le directeur, au téléphone.');
    await keys().press('Control+Enter');
    await expect.poll(() => card.getAttribute('data-status')).toBe('answered');
    await tabTo('[data-say="resolved"]');
    await keys().press('Enter');
    await keys().type('Suffit pour la régie.');
    await running.page.screenshot({ path: join(folder, 'query-thread.png') });
    await keys().press('Control+Enter');
    await settle();
    expect(article().queries[0]?.events.map(({ kind }) => kind)).toEqual(['asked', 'answered', 'resolved']);
    // It is folded away among the settled ones, open and with the focus on what can be done next.
    await running.page.waitForSelector('.settled[open] [data-say="reopened"]:focus');
    await keys().press('Enter');
    await keys().press('Control+Enter');
    await settle();
    expect(blockers()).toEqual(['query-open', 'sign-off-missing']);
  });

  it('shows what is open across the desk and goes there', async () => {
    await write('Une autre histoire', ['Rien à dire encore.']);
    await keys().press('Control+Shift+L');
    await running.page.waitForSelector('.desk-query');
    await running.page.screenshot({ path: join(folder, 'queries-desk.png') });
    await running.page.locator('.desk-queries input[type="search"]').focus();
    await keys().type('regie telephone');
    await expect.poll(() => running.page.locator('.desk-query').count()).toBe(1);
    await tabTo('.desk-query');
    await keys().press('Enter');
    await running.page.waitForSelector(`.field-headline:has-text("${headline}")`);
    await running.page.waitForSelector('.query-card[data-active] [data-say="answered"]:focus');
    await tabTo('[data-say="resolved"]');
    await keys().press('Enter');
    await keys().type('Vu avec la direction.');
    await keys().press('Control+Enter');
    await settle();
    expect(blockers()).toEqual(['sign-off-missing']);
  });

  it('takes a signature under a name, keeps the copy first, and is ready', async () => {
    await keys().press('Control+Alt+b');
    await running.page.waitForSelector('.sign-form select:focus');
    // The name is known since the question.
    await tabTo('.sign-form input[name="name"]');
    await keys().press('Enter');
    await expect.poll(verdict).toBe('ready');
    await settle();
    expect(article().signOffs).toMatchObject([
      { type: 'signed', role: 'editor', by: 'Inès Morel', selfChecked: false },
    ]);
    expect(signOffViews(article())[0]?.state).toBe('valid');
    const history = readdirSync(deskIn(running.userData), { recursive: true }).map(String);
    expect(history.some((name) => name.includes('-before-sign-off'))).toBe(true);
    expect(await running.page.locator('.gate-verdict-line').innerText()).toMatch(/^Bon à tirer\u00a0:/);
    await running.page.screenshot({ path: join(folder, 'gate-ready.png') });
  });

  it('lets the signature lapse when a word changes, names the block, and stands again when it is changed back', async () => {
    await toEnd();
    await keys().type(' Enfin.');
    const card = running.page.locator('.sign-off');
    await expect.poll(() => card.getAttribute('data-state')).toBe('lapsed');
    expect(await running.page.locator('.place-link').allInnerTexts()).toEqual([
      'Le tarif reste à 4 euros. Enfin.',
    ]);
    await expect.poll(groups).toEqual([['sign-off-lapsed', 1]]);
    await running.page.screenshot({ path: join(folder, 'gate-lapsed.png') });
    await running.page.locator('.place-link').focus();
    await keys().press('Enter');
    expect((await focused()).name).toContain('editor-surface');
    await toEnd();
    for (let letter = 0; letter < ' Enfin.'.length; letter += 1) await keys().press('Backspace');
    await expect.poll(() => card.getAttribute('data-state')).toBe('valid');
    await expect.poll(verdict).toBe('ready');
  });

  it('withdraws a signature with a reason and leaves it in the record', async () => {
    await keys().press('Control+7');
    await tabTo('.sign-off .button');
    await keys().press('Enter');
    await keys().type('Une source se rétracte.');
    await keys().press('Escape');
    await running.page.waitForSelector('.sign-off .button:focus');
    await keys().press('Enter');
    await keys().type('Une source se rétracte.');
    await tabTo('.sign-off button[type="submit"]');
    await keys().press('Enter');
    await running.page.waitForSelector('.sign-off[data-state="withdrawn"]');
    await running.page.waitForSelector('.gate-verdict:focus');
    await settle();
    expect(article().signOffs).toMatchObject([
      { type: 'signed' },
      { type: 'withdrawn', by: 'Inès Morel', reason: 'Une source se rétracte.' },
    ]);
    expect(blockers()).toEqual(['sign-off-missing']);
  });

  it('changes what the desk asks for, and the gate follows', async () => {
    await keys().press('Control+Shift+P');
    await running.page.locator('.palette-input').fill('Réglages de ce bureau');
    await keys().press('Enter');
    await running.page.waitForSelector('.desk-settings');
    await running.page.screenshot({ path: join(folder, 'desk-settings.png') });
    await tabTo('input[name="mode"]:checked');
    await keys().press('ArrowRight');
    await tabTo('input[name="legal"]');
    await keys().press('Space');
    await tabTo('[data-outcome="confirmed"] input[lang="fr"]');
    await keys().type('Établi');
    await tabTo('input[name="new-fr"]');
    await keys().type('Vu sur place');
    await keys().press('Enter');
    await running.page.waitForSelector('[data-outcome="vu-sur-place"] select:focus');
    await keys().press('ArrowUp');
    await keys().press('ArrowUp');
    await running.page.screenshot({ path: join(folder, 'desk-scale.png') });
    await keys().press('Escape');
    await expect.poll(() => desk().gate.mode).toBe('refuse');
    await expect.poll(() => desk().outcomeScale.at(-1)?.counts).toBe('verified');
    expect(desk().gate.roles).toEqual(['legal', 'editor']);
    expect(desk().outcomeScale.find(({ id }) => id === 'confirmed')?.labels).toEqual({ fr: 'Établi' });
    expect(desk().outcomeScale.at(-1)).toMatchObject({ id: 'vu-sur-place', labels: { fr: 'Vu sur place' } });
    await expect.poll(groups).toEqual([['sign-off-missing', 2]]);
  });

  it('refuses the export, and lets it out for a reason that goes into the record', async () => {
    const file = join(target, 'bac.md');
    await stubSave(file);
    await keys().press('Shift+F6');
    await keys().press('Control+e');
    await running.page.waitForSelector('.export-gate[data-state="refused"]');
    expect(await running.page.locator('.export-footer .button-primary').isDisabled()).toBe(true);
    await running.page.screenshot({ path: join(folder, 'export-refused.png') });
    await tabTo('.export-override');
    await keys().press('Enter');
    await keys().type('Bouclage à dix-huit heures.');
    await keys().press('Enter');
    await running.page.waitForSelector('.export-gate[data-state="overridden"]');
    await running.page.waitForSelector('.export-footer .button-primary:focus');
    await keys().press('Enter');
    await expect.poll(() => existsSync(file)).toBe(true);
    expect(article().overrides).toMatchObject([
      {
        by: 'Inès Morel',
        reason: 'Bouclage à dix-huit heures.',
        blockers: [
          { code: 'sign-off-missing', target: { type: 'role', id: 'legal' } },
          { code: 'sign-off-missing', target: { type: 'role', id: 'editor' } },
        ],
      },
    ]);
    await keys().press('Control+7');
    await expect.poll(verdict).toBe('overridden');
    await running.page.screenshot({ path: join(folder, 'gate-overridden.png') });
  });

  it('takes the override back with the next word', async () => {
    await toEnd();
    await keys().type(' Oui.');
    await expect.poll(verdict).toBe('blocked');
  });

  it('adds a correction, dated and signed', async () => {
    await keys().press('Control+7');
    await tabTo('.correction-open');
    await keys().press('Enter');
    await keys().type('Le bac reprend mardi, et non lundi.');
    await tabTo('.correction-form button[type="submit"]');
    await keys().press('Enter');
    await running.page.waitForSelector('.correction');
    await running.page.waitForSelector('.correction-open:focus');
    await settle();
    expect(article().corrections).toMatchObject([
      { text: 'Le bac reprend mardi, et non lundi.', by: 'Inès Morel', claim: null },
    ]);
  });

  it('writes the record of checks to disk in three formats', async () => {
    for (const [format, beginning] of [
      ['html', '<!'],
      ['json', '{'],
      ['pdf', '%PDF'],
    ] as const) {
      const file = join(target, `dossier.${format}`);
      await stubSave(file);
      await running.page.locator(`.gate-dossier [data-format="${format}"]`).focus();
      await keys().press('Enter');
      await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
      expect(readFileSync(file, 'latin1').trimStart().startsWith(beginning), format).toBe(true);
    }
    expect(readFileSync(join(target, 'dossier.html'), 'utf8')).toContain('Bouclage à dix-huit heures.');
  });

  it('shows the first of many blockers, and all of them when asked', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `La ligne ${index + 1} attend TK.`);
    await write('Beaucoup à remplir', lines);
    await keys().press('Control+7');
    const group = running.page.locator('[data-code="placeholder"]');
    await expect.poll(() => group.locator('li').count()).toBe(12);
    await tabTo('[data-code="placeholder"] > .button');
    await keys().press('Enter');
    await expect.poll(() => group.locator('li').count()).toBe(40);
    expect((await focused()).tag).toBe('BUTTON');
  });

  it('never complained', () => expect(running.complaints).toEqual([]));

  async function stubSave(file: string): Promise<void> {
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, file);
  }
});
