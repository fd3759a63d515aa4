import type { Article } from '#core/article/schema';
import { withNumberedNotes } from '#core/body/notes';
import { copyOf } from '#core/body/review';
import { bundle } from './bundle/index';
import { claimReview } from './claim-review/index';
import { docx } from './docx/index';
import { docxReview } from './docx-review/index';
import { eml } from './eml/index';
import { epub } from './epub/index';
import { html } from './html/index';
import { htmlEmail } from './html-email/index';
import { htmlFragment } from './html-fragment/index';
import { icml } from './icml/index';
import { json } from './json/index';
import { markdown, markdownCommonmark, markdownHugo, markdownObsidian } from './markdown/index';
import { newsArticle } from './news-article/index';
import { newsmlG2 } from './newsml-g2/index';
import { ninjs } from './ninjs/index';
import { nitf } from './nitf/index';
import { odt } from './odt/index';
import { pdf } from './pdf/index';
import { site } from './site/index';
import { text } from './text/index';
import { textWrapped } from './text-wrapped/index';
import type { Format, FormatId } from './types';

const byId: Readonly<Record<FormatId, Format>> = {
  markdown,
  'markdown-commonmark': markdownCommonmark,
  'markdown-hugo': markdownHugo,
  'markdown-obsidian': markdownObsidian,
  html,
  'html-fragment': htmlFragment,
  'html-email': htmlEmail,
  docx,
  'docx-review': docxReview,
  odt,
  pdf,
  epub,
  text,
  'text-wrapped': textWrapped,
  icml,
  ninjs,
  nitf,
  'newsml-g2': newsmlG2,
  'news-article': newsArticle,
  'claim-review': claimReview,
  eml,
  site,
  json,
  bundle,
};

/**
 * Every format, in the order in which people are offered them. All but our own write the copy alone: no claim, no
 * comment and no undecided suggestion reaches a writer, so none can leak.
 */
export const formats: readonly Format[] = Object.values(byId).map(ofCopy);

export function formatById(id: FormatId): Format {
  return formats.find((format) => format.id === id) ?? byId[id];
}

function ofCopy(format: Format): Format {
  const { write, writeSet } = format;
  if (format.whole) return format;
  return {
    ...format,
    loses: [...(format.loses ?? []), 'claims', 'queries', 'comments', 'suggestions'],
    ...(write && { write: (article, context) => write(asPrinted(article), context) }),
    ...(writeSet && {
      writeSet: (set, context) => writeSet({ ...set, articles: set.articles.map(asPrinted) }, context),
    }),
  };
}

/** An article as readers get it. Its footnotes are numbered and stand at the end. */
export function asPrinted(article: Article): Article {
  return { ...article, body: withNumberedNotes(copyOf(article.body)) };
}

/** How much of a file is looked at to tell its format, in bytes. */
const sample = 8_192;

/** What copy from a clipboard or a content management system begins with. */
const fragment =
  /^<(?:article|section|main|div|p|h[1-6]|ul|ol|blockquote|figure|table|span|b|strong)(?:\s[^<>]*)?>/i;
const frontMatter = /^(?:---\n[\p{L}_-]+\s*:|\+\+\+\n[\p{L}_-]+\s*=)/u;
/** Signs that hardly anybody types for another reason. One is an accident, two are Markdown. */
const markup = [
  /^#{1,6} \S/m,
  /\[[^\]\n]+\]\(https?:/,
  /\*\*\S[^*\n]*\*\*/,
  /^```/m,
  /^> \S/m,
  /^\|.*\|\s*\n\|[ :|-]+\|/m,
] as const;

/**
 * The format of a file: by what it begins with where that is beyond doubt, else by its ending, else, when the name
 * says nothing, by its looks; text when all is said. What is not text at all is refused by the reader.
 */
export function formatForFile(name: string, bytes: Uint8Array): Format {
  const head = decodeHead(bytes);
  const certain = formats.find((format) => isRead(format) && format.looks?.(head, bytes));
  if (certain) return certain;
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = formats.find((format) => isRead(format) && format.extensions.includes(ending));
  return named ?? formatByLooks(head);
}

function isRead({ read, readWhole }: Format): boolean {
  return Boolean(read ?? readWhole);
}

function formatByLooks(head: string): Format {
  if (fragment.test(head)) return html;
  const signs = markup.filter((sign) => sign.test(head)).length;
  return frontMatter.test(head) || signs > 1 ? markdown : text;
}

function decodeHead(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes.subarray(0, sample)).replace(/\r\n?/g, '\n').trimStart();
}
