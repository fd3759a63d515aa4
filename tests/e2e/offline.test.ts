import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bodyText } from '#core/body/walk';
import { articlesIn, deskIn } from '../support/desk-files';
import { temporaryFolder } from '../support/launch';
import {
  isInterfaceQuestion,
  leaves,
  outsideCalls,
  type SocketCall,
  straceArguments,
} from '../support/network-trace';
import { launchPiped, type PipedWindow } from '../support/piped-window';
import { isSoak } from '../support/seed';

/** How long somebody works, in milliseconds: one round in `npm test`, ten minutes of them in the soak. */
const workTime = isSoak ? 10 * 60_000 : 0;
const limit = workTime + 120_000;

const succeeds = (...words: string[]) => spawnSync(words[0] ?? '', words.slice(1)).status === 0;
const canTrace = succeeds('strace', '-qq', '-o', '/dev/null', 'true');
/** A machine of one's own without a single network: root may have one, others where the system allows it. */
const alone = ['unshare', '-n'];
const canBeAlone = succeeds(...alone, 'true');

interface Trace {
  readonly before: readonly string[];
  calls(): SocketCall[];
}

function trace(...before: string[]): Trace {
  const file = join(mkdtempSync(join(tmpdir(), 'marbre-trace-')), 'calls');
  return {
    before: [...before, 'strace', ...straceArguments, file],
    calls: () => outsideCalls(readFileSync(file, 'utf8')),
  };
}

const lines = (calls: readonly SocketCall[]) => calls.map(({ line }) => line);

/** One round of work: open, write, save, search, check, preview the export. */
async function work(window: PipedWindow, words: string): Promise<void> {
  const click = (selector: string) => window.evaluate(`document.querySelector('${selector}').click()`);
  const seen = (selector: string) => window.until(`document.querySelector('${selector}')`);
  await seen('.library-row-open');
  await click('.library-row-open');
  await seen('.editor-surface .field-headline');
  await window.evaluate(`document.querySelector('.editor-surface').focus()`);
  // Chromium has a dictionary, and a word that it has to look up.
  await seen('.editor-surface[spellcheck="true"]');
  await window.press('Control+End');
  await window.type(` recieve maisson ${words}`);
  await window.until(`document.querySelector('.editor-surface').innerText.includes('maisson ${words}')`);
  await seen('.save-status[data-state="saved"]');
  await window.press('F7');
  await seen('.galley-bar');
  await window.press('F7');
  await window.press('Control+e');
  await seen('.export-preview');
  await window.press('Escape');
  await window.until(`!document.querySelector('dialog[open]')`);
  await window.press('F5');
  await pause(500);
  await window.press('F5');
}

/** What somebody would try who had got a script into the window, against addresses that exist for examples only. */
const tries: Readonly<Record<string, string>> = {
  'a request': `fetch('https://192.0.2.1/').catch(() => null)`,
  'a picture': `void (new Image().src = 'http://192.0.2.2/x.png')`,
  'a link that is to be ready early': `void ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'stylesheet'].map((rel) =>
    ['http://192.0.2.3:8080/', 'https://news.example/'].map((href) =>
      document.head.append(Object.assign(document.createElement('link'), { rel, href }))))`,
  'a socket': `void (() => { try { new WebSocket('ws://192.0.2.4/') } catch {} })()`,
  'a transport': `void (() => { try { new WebTransport('https://192.0.2.5/').ready.catch(() => null) } catch {} })()`,
  'a beacon': `void navigator.sendBeacon('http://192.0.2.6/')`,
  'a call': `(async () => {
    const iceServers = [
      { urls: 'stun:192.0.2.7:3478' }, { urls: 'stun:news.example:3478' },
      { urls: 'turn:192.0.2.8:3478?transport=tcp', username: 'a', credential: 'b' },
      { urls: 'turns:192.0.2.8:5349', username: 'a', credential: 'b' },
    ];
    const call = new RTCPeerConnection({ iceServers });
    call.createDataChannel('x');
    await call.setLocalDescription(await call.createOffer());
  })()`,
  'rules of what comes next': `void (() => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = '{"prefetch":[{"source":"list","urls":["https://192.0.2.9/"]}]}';
    document.head.append(script);
  })()`,
  'the place': `new Promise((done) => navigator.geolocation.getCurrentPosition(done, () => done(null)))`,
  'another page': `void (() => { window.open('http://192.0.2.10/'); location.href = 'http://192.0.2.11/' })()`,
};

