import { makeStory } from './lib/story.mjs';
import { openAtParagraph, unlimitedFrames } from './lib/typing.mjs';
import { ourWindow, peerWindow } from './lib/windows.mjs';

/** Keys that one window gets before it is the other's turn. Half of them write, the others take it back. */
const turn = 500;
/** Long enough for the window to settle, in milliseconds. */
const pause = 600;

/**
 * How far the heap has grown since the start, in megabytes, after each thousand keys; measured behind a garbage
 * collection. The text is as long at the end as at the beginning: what stays is history, or a leak.
 */
export async function run({ quick }) {
  const story = makeStory(10_000, 200);
  const keys = quick ? 2_000 : 10_000;
  const sessions = [];
  for (const window of [ourWindow(story), peerWindow(story)])
    sessions.push(await openAtParagraph(window, unlimitedFrames));
  const starts = [];
  for (const { page } of sessions) {
    // What is loaded late and compiled late is there before the first measurement.
    await write(page, turn);
    starts.push(await heapUsed(page));
  }
  const samples = [[], []];
  for (let done = turn; done <= keys; done += turn) {
    for (const [index, { page }] of sessions.entries()) {
      await write(page, turn);
      if (done % 1_000 === 0) samples[index].push((await heapUsed(page)) - starts[index]);
    }
  }
  for (const { app } of sessions) await app.close();
  return { unit: 'MB', ours: samples[0], peerSamples: samples[1] };
}

async function write(page, count) {
  await page.bringToFront();
  for (let key = 0; key < count / 2; key += 1) await page.keyboard.press('abcdefghi '[key % 10]);
  await page.waitForTimeout(pause);
  for (let key = 0; key < count / 2; key += 1) await page.keyboard.press('Backspace');
  await page.waitForTimeout(pause);
}

/** Megabytes. */
async function heapUsed(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
}
