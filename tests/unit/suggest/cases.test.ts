import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/body/schema';
import { suggestClaims } from '#core/suggest/suggest';
import { isSameSpeaker, parseMarked } from '../../support/claims-corpus';

const folder = join(import.meta.dirname, '../../fixtures/suggest');

interface Found {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly block: number;
}

describe.each(['fr', 'en'] as const)('in %s copy', (language) => {
  const files = readdirSync(join(folder, language));
  describe.each(files)('%s', (name) => {
    const [head = '', lines = ''] = readFileSync(join(folder, language, name), 'utf8').split('---\n');
    const published = /^published: (.+)$/m.exec(head)?.[1] ?? null;
    const kinds = new Set(/^kinds: (.+)$/m.exec(head)?.[1]?.split(' ') ?? []);

    it.each(lines.split('\n').filter((line) => line !== ''))('%s', (line) => {
      const blocks = line.split(' ¶ ').map((text, index) => parseMarked(name, text, index));
      const body = blocks.map(
        ({ text }, index): Block => ({
          id: `b${index}`,
          type: 'paragraph',
          content: [{ type: 'text', text }],
        }),
      );
      const gold = blocks.flatMap(({ spans }) => spans).sort(inOrder);
      const found = suggestClaims({ body, metadata: { language, published } })
        .filter(({ kind }) => kinds.has(kind))
        .map((one) => ({ ...one, block: Number(one.blockId.slice(1)) }));
      expect(found.map(bare)).toEqual(gold.map(bare));
      for (const [index, { note }] of gold.entries()) {
        const one = found[index];
        if (one?.kind === 'quotation')
          expect([isSameSpeaker(note, one.speaker), one.speaker, note]).toEqual([true, one.speaker, note]);
        if (one?.kind === 'date' && note !== null) expect(one.resolved).toBe(note);
      }
    });
  });
});

function bare({ kind, text, start, block }: Found): Found {
  return { kind, text, start, block };
}

function inOrder(a: Found & { end: number }, b: Found & { end: number }): number {
  return a.block - b.block || a.start - b.start || b.end - a.end;
}
