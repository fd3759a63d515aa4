import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { secret } from '../../support/hostile-desk';
import type { Running } from '../../support/launch';

interface Seen {
  opened: string[];
  requests: string[];
}

/** A canary in the window, and recorders on what the system opens and on what the session lets nobody have. */
export async function watch({ app, page }: Running): Promise<void> {
  await page.evaluate(() => {
    const watched = window as { canary?: () => void; canaryCalls?: number };
    watched.canaryCalls = 0;
    watched.canary = () => {
      watched.canaryCalls = (watched.canaryCalls ?? 0) + 1;
    };
  });
  await app.evaluate(({ session, shell }) => {
    const seen: Seen = { opened: [], requests: [] };
    (globalThis as { seen?: Seen }).seen = seen;
    shell.openExternal = async (url) => void seen.opened.push(url);
    session.defaultSession.webRequest.onErrorOccurred((details) => {
      if (!details.url.startsWith('marbre:')) seen.requests.push(details.url);
    });
    session.defaultSession.webRequest.onCompleted((details) => {
      if (!details.url.startsWith('marbre:')) seen.requests.push(details.url);
    });
  });
}

/** Nothing ran, nothing was asked for, nothing stands in the window that is not ours. */
export async function expectNothing(running: Running, canary: string): Promise<void> {
  const { app, page } = running;
  const found = await page.evaluate(() => ({
    calls: (window as { canaryCalls?: number }).canaryCalls,
    scripts: document.querySelectorAll(
      'body script, body style, iframe, object, embed, base, meta[http-equiv], body link',
    ).length,
    handlers: [...document.querySelectorAll('body *')]
      .flatMap((element) => element.getAttributeNames().map((name) => `${element.tagName} ${name}`))
      .filter((name) => / on/i.test(name)),
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(?:#|https?:|mailto:)/.test(href)),
  }));
  expect(found).toEqual({ calls: 0, scripts: 0, handlers: [], links: [] });
  expect(await app.evaluate(() => (globalThis as { seen?: Seen }).seen)).toEqual({
    opened: [],
    requests: [],
  });
  expect(running.complaints).toEqual([]);
  expect(page.url()).toBe('marbre://app/index.html');
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(readFileSync(canary, 'utf8')).toBe(secret);
}

/** Every file below a folder, as text: what the canary must not have got into. */
export function textsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
