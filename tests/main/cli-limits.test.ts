import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = resolve('bin/marbre.mjs');
let folder = '';

/** Within the largest file that is imported, and far more than its parser can hold: it makes objects of every word. */
const heavy = '*a* [b](c) `d` ~e~\n\n'.repeat(18 * 50_000);

function marbre(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

const inTime = ['--max-seconds', '1'];
const inMemory = ['--max-memory', '64'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marbre-limits-'));
  writeFileSync(join(folder, 'heavy.md'), heavy);
  writeFileSync(join(folder, 'light.md'), '# A light story\n\nOne paragraph.\n\nAnother one.\n');
  expect(marbre(['desk', 'init', 'desk']).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused = (limit: string) => ({
  status: 3,
  stdout: '',
  stderr: `Reading heavy.md takes more than ${limit}: split it, or import only the story.\n`,
});

describe('a file that is too hard to read', () => {
  it.each([
    ['convert', ['convert', 'heavy.md', '--to', 'html', '-o', 'out.html']],
    ['convert into a work of several', ['convert', 'light.md', 'heavy.md', '--to', 'epub', '-o', 'out.epub']],
    ['inspect', ['inspect', 'heavy.md']],
    ['claims', ['claims', 'heavy.md']],
    ['import', ['import', 'heavy.md', '--desk', 'desk']],
  ])('ends %s in one sentence and exit 3, and leaves nothing behind', (_, args) => {
    expect(marbre([...args, ...inTime])).toEqual(refused('1 s'));
    expect(['out.html', 'out.epub'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
    expect(readdirSync(join(folder, 'desk/articles'))).toEqual([]);
  });

  it('is refused when it fills the memory that it may have', () => {
    expect(marbre(['convert', 'heavy.md', '--to', 'html', ...inMemory])).toEqual(refused('64 MB'));
  }, 60_000);

  it('is refused from standard input too, and said to a script as JSON', () => {
    const { status, stdout, stderr } = marbre(['convert', '-', '--to', 'html', '--json', ...inTime], heavy);
    expect([status, stdout, JSON.parse(stderr).error.code]).toEqual([3, '', 'input.too-hard']);
  });

  it('stops no other file of a batch, and no other of an import', () => {
    const into = ['--to', 'html', '--out-dir', 'out', ...inTime];
    const done = marbre(['convert', 'heavy.md', 'light.md', ...into]);
    expect([done.status, done.stderr.match(/\n/g)?.length]).toEqual([1, 1]);
    expect(done.stderr).toContain('Reading heavy.md takes more than 1 s');
    expect(readdirSync(join(folder, 'out'))).toEqual(['light.html']);
    const imported = marbre(['import', 'heavy.md', 'light.md', '--desk', 'desk', '--json', ...inMemory]);
    const { articles, refused: others } = JSON.parse(imported.stdout);
    expect([imported.status, articles.length, others[0].code]).toEqual([3, 1, 'input.too-hard']);
  }, 60_000);
});

describe('a file within the limits', () => {
  it('is read from standard input as from disk', () => {
    const content = readFileSync(join(folder, 'light.md'), 'utf8');
    const fromDisk = marbre(['convert', 'light.md', '--to', 'html']);
    expect(fromDisk).toMatchObject({ status: 0, stderr: '' });
    expect(fromDisk.stdout).toContain('<h1>A light story</h1>');
    expect(marbre(['convert', '-', '--from', 'markdown', '--to', 'html'], content)).toEqual(fromDisk);
  });

  it('is refused when standard input or a device gives more than a file may have', () => {
    const most = 20 * 1024 * 1024;
    const more = marbre(['inspect', '-'], 'a'.repeat(most + 1));
    expect([more.status, more.stdout]).toEqual([3, '']);
    expect(more.stderr).toContain('20 MB');
    if (existsSync('/dev/zero')) expect(marbre(['inspect', '/dev/zero']).status).toBe(3);
  });

  it.each([
    ['--max-seconds', '0'],
    ['--max-seconds', 'soon'],
    ['--max-memory', '1'],
  ])('is not read when the limit makes no sense: %s %s', (option, value) => {
    expect(marbre(['inspect', 'light.md', option, value]).status).toBe(2);
  });
});

describe('a format that cannot be read or written', () => {
  it.each([
    [['--from', 'epub', '--to', 'html'], 'EPUB'],
    [['--to', 'eml'], 'Mail'],
  ])('is wrong usage, with a sentence that names the others: %j', (args, label) => {
    for (const more of [[], ['--out-dir', 'none']]) {
      const { status, stderr } = marbre(['convert', 'light.md', ...args, ...more]);
      expect([status, stderr.match(/\n/g)?.length]).toEqual([2, 1]);
      expect(stderr).toContain(label);
      expect(stderr).toContain('markdown');
    }
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
