import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, articleSchema } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import type { Block, Inline } from '#core/body/schema';
import { newEvidence } from '#core/claims/create';
import type { Source } from '#core/claims/schema';
import { articleOf, at, withClaim, withOutcome } from './checking';

const folder = join(import.meta.dirname, '../fixtures/hostile');

export interface HostileCase {
  readonly file: string;
  readonly what: string;
  /** Words of the story that must come through whatever is done with the rest. */
  readonly keeps: string;
  readonly bytes: Uint8Array;
}

/** Every file of `tests/fixtures/hostile`. */
export function hostileCases(): HostileCase[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as HostileCase[];
  return manifest.map((one) => ({ ...one, bytes: new Uint8Array(readFileSync(join(folder, one.file))) }));
}

/** Addresses that are never links, as they would stand in an attribute after its references were read. */
export const refusedAddresses = [
  'javascript:canary()',
  'JaVaScRiPt:canary()',
  ' \u0000javascript:canary()',
  '\u0001javascript:canary()',
  '\u001fjavascript:canary()',
  'java\tscript:canary()',
  'java\nscript:canary()',
  'java\r\nscript:canary()',
  'javascript\t:canary()',
  'javascript://canary.example/%0acanary()',
  '\u2028javascript:canary()',
  '\u202ejavascript:canary()',
  '\u200bjavascript:canary()',
  '\ufeffjavascript:canary()x\u200b',
  'vbscript:canary()',
  'data:text/html,<script>canary()</script>',
  'data:image/svg+xml,<svg onload=canary()>',
  'blob:https://canary.example/1',
  'filesystem:https://canary.example/1',
  'file:///etc/passwd',
  'marbre://app/index.html',
  'about:blank',
  'view-source:https://canary.example/',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'ms-msdt:/id PCWDiagnostic',
  'smb://canary.example/x',
  'ftp://canary.example/x',
  'ws://canary.example/x',
  'tel:+33123456789',
  'sms:+33123456789',
  'intent://x#Intent;end',
  'feed:javascript:canary()',
  '//canary.example/x',
  '/relative',
  'relative.html',
  '#fragment',
  '?query',
  '\\\\canary.example\\share',
  'https://',
  'https:///',
  'http://[::1',
  'http://exa mple.org/',
  'http://example.org:99999/',
  'https://exa\u202emple.org/',
  'https://exam\u00adple.org/',
  'https://ex\u200dample.org/',
  'https://example.org/\u0007',
  'mailto:',
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?subject=x&Attachment=/etc/passwd',
  'mailto:a@example.org?%61ttach=/etc/passwd',
  '',
  ' ',
] as const;

export const allowedAddresses = [
  'https://example.org/',
  'http://example.org/a?b=c&d=%20#e',
  'https://example.org/été?q=marée',
  'mailto:desk@example.org',
  'mailto:desk@example.org?subject=A%20question',
] as const;

/** What is put into every text of an article in turn; the short ones fit where the long ones are refused. */
const payloads = [
  '"><img src=x onerror=canary()></title></style></script><script>canary()</script>',
  'javascript:canary()',
  "'-canary()-'</textarea></xmp><svg/onload=canary()>",
  '=HYPERLINK("https://canary.example")',
  '\u202e<b onclick=canary()>gnp.exe\u202c',
  '--><iframe srcdoc="<script>parent.canary()</script>">',
  ']]><![CDATA[<script>canary()</script>',
  '](javascript:canary()) ![x](https://canary.example/x.png) <https://canary.example>',
  '\u001b]0;canary\u0007{{canary()}}$t(app.close)',
  '"><svg onload=canary()>',
] as const;

/**
 * An article with a payload in every text that its schema lets anybody write: found by trying, so that a field that is
 * new is tried too.
 */
export function hostileArticle(id: string): Article {
  let article: Article = { ...fullArticle(), id };
  let turn = 0;
  for (const path of stringsIn(article)) {
    const others = payloads.map((_, index) => payloads[(turn + index) % payloads.length] ?? '');
    const found = others.map((payload) => withText(article, path, payload)).find(fits);
    if (found) {
      article = found;
      turn += 1;
    }
  }
  return article;
}

function fits(article: Article): boolean {
  return articleSchema.safeParse(article).success;
}

type Path = readonly (string | number)[];

function stringsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, [...path, key]));
}

/** The article with another text at `path`; lengths and places of what stands on the text stay as they are. */
function withText(article: Article, path: Path, text: string): Article {
  const copy = structuredClone(article) as unknown;
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  // What the article is found by, and what it is in, are not for a stranger to say.
  const last = path.at(-1) ?? '';
  if (path.length === 1 || last === 'language' || last === 'status') return article;
  at[last] = text;
  return copy as Article;
}

const text = (words: string): Inline => ({ type: 'text', text: words });
const linkTo = (url: string): Inline => ({ type: 'link', url, content: [{ type: 'text', text: 'a link' }] });
const asset = `${'a'.repeat(64)}.png`;

