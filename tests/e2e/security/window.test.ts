import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from '../../support/launch';
import { addressTests } from './addresses';
import { callTests } from './calls';
import { checklistTests } from './checklist';

/** One start of the app for everything that needs no copy on the desk. */
describe('the window cannot get out', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch();
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());
  const app = (): Running => running;

  describe('Electron’s checklist, read back from the running app', () => checklistTests(app));
  describe('the way to the main process', () => callTests(app));
  describe('addresses', () => addressTests(app));

  it('comes back when something has emptied it', async () => {
    await running.page.evaluate(() => location.assign('about:blank')).catch(() => undefined);
    await running.page.waitForSelector('.library-row');
    expect(running.page.url()).toBe('marbre://app/index.html');
  });

  it('ended with the one window that it began with', async () => {
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(running.page.url()).toBe('marbre://app/index.html');
  });
});
