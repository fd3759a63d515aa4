import type { Language } from '#core/article/schema';
import { type Failure, type FailureCode, failure } from '#core/failure';
import { failureSentence, languageOf, type Translate } from '#core/messages/index';

/** 0 done; 1 ran and found something wrong; 2 wrong usage; 3 input refused; 4 could not read or write. */
export const exitCodes = { done: 0, wrong: 1, usage: 2, refused: 3, io: 4 } as const;

/** What a verb needs of the world: where words go, in which language, and the time. */
export interface Console {
  readonly t: Translate;
  /** Data: standard output and nothing else goes there. */
  readonly out: (data: string | Uint8Array) => void;
  /** Everything that is said to people. */
  readonly say: (sentence: string) => void;
  /** Says how far something is, over what was said before; nothing where nobody watches. */
  readonly progress: (words: string) => void;
  /** Standard input, as far as `most` bytes. */
  readonly readInput: (most: number) => Promise<Uint8Array>;
  /** ISO instant. */
  readonly now: () => string;
}

/** The exit code of a failure: wrong words, unusable content, or a disk or folder that does not answer. */
export function exitCodeOf(code: FailureCode): number {
  if (code === 'gate.refuses' || code === 'tag.in-use') return exitCodes.wrong;
  if (code === 'format.nothing-to-write') return exitCodes.refused;
  if (code === 'usage' || code.startsWith('format.')) return exitCodes.usage;
  if (code === 'tag.unknown') return exitCodes.io;
  if (code.startsWith('tag.')) return exitCodes.refused;
  if (code === 'input.not-found' || code === 'article.not-found' || code === 'internal') return exitCodes.io;
  if (
    code.startsWith('input.') ||
    code.startsWith('folder.') ||
    code === 'article.invalid' ||
    code === 'article.newer-version'
  )
    return exitCodes.refused;
  return exitCodes.io;
}

/** Says a failure as one sentence, or as JSON for a script, and gives the exit code. */
export function fail(io: Console, failed: Failure, json: boolean): number {
  const message = failureSentence(io.t, failed);
  // Of a bug its place is told too; of everything else the sentence says enough.
  const detail = failed.code === 'internal' ? failed.detail : undefined;
  io.say(json ? JSON.stringify({ error: { code: failed.code, message, detail } }) : message);
  if (detail !== undefined && !json) io.say(detail);
  return exitCodeOf(failed.code);
}

/** The language that the console speaks, for labels of the desk's own. */
export function languageIn({ t }: Console): Language {
  return languageOf(t('cli.inspect.language') === 'Langue' ? 'fr' : 'en');
}

export function usage(problem: string): Failure {
  return failure('usage', { problem });
}

export function printJson(io: Console, content: unknown): void {
  io.out(`${JSON.stringify(content, null, 2)}\n`);
}
