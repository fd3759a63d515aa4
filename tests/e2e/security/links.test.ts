import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeArticle } from '#core/article/envelope';
import type { Block } from '#core/body/schema';
import { folderOf, makeTestDesk, plainArticle, settingsFor } from '../../support/durability-desk';
import { allowedAddresses, refusedAddresses } from '../../support/hostile';
import { launch, type Running } from '../../support/launch';
import { openedIn } from '../../support/opened';

const lastWord = 'End of the list.';

const paragraph = (id: string, url: string, words: string): Block => ({
  id,
  type: 'paragraph',
  content: [
    { type: 'text', text: 'See ' },
    { type: 'link', url, content: [{ type: 'text', text: words }] },
    { type: 'text', text: ' for it.' },
  ],
});

const nameOf = (index: number): string => `place${index}`;

/** A desk with an article of one link for each of these addresses. */
async function deskOf(addresses: readonly string[]) {
  const desk = await makeTestDesk(join(mkdtempSync(join(tmpdir(), 'marbre-links-')), 'Proof'));
  const [id = ''] = desk.articles;
  const article = plainArticle(id, lastWord);
  const body = [
    ...article.body,
    ...addresses.map((url, index) => paragraph(`l${index}`, url, nameOf(index))),
  ];
  writeFileSync(join(folderOf(desk.folder, id), 'article.json'), serializeArticle({ ...article, body }));
  return settingsFor(desk, id);
}

async function start(addresses: readonly string[]): Promise<Running> {
  const running = await launch({ userData: await deskOf(addresses) });
  await running.page.waitForSelector(`.editor-surface:has-text("${nameOf(addresses.length - 1)}")`);
  await openedIn(running);
  return running;
}

/** The words of the link with this number, whatever they are now made of. */
const linkWords = ({ page }: Running, index: number) =>
  page
    .locator('.editor-surface p', { hasText: `See ${nameOf(index)} for it.` })
    .locator(`text=${nameOf(index)}`);

/** Clicks a link as somebody does who reads: the form of another one does not lie over it. */
async function click(running: Running, index: number, modifiers: 'Control'[] = []): Promise<void> {
  await running.page.locator('.editor-surface').focus();
  await running.page.keyboard.press('Control+End');
  await running.page.waitForSelector('.link-popover', { state: 'detached' });
  await linkWords(running, index).click({ modifiers });
}

/** Every call that the window has made has been answered. */
const settled = ({ page }: Running): Promise<unknown> =>
  page.evaluate(() => window.marbre.call('app.start', undefined));

describe('a link in the copy', () => {
  let running: Running;
  beforeAll(async () => {
    running = await start(allowedAddresses);
  });
  afterAll(() => running.app.close());

  it('is not opened by a plain click, which puts the caret there', async () => {
    const words = linkWords(running, 0);
    await words.click();
    await running.page.waitForSelector('.link-popover');
    await settled(running);
    expect(await openedIn(running)).toEqual([]);
  });

  it.each(allowedAddresses.map((url, index) => [url, index] as const))(
    'is opened by Ctrl and a click at exactly its address: %s',
    async (url, index) => {
      await click(running, index, ['Control']);
      await expect.poll(() => openedIn(running)).toEqual([url]);
      await settled(running);
      expect(await openedIn(running)).toEqual([]);
    },
  );

  it('is opened by the keyboard: Ctrl+K, then the button beside its address', async () => {
    const { page } = running;
    await click(running, 1);
    await page.keyboard.press('Control+k');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.link-popover') !== null))
      .toBe(true);
    for (let presses = 0; presses < 4; presses += 1) {
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      if (label === 'Open in the browser') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => openedIn(running)).toEqual([allowedAddresses[1]]);
    await page.keyboard.press('Escape');
    expect(running.page.url()).toBe('marbre://app/index.html');
    expect(running.complaints).toEqual([]);
  });

  it.each(['javascript:canary()', 'file:///etc/passwd', 'ms-msdt:/id PCWDiagnostic'])(
    'opens nothing, and says so, when something has given it the address %s behind our back',
    async (url) => {
      const { page } = running;
      await forge(running, 2, url);
      await click(running, 2, ['Control']);
      await refusal(running);
      await click(running, 2);
      await page.getByRole('button', { name: 'Open in the browser' }).click();
      await refusal(running);
      expect(await openedIn(running)).toEqual([]);
      expect(page.url()).toBe('marbre://app/index.html');
    },
  );
});

/** What a fault in the editor could do: another address in a link that is there. */
function forge({ page }: Running, index: number, url: string): Promise<void> {
  return page.locator('.editor-surface').evaluate(
    (surface, [name, address]) => {
      interface Node {
        getType(): string;
        getTextContent(): string;
        getWritable(): { __url: string };
      }
      interface Editor {
        update(change: () => void, options: object): void;
        getEditorState(): { _nodeMap: Map<string, Node> };
      }
      const editor = (surface as unknown as { __lexicalEditor: Editor }).__lexicalEditor;
      const change = (): void => {
        for (const node of editor.getEditorState()._nodeMap.values())
          if (node.getType() === 'link' && node.getTextContent() === name) node.getWritable().__url = address;
      };
      editor.update(change, { discrete: true });
    },
    [nameOf(index), url] as const,
  );
}

/** The sentence that a refused link is told with; it is put away. */
async function refusal({ page }: Running): Promise<void> {
  const notice = page.locator('.notice[data-tone="problem"]:has-text("This link was not opened")');
  await notice.waitFor();
  await notice.locator('.icon-button').click();
  await expect.poll(() => notice.count()).toBe(0);
}

describe('a link in the copy whose address may be no link', () => {
  let running: Running;
  beforeAll(async () => {
    running = await start(refusedAddresses);
  });
  afterAll(() => running.app.close());

  it('opens nothing by Ctrl and a click, and has no address in the window', async () => {
    for (const [index] of refusedAddresses.entries()) await click(running, index, ['Control']);
    await settled(running);
    expect(await openedIn(running)).toEqual([]);
    const addresses = await running.page
      .locator('.editor-surface a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual([]);
    expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(running.page.url()).toBe('marbre://app/index.html');
  });
});
