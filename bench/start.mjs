import { makeStory } from './lib/story.mjs';
import { ourWindow, patiently, peerWindow } from './lib/windows.mjs';

/** From launch to an article that can be typed into, in milliseconds. Ours and the peer take turns. */
export async function run({ quick }) {
  const story = makeStory(800, 5);
  const windows = [ourWindow(story), peerWindow(story)];
  const samples = [[], []];
  const rounds = quick ? 3 : 10;
  // The first start of each fills the disk's cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, window] of windows.entries()) {
      const elapsed = await patiently(() => startOnce(window));
      if (round > 0) samples[index].push(elapsed);
    }
  }
  return { unit: 'ms', ours: samples[0], peerSamples: samples[1] };
}

async function startOnce({ launch, editor }) {
  const began = performance.now();
  const app = await launch();
  const page = await app.firstWindow();
  await page.waitForSelector(`${editor} p:has-text("conseil")`);
  const elapsed = performance.now() - began;
  await app.close();
  return elapsed;
}
