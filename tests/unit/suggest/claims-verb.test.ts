import { describe, expect, it } from 'vitest';
import { createTranslate } from '#core/messages/index';
import { claims } from '../../../src/cli/claims';

async function run(input: string, args: readonly string[], language: 'fr' | 'en' = 'en') {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await claims(
    {
      t: createTranslate(language),
      out: (data) => printed.push(typeof data === 'string' ? data : new TextDecoder().decode(data)),
      say: (sentence) => said.push(sentence),
      progress: () => undefined,
      readInput: async () => new TextEncoder().encode(input),
      now: () => '2026-05-13T09:00:00.000Z',
    },
    args,
  );
  return { code, out: printed.join(''), said: said.join('\n') };
}

const story = `Harbour reopens after the storm

The port of Harwick reopened on Monday, said harbour master Anna Keller.

“We lost 12 boats,” she added.
`;

describe('marbre claims', () => {
  it('prints the spans of standard input as JSON', async () => {
    const { code, out } = await run(story, ['-', '--json', '--language', 'en', '--published', '2026-05-13']);
    expect(code).toBe(0);
    const found = JSON.parse(out) as Record<string, unknown>[];
    expect(found.find(({ kind }) => kind === 'date')).toEqual({
      kind: 'date',
      text: 'Monday',
      start: 32,
      end: 38,
      blockId: expect.any(String),
      reason: 'A date counted from the day of publication.',
      speaker: null,
      resolved: '2026-05-11',
      code: 'relative-date',
      worth: 60,
    });
    expect(found.find(({ kind }) => kind === 'quotation')).toMatchObject({
      text: 'We lost 12 boats,',
      speaker: 'Anna Keller',
    });
  });

  it('prints a line for each span to people, in their language', async () => {
    const { out } = await run(story, ['-', '--language', 'en', '--published', '2026-05-13'], 'fr');
    expect(out).toMatch(/^Citation +We lost 12 boats, +\(Anna Keller\)$/m);
  });

  it.each([
    [[], 2],
    [['-', '--language', 'de'], 2],
    [['no-such-file.txt', '--json'], 4],
    [['-', '--json'], 3],
  ])('with %j ends with exit code %d', async (args, expected) => {
    expect((await run('', args)).code).toBe(expected);
  });
});
