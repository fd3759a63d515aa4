import { makeStory } from './story.mjs';
import { ourWindow, peerWindow } from './windows.mjs';

/** Keys that one window gets before it is the other's turn. */
const turn = 20;
/** Without the limit every answer would be a multiple of one frame, and nothing could be told apart. */
export const unlimitedFrames = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/**
 * From a key press to the end of the frame that shows it, in milliseconds. Our window and the peer's hold the same
 * text and take turns. `pause` is the time between two keys in milliseconds; 0: as fast as the window takes them.
 */
export async function measureTyping({ words, claims, keys, pause }) {
  const story = makeStory(words, claims);
  const sessions = [];
  for (const window of [ourWindow(story), peerWindow(story)])
    sessions.push(await openAtParagraph(window, unlimitedFrames));
  for (const { page } of sessions) await page.evaluate(watchKeys);
  const samples = [[], []];
  // The first turn warms compiled code and caches up and is not counted.
  for (let done = -turn; done < keys; done += turn) {
    for (const [index, { page }] of sessions.entries()) {
      const taken = await type(page, turn, pause);
      if (done >= 0) samples[index].push(...taken);
    }
  }
  for (const { app } of sessions) await app.close();
  return { unit: 'ms', ours: samples[0], peerSamples: samples[1] };
}

/** A window with the caret in one paragraph of the story, by its index. */
export async function openAtParagraph({ launch, editor }, flags, index = 40) {
  const app = await launch(flags);
  const page = await app.firstWindow();
  await page.waitForSelector(`${editor} p:has-text("conseil")`);
  await page.waitForTimeout(1_000);
  await page.locator(`${editor} > p`).nth(index).click();
  return { app, page };
}

/** Runs in the page. The clock starts when the system had the key, so a busy window cannot hide that it was busy. */
function watchKeys() {
  globalThis.samples = [];
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.samples.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

export async function type(page, count, pause = 0) {
  await page.bringToFront();
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.press('abcdefghij'[key % 10]);
    if (pause > 0) await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(100);
  return page.evaluate(() => globalThis.samples?.splice(0) ?? []);
}
