import { expect, it } from 'vitest';
import { channels } from '#core/ipc/contract';
import { eventNames } from '#core/ipc/names';
import type { Running } from '../../support/launch';

type Code = string | undefined;

const codeOf = ({ page }: Running, name: string, payload?: unknown): Promise<Code> =>
  page.evaluate(
    async ([channel, input]) =>
      ((await window.marbre.call(channel as string, input)) as { code?: string }).code,
    [name, payload] as const,
  );

/** Payloads that hide keys which every object has; as JSON, for a literal would set the prototype instead. */
const withPrototypes = [
  ['article.open', '{"id":"x","__proto__":{"polluted":true}}'],
  ['article.create', '{"language":"fr","constructor":{"prototype":{"polluted":true}}}'],
  ['preferences.set', '{"__proto__":{"theme":"dark"}}'],
  ['preferences.set', '{"tableWidths":{"__proto__":100}}'],
  ['desk.change', '{"gate":{"__proto__":{"mode":"off"}}}'],
  [
    'desk.change',
    '{"gate":{"mode":"refuse","kinds":{"constructor":1,"__proto__":2},"risks":{},"roles":[],"blockers":{}}}',
  ],
  ['tag.add', '{"labels":{"__proto__":"x","en":"y"},"__proto__":{"id":"z"}}'],
  ['template.save', '{"template":{"id":"constructor","__proto__":{"name":"x"}}}'],
  ['link.open', '{"__proto__":{"url":"https://example.org/"}}'],
] as const;

export function callTests(running: () => Running): void {
  it('knows no name but those of its contract', async () => {
    const names = [
      'nothing.known',
      '',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'marbre:call',
      'app.start\0',
    ];
    for (const name of names)
      expect([name, await codeOf(running(), name)]).toEqual([name, 'request.unknown']);
    const others = await running().page.evaluate(() =>
      Promise.all(
        [7, null, undefined, {}, ['app.start'], { toString: () => 'app.start' }].map((name) =>
          window.marbre.call(name as string, undefined).then(
            (answer) => (answer as { code?: string }).code,
            () => 'not sent',
          ),
        ),
      ),
    );
    expect(others.filter((code) => code !== 'request.unknown' && code !== 'not sent')).toEqual([]);
  });

  it('refuses on every channel an input that says too much, and does nothing', async () => {
    const names = Object.keys(channels);
    expect(names.length).toBeGreaterThan(60);
    for (const name of names) {
      const path = { path: '/etc/passwd', extra: { path: '../../x' } };
      expect([name, await codeOf(running(), name, path)]).toEqual([name, 'request.invalid']);
    }
  });

  it('lets nobody listen to anything but its events', async () => {
    const heard = await running().page.evaluate(
      (names) =>
        names.map((name) => {
          try {
            window.marbre.on(name, () => undefined)();
            return 'heard';
          } catch {
            return 'refused';
          }
        }),
      [...eventNames, 'marbre:event', 'ELECTRON_BROWSER_REQUIRE', '__proto__', 'constructor', ''],
    );
    expect(heard).toEqual([...eventNames.map(() => 'heard'), ...Array(5).fill('refused')]);
  });

  it('tells an event of a name that it does not know to nobody', async () => {
    const { app, page } = running();
    await page.evaluate(() => {
      const counter = window as { heard?: number };
      counter.heard = 0;
      window.marbre.on('library.progress', () => {
        counter.heard = (counter.heard ?? 0) + 1;
      });
    });
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const name of ['other.event', '__proto__', 'constructor'])
        contents?.send('marbre:event', name, {});
    });
    await page.evaluate(() => window.marbre.call('preferences.set', {}));
    expect(await page.evaluate(() => (window as { heard?: number }).heard)).toBe(0);
  });

  it.each(withPrototypes)('%s: what %s hides is not seen, and changes no prototype', async (name, json) => {
    const { page, app } = running();
    const themeOf = (): Promise<unknown> =>
      page.evaluate(async () => {
        const start = (await window.marbre.call('app.start', undefined)) as {
          value: { preferences: { theme: string; tableWidths: object }; desk: { gate: { mode: string } } };
        };
        const { preferences, desk } = start.value;
        return [preferences.theme, Object.keys(preferences.tableWidths), desk.gate.mode];
      });
    const before = await themeOf();
    const answer = await page.evaluate(
      ([channel, text]) => window.marbre.call(channel as string, JSON.parse(text as string)),
      [name, json] as const,
    );
    expect(JSON.stringify(answer)).not.toMatch(/polluted|internal/);
    expect(await themeOf()).toEqual(before);
    const names = ['polluted', 'theme', 'mode', 'url', 'name'];
    expect(await app.evaluate((_electron, all) => all.filter((one) => one in {}), names)).toEqual([]);
    expect(await page.evaluate((all) => all.filter((one) => one in {}), names)).toEqual([]);
  });

  it('survives payloads that cannot be sent', async () => {
    const sent = await running().page.evaluate(async () => {
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      const payloads = [
        circle,
        () => 1,
        Symbol('x'),
        new Proxy({}, {}),
        document,
        new Map([['id', 'x']]),
        1n,
        new Date(),
      ];
      const answers = payloads.map((payload) =>
        (async () => ((await window.marbre.call('article.open', payload)) as { code?: string }).code)().catch(
          () => 'not sent',
        ),
      );
      return Promise.all(answers);
    });
    expect(sent.filter((code) => code !== 'request.invalid' && code !== 'not sent')).toEqual([]);
  });

  it('never gives a path to the window', async () => {
    const { page, userData } = running();
    const text = await page.evaluate(async () => {
      const names = [
        'app.start',
        'library.problems',
        'library.status',
        'template.list',
        'tag.list',
        'queries.list',
      ];
      return JSON.stringify(await Promise.all(names.map((name) => window.marbre.call(name, undefined))));
    });
    expect(text.length).toBeGreaterThan(1_000);
    expect(text).not.toContain(userData);
    expect(text).not.toMatch(/"\/(?:home|root|tmp|Users)\//);
  });

  senderTests(running);
}

