import type { BlockOf, Inline } from '#core/body/schema';
import { plainText } from '#core/body/walk';

type Picture = BlockOf<'picture'>;

/** An image with its caption as title: what the tree writes itself. */
export const pictureAsImage = (): null => null;

/** Caption and credit on one line: an image in Markdown has room for no more. */
export function captionOf({ content, credit }: Pick<Picture, 'content' | 'credit'>): string {
  const [caption, by] = [lineOf(content), lineOf(credit)];
  return [caption, by && `(${by})`].filter((part) => part !== '').join(' ');
}

/** Obsidian's embed; the caption stands under it in italics, as people write it there. */
export function pictureAsEmbed(block: Picture): { readonly source: string } {
  const alt = oneLine(block.alt)
    .replace(/[[\]|^#]/g, ' ')
    .trim();
  return { source: `![[${block.asset}${alt === '' ? '' : `|${alt}`}]]` };
}

/** Hugo's own `figure` knows alternative text, caption and credit each by its name. */
export function pictureAsShortcode(block: Picture): { readonly source: string } {
  const given = [
    ['src', `assets/${block.asset}`],
    ['alt', oneLine(block.alt)],
    ['caption', lineOf(block.content)],
    ['attr', lineOf(block.credit)],
  ] as const;
  const written = given
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${quoted(value)}`);
  return { source: `{{< figure ${written.join(' ')} >}}` };
}

/** A parameter ends at a quotation mark, and a shortcode at its own end. */
function quoted(value: string): string {
  const text = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/([>%])\}\}/g, '$1} }');
  return `"${text}"`;
}

function lineOf(content: readonly Inline[]): string {
  return oneLine(plainText(content));
}

export function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ').trim();
}
