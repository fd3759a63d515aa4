import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Running } from '../../support/launch';

/**
 * The twenty points of https://www.electronjs.org/docs/latest/tutorial/security, in its order. `probe` looks at the
 * running app; `readFrom` says where a point is read that a build for development cannot show.
 */
type Point = { readonly title: string } & (
  | { readonly probe: (running: Running) => Promise<void> }
  | { readonly readFrom: string }
);

type Preferences = Readonly<Record<string, unknown>>;

/** What the window was really made with. */
function preferencesOf({ app }: Running): Promise<Preferences> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
}

const expectPreferences =
  (wanted: Preferences) =>
  async (running: Running): Promise<void> => {
    const found = await preferencesOf(running);
    for (const [name, value] of Object.entries(wanted))
      expect([name, found[name] ?? false]).toEqual([name, value]);
  };

const permissions = [
  'clipboard-read',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
] as const;

/** Asks the page, as somebody's script in it would. */
const askedPermissions = ({ page }: Running): Promise<string[]> =>
  page.evaluate(async () => {
    const told = async (work: () => Promise<unknown>): Promise<string> =>
      work().then(
        (value) => String(value),
        () => 'refused',
      );
    return Promise.all([
      told(() => Notification.requestPermission()),
      told(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted')),
      told(() => navigator.clipboard.readText().then(() => 'granted')),
      told(() => navigator.requestMIDIAccess().then(() => 'granted')),
      told(
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(() => resolve('granted'), reject),
          ),
      ),
    ]);
  });

const leads = [
  'https://example.org/',
  'http://example.org/',
  'file:///etc/passwd',
  'data:text/html,<script>canary()</script>',
  'javascript:void(document.title="ran")',
  'marbre://other/index.html',
  'chrome://version',
];

