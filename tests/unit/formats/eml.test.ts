import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyText } from '#core/body/walk';
import { formatForFile } from '#core/formats/registry';
import type { Imported } from '#core/formats/types';

const folder = join(import.meta.dirname, '../../fixtures/formats/eml');
const context = { now: '2026-05-12T09:00:00.000Z' };

function read(name: string, as = name): Imported {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const imported = formatForFile(as, bytes).read?.(bytes, context);
  if (!imported?.ok) throw new Error(imported?.code);
  return imported.value;
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('a story sent by mail', () => {
  it('is its page, in the encoding that the mail names, whatever the page says of itself', () => {
    const { title, published, blocks, warnings } = read('letter-with-attachment.eml');
    expect({ title, published }).toEqual({ title: 'Le port ferme lundi', published: '2026-05-12' });
    expect(bodyText(blocks)).toBe(
      'Le port ferme lundi, a annoncé la capitainerie.\n\nLes équipages attendent au large depuis trois jours.',
    );
    expect(warnings).toContainEqual({ code: 'attachment-dropped', params: { name: 'arrete.pdf' } });
  });

  it('is known by its headers, whatever the file is called', () => {
    expect(read('plain.eml', 'story.txt')).toMatchObject({
      format: 'eml',
      title: 'Bridge opens',
      published: '2026-02-03',
      warnings: [],
    });
  });

  it('is no mail because it opens with a name and a colon', () => {
    expect(formatForFile('a.txt', encode('From: Lyon\n\nThe harbour closes.\n')).id).toBe('text');
  });

  it.each(['', 'no headers at all', 'A: b\n\n', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n--x--\n'])(
    'is refused when there is no letter in it: %j',
    (text) => expect(formatForFile('a.eml', encode(text)).read?.(encode(text), context).ok).toBe(false),
  );
});

describe('a page saved with its pictures', () => {
  it('keeps its own headline', () => {
    const { title, blocks } = read('saved-page.mhtml');
    expect(title).toBe('The crane falls silent');
    expect(bodyText(blocks)).toContain('The old crane was taken down on Sunday.');
  });
});
