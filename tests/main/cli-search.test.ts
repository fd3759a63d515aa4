import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/marbre.mjs');
const sample = join(import.meta.dirname, '../../resources/sample-desk');

let cache: string;

/** The command as a person runs it. */
function marbre(...args: readonly string[]) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', XDG_CACHE_HOME: cache };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function newDesk(): string {
  const desk = join(mkdtempSync(join(tmpdir(), 'marbre-cli-')), 'desk');
  cpSync(sample, desk, { recursive: true });
  return desk;
}

describe('searching from the command line', () => {
  let desk: string;
  beforeAll(() => {
    cache = mkdtempSync(join(tmpdir(), 'marbre-cache-'));
    desk = newDesk();
    // The first call may have to build; only data may be on the streams of the others.
    marbre('--version');
  });

  const ids = (...args: readonly string[]): string[] =>
    JSON.parse(marbre('search', '--desk', desk, '--json', ...args).stdout).hits.map(
      ({ id }: { id: string }) => id,
    );

  it('prints exactly what is promised as JSON', () => {
    const { status, stdout, stderr } = marbre('search', '--desk', desk, 'canal', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const found = JSON.parse(stdout);
    expect(Object.keys(found)).toEqual(['total', 'tookMs', 'hits']);
    expect(found.total).toBe(1);
    expect(Object.keys(found.hits[0])).toEqual(['id', 'title', 'snippet', 'score', 'tags', 'status', 'date']);
    expect(found.hits[0]).toMatchObject({ id: '7farytqpw2', status: 'in-check', date: '2026-03-12' });
    expect(found.hits[0].snippet).toContain('canal');
    expect(found.hits[0].score).toBeGreaterThan(0);
  });

  it.each([
    [['canal'], ['7farytqpw2']],
    [['council', 'canal'], ['7farytqpw2']],
    [['council canal'], ['7farytqpw2']],
    [['canal', '-council'], []],
    [['lang:en', '-canal'], ['en9czrcpzb']],
    [
      ['status:raw', 'OR', 'status:ready', '--sort', 'title'],
      ['55rn4h0nie', '6e3jzbyncj'],
    ],
    [
      ['status:raw', 'OR', 'status:ready', '--sort', 'title:desc'],
      ['6e3jzbyncj', '55rn4h0nie'],
    ],
    [['', '--sort', 'title', '--limit', '1'], ['7farytqpw2']],
    [['bibliothèques'], ['55rn4h0nie']],
    [['has:stale'], ['7farytqpw2']],
  ])('finds by %j', (args, expected) => {
    expect(ids(...args)).toEqual(expected);
  });

  it('tells people what it found, and what was wrong with the question', () => {
    const { status, stdout, stderr } = marbre('search', '--desk', desk, 'canal claim:opne');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^7farytqpw2 .*\n {4}\S.*canal/);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('opne'),
      expect.stringContaining('1 article found'),
    ]);
  });

  it('lists with the same filters', () => {
    const listed = JSON.parse(
      marbre('list', '--desk', desk, '--json', 'claim:any', '--sort', 'title').stdout,
    );
    expect(Object.keys(listed)).toEqual(['articles', 'problems']);
    expect(listed.articles).toHaveLength(3);
    expect(marbre('list', '--desk', desk, '--limit', '2').stdout.trim().split('\n')).toHaveLength(2);
    expect(marbre('list', '--desk', desk).stdout.trim().split('\n')).toHaveLength(4);
  });

  it('is right after the desk was changed by somebody else', () => {
    const other = newDesk();
    expect(marbre('list', '--desk', other).stdout.trim().split('\n')).toHaveLength(4);
    cpSync(
      join(other, 'articles', readdirSync(join(other, 'articles'))[0] ?? ''),
      join(other, 'trash', readdirSync(join(other, 'articles'))[0] ?? ''),
      { recursive: true },
    );
    const [first = '', second = ''] = readdirSync(join(other, 'articles'));
    writeFileSync(join(other, 'articles', second, 'article.json'), '{"format":');
    const listed = JSON.parse(marbre('list', '--desk', other, '--json').stdout);
    expect(listed.articles).toHaveLength(3);
    expect(listed.problems).toMatchObject([{ name: second, code: 'article.invalid' }]);
    expect(first).not.toBe('');
  });

  it('counts everything on the desk', () => {
    const { status, stdout } = marbre('stats', '--desk', desk, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 4,
      problems: 0,
      stale: 1,
      claims: { total: 10, checked: 4 },
      status: { raw: 1, 'in-check': 1 },
      language: { fr: 2, en: 2 },
      tag: { transport: 1 },
      month: { '2026-05': 1 },
    });
    expect(marbre('stats', '--desk', desk).stdout).toMatch(/^Articles +4\n/);
  });

  it('builds the index anew', () => {
    const { status, stdout } = marbre('reindex', '--desk', desk, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ articles: 4, problems: 0 });
    expect(existsSync(join(desk, '.marbre', 'index.sqlite'))).toBe(true);
  });

  it('puts the index elsewhere when it cannot lie on the desk', () => {
    const other = newDesk();
    // A file where the folder would be: not even an administrator makes a folder there.
    writeFileSync(join(other, '.marbre'), '');
    expect(marbre('search', '--desk', other, 'canal', '--json')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(cache, 'marbre')).length).toBeGreaterThan(0);
    mkdirSync(join(other, 'empty'));
    chmodSync(other, 0o555);
    expect(JSON.parse(marbre('search', '--desk', other, 'canal', '--json').stdout).total).toBe(1);
    chmodSync(other, 0o755);
  });

  it.each([
    ['search', '--desk', 'x'],
    ['search', 'a', '--desk', 'x', '--limit', '0'],
    ['search', 'a', '--desk', 'x', '--sort', 'colour'],
    ['search', 'a', '--desk', 'x', '--sort', 'title:up'],
    ['list', '--desk', 'x', '--limit', 'many'],
    ['stats', 'a', '--desk', 'x'],
    ['reindex'],
  ])('answers wrong usage with one sentence and exit 2: %s', (...args) => {
    const { status, stdout, stderr } = marbre(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says that a desk is not there', () => {
    expect(marbre('search', 'canal', '--desk', join(desk, 'nowhere'))).toMatchObject({
      status: 4,
      stdout: '',
    });
  });
});
