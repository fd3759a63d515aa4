import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

interface Found {
  readonly file: string;
  /** As it stands in the source: `/…/flags`, or `new RegExp(…)`. */
  readonly text: string;
}

/** Every regular expression of ours: those that stand there whole, and those that are put together. */
function collect(): { literals: Found[]; composed: Found[] } {
  const literals: Found[] = [];
  const composed: Found[] = [];
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root })) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) literals.push({ file, text: node.text });
      if (ts.isNewExpression(node) && node.expression.getText(source) === 'RegExp')
        composed.push({ file, text: node.getText(source) });
      node.forEachChild(visit);
    };
    visit(source);
  }
  return { literals, composed };
}

/**
 * Expressions that take more than linear time on some text, or that cannot be judged in time, and why no file can make
 * use of it. By the beginning of the expression.
 */
const bounded: readonly (readonly [file: string, start: string, reason: string])[] = [
  ['src/core/article/bylines.ts', '/\\s*\\([^)]*\\)/g', 'a part of a byline is cut at 500 characters'],
  ['src/core/article/bylines.ts', '/\\s+(?:in|à|en)\\s+', 'a part of a byline is cut at 500 characters'],
  ['src/core/article/bylines.ts', '/^[\\s–—·|•-]+|', 'a part of a byline is cut at 500 characters'],
  ['src/core/formats/html/decode.ts', '/<meta[^>]+charset', 'the first 1,024 bytes are looked at'],
  ['src/core/formats/markdown/vault-read.ts', '/!?\\[\\[([^[', 'it counts to 300, 500 and 2,000'],
  ['src/core/formats/markdown/write.ts', '/\\{\\{([<%])', 'it counts to 1,000'],
  ['src/core/formats/registry.ts', '/\\[[^\\]\\n]+\\]\\(https?:/', 'the first 8,192 bytes are looked at'],
  ['src/core/history/snapshots.ts', '/^(\\d{4}-', 'the name of a file has 255 bytes at most'],
  ['src/core/history/snapshots.ts', '/^\\d{4}-', 'the name of a file has 255 bytes at most'],
  ['src/core/history/snapshots.ts', '/\\ufffd+$/', 'the name of a file has 255 bytes at most'],
  [
    'src/core/intake/cut-rules.ts',
    '/^(?:read more|related',
    'it counts to 60 and to 200, from the beginning only',
  ],
  ['src/core/intake/queries.ts', '/([\\p{L}.]*)([.!?…]|', 'the last 200 characters are looked at'],
  ['src/core/language/sentences.ts', '/[\\p{L}.\\-º]+$/u', '12 characters are looked at'],
  ['src/core/language/typography.ts', '/(?:https?:\\/\\/|www', 'the last 500 characters are looked at'],
  [
    'src/core/suggest/arithmetic.ts',
    '/^[\\s\\u00a0\\u202f]*(?:\\p{L}+',
    'two numbers of a sum stand within 90 characters',
  ],
  ['src/core/suggest/arithmetic.ts', '/(?:soit|au total', 'it counts to 40, from each of a few words'],
  ['src/renderer/features/library/row-facts.tsx', '/\\s*\\d{4}$/', 'a date that we have written ourselves'],
  ['src/storage/article-folder.ts', '/^(?:[a-z0-9-]*--)?', 'the name of a file has 255 bytes at most'],
];

/** Where expressions are put together at run time: from our own word lists, or with what a person typed made literal. */
const composers: ReadonlySet<string> = new Set([
  'src/core/article/bylines.ts',
  'src/core/encoding/mime.ts',
  'src/core/find/find.ts',
  'src/core/formats/markdown/inline-read.ts',
  'src/core/formats/ninjs/index.ts',
  'src/core/intake/cut-rules.ts',
  'src/core/intake/lead-lines.ts',
  'src/core/language/dates.ts',
  'src/core/language/quotations.ts',
  'src/core/suggest/tokens.ts',
  'src/storage/seal.ts',
]);

const { literals, composed } = collect();
const isNamed = ({ file, text }: Found): boolean =>
  bounded.some(([where, start]) => where === file && text.startsWith(start));

it('no regular expression of ours takes time out of proportion on a text that a stranger chose', async () => {
  expect(literals.length).toBeGreaterThan(500);
  const unique = new Map(literals.filter((one) => !isNamed(one)).map((one) => [one.text, one]));
  const vulnerable: string[] = [];
  const left = [...unique.values()];
  const work = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) await judge(one);
  };
  const judge = async ({ file, text }: Found): Promise<void> => {
    const end = text.lastIndexOf('/');
    const params = { timeout: 20_000, attackTimeout: 1_000, randomSeed: 1 };
    const { status, ...found } = await check(text.slice(1, end), text.slice(end + 1), params);
    if (status !== 'safe')
      vulnerable.push(`${file} ${text}: ${status} ${JSON.stringify(found)}`.slice(0, 400));
  };
  await Promise.all([work(), work()]);
  expect(vulnerable).toEqual([]);
}, 180_000);

it('each expression that is named as bounded is still there', () => {
  const gone = bounded.filter(
    ([file, start]) => !literals.some((one) => one.file === file && one.text.startsWith(start)),
  );
  expect(gone).toEqual([]);
});

it('expressions are put together only where that is known', () => {
  expect(new Set(composed.map(({ file }) => file))).toEqual(composers);
});
