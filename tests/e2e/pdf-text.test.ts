import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk, type DeskStore, importFile } from '#storage/index';
import { launch, type Running } from '../support/launch';

/** Adding a story is adding two files: `x.html`, and in `x.txt` all that its pages say, in order. */
const folder = join(import.meta.dirname, '../fixtures/formats/pdf');
const stories = readdirSync(folder).flatMap((name) => (name.endsWith('.html') ? [name.slice(0, -5)] : []));

/** Below it stands the number of the page, in points from the lower edge of the paper. */
const foot = 40;

interface Run {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
}

/** The text of the pages, without their numbers. */
async function textOfPdf(path: string): Promise<{ readonly text: string; readonly pages: number }> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const runs = (items as readonly Partial<Run>[]).filter(
      (item): item is Run => item.str !== undefined && (item.transform?.[5] ?? 0) > foot,
    );
    texts.push(runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
  }
  const { numPages } = pdf;
  await pdf.destroy();
  return { text: texts.join('\n'), pages: numPages };
}

/** Words in order. A line that ends in a hyphen goes on in the next one, soft hyphens are none, no space is special. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\u00ad\s*/g, '')
    .replace(/(\p{L}-)\n/gu, '$1')
    .split(/\s+/)
    .filter((word) => word !== '');
}

describe('the text of a PDF', () => {
  let running: Running;
  let userData: string;
  let desk: DeskStore;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    userData = mkdtempSync(join(tmpdir(), 'marbre-pdf-'));
    const created = await createDesk(join(userData, 'Desk'), { name: 'Quay', language: 'en' });
    if (!created.ok) throw new Error(created.code);
    desk = created.value;
    for (const name of stories) {
      const file = {
        name: `${name}.html`,
        bytes: new Uint8Array(readFileSync(join(folder, `${name}.html`))),
      };
      const imported = await importFile(desk, file, '2026-05-13T08:00:00.000Z');
      if (!imported.ok) throw new Error(imported.code);
      ids.set(name, imported.value.id);
    }
    const recentDesks = [{ id: desk.settings.id, name: 'Quay', folder: desk.folder }];
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ recentDesks }));
    running = await launch({ userData });
    await running.page.waitForSelector('.library-row');
  });
  afterAll(() => running.app.close());

  /** Exports a story as a person does, but for the dialog of the system. */
  async function print(name: string): Promise<string> {
    const path = join(userData, `${name}.pdf`);
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    const saved = await running.page.evaluate((input) => window.marbre.call('export.save', input), {
      id: ids.get(name) ?? '',
      format: 'pdf',
      paper: 'a4',
    });
    expect(saved).toMatchObject({ ok: true });
    return path;
  }

  it('has stories in both languages', () => {
    expect(stories).toEqual(expect.arrayContaining(['en', 'fr']));
  });

  it.each(stories)('is that of the article, word for word and in order: %s', async (name) => {
    const { text, pages } = await textOfPdf(await print(name));
    const expected = wordsOf(readFileSync(join(folder, `${name}.txt`), 'utf8'));
    expect(pages).toBeGreaterThan(1);
    expect(expected.length).toBeGreaterThan(250);
    expect(wordsOf(text)).toEqual(expected);
    expect(running.complaints).toEqual([]);
  });

  it('is another when one word of the article is another', async () => {
    const [name = ''] = stories;
    const stored = await desk.articles.read(ids.get(name) ?? '');
    if (!stored.ok) throw new Error(stored.code);
    const changed = JSON.parse(JSON.stringify(stored.value.article).replace('May, without', 'June, without'));
    expect(changed).not.toEqual(stored.value.article);
    expect((await desk.articles.save(changed, stored.value.base)).ok).toBe(true);
    const { text } = await textOfPdf(await print(name));
    const expected = wordsOf(readFileSync(join(folder, `${name}.txt`), 'utf8'));
    expect(wordsOf(text)).toEqual(
      expected.map((word, at) => (word === 'May,' && expected[at + 1] === 'without' ? 'June,' : word)),
    );
    expect(wordsOf(text)).not.toEqual(expected);
  });
});
