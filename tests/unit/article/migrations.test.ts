import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '#core/article/envelope';
import { currentVersion, migrations } from '#core/article/migrations';

const folder = new URL('../../fixtures/migrations/', import.meta.url);
const fixtures = readdirSync(folder);

describe('migrations', () => {
  it.each(fixtures)('%s: an article of the older version opens, with nothing lost', (name) => {
    const { before, after } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const parsed = parseArticle(JSON.stringify(before));
    expect(parsed.ok && parsed.value).toMatchObject(after);
  });

  it('have a fixture for every step', () => {
    expect(fixtures.sort()).toEqual(
      Object.keys(migrations).map((from) => `${from}-to-${Number(from) + 1}.json`),
    );
    expect(Object.keys(migrations)).toHaveLength(currentVersion - 1);
  });

  it.each([null, [], 'x', { body: 'x', cuts: [{}], metadata: 3 }])('never throw on %j', (content) => {
    for (const migrate of Object.values(migrations)) expect(() => migrate(content)).not.toThrow();
  });
});
