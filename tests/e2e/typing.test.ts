import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { bodyText } from '#core/body/walk';
import { anchors } from '#core/claims/anchors';
import { articlesIn, deskIn } from '../support/desk-files';
import { launch, type Running } from '../support/launch';

/** What a keyboard alone cannot press: the browser is told what an input method would tell it. */
interface InputMethod {
  /** Shows `steps` one after the other as what is being composed, then puts `result` in. */
  compose(steps: readonly string[], result: string): Promise<void>;
}

function inputMethod(session: CDPSession): InputMethod {
  return {
    compose: async (steps, result) => {
      for (const text of steps) {
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await session.send('Input.insertText', { text: result });
    },
  };
}

describe('typing in every script', () => {
  let running: Running;
  let method: InputMethod;
  beforeAll(async () => {
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
    method = inputMethod(await running.app.context().newCDPSession(running.page));
  });
  afterAll(() => running.app.close());

  const keys = () => running.page.keyboard;
  const settle = async (): Promise<void> => {
    await running.page.waitForTimeout(500);
    await running.page.waitForSelector('.save-status[data-state="saved"]');
  };
  const article = (headline: string): Article => {
    const found = articlesIn(deskIn(running.userData)).find(
      (one) => fieldText(one.body, 'headline') === headline,
    );
    if (!found) throw new Error(`no article “${headline}”`);
    return found;
  };
  const text = (headline: string): string => bodyText(article(headline).body.slice(3), '|');
  const start = async (headline: string): Promise<void> => {
    await keys().press('Control+n');
    await running.page.waitForSelector('.editor-surface:focus .field-headline:has(> br:only-child)');
    await keys().type(headline);
    for (let line = 0; line < 3; line += 1) await keys().press('Enter');
  };

  it('takes composed characters once, and undoes them', async () => {
    await start('Composer');
    await method.compose(['n', 'に', 'にほ', 'にほん'], '日本');
    await keys().type(' et ');
    await method.compose(['´'], 'é');
    await keys().type('t');
    await method.compose(['^'], 'ê');
    await settle();
    expect(text('Composer')).toBe('日本 et étê');
    await keys().press('Control+z');
    await keys().press('Control+Shift+z');
    await settle();
    expect(text('Composer')).toBe('日本 et étê');
  });

  it('leaves a claim as it is when something is composed at its edges', async () => {
    await start('Au bord');
    await keys().type('Il y a 12 soldats ici.');
    await keys().press('Home');
    for (let step = 0; step < 7; step += 1) await keys().press('ArrowRight');
    for (let step = 0; step < 10; step += 1) await keys().press('Shift+ArrowRight');
    await keys().press('Control+m');
    await running.page.locator('.editor-surface').focus();
    await keys().press('Home');
    for (let step = 0; step < 17; step += 1) await keys().press('ArrowRight');
    await method.compose(['´', 'é'], ' é');
    await settle();
    expect(text('Au bord')).toBe('Il y a 12 soldats é ici.');
    expect([...anchors(article('Au bord').body).values()].map((anchor) => anchor.text)).toEqual([
      '12 soldats',
    ]);
  });

  it('deletes a character of several code points whole', async () => {
    await start('Émoji');
    await keys().insertText('Oui 👩‍🚒👍🏽🇫🇷 fin');
    for (let step = 0; step < 4; step += 1) await keys().press('Backspace');
    await keys().press('Backspace');
    await settle();
    expect(text('Émoji')).toBe('Oui 👩‍🚒👍🏽');
    await keys().press('Backspace');
    await keys().press('Backspace');
    await keys().type('non');
    await settle();
    expect(text('Émoji')).toBe('Oui non');
  });

  it('runs from right to left where the words do', async () => {
    await start('Droite à gauche');
    await keys().insertText('مرحبا بالعالم');
    await keys().press('Enter');
    await keys().type('Gauche');
    await settle();
    expect(text('Droite à gauche')).toBe('مرحبا بالعالم|Gauche');
    const directions = await running.page
      .locator('.editor-surface > p:not(.field)')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    expect(directions).toEqual(['rtl', 'ltr']);
  });

  it('goes on in a paragraph of 100,000 characters', async () => {
    await start('Long');
    await keys().insertText('mot '.repeat(25_000));
    await keys().type('fin');
    await settle();
    expect(text('Long')).toHaveLength(100_003);
    expect(text('Long').endsWith('mot fin')).toBe(true);
  });

  it('types over everything and brings it all back with one undo', async () => {
    await start('Tout');
    await keys().type('Un paragraphe.');
    await keys().press('Enter');
    await keys().type('- une liste');
    await keys().press('Control+a');
    await settle();
    await keys().type('X');
    await settle();
    const body = article('X').body;
    expect(body.map(({ type }) => type)).toEqual(['headline', 'standfirst', 'byline', 'paragraph']);
    await keys().press('Control+z');
    await settle();
    expect(text('Tout')).toBe('Un paragraphe.|une liste');
  });

  it('never complained', () => expect(running.complaints).toEqual([]));
});