describe.skipIf(!canTrace)('no code path opens a socket (needs strace, which may trace here)', () => {
  it('sees a program that does: what follows can fail', () => {
    const { before, calls } = trace();
    const program = `
      const server = require('net').createServer().listen(0, '127.0.0.1', () => {
        require('net').connect(server.address().port, '127.0.0.1', () => process.exit());
      });`;
    spawnSync(before[0] ?? '', [...before.slice(1), process.execPath, '-e', program]);
    const found = calls();
    expect(found.map(({ call }) => call)).toEqual(
      expect.arrayContaining(['socket', 'bind', 'listen', 'connect']),
    );
    expect(found.some(leaves)).toBe(true);
  });

  it('asks Chromium’s network service for nothing, not even a dictionary', async () => {
    const log = join(mkdtempSync(join(tmpdir(), 'marbre-net-log-')), 'log.json');
    const window = await launchPiped([], temporaryFolder(), [`--log-net-log=${log}`]);
    await work(window, 'Looked over.').finally(() => window.close());
    const text = readFileSync(log, 'utf8');
    const { events } = JSON.parse(text) as { events: unknown[] };
    expect(events.length).toBeGreaterThan(0);
    expect([...new Set(JSON.stringify(events).match(/(?:https?|wss?):\/\/[^"\\]+/g) ?? [])]).toEqual([]);
  });

  it(
    'works through a session without a socket that binds, connects or sends outside of this machine',
    async () => {
      const { before, calls } = trace();
      const userData = temporaryFolder();
      const window = await launchPiped(before, userData);
      try {
        const end = Date.now() + workTime;
        for (let round = 1; round === 1 || Date.now() < end; round += 1)
          await work(window, `Round ${round} done.`);
      } finally {
        await window.close();
      }
      expect(
        articlesIn(deskIn(userData))
          .map((one) => bodyText(one.body))
          .join(),
      ).toContain('Round 1 done.');
      const found = calls();
      expect(lines(found.filter((call) => !isInterfaceQuestion(call)))).toEqual([]);
      console.log(`${found.length} sockets asked for names of interfaces; nothing else was opened`);
    },
    limit,
  );

  it('sends nothing even for a script that has got into the window and tries every way out', async () => {
    const { before, calls } = trace();
    const window = await launchPiped(before, temporaryFolder());
    try {
      for (const expression of Object.values(tries)) await window.evaluate(expression);
      await pause(4_000);
    } finally {
      await window.close();
    }
    const found = calls();
    expect(lines(found.filter(leaves))).toEqual([]);
    // WebRTC looks which way packets would go (a datagram socket is “connected” without a packet), and stops there.
    const opened = found.filter((call) => !isInterfaceQuestion(call));
    expect(lines(opened.filter(({ call }) => call !== 'connect' && call !== 'bind'))).toEqual([]);
    expect(
      lines(opened.filter(({ line }) => /192\.0\.2\.|news\.example|port=htons\(5353\)/.test(line))),
    ).toEqual([]);
    console.log(`opened without a packet:\n${lines(opened).join('\n')}`);
  }, 120_000);

  it.skipIf(!canBeAlone)(
    'works on a machine that has no network at all (needs unshare -n)',
    async () => {
      const { before, calls } = trace(...alone);
      const userData = temporaryFolder();
      const window = await launchPiped(before, userData);
      try {
        await work(window, 'Written alone.');
      } finally {
        await window.close();
      }
      expect(
        articlesIn(deskIn(userData))
          .map((one) => bodyText(one.body))
          .join(),
      ).toContain('Written alone.');
      expect(lines(calls().filter((call) => !isInterfaceQuestion(call)))).toEqual([]);
    },
    120_000,
  );
});
