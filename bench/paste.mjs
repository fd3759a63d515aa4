import { lastWords, plainClipboard, richClipboard } from './lib/clipboard.mjs';
import { makeStory } from './lib/story.mjs';
import { openAtParagraph } from './lib/typing.mjs';
import { ourWindow, peerWindow } from './lib/windows.mjs';

const size = 500_000;
/** How long a paste may take before it is given up, in milliseconds. */
const patience = 60_000;
/** From the paste to the key behind it, in milliseconds; no answer is shorter. */
const keyDelay = 50;

/**
 * From a paste of 500 kB into a short story to the end of the frame that shows a key pressed behind it, in
 * milliseconds. The event is the one that a browser sends; a key waits until the window can take it.
 */
export async function run({ quick }) {
  const results = [];
  for (const [kind, data] of Object.entries({ rich: richClipboard(size), plain: plainClipboard(size) })) {
    const ours = await pasteOften(ourWindow, data, quick ? 3 : 10);
    const peerSamples = await pasteOften(peerWindow, data, 1);
    const remark =
      peerSamples.length === 0 && `the peer was given up after ${patience / 1_000} s (facebook/lexical#7422)`;
    results.push({ name: `paste-${kind}`, unit: 'ms', ours, peerSamples, remark: remark || undefined });
  }
  return results;
}

async function pasteOften(windowOf, data, rounds) {
  const window = windowOf(makeStory(800, 5));
  const { app, page } = await openAtParagraph(window, [], 5);
  // Our readers of clipboards are loaded when the window has been there for a moment.
  await page.waitForTimeout(3_000);
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    const taken = await within(patience, pasteOnce(page, window.editor, data));
    if (taken === null) {
      app.process().kill('SIGKILL');
      return samples;
    }
    samples.push(taken);
    await takeBack(page, window.editor);
  }
  await app.close();
  return samples;
}

async function pasteOnce(page, editor, data) {
  await page.evaluate(pasteSoon, [editor, data]);
  await page.waitForTimeout(keyDelay);
  await page.keyboard.press('x');
  const [elapsed, text] = await page.evaluate(
    async (selector) => [await globalThis.keyShown, document.querySelector(selector).textContent],
    editor,
  );
  if (!text.includes(`${lastWords}x`)) throw new Error('what was pasted is not all there, or not editable');
  return elapsed;
}

/** Runs in the page. The paste is a task of its own, so that the key can be on its way. */
function pasteSoon([selector, data]) {
  let began = 0;
  globalThis.keyShown = new Promise((resolve) => {
    addEventListener(
      'keydown',
      () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - began);
          port2.postMessage(null);
        }),
      { once: true, capture: true },
    );
  });
  const clipboardData = new DataTransfer();
  for (const [type, content] of Object.entries(data)) clipboardData.setData(type, content);
  setTimeout(() => {
    began = performance.now();
    document
      .querySelector(selector)
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 0);
}

/** One step takes the key back and one the paste: a paste that were several would leave words behind. */
async function takeBack(page, editor) {
  await page.waitForTimeout(1_000);
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z');
  await page.waitForTimeout(1_500);
  const text = await page.locator(editor).textContent();
  if (text.includes(lastWords)) throw new Error('two steps of undo do not take a paste and a key back');
}

function within(limit, work) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), limit);
  });
  // What fails after it was given up has failed because its window is gone.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
