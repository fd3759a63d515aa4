import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { bodyText } from '#core/body/walk';
import { formatById } from '#core/formats/registry';
import type { Imported } from '#core/formats/types';

// Adding a page is adding two files: `x.html`, and in `x.expected.json` the words of its story and what it says of it.
const folder = join(import.meta.dirname, '../../fixtures/pages');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.html') ? [name.slice(0, -5)] : []));

interface Expected extends Partial<Pick<Imported, 'title' | 'byline' | 'published' | 'siteName'>> {
  readonly story: readonly string[];
}

interface Page {
  readonly name: string;
  readonly imported: Imported;
  readonly ours: number;
  readonly readability: number;
  readonly expected: Expected;
}

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The harmonic mean of what was found of the story and what of the finding is story, by words as often as they stand. */
function f1(found: string, wanted: string): number {
  const left = new Map<string, number>();
  for (const token of tokensOf(wanted)) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of tokensOf(found)) {
    const count = left.get(token) ?? 0;
    if (count > 0) common += 1;
    left.set(token, count - 1);
  }
  const total = tokensOf(found).length + tokensOf(wanted).length;
  return total === 0 ? 0 : (2 * common) / total;
}

function read(name: string): Page {
  const source = readFileSync(join(folder, `${name}.html`), 'utf8');
  const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected;
  const imported = formatById('html').read?.(new TextEncoder().encode(source), {
    now: '2026-05-12T09:00:00.000Z',
  });
  if (!imported?.ok) throw new Error(`${name} was refused`);
  const { window } = new JSDOM(source, { url: 'https://example.org/story' });
  const theirs = new Readability(window.document).parse()?.textContent ?? '';
  const story = expected.story.join('\n');
  // A title is no loss and no find: both may or may not count it to the story.
  const plain = (text: string): string => text.replace(imported.value.title ?? '\0', '');
  return {
    name,
    imported: imported.value,
    expected,
    ours: f1(plain(bodyText(imported.value.blocks)), story),
    readability: f1(plain(theirs), story),
  };
}

const pages = names.map(read);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('the story of a page', () => {
  it('is found at least as well as by Readability on average, and never lost', () => {
    const row = ({ name, ours, readability }: Pick<Page, 'name' | 'ours' | 'readability'>): string =>
      `${name.padEnd(22)} ours ${ours.toFixed(3)}  Readability ${readability.toFixed(3)}`;
    const average = {
      name: 'on average',
      ours: mean(pages.map(({ ours }) => ours)),
      readability: mean(pages.map(({ readability }) => readability)),
    };
    process.stdout.write(`${[...pages, average].map(row).join('\n')}\n`);
    expect(pages.length).toBeGreaterThanOrEqual(12);
    expect(average.ours).toBeGreaterThanOrEqual(average.readability);
    for (const { name, ours } of pages) expect([name, ours > 0.9]).toEqual([name, true]);
  });

  it.each(pages.map((page) => [page.name, page] as const))(
    'and its facts: %s',
    (_name, { imported, expected }) => {
      const { story, ...facts } = expected;
      expect(imported).toMatchObject(facts);
      const text = bodyText(imported.blocks).replace(/\s+/g, ' ');
      for (const paragraph of story.filter((line) => /[.”»]$/.test(line)))
        expect(text).toContain(paragraph.replace(/\s+/g, ' '));
    },
  );

  it('keeps a picture that stands in the page, with caption and credit, and names one that is elsewhere', () => {
    const inside = pages.find(({ name }) => name === 'picture-inside')?.imported;
    const picture = inside?.blocks.find(({ type }) => type === 'picture');
    if (picture?.type !== 'picture') throw new Error('no picture');
    expect([...(inside?.pictures?.keys() ?? [])]).toEqual([picture.asset]);
    expect([picture.alt, bodyText([{ ...picture, credit: [] }]), picture.credit]).toEqual([
      'A red dot',
      'The mark on the gate.',
      [{ type: 'text', text: 'Photo: Ruth Calder' }],
    ]);
    expect(pages.find(({ name }) => name === 'news-page')?.imported.warnings).toContainEqual({
      code: 'picture-dropped',
      params: { name: 'The lock gate at low tide' },
    });
  });
});
