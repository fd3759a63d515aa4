import { useEffect, useRef, useState } from 'react';
import { readSourceText, type TextProblem } from '../preview/source-text';
import { ask } from './ask';
import type { GuardQuestion, GuardSource } from './questions';
import { type Verdict, verdictOf } from './verdict';

export type Comparing =
  | { readonly state: 'waiting' | 'untranslated' | 'too-large' | 'cancelled' }
  /** Pages read, of how many. */
  | { readonly state: 'reading'; readonly read: number; readonly all: number }
  | { readonly state: 'done'; readonly verdict: Verdict }
  | { readonly state: 'failed'; readonly problem: TextProblem };

export interface Comparison {
  readonly comparing: Comparing;
  readonly cancel: () => void;
  /** Compares again, or at last. */
  readonly start: () => void;
}

/** How long words must have stood still before they are compared, in milliseconds. */
const stillness = 400;
/** A file that is larger than this is read when somebody asks for it, in bytes. */
const askedFor = 40 * 1024 * 1024;

/** Compares the words of a question with its source whenever either has changed, off the key path. */
export function useComparison(article: string, { words, against }: GuardQuestion): Comparison {
  const [comparing, setComparing] = useState<Comparing>({ state: 'waiting' });
  const [asked, setAsked] = useState(0);
  const running = useRef<AbortController>(null);
  const key = against.type === 'file' ? against.file.sha256 : against.text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the source, which is another object at each change of the claim
  useEffect(() => {
    if (words === null || (asked === 0 && isLarge(against))) {
      setComparing({ state: words === null ? 'untranslated' : 'too-large' });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const report = (next: Comparing): void => {
      if (!signal.aborted) setComparing(next);
    };
    const timer = setTimeout(() => void compare(article, words, against, signal, report), stillness);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [article, words, key, asked]);
  return {
    comparing,
    cancel() {
      running.current?.abort();
      setComparing({ state: 'cancelled' });
    },
    start: () => setAsked((count) => count + 1),
  };
}

function isLarge(against: GuardSource): boolean {
  return against.type === 'file' && against.file.size > askedFor;
}

async function compare(
  article: string,
  words: string,
  against: GuardSource,
  signal: AbortSignal,
  report: (next: Comparing) => void,
): Promise<void> {
  report({ state: 'waiting' });
  const onProgress = (read: number, all: number): void => report({ state: 'reading', read, all });
  const reading =
    against.type === 'words'
      ? ({ ok: true, value: against } as const)
      : await readSourceText(article, against.file, { signal, onProgress });
  if (!reading.ok) {
    report({ state: 'failed', problem: reading.problem });
    return;
  }
  const { text } = reading.value;
  const comparison = await ask({ type: 'compare', words, text }, signal).catch(() => undefined);
  if (comparison) report({ state: 'done', verdict: verdictOf(comparison, text) });
  // Null: somebody stopped it. Undefined: the comparison itself broke down.
  else if (comparison === undefined) report({ state: 'failed', problem: { kind: 'unreadable' } });
}
