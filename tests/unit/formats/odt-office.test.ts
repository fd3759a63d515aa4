import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeBody, story } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import { asPrinted, formatById } from '#core/formats/registry';
import type { Imported } from '#core/formats/types';
import { assetNameOf } from '#core/pictures';
import { articleWith, canonical, picture } from '../../support/canonical';
import { bytesOf } from '../../support/written';

/** A machine without LibreOffice has to say so: nobody should take these for passed. */
const isInstalled = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
if (!isInstalled) console.warn('odt: LibreOffice (soffice) is not installed; its tests are skipped');

const odt = formatById('odt');
const now = '2026-05-12T09:00:00.000Z';
const asset = assetNameOf(picture) ?? '';
const context = { tagLabels: new Map<string, string>(), pictures: new Map([[asset, picture]]) };

const call: Inline = { type: 'note-reference', note: 'n' };
const line = (text: string) => [textRun(text)];
const cells = (...texts: string[]) => ({
  cells: texts.map((text, at) => ({ id: `${text}${at}`, content: line(text) })),
});

/** One block of each type, and marks of each kind. */
const blocks: Block[] = [
  {
    id: 'p1',
    type: 'paragraph',
    content: [
      textRun('Le port  ferme, dit le '),
      textRun('maire', ['bold', 'italic']),
      textRun(', '),
      textRun('lundi', ['strikethrough', 'underline']),
      textRun(' ; CO'),
      textRun('2', ['subscript']),
      textRun(' et m'),
      textRun('2', ['superscript']),
      textRun('.'),
      call,
      textRun(' Voir '),
      { type: 'link', url: 'https://example.org/a?b=1&c=2', content: line('le plan') },
      textRun(' et '),
      textRun('npm test', ['code']),
      { type: 'break' },
      textRun('puis plus rien.'),
    ],
  },
  { id: 'h1', type: 'heading', level: 2, content: line('Les quais') },
  { id: 'h2', type: 'heading', level: 3, content: line('Le quai nord') },
  {
    id: 'q',
    type: 'quote',
    content: [...line('Un jour.'), { type: 'break' }, { type: 'break' }, ...line('Deux jours.')],
    attribution: line('La capitainerie'),
  },
  { id: 'pq', type: 'pull-quote', content: line('Trois jours au large'), attribution: [] },
  {
    id: 'l1',
    type: 'list',
    kind: 'number',
    start: 4,
    items: [
      {
        id: 'i1',
        content: line('Quatre'),
        list: { kind: 'bullet', items: [{ id: 'i2', content: line('sous quatre') }] },
      },
      { id: 'i3', content: line('Cinq') },
    ],
  },
  { id: 'd', type: 'divider' },
  {
    id: 'l2',
    type: 'list',
    kind: 'check',
    items: [
      { id: 'i4', content: line('fait'), checked: true },
      { id: 'i5', content: line('à faire'), checked: false },
    ],
  },
  {
    id: 'pic',
    type: 'picture',
    asset,
    alt: 'Le quai vide',
    width: 50,
    content: line('Le quai, lundi.'),
    credit: line('La rédaction'),
  },
  { id: 't', type: 'table', header: true, rows: [cells('Jour', 'Bateaux'), cells('Lundi', '12')] },
  { id: 'c', type: 'code', language: '', content: [...line('if (a)'), { type: 'break' }, ...line('  b();')] },
  { id: 'f', type: 'fact-box', title: line('Le port en chiffres'), content: line('Douze bateaux.') },
  { id: 'e', type: 'embed', url: 'https://example.org/film', content: line('Le film') },
  { id: 'n', type: 'footnote', content: line('Mesuré en mars.') },
];
const article = articleWith(
  composeBody(
    { headline: 'Le port ferme', standfirst: 'Trois jours sans bateaux', byline: 'La rédaction' },
    blocks,
  ),
  { language: 'fr' },
);

const page = `<html><head><title>Onglet</title></head><body><h1>Le pont rouvre</h1>
<p>Le <b>pont</b> <i>rouvre</i> <u>lundi</u>, <a href="https://example.org/pont">dit la mairie</a>, à 10&nbsp;m<sup>2</sup>.</p>
<h2>Le chantier</h2><ul><li>un<ul><li>dedans</li></ul></li><li>deux</li></ul><ol start="4"><li>quatre</li><li>cinq</li></ol>
<blockquote>Nous y sommes.</blockquote><pre>x  =  1
y = 2</pre><hr>
<table><thead><tr><th>Jour</th><th>Places</th></tr></thead><tbody><tr><td colspan="2">Lundi</td></tr><tr><td>Mardi</td><td>3</td></tr></tbody></table>
<p>Fin.</p></body></html>`;

