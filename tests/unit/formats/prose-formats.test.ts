import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { composeBody, story } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { formatById } from '#core/formats/registry';
import { textWidth } from '#core/formats/text-wrapped/width';
import type { Imported } from '#core/formats/types';
import { bodies } from '../../support/bodies';
import { textOf } from '../../support/written';

const now = '2026-05-12T09:00:00.000Z';
const empty = createArticle('a1', 'fr', now);

function articleWith(blocks: readonly Block[], metadata: Partial<Article['metadata']> = {}): Article {
  const fields = { headline: 'La grève gagne le port', standfirst: 'Trois jours sans bac.' };
  return { ...empty, metadata: { ...empty.metadata, ...metadata }, body: composeBody(fields, blocks) };
}

function read(source: string): Imported {
  const imported = formatById('markdown').read?.(new TextEncoder().encode(source), { now });
  if (!imported?.ok) throw new Error(`refused: ${imported?.code}`);
  return imported.value;
}

const p = (id: string, text: string): Block => ({ id, type: 'paragraph', content: [textRun(text)] });
const asset = `${'a'.repeat(64)}.png`;
const picture: Block = {
  id: 'f1',
  type: 'picture',
  asset,
  alt: 'Une grue',
  width: 100,
  content: [textRun('Le quai "nord"')],
  credit: [textRun('Photo : L. Morvan')],
};
const box: Block = {
  id: 'x1',
  type: 'fact-box',
  title: [textRun('Repères')],
  content: [textRun('Deux bacs.')],
};
const table: Block = {
  id: 't1',
  type: 'table',
  header: true,
  rows: [
    ['Quai', 'Navires'],
    ['Nord', '12'],
  ].map((row, index) => ({
    cells: row.map((text, at) => ({ id: `c${index}${at}`, content: [textRun(text)] })),
  })),
};

