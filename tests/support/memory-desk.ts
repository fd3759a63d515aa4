import type { Article } from '#core/article/schema';
import type { Result } from '#core/failure';
import { sha256Hex } from '#core/hash';
import { createDesk, type DeskStore, type FileSystem, openDesk } from '#storage/index';
import { articleOf, at } from './checking';
import { RecordingDisk, type Tree } from './recording-file-system';

export const deskFolder = '/press/desk';
export const articleFolder = `${deskFolder}/articles/le-pont--a1`;
export const articleFile = `${articleFolder}/article.json`;

export const pdf = new TextEncoder().encode('%PDF-1.7\nle rapport du bureau des ponts');
export const picture = Uint8Array.from(
  [...'\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x02une vue du quai'].map(
    (one) => one.charCodeAt(0) & 0xff,
  ),
);
export const original = new TextEncoder().encode('Le pont\n\nLe pont a 212 mètres de long.\n');

/** Long enough for several writes of a few hundred bytes. */
const lines = [
  'Le pont tournant a 212 mètres de long et date de 1861.',
  'La ville veut le repeindre avant la fête de septembre.',
  'Le devis n’a pas été voté.',
];

/** The article of the desk, with these words in its first paragraph. */
export function version(words: string): Article {
  const plain = articleOf([words, ...lines]);
  const size = original.byteLength;
  const sha256 = sha256Hex(original);
  return { ...plain, original: { sha256, name: 'pont.txt', format: 'text', encoding: 'utf-8', size } };
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** A disk with a desk and one article on it, of which everything is safe. */
export async function diskWithDesk(): Promise<RecordingDisk> {
  ready ??= (await makeDesk()).tree;
  return new RecordingDisk(ready.copy());
}

let ready: Tree | undefined;

async function makeDesk(): Promise<RecordingDisk> {
  const disk = new RecordingDisk();
  await disk.fs.makeFolder('/press');
  const desk = must(await createDesk(deskFolder, { name: 'Quai', language: 'fr' }, disk.fs));
  must(await desk.articles.create(version('La version d’avant.'), original));
  must(await must(await desk.articles.history('a1')).keep(version('La version d’avant.'), 'opened', '', at));
  return disk;
}

export const openOn = async (fs: FileSystem): Promise<DeskStore> => must(await openDesk(deskFolder, fs));

/** Everything that a person does and that is written, each with how to see whether it is there. */
export interface Work {
  readonly name: string;
  run(desk: DeskStore): Promise<{ readonly ok: boolean; readonly code?: string }>;
  /** What can be read of it: the same text before any run, another one after a good one. */
  look(desk: DeskStore): Promise<string>;
}

let made = 0;
const bases = new WeakMap<DeskStore, string>();

const wordsOf = (article: Article): string => JSON.stringify(article.body);

export const works: readonly Work[] = [
  {
    name: 'saving an article',
    // Like the window, which goes on from the version that it knows, whatever became of the attempt before.
    async run(desk) {
      let base = bases.get(desk);
      if (base === undefined) {
        const stored = await desk.articles.read('a1');
        if (!stored.ok) return stored;
        base = stored.value.base;
      }
      bases.set(desk, base);
      const saved = await desk.articles.save(version('La version d’après.'), base);
      if (saved.ok) bases.set(desk, saved.value);
      return saved;
    },
    look: async (desk) => wordsOf(must(await desk.articles.read('a1')).article),
  },
  {
    name: 'keeping a version',
    async run(desk) {
      const history = await desk.articles.history('a1');
      return history.ok ? history.value.keep(version('Une version gardée.'), 'named', 'relue', at) : history;
    },
    async look(desk) {
      const history = must(await desk.articles.history('a1'));
      const kept = await Promise.all((await history.list()).map(({ id }) => history.read(id)));
      return JSON.stringify([...new Set(kept.map((read) => wordsOf(must(read))))].sort());
    },
  },
  {
    name: 'attaching evidence',
    run: (desk) => desk.articles.evidence.add('a1', 'rapport.pdf', pdf),
    look: (desk) => partOf(desk, 'evidence'),
  },
  {
    name: 'placing a picture',
    run: (desk) => desk.articles.addPicture('a1', picture),
    look: (desk) => partOf(desk, 'assets'),
  },
  {
    name: 'changing the settings of the desk',
    run: (desk) => desk.change({ onePerson: false }),
    look: async (desk) => String(must(await openDesk(deskFolder, desk.fs)).settings.onePerson),
  },
  {
    name: 'making a tag',
    run: (desk) => desk.ensureTag('Ponts', 'fr'),
    look: async (desk) => JSON.stringify(must(await desk.vocabulary()).tags.map(({ id }) => id)),
  },
  {
    name: 'making an article',
    // Another id each time, as every import has: what was not called made may be there all the same.
    run: (desk) => desk.articles.create({ ...version('Un autre article.'), id: `b${++made}` }, original),
    async look(desk) {
      const { articles, problems } = await desk.articles.list();
      if (problems.length > 0) throw new Error(`half an article: ${problems[0]?.name}`);
      return JSON.stringify([...new Set(articles.map(({ id }) => id.slice(0, 1)))].sort());
    },
  },
  {
    name: 'throwing an article away',
    run: async (desk) => {
      const done = await desk.articles.trash('a1');
      // One that is there already was thrown away by the attempt before.
      return !done.ok && done.code === 'article.not-found' ? { ok: true } : done;
    },
    async look(desk) {
      const shelves = [await desk.articles.list(), await desk.articles.list('trash')];
      return JSON.stringify(shelves.map(({ articles }) => articles.map(({ id }) => id)));
    },
  },
];

/** The names and contents of what lies beside the article, temporary files left out. */
async function partOf(desk: DeskStore, part: string): Promise<string> {
  const folder = `${articleFolder}/${part}`;
  const entries = (await desk.fs.info(folder)) === null ? [] : await desk.fs.list(folder);
  const whole = entries.filter((name) => !name.startsWith('.')).sort();
  const contents = await Promise.all(whole.map((name) => desk.fs.readFile(`${folder}/${name}`)));
  return JSON.stringify(whole.map((name, index) => [name, new TextDecoder().decode(contents[index])]));
}
