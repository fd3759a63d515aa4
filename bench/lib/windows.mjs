import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron } from 'playwright-core';
import { makeArticle } from './story.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const base = JSON.parse(process.env.MARBRE_ELECTRON_ARGS ?? '[]');

/** Now and then a launch hangs before anything of ours has run (tests/support/launch.ts): it is begun again. */
export async function patiently(start) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 3 || !String(error).includes('Timeout')) throw error;
    }
  }
}

function launch(folder, env, extra) {
  return electron.launch({
    executablePath: process.env.MARBRE_ELECTRON,
    args: [...base, ...extra, folder],
    timeout: 15_000,
    env: { ...process.env, ...env },
  });
}

/** Our window, with a desk that holds one article which opens at start. */
export function ourWindow(story) {
  const userData = mkdtempSync(join(tmpdir(), 'marbre-bench-'));
  const desk = join(userData, 'desk');
  cpSync(join(root, 'resources/sample-desk'), desk, { recursive: true });
  const folder = join(desk, 'articles', 'bench--bench00001');
  mkdirSync(folder);
  writeFileSync(join(folder, 'article.json'), makeArticle('bench00001', story));
  const recentDesks = [{ id: 'bench', name: 'Bench', folder: desk }];
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ recentDesks, lastArticle: 'bench00001' }));
  return {
    launch: (extra = []) => launch(root, { MARBRE_USER_DATA: userData }, extra),
    editor: '.editor-surface',
  };
}

/** Our window on a desk that lies elsewhere, with no article open. */
export function deskWindow(desk) {
  const userData = mkdtempSync(join(tmpdir(), 'marbre-bench-'));
  const { id, name } = JSON.parse(readFileSync(join(desk, 'desk.json'), 'utf8'));
  writeFileSync(
    join(userData, 'settings.json'),
    JSON.stringify({ recentDesks: [{ id, name, folder: desk }], lastArticle: null }),
  );
  return { launch: (extra = []) => launch(root, { MARBRE_USER_DATA: userData }, extra) };
}

/** The peer: one window, one bare Lexical editor, the same text without claims. */
export function peerWindow(story) {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-peer-'));
  const paragraphs = story.blocks.map((block) => block.content.map((run) => run.text).join(''));
  const page = join(root, 'out/bench/peer');
  writeFileSync(join(folder, 'package.json'), '{ "name": "peer", "version": "1.0.0", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'preload.cjs'),
    `require('electron').contextBridge.exposeInMainWorld('story', ${JSON.stringify(paragraphs)});`,
  );
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(join(folder, 'data'))});
app.whenReady().then(() => new BrowserWindow({ width: 1360, height: 880, webPreferences: { preload: ${JSON.stringify(join(folder, 'preload.cjs'))} } }).loadFile(${JSON.stringify(join(page, 'index.html'))}));
app.on('window-all-closed', () => app.quit());`,
  );
  return { launch: (extra = []) => launch(folder, {}, extra), editor: '#editor' };
}
