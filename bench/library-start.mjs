import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDesk, loadGenerator, standardSeed } from './lib/desks.mjs';
import { deskSize, makeIndex, prepareIndex } from './lib/library.mjs';
import { makeStory } from './lib/story.mjs';
import { unlimitedFrames } from './lib/typing.mjs';
import { deskWindow, patiently, peerWindow } from './lib/windows.mjs';

/** 60 a second, in milliseconds. */
const frame = 16.7;

/** The window on a big desk: launch → a list, key → its hits, and the frames of a list that is scrolled. */
export async function run({ quick }) {
  await prepareIndex();
  const articles = deskSize(quick);
  const desk = await ensureDesk({ articles });
  // What an older version has left there would be compared with a first index.
  rmSync(join(desk, '.marbre'), { recursive: true, force: true });
  await makeIndex('ours', desk, join(desk, '.marbre/index.sqlite'));
  const window = deskWindow(desk);
  const started = await measureStarts(window, quick ? 3 : 10);
  const { planDesk, questionsFor } = await loadGenerator();
  const questions = questionsFor(planDesk({ articles, seed: standardSeed }));
  const app = await patiently(() => window.launch(unlimitedFrames));
  try {
    const page = await app.firstWindow();
    await page.waitForSelector('.library-row');
    // Long enough for the look at the whole desk that follows a start.
    await page.waitForTimeout(quick ? 3_000 : 20_000);
    const words = questions
      .filter(({ kind }) => kind === 'common' || kind === 'rare')
      .map(({ words }) => words)
      // Playwright has an American keyboard.
      .filter((words) => /^[a-z]+$/.test(words));
    const typed = await typeWords(page, words.slice(20, quick ? 40 : 60));
    const scrolled = await scrollList(page, quick ? 300 : 1_500);
    return [started, typed, scrolled, await libraryMemory(app)];
  } finally {
    await app.close();
  }
}

async function measureStarts(window, rounds) {
  const windows = [
    { ...window, ready: '.library-row' },
    { ...peerWindow(makeStory(800, 0)), ready: '#editor p:has-text("conseil")' },
  ];
  const samples = [[], []];
  // The first start of each fills the disk's cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { launch, ready }] of windows.entries()) {
      const elapsed = await patiently(() => measureStart(launch, ready));
      if (round > 0) samples[index].push(elapsed);
    }
  }
  return { unit: 'ms', limit: 1_500, ours: samples[0], peerSamples: samples[1] };
}

async function measureStart(launch, ready) {
  const began = performance.now();
  const app = await launch();
  await (await app.firstWindow()).waitForSelector(ready);
  const elapsed = performance.now() - began;
  await app.close();
  return elapsed;
}

/** Each word is typed letter by letter; a key counts from the event's own time to the frame that shows other hits. */
async function typeWords(page, words) {
  await page.evaluate(watchHits);
  const field = page.locator('.library-filter');
  await field.click();
  for (const word of words) {
    await field.fill('');
    await page.waitForTimeout(400);
    await page.evaluate(() => globalThis.hits.arm());
    for (const letter of word.slice(0, 8)) {
      await page.keyboard.press(letter);
      await page.evaluate(() => globalThis.hits.shown());
    }
    await page.evaluate(() => globalThis.hits.disarm());
  }
  await field.fill('');
  const { samples, unchanged } = await page.evaluate(() => globalThis.hits.taken());
  const remark = `${samples.length} keys; ${unchanged} more found what was there already`;
  return { name: 'library-typing', unit: 'ms', ours: samples, peerSamples: [], limit: 50, remark };
}

/** Runs in the page. */
function watchHits() {
  const patience = 1_500;
  const samples = [];
  let unchanged = 0;
  let armed = false;
  let done = Promise.resolve();
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      if (armed) done = nextHits(timeStamp);
    },
    { capture: true },
  );

  function nextHits(began) {
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        finish();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            samples.push(performance.now() - began);
            resolve();
          };
          port2.postMessage(null);
        });
      });
      const timer = setTimeout(() => {
        unchanged += 1;
        finish();
        resolve();
      }, patience);
      const finish = () => {
        clearTimeout(timer);
        observer.disconnect();
      };
      const list =
        document.querySelector('.library-row')?.parentElement ?? document.querySelector('.library');
      observer.observe(list, { childList: true, characterData: true, subtree: true });
    });
  }

  globalThis.hits = {
    arm: () => {
      armed = true;
    },
    disarm: () => {
      armed = false;
    },
    shown: () => done,
    taken: () => ({ samples, unchanged }),
  };
}

/** The list runs on by a row a frame; the time of each frame, with nothing that limits how many there are. */
async function scrollList(page, frames) {
  const ours = await page.evaluate(async (count) => {
    let scroller = document.querySelector('.library-row');
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
      scroller = scroller.parentElement;
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < count; frame += 1) {
      scroller.scrollTop += 98;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, frames);
  const share = ours.filter((time) => time <= frame).length / ours.length;
  return {
    name: 'library-scroll',
    unit: 'ms a frame',
    limit: frame,
    ours,
    peerSamples: [],
    remark: `${(share * 100).toFixed(1)} % of the frames within 1/60 s; drawn without a graphics card where there is none`,
  };
}

/** What the library process had at the most, in megabytes. */
async function libraryMemory(app) {
  const peaks = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type, name, serviceName }) => type === 'Utility' && /marbre/.test(`${name} ${serviceName}`))
      .map(({ memory }) => memory.peakWorkingSetSize / 1_024),
  );
  return { name: 'library-memory', unit: 'MB', limit: 300, ours: peaks, peerSamples: [] };
}
