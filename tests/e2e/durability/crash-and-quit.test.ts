import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { articleFile, fileText, makeTestDesk, settingsFor, strangers } from '../../support/durability-desk';
import { answerQuestions, questionsAsked, typeAtEnd, untilState, windowText } from '../../support/editing';
import { isAlive, processTree } from '../../support/kill';
import { type LaunchOptions, launch } from '../../support/launch';

async function openApp(options: LaunchOptions = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), 'marbre-crash-')), 'Proof');
  const desk = await makeTestDesk(folder);
  const [id = ''] = desk.articles;
  const running = await launch({ ...options, userData: settingsFor(desk, id) });
  await running.page.waitForSelector('.editor-surface:has-text("Begun.")');
  onTestFinished(() => running.app.close().catch(() => undefined));
  const process = running.app.process();
  const log: string[] = [];
  process.stderr?.on('data', (data) => log.push(String(data)));
  process.stdout?.on('data', (data) => log.push(String(data)));
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  return { ...running, folder, id, process, gone, log };
}
type Opened = Awaited<ReturnType<typeof openApp>>;

const crash = ({ app }: Opened) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

/**
 * What a script says in the window, or null when it does not answer within a second: it may be coming back. Playwright’s
 * own page of it is dead for good.
 */
function inWindow<T>({ app }: Opened, script: string): Promise<T | null> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(code)
          .catch(() => null),
        new Promise((resolve) => setTimeout(() => resolve(null), 1_000)),
      ]),
    script,
  ) as Promise<T | null>;
}
const textOf = (selector: string) => `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`;

describe('a window that crashes', () => {
  it.each(['en', 'fr'] as const)(
    'comes back by itself with the text as it was saved, and says so (%s)',
    async (language) => {
      const opened = await openApp({ language });
      await typeAtEnd(opened.page, ' Written before the crash.');
      await untilState(opened.page, 'saved');
      const before = fileText(opened.folder, opened.id);
      expect(before).toContain('Written before the crash.');
      await crash(opened);
      await expect
        .poll(() => inWindow<string>(opened, textOf('.editor-surface')), { timeout: 30_000 })
        .toContain('Written before the crash.');
      const notice = { en: 'The window stopped and was opened again.', fr: 'La fenêtre s’est arrêtée' }[
        language
      ];
      await expect.poll(() => inWindow<string>(opened, textOf('.notice'))).toContain(notice);
      expect(fileText(opened.folder, opened.id)).toBe(before);
      expect(opened.log.join('')).toContain('window: its process is gone');
      expect(opened.log.join('')).not.toContain('Written before');
    },
  );

  it('loses nothing that is older than a second, and goes on saving afterwards', async () => {
    const opened = await openApp();
    const { page } = opened;
    await page.locator('.editor-surface').focus();
    await page.keyboard.press('Control+End');
    const sent: { text: string; at: number }[] = [];
    let text = fileText(opened.folder, opened.id);
    let slowest = 0;
    for (const key of 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz') {
      const at = Date.now();
      await page.keyboard.press(key);
      slowest = Math.max(slowest, Date.now() - at);
      text += key;
      sent.push({ text, at });
    }
    const crashedAt = Date.now();
    await crash(opened);
    await expect
      .poll(() => inWindow<string>(opened, textOf('.editor-surface')), { timeout: 30_000 })
      .toContain('Begun.');
    const found = fileText(opened.folder, opened.id);
    const lost = sent.filter((one) => one.text.length > found.length);
    expect(found.startsWith('Story') || found.includes('Begun.')).toBe(true);
    expect(crashedAt - (lost[0]?.at ?? crashedAt)).toBeLessThan(1_500 + slowest);
    await inWindow(opened, `document.querySelector('.editor-surface').focus()`);
    await opened.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const keyCode of 'again') contents?.sendInputEvent({ type: 'char', keyCode });
    });
    await expect.poll(() => fileText(opened.folder, opened.id), { timeout: 15_000 }).toContain('again');
  });

  it('is asked about when it crashes again and again, and quits without a word lost', async () => {
    const opened = await openApp();
    await typeAtEnd(opened.page, ' Kept.');
    await untilState(opened.page, 'saved');
    await answerQuestions(opened.app, 1);
    for (let time = 0; time < 3; time += 1) {
      await expect
        .poll(() => inWindow<string>(opened, textOf('.editor-surface')), { timeout: 30_000 })
        .toContain('Kept.');
      await crash(opened).catch(() => undefined);
    }
    await opened.gone;
    expect(fileText(opened.folder, opened.id)).toContain('Kept.');
    expect(opened.log.join('').match(/its process is gone/g)).toHaveLength(3);
  });

  it('that hangs is asked about, and opened again when somebody wants it', async () => {
    const opened = await openApp();
    await typeAtEnd(opened.page, ' Before it hung.');
    await untilState(opened.page, 'saved');
    await answerQuestions(opened.app, 0);
    await opened.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    });
    await expect
      .poll(() => inWindow<string>(opened, textOf('.notice')), { timeout: 30_000 })
      .toContain('was opened again');
    expect(await questionsAsked(opened.app)).toEqual([
      expect.stringMatching(/does not answer.*\[Open the window again\] \[Wait\]/),
    ]);
    expect(await inWindow<string>(opened, textOf('.editor-surface'))).toContain('Before it hung.');
  });
});

describe('quitting in mid-typing', () => {
  const ways: readonly (readonly [string, (opened: Opened) => unknown])[] = [
    [
      'the window is closed',
      ({ app }) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ],
    ['the app quits', ({ app }) => app.evaluate(({ app: electron }) => electron.quit())],
    ['it is told to end (SIGTERM)', ({ process }) => process.kill('SIGTERM')],
    ['it is interrupted (SIGINT)', ({ process }) => process.kill('SIGINT')],
  ];

  it.each(ways)('has the last key on disk when %s', async (_way, leave) => {
    const opened = await openApp();
    const tree = processTree(opened.process.pid ?? 0);
    await typeAtEnd(opened.page, ' The last key is a q');
    const typed = await windowText(opened.page);
    // The evaluation is cut off by the end that it asks for.
    await Promise.resolve(leave(opened)).catch(() => undefined);
    await opened.gone;
    expect(typed).toMatch(/a q$/);
    expect(fileText(opened.folder, opened.id)).toBe(typed);
    expect(strangers(opened.folder)).toEqual([]);
    await expect.poll(() => tree.filter(isAlive)).toEqual([]);
  });

  it('has every key on disk that came while it was closing', async () => {
    const opened = await openApp();
    await typeAtEnd(opened.page, ' Going');
    const typing = opened.page.keyboard.type(' and going and going and going').catch(() => undefined);
    const seen: string[] = [];
    await opened.app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined);
    const looking = (async () => {
      try {
        for (;;) seen.push(await windowText(opened.page));
      } catch {
        // The window is gone.
      }
    })();
    await opened.gone;
    await Promise.all([typing, looking]);
    const last = fileText(opened.folder, opened.id);
    expect(last).toContain(' Going');
    expect(last.length).toBeGreaterThanOrEqual(seen.at(-1)?.length ?? 0);
  });

  it('has what was typed into a field of the panel on disk as well', async () => {
    const opened = await openApp();
    await opened.page.keyboard.press('Control+3');
    const notes = opened.page.getByLabel('Notes', { exact: true });
    await notes.fill('Call the harbour master back');
    await opened.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await opened.gone;
    expect(articleFile(opened.folder, opened.id).metadata.notes).toBe('Call the harbour master back');
  });
});