/** One block of each type. */
const blocks: readonly Block[] = [
  { id: 'p1', type: 'paragraph', content: [text('The quay was closed.')] },
  {
    id: 'p2',
    type: 'paragraph',
    content: [text('See '), linkTo('https://example.org/'), text(' and more.')],
  },
  { id: 'p3', type: 'paragraph', content: [text('Called'), { type: 'note-reference', note: 'f1' }] },
  { id: 'h1', type: 'heading', level: 2, content: [text('A heading')] },
  { id: 'q1', type: 'quote', content: [text('We waited.')], attribution: [text('Ada')] },
  { id: 'q2', type: 'pull-quote', content: [text('We waited.')], attribution: [text('Ada')] },
  {
    id: 'l1',
    type: 'list',
    kind: 'check',
    items: [{ id: 'i1', checked: true, content: [text('One'), linkTo('https://example.org/')] }],
  },
  {
    id: 'm1',
    type: 'picture',
    asset,
    alt: 'alt',
    width: 100,
    content: [text('Caption')],
    credit: [text('By')],
  },
  {
    id: 't1',
    type: 'table',
    header: true,
    rows: [
      { cells: [{ id: 'c1', content: [text('Head')] }] },
      { cells: [{ id: 'c2', content: [text('=1+1')] }] },
    ],
  },
  { id: 'k1', type: 'code', language: 'js', content: [text('let a = 1;')] },
  { id: 'b1', type: 'fact-box', title: [text('Box')], content: [text('Fact')] },
  { id: 'e1', type: 'embed', url: 'https://example.org/film', content: [text('A film')] },
  { id: 'd1', type: 'divider' },
  { id: 'f1', type: 'footnote', content: [text('A note.')] },
];

const sources: readonly Source[] = [
  {
    type: 'web',
    url: 'https://example.org/',
    title: 'T',
    publisher: 'P',
    date: null,
    accessed: '2026-05-12',
  },
  { type: 'file', sha256: 'b'.repeat(64), extension: 'pdf', name: 'report.pdf', size: 10 },
  { type: 'passage', text: 'words', from: 'a letter' },
  { type: 'person', name: 'Ada', when: '2026-05-12', how: 'by phone', confirmed: 'yes' },
];

/** An article in which every list and every field holds something. */
function fullArticle(): Article {
  const base = articleOf([], { headline: 'The quay was closed', byline: 'Ada' });
  const body = composeBody({ headline: 'Head', standfirst: 'Stand', byline: 'By' }, [...blocks]);
  const evidence = sources.map((source, index) => ({
    ...newEvidence(source, { id: `v${index}`, at, by: 'Ada' }),
    quote: 'quoted',
    origin: 'agency',
    locator: { type: 'quote', exact: 'words', prefix: 'before', suffix: 'after' } as const,
    sensitivity: 'public' as const,
  }));
  const claimed = withClaim({ ...base, body }, 'k1', 'The quay was closed', {
    wording: 'w',
    assertedBy: 'x',
    assignee: 'y',
    note: 'n',
    evidence,
    quotation: {
      speaker: 'Ada',
      said: '2026-05-12',
      original: { language: 'de', text: 'Wort' },
      translated: true,
    },
  });
  const checked = withOutcome(claimed, 'k1', { suggested: 'else', role: 'checker' } as never);
  return { ...checked, ...record(), metadata: { ...checked.metadata, ...metadata, tags: [...tags] } };
}

/** Names that every object of JavaScript has. */
const tags = ['constructor', '__proto__', 'port'] as const;

const metadata = {
  status: 'constructor',
  section: 'S',
  seoHeadline: 'S',
  shortHeadline: 'S',
  dateline: 'S',
  embargo: { until: at, zone: 'Europe/Paris' },
  source: 'S',
  rights: 'S',
  notes: 'S',
} as const satisfies Partial<Record<keyof Article['metadata'], unknown>>;

const hash = 'c'.repeat(64);
const event = { text: 'words', by: 'Ada', at };

function record(): Partial<Article> {
  return {
    queries: [
      {
        id: 'query1',
        reason: 'asked',
        claim: 'k1',
        blockId: 'p1',
        text: 'Why?',
        to: 'Ada',
        events: [{ kind: 'asked', ...event }],
      },
      {
        id: 'query2',
        reason: 'constructor',
        claim: null,
        blockId: 'p2',
        text: 'Why?',
        to: 'Ada',
        events: [{ kind: 'asked', ...event }],
      },
    ],
    signOffs: [
      {
        type: 'signed',
        id: 's1',
        role: 'editor',
        by: 'Ada',
        at,
        contentHash: hash,
        recordHash: hash,
        blocks: ['p1 0123456789abcdef'],
        selfChecked: true,
        note: 'n',
      },
      { type: 'withdrawn', id: 's2', signOff: 's1', by: 'Ada', at, reason: 'r' },
    ] as Article['signOffs'],
    dismissals: [{ kind: 'other', text: 'x', blockId: 'p1', context: hash, reason: 'r', by: 'Ada', at }],
    overrides: [
      {
        id: 'o1',
        at,
        by: 'Ada',
        reason: 'r',
        contentHash: hash,
        blockers: [{ code: 'x', target: { type: 'block', id: 'p1' }, text: 't' }],
      },
    ],
    corrections: [{ id: 'r1', at, by: 'Ada', text: 'was wrong', claim: 'k1' }],
    comments: [{ id: 'm1', text: 'words', events: [{ kind: 'remark', ...event }] }],
    suggestions: [{ id: 'g1', by: 'Ada', at }],
    cuts: [
      {
        id: 'u1',
        reason: 'x',
        text: 'Share this',
        place: {
          type: 'blocks',
          after: null,
          blocks: [{ id: 'z1', type: 'paragraph', content: [text('Share')] }],
        },
      },
    ],
    original: { sha256: hash, name: 'wire.txt', format: 'text', encoding: 'utf-8', size: 10 },
  };
}
