import type { ElectronApplication, Page } from 'playwright-core';

export interface Offer {
  /** The word that Chromium marks where the menu was asked for; empty: none. */
  readonly word: string;
  readonly suggestions: readonly string[];
  /** The labels of the menu, separators as `—`; empty: no menu came. */
  readonly menu: readonly string[];
}

interface Seen extends Offer {
  readonly items: readonly { label: string; click: () => void }[];
}
type Main = { spellingSeen: Seen | null };

/** Keeps what the context menu would show: the menu itself is the system's, and would wait for a pointer. */
export function watchMenus(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ Menu, BrowserWindow }) => {
    const main = globalThis as unknown as Main;
    main.spellingSeen = null;
    let shown: Electron.Menu | null = null;
    Menu.prototype.popup = function popup() {
      shown = this;
    };
    const [window] = BrowserWindow.getAllWindows();
    // Behind the app's own listener, which has built its menu by then.
    window?.webContents.on('context-menu', (_event, { misspelledWord, dictionarySuggestions }) => {
      const items = shown?.items ?? [];
      shown = null;
      main.spellingSeen = {
        word: misspelledWord,
        suggestions: dictionarySuggestions,
        menu: items.map(({ type, label }) => (type === 'separator' ? '—' : label)),
        items: items.map((item) => ({ label: item.label, click: () => item.click() })),
      };
    });
  });
}

/** Playwright now and then loses an answer of main to its collector of garbage: it is asked again. */
const lastSeen = (app: ElectronApplication): Promise<Offer | null> =>
  app
    .evaluate(() => {
      const { spellingSeen } = globalThis as unknown as Main;
      return spellingSeen && (JSON.parse(JSON.stringify(spellingSeen)) as Offer);
    })
    .catch((error) => {
      if (String(error).includes('garbage collected')) return null;
      throw error;
    });

async function seen(app: ElectronApplication): Promise<Offer> {
  for (let turn = 0; turn < 100; turn += 1) {
    const offer = await lastSeen(app);
    if (offer) return offer;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('nobody was told of a context menu');
}

const forget = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    (globalThis as unknown as Main).spellingSeen = null;
  });

/** Clicks a word of the text with the other button. `word` is looked for as it stands, in the first place. */
export async function offerFor(app: ElectronApplication, page: Page, word: string): Promise<Offer> {
  const place = await page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector('.editor-surface') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) {
      const at = walker.currentNode.textContent?.indexOf(text) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at + Math.floor(text.length / 2));
      range.setEnd(walker.currentNode, at + Math.floor(text.length / 2) + 1);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  }, word);
  if (!place) throw new Error(`“${word}” is not in the text`);
  await forget(app);
  await page.mouse.click(place.x, place.y, { button: 'right' });
  return seen(app);
}

/** Asks for the menu where the caret is. */
export async function offerAtCaret(app: ElectronApplication, page: Page): Promise<Offer> {
  await forget(app);
  await page.keyboard.press('Shift+F10');
  return seen(app);
}

/** Does what an item of the last menu does. */
export function choose(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate((_electron, wanted) => {
    const item = (globalThis as unknown as Main).spellingSeen?.items.find((one) => one.label === wanted);
    if (!item) throw new Error(`no “${wanted}” in the menu`);
    item.click();
  }, label);
}