export const points: readonly Point[] = [
  {
    title: 'only secure content is loaded',
    probe: async ({ page }) => {
      const loaded = await page.evaluate(() =>
        [...document.querySelectorAll('script, link, img, iframe, source')].map((element) =>
          'href' in element ? String(element.href) : (element as HTMLScriptElement).src,
        ),
      );
      expect(loaded.length).toBeGreaterThan(1);
      expect(loaded.filter((url) => !/^marbre:\/\/app\//.test(url))).toEqual([]);
      const plain = await page.evaluate(() =>
        fetch('http://example.org/').then(
          () => 'loaded',
          () => 'refused',
        ),
      );
      expect(plain).toBe('refused');
    },
  },
  {
    title: 'the window has no Node, nor have its frames and workers',
    probe: async (running) => {
      await expectPreferences({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      })(running);
      const names = [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
      ];
      const found = await running.page.evaluate((all) => all.filter((name) => name in globalThis), names);
      expect(found).toEqual([]);
    },
  },
  {
    title: 'what the page does to its own globals does not reach the preload script',
    probe: async (running) => {
      await expectPreferences({ contextIsolation: true })(running);
      const seen = await running.page.evaluate(async () => {
        const { invoke } = Function.prototype as unknown as { invoke?: unknown };
        const before = Array.prototype.includes;
        Array.prototype.includes = () => true;
        try {
          window.marbre.on('any.event', () => undefined);
          return 'listens to anything';
        } catch {
          return `refused ${invoke === undefined}`;
        } finally {
          Array.prototype.includes = before;
        }
      });
      expect(seen).toBe('refused true');
    },
  },
  {
    title: 'the window’s process is in Chromium’s sandbox',
    probe: async (running) => {
      await expectPreferences({ sandbox: true })(running);
      // Root cannot have the system’s part of it: only then is the switch there that turns that off.
      const isOff = await running.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'));
      expect(isOff).toBe(process.getuid?.() === 0);
    },
  },
  {
    title: 'no permission is given, in any session',
    probe: async (running) => {
      expect(await askedPermissions(running)).toEqual(['denied', 'refused', 'refused', 'refused', 'refused']);
      const given = await running.app.evaluate(async ({ BrowserWindow, session }, all) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { session: session.fromPartition('another'), sandbox: true },
        });
        await other.loadURL('data:text/html,<title>x</title>');
        const states = await other.webContents.executeJavaScript(
          `Promise.all(['notifications', 'geolocation', 'midi', 'camera', 'microphone'].map((name) => navigator.permissions.query({ name }).then(({ state }) => name + ' ' + state)))`,
        );
        other.destroy();
        return { states: states as string[], asked: all.length };
      }, permissions);
      expect(given.states.filter((state) => !state.endsWith('denied'))).toEqual([]);
    },
  },
  { title: 'the same-origin policy is on', probe: expectPreferences({ webSecurity: true }) },
  {
    title: 'the pages have a policy that allows nothing unsafe, and it holds',
    probe: async ({ page }) => {
      const policy = await page.evaluate(async () => {
        const source = await new Promise<string>((resolve) => {
          const listener = (event: SecurityPolicyViolationEvent): void => resolve(event.originalPolicy);
          document.addEventListener('securitypolicyviolation', listener, { once: true });
          const script = document.createElement('script');
          script.textContent = 'window.canary = true';
          document.head.append(script);
        });
        const evaluated = (() => {
          try {
            // biome-ignore lint/security/noGlobalEval: whether it works is the question
            return String(window.eval('1 + 1'));
          } catch {
            return 'refused';
          }
        })();
        return { source, canary: 'canary' in window, evaluated };
      });
      expect(policy).toMatchObject({ canary: false, evaluated: 'refused' });
      expect(policy.source).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy.source).not.toMatch(/unsafe|https?:|\*/);
      for (const rule of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
        expect(policy.source).toContain(rule);
    },
  },
  {
    title: 'nothing insecure runs in a secure page',
    probe: expectPreferences({ allowRunningInsecureContent: false }),
  },
  { title: 'experimental features are off', probe: expectPreferences({ experimentalFeatures: false }) },
  {
    title: 'no feature of Blink is switched on',
    probe: async (running) => {
      expect((await preferencesOf(running)).enableBlinkFeatures ?? '').toBe('');
      const features = await running.app.evaluate(({ app }) =>
        ['enable-blink-features', 'enable-features', 'disable-web-security'].map((name) =>
          app.commandLine.getSwitchValue(name),
        ),
      );
      expect(features.filter((value) => /blink|experimental/i.test(value))).toEqual([]);
    },
  },
  {
    title: 'a webview opens no windows: there are no webviews',
    probe: async (running) => {
      await expectPreferences({ webviewTag: false })(running);
      const isOne = await running.page.evaluate(() => {
        const view = document.createElement('webview');
        view.setAttribute('allowpopups', '');
        view.setAttribute('src', 'https://example.org/');
        document.body.append(view);
        const found = 'getWebContentsId' in view;
        view.remove();
        return found;
      });
      expect(isOne).toBe(false);
    },
  },
  {
    title: 'a webview that were to come would be stopped',
    probe: async ({ app }) => {
      const isStopped = await app.evaluate(({ BrowserWindow }) => {
        let stopped = false;
        const event = {
          preventDefault: () => {
            stopped = true;
          },
        };
        BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
        return stopped;
      });
      expect(isStopped).toBe(true);
    },
  },
  {
    title: 'the window stays where it is, and its frames inside',
    probe: async ({ page }) => {
      for (const url of leads) {
        await page.evaluate((address) => location.assign(address), url).catch(() => undefined);
        await page.evaluate((address) => {
          const [link, form] = [document.createElement('a'), document.createElement('form')];
          link.href = form.action = address;
          document.body.append(link, form);
          link.click();
          form.submit();
          link.remove();
          form.remove();
        }, url);
      }
      const frames = await page.evaluate(async (addresses) => {
        const seen = addresses.map(async (address) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          document.body.append(frame);
          await new Promise((resolve) => setTimeout(resolve, 100));
          const text = (() => {
            try {
              return frame.contentDocument?.body.textContent ?? '';
            } catch {
              return '';
            }
          })();
          frame.remove();
          return text;
        });
        return Promise.all(seen);
      }, leads);
      expect(frames.filter((text) => text !== '')).toEqual([]);
      expect(page.url()).toBe('marbre://app/index.html');
      expect(await page.title()).not.toBe('ran');
    },
  },
  {
    title: 'no window is opened',
    probe: async ({ app, page }) => {
      const opened = await page.evaluate((addresses) => {
        const link = document.createElement('a');
        document.body.append(link);
        const found = addresses.map((address) => {
          link.href = address;
          link.target = '_blank';
          link.click();
          return window.open(address) ?? window.open(address, 'x', 'nodeIntegration=yes,sandbox=no');
        });
        link.remove();
        return found.filter((one) => one !== null).length;
      }, leads);
      expect(opened).toBe(0);
      expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    },
  },
  {
    title: 'the system opens nothing that the content says',
    probe: async ({ app, page }) => {
      const opened = await app.evaluate(async ({ shell }) => {
        const all: string[] = [];
        shell.openExternal = async (url) => void all.push(url);
        shell.openPath = async (path) => {
          all.push(path);
          return '';
        };
        (globalThis as { opened?: string[] }).opened = all;
        return all.length;
      });
      expect(opened).toBe(0);
      for (const url of leads.slice(2)) {
        const answer = await page.evaluate(
          (address) => window.marbre.call('link.open', { url: address }),
          url,
        );
        expect(answer).toMatchObject({ code: 'link.refused' });
      }
      expect(await app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([]);
    },
  },
  {
    title: 'the Electron that is shipped is the current one, and another one is called unsupported',
    probe: async ({ page }) => {
      const root = join(import.meta.dirname, '../../..');
      const { devDependencies = {}, dependencies = {} } = JSON.parse(
        readFileSync(join(root, 'package.json'), 'utf8'),
      ) as Record<string, Record<string, string>>;
      const shipped = Number.parseInt(devDependencies.electron ?? dependencies.electron ?? '', 10);
      const start = (await page.evaluate(() => window.marbre.call('app.start', undefined))) as {
        value: { versions: { electron: string; supported: boolean } };
      };
      const { electron, supported } = start.value.versions;
      expect(shipped).toBeGreaterThanOrEqual(45);
      expect(supported).toBe(Number.parseInt(electron, 10) >= shipped);
    },
  },
  {
    title: 'whoever calls the main process is looked at first',
    probe: async ({ app }) => {
      const listeners = await app.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
      // Calls go through one door, whose guard is tested below; nothing else listens.
      expect(listeners.filter((name) => name !== 'error' && !name.startsWith('ELECTRON_'))).toEqual([]);
    },
  },
  {
    title: 'no page comes by file://',
    probe: async ({ page }) => {
      expect(await page.evaluate(() => location.origin)).toBe('marbre://app');
      const read = await page.evaluate(() =>
        fetch('file:///etc/passwd').then(
          () => 'read',
          () => 'refused',
        ),
      );
      expect(read).toBe('refused');
    },
  },
  {
    title: 'the fuses are set',
    readFrom: 'the packaged build: the program that tests start is Electron as it comes',
  },
  {
    title: 'the page gets two functions, and nothing of Electron’s through them',
    probe: async ({ page, app }) => {
      const found = await page.evaluate(() => ({
        names: Object.keys(window.marbre).sort(),
        isFixed: Object.isFrozen(window.marbre),
      }));
      expect(found).toEqual({ names: ['call', 'on'], isFixed: true });
      const heard = page.evaluate(
        () =>
          new Promise((resolve) => {
            window.marbre.on('tag.progress', ((...all: unknown[]) => resolve(all)) as never);
          }),
      );
      await page.evaluate(() => undefined);
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('marbre:event', 'tag.progress', {
          done: 1,
          total: 2,
        }),
      );
      expect(await heard).toEqual([{ done: 1, total: 2 }]);
    },
  },
];

export function checklistTests(running: () => Running): void {
  for (const [index, point] of points.entries()) {
    if ('probe' in point) it(`${index + 1}: ${point.title}`, () => point.probe(running()));
  }

  it('has twenty points, of which only the fuses are read elsewhere', async () => {
    expect(points.length).toBe(20);
    expect(points.flatMap((point, index) => ('readFrom' in point ? [index + 1] : []))).toEqual([19]);
    expect(await running().app.evaluate(({ app }) => app.isPackaged)).toBe(false);
  });
}
