import type { ElectronApplication, Page } from 'playwright-core';

/** The text in the window, one line for each block. */
export function windowText(page: Page): Promise<string> {
  return page
    .locator('.editor-surface')
    .evaluate((surface) => [...surface.children].map((block) => block.textContent ?? '').join('\n'));
}

/** Types at the end of the open article. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator('.editor-surface').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

export async function untilState(page: Page, state: string, timeout = 30_000): Promise<void> {
  await page.waitForSelector(`.save-status[data-state="${state}"]`, { timeout });
}

/** Stands in for the person who answers the app's questions, which are windows of the system. Gives what was asked. */
export function answerQuestions(app: ElectronApplication, button: number): Promise<void> {
  return app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    (globalThis as unknown as { asked: string[] }).asked = asked;
    // What the app calls has other forms as well; it uses this one.
    dialog.showMessageBox = (async (options: Electron.MessageBoxOptions) => {
      asked.push(`${options.message} ${options.detail ?? ''} [${options.buttons?.join('] [')}]`);
      return { response, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, button);
}

export function questionsAsked(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}
