import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type Failure, type Result, success } from '#core/failure';
import { type ListedFolder, listFolder } from '#storage/index';

/** One file to convert, and where its output goes below the target folder. */
export interface Input {
  /** Absolute. */
  readonly path: string;
  /** As the person would name it: relative to where they are. */
  readonly name: string;
  /** The folder of the output, relative to the target: folders keep their shape. */
  readonly folder: string;
  /** The folder that was named, where the file was found in one. */
  readonly within?: { readonly folder: ListedFolder; readonly place: string };
}

/** What the words of a command line mean. */
export interface Inputs {
  readonly files: readonly Input[];
  /** What lies in a folder that was named and is not read, with the reason. */
  readonly refused: readonly { readonly name: string; readonly failure: Failure }[];
}

/**
 * The files that words on a command line mean: files by name, all that copy can be in a folder, and patterns
 * (`stories/*.md`, `**`), which a shell may have left alone. `-` is standard input. Hidden files are never meant. Codes:
 * those of `listFolder`.
 */
export async function inputsOf(words: readonly string[]): Promise<Result<Inputs>> {
  const found = new Map<string, Input>();
  const refused: Inputs['refused'][number][] = [];
  for (const word of words) {
    const meant = await expand(word);
    if (!meant.ok) return meant;
    for (const input of meant.value.files) if (!found.has(input.path)) found.set(input.path, input);
    refused.push(...meant.value.refused);
  }
  return success({ files: [...found.values()], refused });
}

async function expand(word: string): Promise<Result<Inputs>> {
  // A file may be called “[draft].md”: what is there is what is meant.
  if (word !== '-' && isFolder(word)) return inFolder(word);
  return success({ files: await named(word), refused: [] });
}

async function named(word: string): Promise<Input[]> {
  if (word === '-') return [{ path: '-', name: '-', folder: '' }];
  if (existsSync(word) || !isDynamicPattern(word)) return [inputAt(resolve(word), '')];
  const paths = await glob(word.split(sep).join('/'), { absolute: true, expandDirectories: false });
  // A pattern that nothing fits is a file that is not there.
  return paths.length > 0 ? paths.sort().map((path) => inputAt(path, '')) : [inputAt(resolve(word), '')];
}

async function inFolder(word: string): Promise<Result<Inputs>> {
  const listed = await listFolder(resolve(word));
  if (!listed.ok) return listed;
  const { notes, refused } = listed.value;
  const pathOf = (place: string): string => join(resolve(word), ...place.split('/'));
  return success({
    files: notes.map((place) => ({
      ...inputAt(pathOf(place), dirname(join(...place.split('/')))),
      within: { folder: listed.value, place },
    })),
    refused: refused.map((one) => ({ name: inputAt(pathOf(one.place), '').name, failure: one.failure })),
  });
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
