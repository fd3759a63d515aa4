import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { formatById } from '#core/formats/registry';

const [there, gone, bare] = ['a', 'b', 'c'].map((sign) => `${sign.repeat(64)}.png`) as [
  string,
  string,
  string,
];
const words = (text: string) => [{ type: 'text' as const, text }];
const picture = (id: string, asset: string, caption: string): Block => ({
  id,
  type: 'picture',
  asset,
  alt: 'the quay',
  width: 100,
  content: caption === '' ? [] : words(caption),
  credit: caption === '' ? [] : words('Ada'),
});

const article: Article = {
  ...createArticle('a1', 'en', '2026-05-12T09:00:00.000Z'),
  body: composeBody({ headline: 'The quay was closed' }, [
    { id: 'p1', type: 'paragraph', content: words('It reopens on Monday.') },
    picture('m1', there, 'The quay on Sunday.'),
    picture('m2', gone, 'The quay on Monday.'),
    picture('m3', bare, ''),
  ]),
};

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);

function pageWith(pictures?: ReadonlyMap<string, Uint8Array>): string {
  const written = formatById('html').write?.(article, {
    tagLabels: new Map(),
    ...(pictures && { pictures }),
  });
  if (!written?.ok) throw new Error('not written');
  return new TextDecoder().decode(written.value);
}

it('a page that stands alone leaves out a picture whose file is gone, and keeps its caption and credit', async () => {
  const page = pageWith(new Map([[there, png]]));
  expect(page).toContain('data:image/png;base64,');
  expect(page.match(/<img\b/g)).toHaveLength(1);
  expect(page).not.toContain('assets/');
  for (const text of ['The quay on Sunday.', 'The quay on Monday.', 'It reopens on Monday.'])
    expect(page).toContain(text);
  expect(page.match(/<small class="credit">Ada<\/small>/g)).toHaveLength(2);
  // The one that said nothing leaves nothing.
  expect(page.match(/<figure\b/g)).toHaveLength(2);
  const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page);
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});

it('names them where nobody has looked for their files', () => {
  expect(pageWith().match(/src="assets\//g)).toHaveLength(3);
});

it('escapes each sign that ends no tag, and none that does', () => {
  const signs: Article = {
    ...article,
    body: composeBody({ headline: 'a > b' }, [
      {
        id: 'p1',
        type: 'paragraph',
        content: [
          ...words('1 < 2 > 0 "x > y" \'z > w\' '),
          { type: 'link', url: 'https://example.org/?a=%3E&b="c>d"', content: words('so') },
        ],
      },
    ]),
  };
  const written = formatById('html-fragment').write?.(signs, { tagLabels: new Map() });
  const page = written?.ok ? new TextDecoder().decode(written.value) : '';
  expect(page).toContain('a &gt; b');
  expect(page).toContain('&#x3C; 2 &gt; 0 "x &gt; y" \'z &gt; w\' ');
  expect(page).toMatch(/<a href="https:\/\/example\.org\/[^"]*">so<\/a>/);
});
