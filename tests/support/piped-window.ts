import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
/** How long anything may take, in milliseconds: tracing makes a start slow. */
const patience = 60_000;

/**
 * A running app that is steered through two pipes. Playwright needs two sockets on the loopback for the same, which
 * a test that counts sockets cannot have.
 */
export interface PipedWindow {
  evaluate(expression: string): Promise<unknown>;
  /** Until the expression is true. */
  until(expression: string): Promise<void>;
  /** Types where the caret is. */
  type(text: string): Promise<void>;
  /** `F7`, `Control+e`: one key, with at most one modifier. */
  press(keys: string): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** Starts the built app behind `before` (strace, unshare …), with `switches` of Chromium. */
export async function launchPiped(
  before: readonly string[],
  userData: string,
  switches: readonly string[] = [],
): Promise<PipedWindow> {
  const electron = process.env.MARBRE_ELECTRON;
  if (!electron) throw new Error('MARBRE_ELECTRON names no Electron: run “npm test -- --only e2e”');
  const given = JSON.parse(process.env.MARBRE_ELECTRON_ARGS ?? '[]') as string[];
  const words = [...before, electron, ...given, '--remote-debugging-pipe', ...switches, root, '--lang=en'];
  const child = spawn(words[0] ?? '', words.slice(1), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be ended, whatever stands before the app.
    detached: true,
    env: { ...process.env, MARBRE_USER_DATA: userData, LANG: 'en_GB.UTF-8', LANGUAGE: 'en' },
  });
  try {
    return await attach(child);
  } catch (error) {
    endGroup(child);
    throw error;
  }
}

async function attach(child: ChildProcess): Promise<PipedWindow> {
  const send = speak(child);
  const targetId = await poll(async () => {
    const { targetInfos } = await send('Target.getTargets', {});
    return (targetInfos as { type: string; targetId: string }[]).find(({ type }) => type === 'page')
      ?.targetId;
  });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, params: object) => send(method, params, sessionId as string);
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`);
    return (answer.result as { value?: unknown }).value;
  };
  const until = (expression: string) =>
    poll(async () => {
      // A page that is still on its way has nothing that could answer.
      const seen = await evaluate(`Boolean(${expression})`).catch((error: unknown) => {
        if (String(error).includes('execution context')) return false;
        throw error;
      });
      return seen ? true : undefined;
    }, expression).then(() => undefined);
  await until('document.querySelector(".shell")');
  return {
    evaluate,
    until,
    type: async (text) => void (await ask('Input.insertText', { text })),
    press: async (keys) => {
      const key = keyEvent(keys);
      await ask('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
    close: () => close(child, () => send('Browser.close', {})),
  };
}

/** What the protocol wants to hear for `Control+e`. */
function keyEvent(keys: string): object {
  const [key = '', modifier] = keys.split('+').reverse();
  const letter = key.length === 1;
  const functionKey = /^F(\d+)$/.exec(key)?.[1];
  const others: Readonly<Record<string, number>> = { Escape: 27, Enter: 13, End: 35 };
  return {
    key,
    code: letter ? `Key${key.toUpperCase()}` : key,
    windowsVirtualKeyCode: functionKey
      ? 111 + Number(functionKey)
      : (others[key] ?? key.toUpperCase().charCodeAt(0)),
    modifiers: modifier === 'Control' ? 2 : 0,
  };
}

/** Messages are JSON texts that end with a zero byte: into the third pipe of the child, out of the fourth. */
function speak(child: ChildProcess) {
  const waiting = new Map<number, (answer: Answer) => void>();
  const [, , , input, output] = child.stdio as [null, null, null, Writable, Readable];
  // Writing to an app that has ended is answered by what waits for it.
  input.on('error', () => undefined);
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const answer = JSON.parse(part) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  let number = 0;
  return async (method: string, params: object, sessionId?: string): Promise<Record<string, unknown>> => {
    number += 1;
    const id = number;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const late = pause(patience, { error: { message: 'no answer' } }, { ref: false });
    const { result, error } = await Promise.race([answered, late as Promise<Answer>]);
    waiting.delete(id);
    if (!result) throw new Error(`${method}: ${error?.message}`);
    return result;
  };
}

async function poll<T>(look: () => Promise<T | undefined>, what = 'the window'): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`waited ${patience / 1000} s for ${what}`);
}

async function close(child: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([ask().catch(() => undefined), pause(5_000)]);
  await Promise.race([gone, pause(10_000)]);
  endGroup(child);
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
