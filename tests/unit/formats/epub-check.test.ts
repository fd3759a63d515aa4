import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import { formatById } from '#core/formats/registry';
import { assetNameOf } from '#core/pictures';
import { bodies } from '../../support/bodies';
import { picture } from '../../support/canonical';

/** EPUBCheck is the W3C's own validator; Debian’s `epubcheck` puts it there. */
const program = ['-jar', '/usr/share/java/epubcheck.jar'];
const isInstalled = (
  spawnSync('java', [...program, '--version'], { encoding: 'utf8' }).stdout ?? ''
).includes('EPUBCheck');
if (!isInstalled) console.warn('epub: EPUBCheck is not installed; its test is skipped');

/** What EPUBCheck says of a set of articles as a book. */
function check(articles: readonly Article[]): string[] {
  const asset = assetNameOf(picture) ?? '';
  const written = formatById('epub').writeSet?.(
    { title: 'Le quai', language: 'fr', articles },
    { tagLabels: new Map([['port', 'Le port']]), pictures: new Map([[asset, picture]]) },
  );
  if (!written?.ok) throw new Error(written?.code);
  const folder = mkdtempSync(join(tmpdir(), 'marbre-epub-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'book.epub');
  writeFileSync(file, written.value[0]?.bytes ?? new Uint8Array());
  const { stdout, stderr } = spawnSync('java', [...program, file], { encoding: 'utf8', timeout: 100_000 });
  expect(stdout).toContain('EPUBCheck completed');
  return `${stdout}${stderr}`.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)/.test(line));
}

describe.skipIf(!isInstalled)('a book, in the eyes of EPUBCheck', () => {
  it('has no error and no warning, whatever its articles hold', () => {
    const seed = Number(process.env.MARBRE_EPUB_SEED ?? Date.now() % 1_000_000);
    const asset = assetNameOf(picture) ?? '';
    const shown: Block = {
      id: 'shown',
      type: 'picture',
      asset,
      alt: 'Le quai',
      width: 60,
      content: [],
      credit: [],
    };
    const articles = fc.sample(bodies, { seed, numRuns: 60 }).map((body, at): Article => {
      const article = createArticle(`a${at}`, at % 2 ? 'fr' : 'en', '2026-05-12T09:00:00.000Z');
      const metadata = { ...article.metadata, slug: `story-${at % 50}`, tags: ['port'] };
      return { ...article, metadata, body: [...body, shown] };
    });
    expect(check(articles), `MARBRE_EPUB_SEED=${seed}`).toEqual([]);
  }, 120_000);
});
