import type { Unsafe } from 'mdast-util-to-markdown';
import type { Article } from '#core/article/schema';
import type { BlockOf } from '#core/body/schema';
import type { WriteContext } from '../types';
import { hugoMatter, noMatter, obsidianMatter, ownMatter } from './front-matter-write';
import { pictureAsEmbed, pictureAsImage, pictureAsShortcode } from './picture-write';

/** What one family of programs makes of Markdown. */
export interface Profile {
  readonly frontMatter: (article: Article, context: WriteContext) => string;
  /** Without front matter the fields stand at the head of the document. */
  readonly hasFields: boolean;
  /** Tables, tasks, `~~deletions~~` and footnotes by GFM's signs; else as HTML, or as plain signs. */
  readonly isGfm: boolean;
  /** Whether HTML in the document is shown. */
  readonly hasHtml: boolean;
  /** `> [!info] Title`; else a quotation with a title in bold. */
  readonly hasCallouts: boolean;
  /** `{{<` and `{{%` mean something. */
  readonly hasShortcodes: boolean;
  /** What must be escaped beyond Markdown's own signs. */
  readonly unsafe: readonly Unsafe[];
  readonly picture: (block: BlockOf<'picture'>) => { readonly source: string } | null;
}

/** In an address every sign is itself. */
const outside: Unsafe['notInConstruct'] = ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote'];
const twice = (character: string): Unsafe => ({
  character,
  before: character,
  inConstruct: 'phrasing',
  notInConstruct: outside,
});
/** `==highlight==` and `%%comment%%`, which our own reader knows too. */
const vaultSigns: readonly Unsafe[] = [twice('='), twice('%')];
const hashTag: Unsafe = {
  character: '#',
  before: '\\s',
  after: '[^\\s#]',
  inConstruct: 'phrasing',
  notInConstruct: outside,
};
const shortcode: Unsafe = { character: '{', before: '\\{', inConstruct: 'phrasing', notInConstruct: outside };

/**
 * Bare addresses, which GFM makes links of: they would swallow the backslash in front of what comes behind them, and a
 * reader that knows GFM would then take it for HTML (the patterns of mdast-util-gfm-autolink-literal).
 */
const bareAddresses: readonly Unsafe[] = [
  { character: ':', before: '[ps]', after: '\\/' },
  { character: '.', before: '[Ww]', after: '[\\-.\\w]' },
  { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]' },
].map((pattern) => ({ ...pattern, inConstruct: 'phrasing', notInConstruct: outside }));

const gfm: Profile = {
  frontMatter: ownMatter,
  hasFields: false,
  isGfm: true,
  hasHtml: true,
  hasCallouts: true,
  hasShortcodes: false,
  unsafe: vaultSigns,
  picture: pictureAsImage,
};

/** Each profile is a format of its own; docs/formats/markdown.md says why it is as it is. */
export const profiles = {
  markdown: gfm,
  'markdown-commonmark': {
    ...gfm,
    frontMatter: noMatter,
    hasFields: true,
    isGfm: false,
    hasCallouts: false,
    unsafe: bareAddresses,
  },
  // Goldmark leaves HTML out unless a site says otherwise.
  'markdown-hugo': {
    ...gfm,
    frontMatter: hugoMatter,
    hasHtml: false,
    hasCallouts: false,
    hasShortcodes: true,
    unsafe: [shortcode],
    picture: pictureAsShortcode,
  },
  'markdown-obsidian': {
    ...gfm,
    frontMatter: obsidianMatter,
    unsafe: [...vaultSigns, hashTag],
    picture: pictureAsEmbed,
  },
} as const satisfies Readonly<Record<string, Profile>>;
