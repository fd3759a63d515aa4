import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from '../support/launch';

describe('the window cannot get out', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
  });
  afterAll(() => running.app.close());

  it('is sandboxed and isolated, without Node', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    const globals = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    );
    expect(globals).toEqual([]);
  });

  it('offers two functions and no others', async () => {
    expect(await running.page.evaluate(() => Object.keys(window.marbre).sort())).toEqual(['call', 'on']);
  });

  it('serves its pages with a policy that allows nothing unsafe', async () => {
    const policy = await running.page.evaluate(async () => {
      const source = await new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.originalPolicy), {
          once: true,
        });
        const script = document.createElement('script');
        script.textContent = 'window.canary = true';
        document.head.append(script);
      });
      return { source, canary: 'canary' in window };
    });
    expect(policy.canary).toBe(false);
    expect(policy.source).toContain("default-src 'none'");
    expect(policy.source).not.toContain('unsafe');
  });

  it('refuses navigation, new windows, permissions and the network', async () => {
    const { page, app } = running;
    const before = page.url();
    const found = await page.evaluate(async () => {
      const opened = window.open('https://example.org');
      location.href = 'https://example.org';
      const fetched = await fetch('https://example.org').then(
        () => 'fetched',
        () => 'refused',
      );
      const asked = await Notification.requestPermission();
      return { opened: opened === null, fetched, asked };
    });
    expect(found).toEqual({ opened: true, fetched: 'refused', asked: 'denied' });
    expect(page.url()).toBe(before);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('cannot read files outside of its build', async () => {
    const statuses = await running.app.evaluate(async ({ session }) => {
      const paths = [
        '../main/index.js',
        '..%2fmain%2findex.js',
        '%2e%2e/%2e%2e/package.json',
        'index.html%00.js',
      ];
      const answers = paths.map((path) =>
        session.defaultSession.fetch(`marbre://app/${path}`).then((answer) => answer.status),
      );
      return Promise.all([
        ...answers,
        session.defaultSession.fetch('marbre://other/index.html').then((answer) => answer.status),
      ]);
    });
    expect(statuses.every((status) => status === 404)).toBe(true);
  });

  it('answers unknown, malformed and hostile calls with a code and changes nothing', async () => {
    const codes = await running.page.evaluate(async () => {
      const calls: [string, unknown][] = [
        ['nothing.known', undefined],
        ['__proto__', undefined],
        ['article.open', { id: '../../../etc/passwd' }],
        ['article.open', { id: 'x', extra: 1 }],
        ['link.open', { url: 'javascript:alert(1)' }],
        ['link.open', { url: 'file:///etc/passwd' }],
        ['intake.files', { files: [{ name: 'x', path: '/etc/passwd' }] }],
      ];
      const codes: unknown[] = [];
      for (const [name, payload] of calls)
        codes.push(((await window.marbre.call(name, payload)) as { code?: string }).code);
      return codes;
    });
    expect(codes).toEqual([
      'request.unknown',
      'request.unknown',
      'request.invalid',
      'request.invalid',
      'link.refused',
      'link.refused',
      'request.invalid',
    ]);
  });

  it('never gives a path to the window', async () => {
    const text = await running.page.evaluate(async () =>
      JSON.stringify(await window.marbre.call('app.start', undefined)),
    );
    expect(text).not.toContain(running.userData);
  });

  it('is built without an address of any other origin in its page', () => {
    const page = readFileSync(join(import.meta.dirname, '../../out/renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/https?:\/\//);
  });
});
