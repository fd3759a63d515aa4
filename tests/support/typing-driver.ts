import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Chance } from './seed';

/**
 * The mark in the status bar changes behind the frame that shows a key, at most 50 ms later, so that the key is seen at
 * once. What it says is held to hold for what has been on the screen for so many milliseconds.
 */
const markLag = 100;

/** What the interface has shown as saved, in order, as far as it was heard before the kill. */
export type SavedLog = string[];

/** Follows the window: each time the mark says “saved”, the text that it says so of goes into the log. */
export async function logSaved(page: Page): Promise<SavedLog> {
  const log: SavedLog = [];
  await page.exposeFunction('noteSaved', (text: string) => void log.push(text));
  await page.evaluate((lag) => {
    const surface = document.querySelector('.editor-surface');
    const status = document.querySelector('.status-bar');
    if (!surface || !status) throw new Error('no article is open');
    const read = (): string => [...surface.children].map((block) => block.textContent ?? '').join('\n');
    const versions = [{ text: read(), at: Number.NEGATIVE_INFINITY }];
    new MutationObserver(() => {
      const text = read();
      if (text !== versions.at(-1)?.text) versions.push({ text, at: performance.now() });
    }).observe(surface, { subtree: true, childList: true, characterData: true });
    const state = (): string | undefined =>
      status.querySelector<HTMLElement>('.save-status')?.dataset.state ?? undefined;
    const note = (window as unknown as { noteSaved(text: string): void }).noteSaved;
    new MutationObserver(() => {
      if (state() !== 'saved') return;
      const shown = versions.findLast(({ at }) => at <= performance.now() - lag);
      if (shown) note(shown.text);
    }).observe(status, { subtree: true, childList: true, attributeFilter: ['data-state'] });
  }, markLag);
  return log;
}

/** A text that grows key by key, and when each key was sent. */
export class TypedText {
  /** `texts[n]`: the text when n keys have been pressed. */
  readonly texts: string[];
  /** `sent[n]`: when key n was sent, in milliseconds since 1970; before the window has seen it. */
  readonly sent: number[] = [];
  /** The longest that the window took to have a key in its text, in milliseconds. */
  slowest = 0;

  constructor(start: string) {
    this.texts = [start];
  }

  get now(): string {
    return this.texts.at(-1) ?? '';
  }

  /** Which version this is: the newest that reads so. */
  indexOf(text: string): number {
    return this.texts.lastIndexOf(text);
  }

  firstIndexOf(text: string): number {
    return this.texts.indexOf(text);
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Types at the end of the open article until the window is gone: words, paragraphs, corrections and pauses. */
export async function typeUntilKilled(page: Page, typed: TypedText, chance: Chance): Promise<void> {
  const least = typed.now.length;
  try {
    for (;;) {
      const key = nextKey(typed.now, least, chance);
      typed.texts.push(after(typed.now, key));
      typed.sent.push(Date.now());
      await page.keyboard.press(key);
      typed.slowest = Math.max(typed.slowest, Date.now() - (typed.sent.at(-1) ?? 0));
      // Most keys come like those of somebody who writes; now and then somebody thinks, long enough for a “saved”.
      await pause(chance.next() < 0.12 ? chance.between(600, 1_000) : chance.between(5, 90));
    }
  } catch (error) {
    // Every press is refused once the window is gone: that is the end that was wanted.
    if (!/closed|crash|detached/i.test(String(error))) throw error;
  }
}

function nextKey(text: string, least: number, chance: Chance): string {
  const roll = chance.next();
  if (roll < 0.08 && text.length > least + 1) return 'Backspace';
  if (roll < 0.11 && !/\s$/.test(text)) return 'Enter';
  if (roll < 0.25 && !/\s$/.test(text)) return 'Space';
  return chance.pick([...letters]);
}

function after(text: string, key: string): string {
  if (key === 'Backspace') return text.slice(0, -1);
  return text + (key === 'Enter' ? '\n' : key === 'Space' ? ' ' : key);
}
