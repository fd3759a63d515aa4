import { describe, expect, it } from 'vitest';
import { createArticle, withHeadline } from '#core/article/create';
import { slugify } from '#core/article/slug';
import { summarize } from '#core/article/summary';
import { failure } from '#core/failure';
import { createTranslate, failureSentence } from '#core/messages/index';
import { visibleName } from '#core/visible';
import { row } from '../../../src/cli/list';
import { readIncoming } from '../../../src/storage/read-incoming';

const now = '2026-05-12T09:00:00.000Z';
const turned = 'annual\u202efdp.exe';

describe('names that look like others', () => {
  it.each([
    [turned, 'annual\ufffdfdp.exe'],
    ['\u2066a\u2069.txt', '\ufffda\ufffd.txt'],
    ['a\u200b\u001b[2J.txt', 'a\ufffd\ufffd[2J.txt'],
    ['été ‘é’ שלום.pdf', 'été ‘é’ שלום.pdf'],
  ])('%j is shown as %j', (name, shown) => {
    expect(visibleName(name)).toBe(shown);
  });

  it('a file is imported under the name that one can see', () => {
    const read = readIncoming({ name: turned, bytes: new TextEncoder().encode('A line.\n\nTwo.') }, now, {});
    expect(read.ok && read.value.type === 'copy' && read.value.article.original?.name).toBe(
      'annual\ufffdfdp.exe',
    );
  });

  it.each(['fr', 'en'] as const)('a sentence is not turned around by what it names (%s)', (language) => {
    const sentence = failureSentence(
      createTranslate(language),
      failure('input.too-large', { name: turned, limit: '1' }),
    );
    expect(sentence).toContain('annual\ufffdfdp.exe');
    expect(sentence).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('a sentence takes no instructions from what it names', () => {
    const name = '$t(failure/internal) {{limit}}';
    const sentence = failureSentence(createTranslate('en'), failure('input.too-large', { name, limit: '1' }));
    expect(sentence).toContain(name);
  });

  it('a line in a terminal sets no title and clears no screen', () => {
    const article = createArticle('a1', 'en', now);
    const title = '\u001b]0;owned\u0007\u001b[2J\u202egnp';
    const line = row(summarize({ ...article, body: withHeadline(article.body, title) }));
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('an exported file is called by letters, digits and hyphens', () => {
    for (const title of [turned, '../../etc/passwd', 'CON', '<b>', '\u0000', '=cmd', 'аррӏе', '..'])
      expect(slugify(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});
