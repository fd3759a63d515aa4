import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseArticle } from '#core/article/envelope';
import { deskSchema } from '#core/desk/schema';
import { logBug } from '../../../src/main/log-bug';
import { parseJsonFile } from '../../../src/storage/json-file';

const secret = 'La source habite au quai';
const root = join(import.meta.dirname, '../../..');

describe('the log', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('is written to in one place, which takes no text, and with codes', () => {
    const written: string[] = [];
    for (const layer of ['main', 'storage', 'core', 'preload']) {
      const files = readdirSync(join(root, 'src', layer), { recursive: true, withFileTypes: true });
      for (const file of files.filter((one) => one.isFile() && one.name.endsWith('.ts'))) {
        const path = join(file.parentPath, file.name);
        for (const line of readFileSync(path, 'utf8').split('\n'))
          if (/\bconsole\.|process\.std(?:out|err)\.write/.test(line))
            written.push(`${relative(join(root, 'src'), path)}: ${line.trim()}`);
      }
    }
    expect(written.sort()).toEqual([
      "main/handlers/app-handlers.ts: if (!desk.ok) console.warn('no desk was opened:', desk.code);",
      ['main/log-bug.ts: console.error(`$', '{where}: $', '{describeBug(error)}`);'].join(''),
      "main/window-health.ts: console.error('window: it does not answer');",
      [
        'main/window-health.ts: console.error(`window: its process is gone ($',
        '{reason}, $',
        '{exitCode})`);',
      ].join(''),
    ]);
  });

  it('holds no word of the copy when reading it ends in a bug, and says where the bug is', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let bug: unknown;
    try {
      JSON.parse(secret);
    } catch (error) {
      bug = error;
    }
    expect(String(bug)).toContain('La source');
    for (const thrown of [bug, secret, { secret }, new Error(`ENOENT: ${secret}\n${secret}`)])
      logBug('article.open', thrown);
    const log = said.mock.calls.flat().join('\n');
    expect(log).toContain('article.open: SyntaxError\n    at ');
    expect(log).not.toContain('source');
  });

  it('could not hold any from a failure: its detail and its values quote no file', () => {
    const broken = [secret, `{"format":"marbre-article","version":1,"x":"${secret}"}`, `{"${secret}":1}`];
    for (const text of broken) {
      const article = parseArticle(text);
      const desk = parseJsonFile(new TextEncoder().encode(text), {
        schema: deskSchema,
        newestVersion: 1,
        name: 'desk.json',
        codes: { missing: 'desk.not-found', invalid: 'desk.invalid', newer: 'desk.newer-version' },
      });
      for (const failed of [article, desk]) {
        expect(failed.ok).toBe(false);
        expect(JSON.stringify(failed)).not.toContain('source');
      }
    }
  });
});