/** Frames and windows that have our own preload script and come from our own origin, and are still not the window. */
function senderTests(running: () => Running): void {
  it('does not answer a frame in the window', async () => {
    const { app } = running();
    const answer = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (...all: unknown[]) => unknown> }
      )._invokeHandlers;
      const handle = handlers.get('marbre:call');
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      await contents?.executeJavaScript(`new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = 'marbre://app/index.html';
        frame.addEventListener('load', resolve, { once: true });
        document.body.append(frame);
        setTimeout(resolve, 1000);
      })`);
      const frame = contents?.mainFrame.frames[0];
      const hasBridge = await frame?.executeJavaScript('"marbre" in window').catch(() => 'no frame');
      const event = { sender: contents, senderFrame: frame };
      const asFrame = await handle?.(event, 'app.start', undefined);
      const asGone = await handle?.({ sender: contents, senderFrame: null }, 'app.start', undefined);
      const asMain = await handle?.({ sender: contents, senderFrame: contents?.mainFrame }, 'menu.context', {
        facts: [],
      });
      await contents?.executeJavaScript('document.querySelector("body > iframe")?.remove()');
      return { hasFrame: frame !== undefined, hasBridge, asFrame, asGone, asMain };
    });
    expect(answer.hasFrame).toBe(true);
    expect(answer.hasBridge).not.toBe(true);
    expect(answer.asFrame).toMatchObject({ ok: false, code: 'request.forbidden' });
    expect(answer.asGone).toMatchObject({ ok: false, code: 'request.forbidden' });
    expect(answer.asMain).toMatchObject({ ok: true });
  });

  it.each([
    ['our own page in a second window', 'marbre://app/index.html'],
    ['a page of another origin in a second window', 'data:text/html,<title>x</title>'],
  ])('does not answer %s, though it has the preload script', async (_what, url) => {
    const { app } = running();
    const code = await app.evaluate(async ({ BrowserWindow, app: electron }, address) => {
      const second = new BrowserWindow({
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          preload: `${electron.getAppPath()}/out/preload/index.cjs`,
        },
      });
      await second.loadURL(address);
      const answer = await second.webContents.executeJavaScript(`window.marbre.call('app.start', undefined)`);
      second.destroy();
      return (answer as { code?: string }).code;
    }, url);
    expect(code).toBe('request.forbidden');
  });
}
