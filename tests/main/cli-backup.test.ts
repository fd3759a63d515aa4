import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/marbre.mjs');
const sample = join(import.meta.dirname, '../../resources/sample/raw-story-fr.txt');

/** The command as a person runs it. */
function marbre(...args: readonly string[]) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('backups on the command line', () => {
  let place: string;
  let desk: string;
  let target: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'marbre-cli-backup-'));
    desk = join(place, 'desk');
    target = join(place, 'disk');
    mkdirSync(target);
    marbre('--version');
    marbre('desk', 'init', desk);
    marbre('import', sample, '--desk', desk);
  });

  it('makes one, checks it, restores it, and the restored desk verifies', () => {
    const made = marbre('backup', target, '--desk', desk);
    expect(made).toMatchObject({ status: 0, stderr: expect.stringMatching(/^Backed up: \d+ files/) });
    const backup = made.stdout.trim();
    expect(existsSync(join(backup, 'manifest.json'))).toBe(true);
    expect(marbre('backup', 'verify', backup)).toMatchObject({ status: 0, stdout: '' });
    const again = join(place, 'restored');
    expect(marbre('restore', backup, again)).toMatchObject({ status: 0, stdout: '' });
    expect(marbre('verify', '--desk', again)).toMatchObject({ status: 0 });
    expect(marbre('list', '--desk', again).stdout).toBe(marbre('list', '--desk', desk).stdout);
    expect(marbre('restore', backup, desk)).toMatchObject({ status: 4 });
  });

  it('ends in 1 and names the file when a backup was altered', () => {
    const { folder } = JSON.parse(marbre('backup', target, '--desk', desk, '--json').stdout);
    writeFileSync(join(folder, 'desk', 'vocabulary.json'), '{}');
    const found = marbre('backup', 'verify', folder, '--json');
    expect(found.status).toBe(1);
    expect(JSON.parse(found.stdout).problems).toMatchObject([
      { name: 'vocabulary.json', code: 'backup.file-changed' },
    ]);
    const restored = marbre('restore', folder, join(place, 'half'));
    expect(restored).toMatchObject({ status: 1, stdout: expect.stringContaining('vocabulary.json') });
    expect(existsSync(join(place, 'half', 'desk.json'))).toBe(true);
  });

  it('refuses what makes no sense, each in one sentence', () => {
    for (const [args, status] of [
      [['backup', '--desk', desk], 2],
      [['backup', join(desk, 'articles'), '--desk', desk], 4],
      [['backup', join(place, 'unplugged'), '--desk', desk], 4],
      [['backup', 'verify', desk], 4],
      [['restore', target, join(place, 'new')], 4],
      [['restore', target], 2],
    ] as const) {
      const { status: found, stdout, stderr } = marbre(...args);
      expect([args, found, stdout, stderr.trim().split('\n').length]).toEqual([args, status, '', 1]);
    }
    expect(existsSync(join(place, 'unplugged'))).toBe(false);
  });
});
