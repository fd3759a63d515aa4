import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication } from 'playwright-core';

export interface Visit {
  readonly name: string;
  /** How often something on the page called `canary()`. */
  readonly calls: number;
  /** What it asked for beside itself, wherever that is, and where it wanted to lead its reader. */
  readonly requests: readonly string[];
}

/**
 * Opens pages as any browser would: from a file, with scripts on, in a session that has nothing of this app's. Every
 * element is pointed at, focused and pressed. Nothing leaves: what is asked for is written down and refused.
 */
export async function visitPages(
  app: ElectronApplication,
  pages: readonly { readonly name: string; readonly html: string }[],
): Promise<Visit[]> {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-plain-'));
  const preload = join(folder, 'canary.js');
  writeFileSync(
    preload,
    'globalThis.canaryCalls = 0; globalThis.canary = () => { globalThis.canaryCalls += 1; };',
  );
  const files = pages.map(({ name, html }, index) => {
    const path = join(folder, `${index}.html`);
    writeFileSync(path, html);
    return { name, url: pathToFileURL(path).href };
  });
  return app.evaluate(visitAll, { files, preload });
}

/** Runs in the main process; sees nothing of this file. */
async function visitAll(
  { BrowserWindow, session: sessions }: typeof import('electron'),
  { files, preload }: { files: { name: string; url: string }[]; preload: string },
): Promise<Visit[]> {
  const session = sessions.fromPartition(`plain-${process.hrtime.bigint()}`);
  let current = '';
  let requests: string[] = [];
  session.webRequest.onBeforeRequest((details, decide) => {
    const isPage = details.url === current || /^(?:data|blob):/.test(details.url);
    if (!isPage) requests.push(details.url);
    decide({ cancel: !isPage });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session, preload, contextIsolation: false, nodeIntegration: false, sandbox: true },
  });
  const contents = window.webContents;
  // This app's own guards must not do the page's work.
  for (const event of ['will-navigate', 'will-redirect', 'will-attach-webview'])
    contents.removeAllListeners(event);
  contents.on('will-navigate', (event) => {
    if (!/^(?:https?|mailto):/.test(event.url) && !event.url.startsWith(`${current}#`))
      requests.push(event.url);
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    requests.push(`window ${url}`);
    return { action: 'deny' };
  });
  const press = `(async () => {
    const events = ['pointerenter', 'pointerover', 'mouseover', 'mouseenter', 'mousemove', 'focus', 'focusin', 'click', 'toggle', 'copy'];
    for (const element of [...document.querySelectorAll('*')]) {
      if (element.tagName === 'A' && /^(?:https?|mailto):/.test(element.href)) continue;
      for (const event of events) element.dispatchEvent(new Event(event, { bubbles: true }));
      if (element.tagName === 'A') element.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 120));
    return globalThis.canaryCalls;
  })()`;
  const visits: Visit[] = [];
  for (const { name, url } of files) {
    current = url;
    requests = [];
    await window.loadURL(url).catch(() => undefined);
    const calls: number = await contents.executeJavaScript(press).catch(() => -1);
    visits.push({ name, calls, requests: [...requests] });
  }
  window.destroy();
  return visits;
}
