import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/marbre.mjs');
const sample = join(import.meta.dirname, '../../resources/sample/raw-story-fr.txt');

/** The command as a person runs it. */
function marbre(args: readonly string[], input?: string | Buffer) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input: input ?? '',
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  let folder: string;
  let desk: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'marbre-cli-'));
    desk = join(folder, 'desk');
    // The first call may have to build; only data may be on the streams of the others.
    marbre(['--version']);
  });

  it('inspects a file as one JSON object with the promised keys', () => {
    const { status, stdout, stderr } = marbre(['inspect', sample, '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const found = JSON.parse(stdout);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        'format',
        'encoding',
        'language',
        'title',
        'standfirst',
        'published',
        'blocks',
        'cuts',
        'queries',
        'warnings',
        'words',
      ]),
    );
    expect(found).toMatchObject({ format: 'text', encoding: 'utf-8', language: 'fr', published: null });
    expect(found.cuts.map((cut: { reason: string }) => cut.reason)).toContain('site-banner');
    expect(Object.keys(found.blocks[0])).toEqual(['id', 'type', 'text']);
  });

  it('reads standard input, and takes a date to count from', () => {
    const { stdout } = marbre(['inspect', '-', '--json', '--published', '2026-05-12'], readFileSync(sample));
    const found = JSON.parse(stdout);
    expect(found.published).toBe('2026-05-12');
    expect(found.queries.map((query: { reason: string }) => query.reason)).not.toContain('relative-date');
  });

  it.each(['markdown', 'html', 'html-fragment', 'text', 'json'])(
    'converts to %s, always to the same bytes',
    (format) => {
      const first = marbre(['convert', sample, '--to', format]);
      expect([first.status, first.stderr]).toEqual([0, '']);
      expect(first.stdout).toContain('Kerrien');
      expect(marbre(['convert', sample, '--to', format]).stdout).toBe(first.stdout);
    },
  );

  it('writes to a file with -o and keeps what --no-clean would cut', () => {
    const target = join(folder, 'out.txt');
    expect(marbre(['convert', sample, '--to', 'text', '--no-clean', '-o', target])).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(readFileSync(target, 'utf8')).toContain('Lien source');
  });

  it('makes a desk, imports, lists, shows, exports and verifies', () => {
    expect(marbre(['desk', 'init', desk]).status).toBe(0);
    const imported = JSON.parse(marbre(['import', sample, '--desk', desk, '--json']).stdout);
    const [{ id }] = imported.articles;
    expect(JSON.parse(marbre(['list', '--desk', desk, '--json']).stdout).articles[0]).toMatchObject({
      id,
      status: 'raw',
    });
    expect(marbre(['show', id, '--desk', desk]).stdout).toContain('Maëlle Kerrien');
    expect(JSON.parse(marbre(['show', id.slice(0, 5), '--desk', desk, '--json']).stdout).id).toBe(id);
    expect(marbre(['export', id, '--desk', desk, '--to', 'html']).stdout).toMatch(/^<!doctype html>/i);
    expect(marbre(['verify', '--desk', desk]).status).toBe(0);
    const article = readdirSync(join(desk, 'articles'))[0] ?? '';
    writeFileSync(join(desk, 'articles', article, 'original/original.txt'), 'altered');
    expect(marbre(['verify', '--desk', desk])).toMatchObject({ status: 1 });
  });

  it('prints what blocks an article, and its dossier', () => {
    const checked = join(folder, 'checked');
    cpSync(join(import.meta.dirname, '../../resources/sample-desk'), checked, { recursive: true });
    const story = '7farytqpw2';
    const blocked = marbre(['check', story, '--desk', checked, '--json']);
    expect(blocked.status).toBe(1);
    const found = JSON.parse(blocked.stdout);
    expect(found).toMatchObject({ id: story, blocked: true, mode: 'warn', overridden: false });
    const codes = found.blockers.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['claim-open', 'claim-stale', 'claim-failed', 'sign-off-missing']),
    );
    for (const { message, target } of found.blockers)
      expect([typeof message, typeof target.id]).toEqual(['string', 'string']);
    expect(marbre(['check', story, '--desk', checked]).stdout).toContain('1 of 5 checked · 1 stale');

    const page = marbre(['dossier', story, '--desk', checked, '--to', 'html']);
    expect([page.status, page.stderr]).toEqual([0, '']);
    expect(page.stdout).toMatch(/^<!doctype html>[\s\S]*Record of checks/);
    const target = join(folder, 'dossier.json');
    expect(marbre(['dossier', story, '--desk', checked, '--to', 'json', '-o', target]).status).toBe(0);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ format: 'marbre-dossier', version: 1 });
    expect(marbre(['dossier', story, '--desk', checked, '--to', 'markdown'])).toMatchObject({
      status: 2,
      stdout: '',
    });
  });

  it('warns of an embargo beside the copy, not in it', () => {
    const held = join(folder, 'held');
    cpSync(join(import.meta.dirname, '../../resources/sample-desk'), held, { recursive: true });
    const name = readdirSync(join(held, 'articles')).find((entry) => entry.endsWith('7farytqpw2')) ?? '';
    const file = join(held, 'articles', name, 'article.json');
    // Showing an article as JSON brings its file to the newest version.
    const article = JSON.parse(marbre(['show', '7farytqpw2', '--desk', held, '--json']).stdout);
    article.metadata.embargo = { until: '2999-01-15T05:00:00.000Z', zone: 'Europe/Paris' };
    writeFileSync(file, JSON.stringify({ format: 'marbre-article', version: 4, article }));
    const args = ['export', '7farytqpw2', '--desk', held, '--to', 'markdown'];
    const { status, stdout, stderr } = marbre(args);
    expect([status, stderr]).toEqual([0, 'Under embargo: not before 2999-01-15 06:00 (Europe/Paris).\n']);
    expect(stdout).toContain('embargo_zone: Europe/Paris');
    expect(JSON.parse(marbre([...args, '--json']).stderr)).toMatchObject({
      warning: { code: 'embargo', until: '2999-01-15T05:00:00.000Z', zone: 'Europe/Paris' },
    });
  });

  it('lets nothing out that the gate of the desk refuses', () => {
    const strict = join(folder, 'strict');
    cpSync(join(import.meta.dirname, '../../resources/sample-desk'), strict, { recursive: true });
    const made = join(folder, 'made');
    marbre(['desk', 'init', made]);
    const settings = JSON.parse(readFileSync(join(made, 'desk.json'), 'utf8'));
    settings.gate.mode = 'refuse';
    writeFileSync(join(strict, 'desk.json'), JSON.stringify(settings));
    const { status, stdout, stderr } = marbre(['export', '7farytqpw2', '--desk', strict, '--to', 'text']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('does not let copy out');
  });

  it('exports what the window would: with the desk’s address, and the second file of a format beside the first', () => {
    const published = join(folder, 'published');
    cpSync(join(import.meta.dirname, '../../resources/sample-desk'), published, { recursive: true });
    const made = join(folder, 'with-address');
    marbre(['desk', 'init', made]);
    const settings = JSON.parse(readFileSync(join(made, 'desk.json'), 'utf8'));
    settings.publication = { name: 'The Quay', address: 'https://quay.example/news/' };
    writeFileSync(join(published, 'desk.json'), JSON.stringify(settings));
    const page = marbre(['export', '7farytqpw2', '--desk', published, '--to', 'news-article']);
    expect([page.status, page.stderr]).toEqual([0, '']);
    expect(page.stdout).toContain('https://quay.example/news/');
    const target = join(folder, 'out', 'story.json');
    mkdirSync(join(folder, 'out'));
    expect(marbre(['export', '7farytqpw2', '--desk', published, '--to', 'ninjs', '-o', target]).status).toBe(
      0,
    );
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['story.claims.json', 'story.json']);
  });

  describe('steers the vocabulary of a desk', () => {
    let tagged: string;
    const tag = (...args: string[]) => {
      const run = marbre(['tag', ...args, '--desk', tagged, '--json']);
      return { ...run, json: run.stdout === '' ? null : JSON.parse(run.stdout) };
    };
    const errorOf = ({ status, stderr }: { status: number | null; stderr: string }) => [
      status,
      JSON.parse(stderr).error.code,
    ];
    const tagsOfStories = () =>
      JSON.parse(marbre(['list', '--desk', tagged, '--json']).stdout).articles.map(
        ({ tags }: { tags: string[] }) => tags,
      );
    beforeAll(() => {
      tagged = join(folder, 'tagged');
      marbre(['desk', 'init', tagged, '--language', 'fr']);
      marbre(['import', sample, '--desk', tagged]);
      const [name = ''] = readdirSync(join(tagged, 'articles'));
      const path = join(tagged, 'articles', name, 'article.json');
      const file = JSON.parse(readFileSync(path, 'utf8'));
      file.article.metadata.tags = ['port-du-nord', 'port'];
      writeFileSync(path, JSON.stringify(file));
    });

    it('adds, with other names and a parent by any of its names', () => {
      expect(tag('add', 'Port', '--type', 'place', '--alias', 'Rade', '--alias', 'Havre').json).toMatchObject(
        {
          id: 'port',
          aliases: ['Rade', 'Havre'],
        },
      );
      expect(tag('add', 'Port du Nord', '--parent', 'RADE').json).toMatchObject({ parent: 'port' });
      expect(tag('list').json.tags).toMatchObject([
        { id: 'port', articles: 1 },
        { id: 'port-du-nord', articles: 1, parent: 'port' },
      ]);
      expect(marbre(['tag', 'list', '--desk', tagged]).stdout.split('\n').slice(0, 2)).toEqual([
        '     1  place         Port  (Rade, Havre)  port',
        '     1  topic           Port du Nord  port-du-nord',
      ]);
    });

    it('refuses a name that is taken (3), a tag that is not there (4) and one that is in use (1)', () => {
      expect(errorOf(tag('add', 'havre'))).toEqual([3, 'tag.name-taken']);
      expect(errorOf(tag('rename', 'Quai', 'Môle'))).toEqual([4, 'tag.unknown']);
      expect(errorOf(tag('remove', 'port'))).toEqual([1, 'tag.in-use']);
      expect(tagsOfStories()).toEqual([['port-du-nord', 'port']]);
    });

    it('renames without touching an article; the old name still finds it', () => {
      expect(tag('rename', 'port du nord', 'Port septentrional').json).toMatchObject({
        id: 'port-du-nord',
        labels: { fr: 'Port septentrional' },
        aliases: ['Port du Nord'],
      });
    });

    it('says what a merge would change, merges, and finishes one that was stopped', () => {
      const plan = tag('merge', 'Port du Nord', '--into', 'port', '--dry-run');
      expect(plan.json).toEqual({ into: 'port', articles: 1, refused: 0, dryRun: true });
      expect(tagsOfStories()).toEqual([['port-du-nord', 'port']]);
      expect(tag('merge', 'Port du Nord', '--into', 'port').json).toMatchObject({ articles: 1 });
      expect(tagsOfStories()).toEqual([['port']]);
      expect(tag('merge', 'port-du-nord', '--into', 'port')).toMatchObject({
        status: 0,
        json: { articles: 0 },
      });
    });

    it('takes a tag off its articles by force', () => {
      expect(tag('remove', 'rade', '--force').json).toEqual({ id: 'port', articles: 1, refused: 0 });
      expect(tagsOfStories()).toEqual([[]]);
      expect(tag('list').json).toEqual({ tags: [] });
    });
  });

  const usage = (...args: string[]) => [args.join(' ') || 'nothing', args] as const;
  it.each([
    usage(),
    usage('fly'),
    usage('inspect'),
    usage('inspect', 'a', 'b'),
    usage('inspect', 'a', '--published', '2026-02-30'),
    usage('inspect', 'a', '--language', 'de'),
    usage('convert', 'a'),
    usage('convert', 'a', '--to', 'exe'),
    usage('convert', 'a', '--to'),
    usage('list'),
    usage('list', '--frobnicate'),
    usage('tag'),
    usage('tag', 'fly'),
    usage('tag', 'add', '--desk', '.'),
    usage('tag', 'add', 'x', '--type', 'verb', '--desk', '.'),
    usage('tag', 'rename', 'x', '--desk', '.'),
  ])('answers wrong usage (%s) with one sentence and exit 2', (_name, args) => {
    const { status, stdout, stderr } = marbre(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['empty', Buffer.alloc(0), 'input.empty'],
    ['blank', Buffer.from(' \n \n'), 'input.empty'],
    ['binary', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]), 'input.binary'],
    ['full of NULs', Buffer.alloc(400), 'input.binary'],
  ])('refuses input that is %s with exit 3 and a code', (_name, input, code) => {
    const { status, stdout, stderr } = marbre(['inspect', '-', '--json'], input);
    expect([status, stdout]).toEqual([3, '']);
    expect(JSON.parse(stderr).error.code).toBe(code);
  });

  it.each([
    ['inspect', join('no', 'such', 'file')],
    ['list', '--desk', join('no', 'such', 'desk')],
    ['convert', sample, '--to', 'text', '-o', join('no', 'such', 'folder', 'x')],
  ])('answers what it cannot read or write with exit 4 (%s)', (...args) => {
    expect(marbre(args)).toMatchObject({ status: 4, stdout: '' });
  });
});
