import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The settings folder; launch again with it and the same desk opens. */
  readonly userData: string;
  /** What the page has complained about: a test that ends with anything in here has failed. */
  readonly complaints: readonly string[];
}

export interface LaunchOptions {
  readonly userData?: string;
  readonly language?: 'fr' | 'en';
}

/** A new folder for settings and the sample desk. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'marbre-e2e-'));
}

/**
 * Now and then Electron's launch hangs before any test has begun (seen twice in some forty starts, always the first of
 * a file; Playwright attaching too late is the likely reason). Nothing of ours has run by then: it is started again.
 */
async function launchPatiently(options: Parameters<typeof electron.launch>[0]): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Longer each time: on a machine that is busy with other things it is no hang.
      return await electron.launch({ ...options, timeout: 15_000 * 2 ** (attempt - 1) });
    } catch (error) {
      if (attempt === 3 || !String(error).includes('Timeout')) throw error;
    }
  }
}

/** Starts the built app in a real Electron with its own settings folder and waits for the first screen. */
export async function launch({
  userData = temporaryFolder(),
  language = 'en',
}: LaunchOptions = {}): Promise<Running> {
  const executablePath = process.env.MARBRE_ELECTRON;
  if (!executablePath) throw new Error('MARBRE_ELECTRON names no Electron: run “npm test -- --only e2e”');
  const args = [
    ...(JSON.parse(process.env.MARBRE_ELECTRON_ARGS ?? '[]') as string[]),
    root,
    `--lang=${language}`,
  ];
  const app = await launchPatiently({
    executablePath,
    args,
    // Playwright would force the light theme, and the app's own choice could not be seen.
    colorScheme: null,
    env: {
      ...process.env,
      MARBRE_USER_DATA: userData,
      LANG: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8',
      LANGUAGE: language,
    },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForSelector('.shell');
  return { app, page, userData, complaints };
}
