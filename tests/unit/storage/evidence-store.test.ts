import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { newEvidence } from '#core/claims/create';
import { sha256Hex } from '#core/hash';
import { createDesk, type DeskStore, verifyDesk } from '#storage/index';
import { articleOf, at, claimIn, withClaim, withRecord } from '../../support/checking';
import { faultyFileSystem } from '../../support/faulty-file-system';

const pdf = Uint8Array.from('%PDF-1.7\nune pièce', (character) => character.charCodeAt(0) & 0xff);

describe('evidence on a desk', () => {
  let root: string;
  let desk: DeskStore;
  const folder = (): string =>
    join(root, 'desk/articles', readdirSync(join(root, 'desk/articles'))[0] ?? '', 'evidence');

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'marbre-evidence-'));
    const created = await createDesk(join(root, 'desk'), { name: 'Essai', language: 'fr' });
    if (!created.ok) throw new Error(created.code);
    desk = created.value;
    await desk.articles.create(createArticle('a1', 'fr', at));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is kept under its hash, once for the same bytes, and read back as it was', async () => {
    const added = await desk.articles.evidence.add('a1', 'Rapport final.PDF', pdf);
    expect(added).toMatchObject({
      ok: true,
      value: {
        type: 'file',
        sha256: sha256Hex(pdf),
        extension: 'pdf',
        name: 'Rapport final.PDF',
        size: pdf.length,
      },
    });
    await desk.articles.evidence.add('a1', 'le même.pdf', pdf);
    expect(readdirSync(folder())).toEqual([`${sha256Hex(pdf)}.pdf`]);
    if (!added.ok) return;
    expect(await desk.articles.evidence.read('a1', added.value)).toEqual({ ok: true, value: pdf });
  });

  it('is refused when it is nothing that can be shown, empty, or for an article that is not there', async () => {
    const { evidence } = desk.articles;
    expect(await evidence.add('a1', 'a.exe', Uint8Array.of(77, 90, 0))).toMatchObject({
      code: 'evidence.unknown-kind',
    });
    expect(await evidence.add('a1', 'a.txt', new Uint8Array())).toMatchObject({ code: 'input.empty' });
    expect(await evidence.add('a9', 'a.pdf', pdf)).toMatchObject({ code: 'article.not-found' });
    expect(await evidence.reader('a1', '../../desk.json')).toBeNull();
    expect(readdirSync(join(folder(), '..'))).not.toContain('evidence');
  });

  it('that was altered or lost is never given out, and the desk says so', async () => {
    const added = await desk.articles.evidence.add('a1', 'rapport.pdf', pdf);
    const stored = await desk.articles.read('a1');
    if (!added.ok || !stored.ok) throw new Error('not added');
    const { value: file } = added;
    const marked = withClaim(articleOf(['212 mètres']), 'k1', '212 mètres');
    const evidence = [newEvidence(file, { id: 'e1', at, by: '' })];
    const article = { ...withRecord(marked, { ...claimIn(marked, 'k1'), evidence }), id: 'a1' };
    await desk.articles.save(article, stored.value.base);
    expect(await verifyDesk(desk)).toEqual([]);

    const path = join(folder(), `${file.sha256}.pdf`);
    const spoiled = Uint8Array.from(pdf).fill(65, 12, 14);
    writeFileSync(path, spoiled);
    expect(await desk.articles.evidence.read('a1', file)).toMatchObject({ code: 'evidence.changed' });
    expect(await desk.articles.evidence.reader('a1', `${file.sha256}.pdf`)).toBeNull();
    expect(await verifyDesk(desk)).toMatchObject([
      { failure: { code: 'evidence.changed', params: { name: 'rapport.pdf' } } },
    ]);

    // The right bytes, attached again, take the place of the spoiled ones.
    await desk.articles.evidence.add('a1', 'rapport.pdf', pdf);
    expect(new Uint8Array(readFileSync(path))).toEqual(pdf);
    rmSync(path);
    expect(await verifyDesk(desk)).toMatchObject([{ failure: { code: 'evidence.missing' } }]);
  });

  it('is read in parts by whoever plays or pages through it', async () => {
    const added = await desk.articles.evidence.add('a1', 'rapport.pdf', pdf);
    if (!added.ok) throw new Error(added.code);
    const reader = await desk.articles.evidence.reader('a1', `${added.value.sha256}.pdf`);
    expect(reader).toMatchObject({ extension: 'pdf', size: pdf.length });
    expect(await reader?.read(5, 3)).toEqual(pdf.slice(5, 8));
    expect(await reader?.read(pdf.length - 2, 10)).toEqual(pdf.slice(-2));
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('leaves no half of a file when the disk fails at call %d', async (call) => {
    const { fs } = faultyFileSystem({ call, code: 'ENOSPC', forever: true });
    const broken = await import('#storage/article-store').then(
      ({ ArticleStore }) => new ArticleStore(fs, join(root, 'desk')),
    );
    const added = await broken.evidence.add('a1', 'rapport.pdf', pdf);
    const kept = readdirSync(join(folder(), '..')).includes('evidence') ? readdirSync(folder()) : [];
    for (const name of kept.filter((entry) => !entry.startsWith('.')))
      expect(sha256Hex(new Uint8Array(readFileSync(join(folder(), name))))).toBe(name.slice(0, 64));
    if (added.ok) expect(kept).toContain(`${sha256Hex(pdf)}.pdf`);
  });
});
