import { describe, expect, it } from 'vitest';
import { limits } from '#core/body/blocks';
import { linkTarget } from '#core/body/links';
import { normalizeInline, textRun } from '#core/body/normalize';

const url = 'https://quay.example/';

describe('the title of a link', () => {
  it.each([
    ['The  port\n of\tthe north ', 'The port of the north'],
    ['«\u00a0Le port\u00a0»', '«\u00a0Le port\u00a0»'],
    ['annual\u202efdp.exe', 'annualfdp.exe'],
    ['a'.repeat(limits.linkTitleLength + 9), 'a'.repeat(limits.linkTitleLength)],
    [`${'a'.repeat(limits.linkTitleLength - 1)}😀`, 'a'.repeat(limits.linkTitleLength - 1)],
  ])('is one line that is what it looks like, and no longer than it may be: %j', (given, title) => {
    expect(linkTarget(url, given)).toEqual({ url, title });
  });

  it.each([undefined, null, '', ' \n '])('is none where nothing is said: %j', (given) => {
    expect(linkTarget(url, given)).toEqual({ url });
  });

  it('keeps links of one address apart, and joins those that are the same', () => {
    const one = { type: 'link' as const, url, title: 'The port', content: [textRun('the ')] };
    const two = { ...one, content: [textRun('port')] };
    expect(normalizeInline([one, two])).toEqual([{ ...one, content: [textRun('the port')] }]);
    expect(normalizeInline([one, { ...two, title: 'The quay' }])).toHaveLength(2);
  });
});
