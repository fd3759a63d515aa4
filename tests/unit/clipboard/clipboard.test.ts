import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readClipboardHtml } from '#core/formats/html/clipboard';
import { countedIds } from '#core/ids';

const folder = new URL('../../fixtures/clipboard/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe('HTML from a clipboard', () => {
  it.each(fixtures)('%s keeps its structure and loses its junk', (name) => {
    const blocks = readClipboardHtml(readFileSync(new URL(name, folder), 'utf8'), countedIds('b'));
    const golden = new URL(`${name}.expected.json`, folder);
    if (process.env.MARBRE_UPDATE_GOLDEN || !existsSync(golden))
      writeFileSync(golden, `${JSON.stringify(blocks, null, 2)}\n`);
    expect(blocks).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
    expect(JSON.stringify(blocks)).not.toMatch(/mso-|javascript:|onerror|file:/);
  });
});
