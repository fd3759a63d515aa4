import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceSchema } from '#core/claims/schema';
import { localDay } from '#core/claims/source-from-text';
import { readQuickSource } from '../../../src/renderer/features/evidence/quick-source';

const today = '2026-05-12';
const source = (text: string) => {
  const read = readQuickSource(text, today);
  return read.ok ? read.source : read.problem;
};

describe('the quick field', () => {
  it('takes a web address as a page that was read today', () => {
    expect(source(' https://sarville.example/pont?x=1#bas \n')).toEqual({
      type: 'web',
      url: 'https://sarville.example/pont?x=1#bas',
      title: '',
      publisher: '',
      date: null,
      accessed: today,
    });
  });

  it('completes an address without its scheme', () => {
    expect(source('www.sarville.example/pont')).toMatchObject({ url: 'https://www.sarville.example/pont' });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,<b>', 'sarville.example'])(
    'takes %s as words, never as an address',
    (text) => expect(source(text)).toEqual({ type: 'passage', text, from: '' }),
  );

  it('takes a sentence that has an address in it as words', () => {
    expect(source('Voir https://sarville.example pour le reste')).toMatchObject({ type: 'passage' });
  });

  it('takes a name behind an @ as somebody who was spoken to today', () => {
    expect(source('@ Irène Valade')).toEqual({
      type: 'person',
      name: 'Irène Valade',
      when: today,
      how: '',
      confirmed: '',
    });
  });

  it('keeps the lines of a passage', () => {
    expect(source('Première ligne.\nSeconde ligne.')).toMatchObject({
      text: 'Première ligne.\nSeconde ligne.',
    });
  });

  it('adds nothing for nothing, and refuses what one source cannot hold', () => {
    expect(source(' \n ')).toBe('empty');
    expect(source('a'.repeat(20_001))).toBe('too-long');
    expect(source(`https://sarville.example/${'a'.repeat(30_000)}`)).toBe('too-long');
  });

  it('never makes what the file of an article would refuse', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `@${text}`),
        ),
        (text) => {
          const read = readQuickSource(text, today);
          if (read.ok) expect(sourceSchema.safeParse(read.source).success).toBe(true);
        },
      ),
    );
  });

  it('gives the day of the clock on the wall', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