describe('front matter', () => {
  it('is read in TOML, with the tables of Hugo and Zola', () => {
    const { title, published, tags, byline, warnings } = read(
      '+++\ntitle = "Le bac"\ndate = 2026-05-12T08:00:00+02:00\n[taxonomies]\ntags = ["mer", "#port"]\n[params]\nauthor = "L. Morvan"\nweight = 3\n[[menu]]\nname = "x"\n+++\n\nLe bac est à quai.\n',
    );
    expect({ title, published, tags, byline }).toEqual({
      title: 'Le bac',
      published: '2026-05-12',
      tags: ['mer', 'port'],
      byline: 'L. Morvan',
    });
    expect(warnings.map(({ code }) => code)).toEqual(['front-matter-ignored']);
  });

  it('expands no alias, however many laughs it promises', () => {
    const laughs = [
      'a: &a [x, x]',
      ...'bcdefghijklmnop'.split('').map((name, index) => {
        const before = 'abcdefghijklmno'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ];
    const started = Date.now();
    const { title, warnings } = read(`---\ntitle: Rire\n${laughs.join('\n')}\n---\n\nTexte.\n`);
    expect([title, warnings.length > 0]).toEqual(['Rire', true]);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('that is broken is copy, and is never lost', () => {
    expect(bodyText(read('+++\n<<< rien >>>\n+++\n\nSuite.\n').blocks)).toContain('rien');
  });
});

describe('Obsidian’s signs', () => {
  it('become words, with a warning for each kind', () => {
    const { blocks, warnings } = read(
      'Voir [[Le port#Quai|le quai]], [[Le bac]] et ==ceci==. %%à vérifier%%\n\n![[grue.png]]\n\n%%\n\nbrouillon\n\n%%\n\n> [!note]- Repères\n> Deux bacs.\n',
    );
    expect(bodyText(blocks, ' / ')).toBe('Voir le quai, Le bac et ceci. / Repères / Deux bacs.');
    expect(blocks.at(-1)?.type).toBe('fact-box');
    expect(new Set(warnings.map(({ code }) => code))).toEqual(
      new Set(['wiki-link-flattened', 'style-dropped', 'comment-dropped', 'picture-dropped']),
    );
  });

  it('are text where they are escaped, or in code, and come back as text from every profile that knows them', () => {
    const text = 'a ==b== %%c%% [[d]]';
    for (const id of ['markdown', 'markdown-obsidian'] as const)
      expect(bodyText(read(textOf(formatById(id), articleWith([p('p1', text)]))).blocks)).toBe(text);
    expect(bodyText(read('`==a==`\n').blocks)).toBe('==a==');
  });
});

describe('profiles of Markdown', () => {
  const blocks = [p('p1', 'Code {{< ref "x" >}} #port.'), picture, box, table];

  it('CommonMark: fields at the head, a table as HTML, no sign of GFM', () => {
    const written = textOf(
      formatById('markdown-commonmark'),
      articleWith(blocks, { published: '2026-05-12' }),
    );
    expect(written).toContain('# La grève gagne le port\n\n**Trois jours sans bac.**\n\n12 mai 2026\n');
    expect(written).toContain('<table>');
    expect(written).not.toMatch(/^\||\[!|^---/m);
  });

  it('Hugo: keys that Hugo knows, its figure, and no shortcode out of the copy', () => {
    const written = textOf(
      formatById('markdown-hugo'),
      articleWith(blocks, { section: 'Mer', rights: 'Le Fanal' }),
    );
    expect(written).toContain('draft: true\n');
    expect(written).toContain('categories:\n  - Mer\n');
    expect(written).toContain('params:\n  lang: fr\n  rights: Le Fanal\n');
    expect(written).toContain(
      `{{< figure src="assets/${asset}" alt="Une grue" caption="Le quai \\"nord\\"" attr="Photo : L. Morvan" >}}`,
    );
    expect(written.match(/\{\{</g)).toHaveLength(1);
  });

  it('Obsidian: properties, an embed with its caption, a call-out; and it is read again', () => {
    const written = textOf(
      formatById('markdown-obsidian'),
      articleWith(blocks, { shortHeadline: 'Le port' }),
    );
    expect(written).toContain('aliases:\n  - La grève gagne le port\n  - Le port\n');
    expect(written).toContain(`![[${asset}|Une grue]]`);
    expect(written).toContain('> [!info] Repères');
    expect(written).toContain('\\#port');
    const again = read(written);
    expect(again.warnings).toEqual([]);
    expect(again.blocks.map(({ type }) => type)).toEqual(['paragraph', 'picture', 'fact-box', 'table']);
  });
});

describe('wrapped text', () => {
  const wrapped = formatById('text-wrapped');

  it('has no line of more than 72 columns, but for a word that is longer itself', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const line of textOf(wrapped, { ...empty, body }).split('\n'))
          if (textWidth(line) > 72)
            expect(line.trim()).toMatch(/^(?:(?:-|\[[ x]\]|\d+\.|\[\d+\]|—) )?[^ \t]+$/);
      }),
      { numRuns: 50 },
    );
    const lines = textOf(wrapped, articleWith([p('p1', 'mot '.repeat(100).trim())])).split('\n');
    expect(Math.max(...lines.map(textWidth))).toBe(71);
  });

  it('counts wide characters as two, hangs lines under their item, and sets tables in columns', () => {
    expect(textWidth('日本語 é e\u0301')).toBe(10);
    const list: Block = {
      id: 'l',
      type: 'list',
      kind: 'bullet',
      items: [{ id: 'i', content: [textRun('mot '.repeat(30).trim())] }],
    };
    const written = textOf(wrapped, articleWith([list, table]));
    expect(written).toMatch(/\n- mot .*\n {2}mot/);
    expect(written).toContain('Quai  Navires\nNord  12\n');
  });

  it('comes back as the text that it was', () => {
    const text =
      'Le bac est resté à quai pour la troisième journée de suite, faute de pièces, a indiqué la compagnie dans un message à ses usagers. '
        .repeat(3)
        .trim();
    const imported = formatById('text').read?.(
      new TextEncoder().encode(textOf(wrapped, articleWith([p('p1', text)]))),
      { now },
    );
    if (!imported?.ok) throw new Error('refused');
    expect(bodyText(imported.value.blocks)).toContain(text);
  });
});

describe('exported HTML', () => {
  const recommended = new HtmlValidate({ extends: ['html-validate:recommended'] });
  // Mail programs know no style sheet: that styles stand on the elements is what this format is for.
  const standard = new HtmlValidate({ extends: ['html-validate:standard'] });
  const shell = (inner: string): string =>
    `<!DOCTYPE html>\n<html lang="fr"><head><title>x</title></head><body><main>${inner}</main></body></html>`;
  const messagesOf = async (validator: HtmlValidate, html: string): Promise<string[]> => {
    const report = await validator.validateString(html);
    return report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`),
    );
  };

  it('is valid in every form, on bodies of every block type', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const article = {
          ...articleWith(story(body)),
          metadata: { ...empty.metadata, published: '2026-05-12' },
        };
        expect(await messagesOf(recommended, textOf(formatById('html'), article))).toEqual([]);
        expect(await messagesOf(recommended, shell(textOf(formatById('html-fragment'), article)))).toEqual(
          [],
        );
        expect(await messagesOf(standard, textOf(formatById('html-email'), article))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('has the one style sheet that its policy allows, to the byte', () => {
    const page = textOf(formatById('html'), articleWith([p('p1', 'Un mot.')]));
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`sha256-${hash}`);
  });

  it('for mail carries no style sheet, no script, nothing to fetch, and says what a picture shows', () => {
    const written = textOf(formatById('html-email'), articleWith([picture, box]));
    expect(written).not.toMatch(/<style|<link|<script|<img|src=|url\(|class=/);
    expect(written).toContain('<em>Une grue</em><br>Le quai "nord"');
    expect(written).toContain('Photo : L. Morvan');
  });
});
