import { makeStory } from './lib/story.mjs';
import { ourWindow, peerWindow } from './lib/windows.mjs';

/** From a key press to the end of the frame that shows it, in milliseconds, at 10,000 words with 200 claims painted. */
export async function run({ quick }) {
  const story = makeStory(10_000, 200);
  const keys = quick ? 60 : 300;
  // Without the limit every answer would be a multiple of one frame, and nothing could be told apart.
  const flags = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
  const sessions = [];
  for (const window of [ourWindow(story), peerWindow(story)]) sessions.push(await open(window, flags));
  const samples = [[], []];
  for (let done = 0; done < keys; done += 20) {
    for (const [index, { page }] of sessions.entries()) samples[index].push(...(await type(page, 20)));
  }
  for (const { app } of sessions) await app.close();
  return { unit: 'ms', ours: samples[0], peerSamples: samples[1] };
}

async function open({ launch, editor }, flags) {
  const app = await launch(flags);
  const page = await app.firstWindow();
  await page.waitForSelector(`${editor} p:has-text("conseil")`);
  await page.waitForTimeout(1_000);
  await page.locator(`${editor} > p`).nth(40).click();
  await page.evaluate(() => {
    globalThis.samples = [];
    addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.samples.push(performance.now() - began);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  return { app, page };
}

async function type(page, count) {
  await page.bringToFront();
  for (let key = 0; key < count; key += 1) await page.keyboard.press('abcdefghij'[key % 10]);
  await page.waitForTimeout(100);
  return page.evaluate(() => globalThis.samples.splice(0));
}
