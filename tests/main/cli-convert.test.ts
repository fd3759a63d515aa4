import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const bin = resolve('bin/marbre.mjs');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marbre-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function convert(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'convert', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
  });
  return { status, stdout, stderr };
}

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const story = (title: string) => `# ${title}\n\nThe harbour closes on Monday, the port said.\n`;

describe('marbre convert, of many files', () => {
  it('names each output after its input, and makes the folder', () => {
    write({ 'a.md': story('One'), 'b.txt': 'Two\n\nThe bridge opens.\n' });
    expect(convert('a.md', 'b.txt', '--to', 'html', '--out-dir', 'out/html')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readdirSync(join(folder, 'out/html')).sort()).toEqual(['a.html', 'b.html']);
    expect(read('out/html/a.html')).toContain('<h1>One</h1>');
  });

  it('takes patterns and folders, keeps the shape of folders and passes pictures over', () => {
    write({
      'in/a.md': story('One'),
      'in/deep/b.md': story('Two'),
      'in/deep/photo.png': new Uint8Array([1, 2, 3]),
      'in/.hidden.md': story('Hidden'),
    });
    expect(convert('in', '--to', 'text', '--out-dir', 'out').status).toBe(0);
    expect(readdirSync(join(folder, 'out'), { recursive: true }).sort()).toEqual([
      'a.txt',
      'deep',
      join('deep', 'b.txt'),
    ]);
    expect(convert('in/**/*.md', '--to', 'text', '--out-dir', 'flat').status).toBe(0);
    expect(readdirSync(join(folder, 'flat')).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it('names what is refused, converts the rest and exits with 1', () => {
    write({ 'a.md': story('One'), 'broken.md': new Uint8Array([0, 1, 2, 0, 255]), 'empty.txt': '' });
    const done = convert('a.md', 'broken.md', 'empty.txt', 'missing.md', '--to', 'html', '--out-dir', 'out');
    expect(done.status).toBe(1);
    for (const name of ['broken.md', 'empty.txt', 'missing.md']) expect(done.stderr).toContain(name);
    expect(done.stderr.trim().split('\n')).toHaveLength(3);
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.html']);
  });

  it('tells two outputs of one name apart, and never writes over an input', () => {
    write({ 'a.md': story('One'), 'a.txt': 'Two\n\nThe bridge opens.\n' });
    expect(convert('a.md', 'a.txt', '--to', 'html', '--out-dir', 'out').status).toBe(0);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['a-2.html', 'a.html']);
    expect(convert('a.md', '--to', 'markdown', '--out-dir', '.').status).toBe(1);
    expect(read('a.md')).toBe(story('One'));
  });

  it('converts over several threads to what one would have written, in any order', () => {
    const names = Array.from({ length: 40 }, (_, index) => `${index}.md`);
    write(Object.fromEntries(names.map((name) => [name, story(`Story ${name}`)])));
    expect(convert(...names, '--to', 'html', '--out-dir', 'out').status).toBe(0);
    for (const name of ['39.md']) {
      const alone = convert(name, '--to', 'html').stdout;
      expect(read(`out/${name.replace('.md', '.html')}`)).toBe(alone);
    }
    expect(readdirSync(join(folder, 'out'))).toHaveLength(40);
  });

  it('writes a report of what was lost in which file, one JSON object a line', () => {
    write({
      'a.md': `${story('One')}\n![A crane](crane.png)\n\n| a | b |\n|---|---|\n| c | d |\n`,
      'bad.md': '',
    });
    expect(convert('a.md', 'bad.md', '--to', 'text', '--out-dir', 'out', '--report', 'r.jsonl').status).toBe(
      1,
    );
    const [first, second] = read('r.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ file: 'a.md', from: 'markdown' });
    expect(first.warnings.map(({ code }: { code: string }) => code)).toContain('picture-dropped');
    expect(first.lost).toContain('table');
    expect(second).toMatchObject({ file: 'bad.md', error: { code: 'input.empty' } });
  });

  it('asks for a folder when several files have none, and for one of two targets', () => {
    write({ 'a.md': story('One'), 'b.md': story('Two') });
    expect(convert('a.md', 'b.md', '--to', 'html').status).toBe(2);
    expect(convert('a.md', '--to', 'html', '--out-dir', 'o', '-o', 'x.html').status).toBe(2);
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });
});

describe('marbre convert --from', () => {
  it('reads a file as what it is told to be', () => {
    write({ 'a.txt': story('One') });
    expect(convert('a.txt', '--from', 'markdown', '--to', 'html-fragment').stdout).toContain('<h1>One</h1>');
    expect(convert('a.txt', '--from', 'exe', '--to', 'html').status).toBe(2);
  });
});

describe('marbre formats', () => {
  it('lists what can be read and written', () => {
    const { stdout } = spawnSync(process.execPath, [bin, 'formats', '--json'], { encoding: 'utf8' });
    const listed: readonly Record<string, unknown>[] = JSON.parse(stdout);
    expect(listed.find(({ id }) => id === 'markdown')).toMatchObject({
      extensions: expect.arrayContaining(['md']),
      mediaTypes: ['text/markdown'],
      reads: true,
      writes: true,
    });
    for (const { label } of listed) expect(label).toMatch(/\S/);
  });
});

describe('marbre import, of a folder of notes', () => {
  it('brings every note onto the desk with its tags and its day, and reports what was not understood', () => {
    const marbre = (...args: string[]) =>
      spawnSync(process.execPath, [bin, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
      });
    write({
      'vault/port.md': `---\ntags: [port, grue]\ndate: 2026-05-12\n---\n\n${story('One')}\n![[plan.canvas]]\n`,
      'vault/deep/two.md': story('Two'),
      'vault/broken.md': new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]),
      'vault/photo.png': new Uint8Array([1]),
      'vault/.obsidian/app.json': '{}',
    });
    expect(marbre('desk', 'init', 'desk').status).toBe(0);
    const done = marbre('import', 'vault', '--desk', 'desk', '--report', 'r.jsonl', '--json');
    expect(done.status).toBe(3);
    const { articles, refused } = JSON.parse(done.stdout);
    expect(articles.map(({ title }: { title: string }) => title).sort()).toEqual(['One', 'Two']);
    expect(refused.map(({ file }: { file: string }) => file)).toEqual([join('vault', 'broken.md')]);
    const { id } = articles.find(({ title }: { title: string }) => title === 'One');
    const article = JSON.parse(marbre('show', id, '--desk', 'desk', '--json').stdout);
    expect(article.metadata).toMatchObject({ tags: ['port', 'grue'], published: '2026-05-12' });
    const lines = read('r.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    const one = lines.find(({ file }) => file.endsWith('port.md'));
    expect(one.warnings.length).toBeGreaterThan(0);
  });

  it('takes the pictures of the folder along, follows no link out of it, and brings nothing in twice', () => {
    const marbre = (...args: string[]) =>
      spawnSync(process.execPath, [bin, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
      });
    const picture = readFileSync(
      join(import.meta.dirname, '../fixtures/import-folders/obsidian-vault/folder/Attachments/crane.png'),
    );
    write({
      'vault/port.md': `${story('One')}\n![Crane](pictures/crane.png "At dawn")\n\n![](gone.png)\n`,
      'vault/pictures/crane.png': picture,
      'secret.md': story('Secret'),
    });
    symlinkSync(join(folder, 'secret.md'), join(folder, 'vault/linked.md'));
    expect(marbre('desk', 'init', 'desk').status).toBe(0);
    const done = marbre('import', 'vault', '--desk', 'desk', '--json');
    expect(done.status).toBe(3);
    const { articles, refused } = JSON.parse(done.stdout);
    expect(articles).toMatchObject([{ title: 'One', warnings: ['picture-missing'] }]);
    expect(refused).toMatchObject([{ file: join('vault', 'linked.md'), code: 'input.no-file' }]);
    const article = JSON.parse(marbre('show', articles[0].id, '--desk', 'desk', '--json').stdout);
    expect(article.body.filter(({ type }: { type: string }) => type === 'picture')).toMatchObject([
      { alt: 'Crane', content: [{ text: 'At dawn' }] },
    ]);
    expect(JSON.parse(marbre('verify', '--desk', 'desk', '--json').stdout).problems).toEqual([]);
    const again = JSON.parse(
      marbre('import', 'vault', '--desk', 'desk', '--json', '--report', 'r.jsonl').stdout,
    );
    expect(again).toMatchObject({
      articles: [],
      known: [{ file: join('vault', 'port.md'), id: articles[0].id }],
    });
    expect(read('r.jsonl')).toContain(`"known":"${articles[0].id}"`);
  });
});
