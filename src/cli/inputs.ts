import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** One file to convert, and where its output goes below the target folder. */
export interface Input {
  /** Absolute. */
  readonly path: string;
  /** As the person would name it: relative to where they are. */
  readonly name: string;
  /** The folder of the output, relative to the target: folders keep their shape. */
  readonly folder: string;
}

/** What lies beside copy in a folder and is none itself. */
const besideCopy =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|mp3|m4a|wav|mp4|mov|webm|css|js|mjs|woff2?|ttf|otf)$/i;

/**
 * The files that words on a command line mean: files by name, all that copy can be in a folder, and patterns
 * (`stories/*.md`, `**`), which a shell may have left alone. `-` is standard input. Hidden files are never meant.
 */
export async function inputsOf(words: readonly string[]): Promise<Input[]> {
  const found = new Map<string, Input>();
  for (const word of words)
    for (const input of await expand(word)) if (!found.has(input.path)) found.set(input.path, input);
  return [...found.values()];
}

async function expand(word: string): Promise<Input[]> {
  if (word === '-') return [{ path: '-', name: '-', folder: '' }];
  // A file may be called “[draft].md”: what is there is what is meant.
  if (isFolder(word)) return inFolder(word);
  if (existsSync(word) || !isDynamicPattern(word)) return [inputAt(resolve(word), '')];
  const paths = await glob(word.split(sep).join('/'), { absolute: true, expandDirectories: false });
  // A pattern that nothing fits is a file that is not there.
  return paths.length > 0 ? paths.sort().map((path) => inputAt(path, '')) : [inputAt(resolve(word), '')];
}

async function inFolder(folder: string): Promise<Input[]> {
  const root = resolve(folder);
  const paths = await glob('**/*', { cwd: root, absolute: true, followSymbolicLinks: false });
  return paths
    .filter((path) => !besideCopy.test(path))
    .sort()
    .map((path) => inputAt(path, relative(root, dirname(path))));
}

function inputAt(path: string, folder: string): Input {
  const name = relative(process.cwd(), path);
  return { path, name: name.startsWith(join('..', '..')) ? basename(path) : name, folder };
}

export function isFolder(word: string): boolean {
  try {
    return statSync(word).isDirectory();
  } catch {
    return false;
  }
}
