import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { formatById, formatForFile } from '#core/formats/registry';
import { createDesk, type DeskStore, importFile } from '#storage/index';
import { bytesOf } from '../../support/written';

const bundle = formatById('bundle');
const now = '2026-05-12T09:00:00.000Z';
const encode = (text: string) => new TextEncoder().encode(text);
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M8AAAACAAFUok8fAAAAAElFTkSuQmCC',
    'base64',
  ),
);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function newDesk(): Promise<DeskStore> {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-bundle-'));
  folders.push(folder);
  const desk = await createDesk(folder, { name: 'Test', language: 'fr' });
  if (!desk.ok) throw new Error(desk.code);
  return desk.value;
}

async function bundled(desk: DeskStore, id: string): Promise<Uint8Array> {
  const [stored, files] = [await desk.articles.read(id), await desk.articles.filesOf(id)];
  if (!stored.ok || !files.ok) throw new Error('not there');
  return bytesOf(bundle, stored.value.article, { tagLabels: new Map(), files: files.value });
}

async function withStory(): Promise<{ desk: DeskStore; id: string }> {
  const desk = await newDesk();
  const file = { name: 'a.md', bytes: encode('# Le port ferme\n\nLa capitainerie ferme lundi.\n') };
  const imported = await importFile(desk, file, now);
  if (!imported.ok) throw new Error(imported.code);
  await desk.articles.addPicture(imported.value.id, png);
  return { desk, id: imported.value.id };
}

describe('a bundle', () => {
  it('is the same, byte for byte, after it has been on another desk', async () => {
    const { desk, id } = await withStory();
    const sent = await bundled(desk, id);
    const other = await newDesk();
    expect(await importFile(other, { name: 'a.marbre', bytes: sent }, now)).toMatchObject({
      ok: true,
      value: { id, title: 'Le port ferme' },
    });
    expect(Buffer.compare(await bundled(other, id), sent)).toBe(0);
  });

  it('stands beside an article of the same id, and writes over nothing', async () => {
    const { desk, id } = await withStory();
    const again = await importFile(desk, { name: 'a.zip', bytes: await bundled(desk, id) }, now);
    if (!again.ok) throw new Error(again.code);
    expect(again.value.id).not.toBe(id);
    expect((await desk.articles.list()).articles).toHaveLength(2);
  });

  it.each([
    ['an entry that belongs to no article', { 'other/x.txt': encode('x') }, 'input.unsafe'],
    [
      'a picture that is not what its name says',
      { [`assets/${'0'.repeat(64)}.png`]: png },
      'input.malformed',
    ],
    [
      'an original that is not the one that was imported',
      { 'original/original.md': encode('x') },
      'input.malformed',
    ],
  ])('is refused whole for %s', async (_what, extra, code) => {
    const { desk, id } = await withStory();
    const stored = await desk.articles.read(id);
    if (!stored.ok) throw new Error(stored.code);
    const article = bytesOf(formatById('json'), stored.value.article);
    const bytes = zipSync({ 'article.json': article, ...extra });
    expect(formatForFile('x', bytes).id).toBe('bundle');
    expect(bundle.readWhole?.(bytes)).toMatchObject({ ok: false, code });
  });
});