describe.skipIf(!isInstalled)('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-odt-'));
  const convert = (to: string, into: string, ...names: string[]): void => {
    mkdirSync(join(folder, into), { recursive: true });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const files = names.map((name) => join(folder, name));
    execFileSync(
      'soffice',
      ['--headless', profile, '--convert-to', to, '--outdir', join(folder, into), ...files],
      {
        timeout: 240_000,
        stdio: 'ignore',
      },
    );
  };
  const read = (name: string): Imported => {
    const result = odt.read?.(new Uint8Array(readFileSync(join(folder, name))), { now });
    if (!result?.ok) throw new Error(`refused: ${result?.code} ${result?.detail}`);
    return result.value;
  };

  beforeAll(() => {
    writeFileSync(join(folder, 'ours.odt'), bytesOf(odt, article, context));
    writeFileSync(join(folder, 'page.html'), page);
    convert('txt:Text (encoded):UTF8', 'text', 'ours.odt');
    // Its own documents, from ours and from a page.
    convert('odt:writer8', 'saved', 'ours.odt', 'page.html');
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('opens what we write, and finds the same words in it in the same order', () => {
    const text = readFileSync(join(folder, 'text/ours.txt'), 'utf8');
    const squeeze = (words: string) => words.replace(/[\s\ufeff]/g, '');
    const { body } = asPrinted(article);
    // Numbers, bullets and boxes are its own; notes have no place in its plain text.
    const ours = [...textBlocks(body)].filter(({ type }) => type !== 'footnote');
    let at = 0;
    for (const { content } of ours) {
      for (const piece of pieces(content)) {
        const found = squeeze(text).indexOf(squeeze(piece), at);
        expect([piece, found >= at]).toEqual([piece, true]);
        at = found + squeeze(piece).length;
      }
    }
    expect(text).toContain('ferme, dit le maire, lundi ; CO2 et m2.');
    expect(text).toContain('4. Quatre');
  });

  /** Parted at calls of notes, where it writes numbers. */
  function pieces(content: readonly Inline[]): string[] {
    const parts: Inline[][] = [[]];
    for (const node of content) {
      if (node.type === 'note-reference') parts.push([]);
      else parts.at(-1)?.push(node);
    }
    return parts.map(plainText);
  }

  it('saves what we wrote so that it comes back as it was', () => {
    const { title, standfirst, byline, blocks: found, pictures, warnings } = read('saved/ours.odt');
    expect({ title, standfirst, byline }).toEqual({
      title: 'Le port ferme',
      standfirst: 'Trois jours sans bateaux',
      byline: 'La rédaction',
    });
    expect(canonical(found)).toEqual(canonical(story(asPrinted(article).body)));
    expect(pictures?.get(asset)).toEqual(picture);
    expect(warnings).toEqual([]);
  });

  it('makes documents of its own that come in as what they show', () => {
    const { title, blocks: found, warnings } = read('saved/page.odt');
    expect(title).toBe('Le pont rouvre');
    const bare = JSON.parse(JSON.stringify(found, (key, value) => (key === 'id' ? undefined : value)));
    expect(bare).toMatchObject([
      {
        type: 'paragraph',
        content: [
          { text: 'Le ' },
          { text: 'pont', marks: ['bold'] },
          { text: ' ' },
          { text: 'rouvre', marks: ['italic'] },
          { text: ' ' },
          { text: 'lundi', marks: ['underline'] },
          { text: ', ' },
          { type: 'link', url: 'https://example.org/pont', content: [{ text: 'dit la mairie' }] },
          { text: ', à 10\u00a0m' },
          { text: '2', marks: ['superscript'] },
          { text: '.' },
        ],
      },
      { type: 'heading', level: 2, content: [{ text: 'Le chantier' }] },
      {
        type: 'list',
        kind: 'bullet',
        items: [
          { content: [{ text: 'un' }], list: { kind: 'bullet', items: [{ content: [{ text: 'dedans' }] }] } },
          { content: [{ text: 'deux' }] },
        ],
      },
      {
        type: 'list',
        kind: 'number',
        start: 4,
        items: [{ content: [{ text: 'quatre' }] }, { content: [{ text: 'cinq' }] }],
      },
      { type: 'quote', content: [{ text: 'Nous y sommes.' }] },
      { type: 'code', content: [{ text: 'x  =  1' }, { type: 'break' }, { text: 'y = 2' }] },
      { type: 'divider' },
      {
        type: 'table',
        header: true,
        rows: [
          { cells: [{ content: [{ text: 'Jour' }] }, { content: [{ text: 'Places' }] }] },
          { cells: [{ content: [{ text: 'Lundi' }] }, { content: [] }] },
          { cells: [{ content: [{ text: 'Mardi' }] }, { content: [{ text: '3' }] }] },
        ],
      },
      { type: 'paragraph', content: [{ text: 'Fin.' }] },
    ]);
    expect(warnings).toEqual([]);
  });
});
