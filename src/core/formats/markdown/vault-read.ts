import type { Paragraph, RootContent, Text } from 'mdast';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { pictureBlock, pictureOf } from '../shared/composites';
import type { LocalPictures } from '../shared/local-pictures';
import { sampleOf, type Warnings } from '../shared/warnings';
import type { InlineReading } from './inline-read';

/**
 * What Obsidian writes beyond Markdown: `[[Note|label]]`, `![[picture.png]]`, `==highlight==`, `%%comment%%`. The
 * parser gives them as text; one that was escaped in the document is text indeed.
 */
const signs =
  /!?\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]|[ \t]?%%([^%\n]{0,2000})%%|==([^=\s](?:[^=\n]{0,500}[^=\s])?)==/g;

const pictureFile = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;
const mediaFile = /\.(?:mp[34]|m4a|ogg|wav|webm|ogv|mov|mkv|flac|3gp|pdf|canvas|base)$/i;

/** The text of a node as a reader of the vault sees it. */
export function readVaultText(node: Text, reading: InlineReading): string {
  const { source, warnings } = reading;
  if (!/\[\[|%%|==/.test(node.value)) return node.value;
  const typed = typedText(node, source);
  return node.value.replace(signs, (whole: string, target = '', label, comment, marked) => {
    if (!typed.includes(whole)) return whole;
    if (marked !== undefined) {
      warnings.add('style-dropped', { name: '==…==' });
      return marked;
    }
    if (comment !== undefined) {
      warnings.add('comment-dropped', { text: sampleOf(comment) });
      return '';
    }
    return whole.startsWith('!') ? embedded(target, label, reading) : linked(target, label, warnings);
  });
}

/** What stood in the document; in a table a bar is escaped, and is one all the same. */
function typedText({ position }: Text, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset).replaceAll('\\|', '|');
}

/** `Note#Part` reads as Obsidian shows it. */
function linked(target: string, label: string | undefined, warnings: Warnings): string {
  warnings.add('wiki-link-flattened', { text: sampleOf(target) });
  const shown = target.split('#').filter((part) => part !== '' && !part.startsWith('^'));
  return label?.trim() || shown.join(' > ') || target;
}

function embedded(
  target: string,
  label: string | undefined,
  { warnings, pictures, aside }: InlineReading,
): string {
  if (pictureFile.test(target))
    aside.push(...pictures.take({ reference: `[[${target}]]`, alt: altIn(label), name: target }));
  else if (mediaFile.test(target)) warnings.add('embed-dropped');
  else return linked(target, undefined, warnings);
  return '';
}

/** Obsidian writes the width of a picture behind its description: `![Quay|300](quay.png)`. */
export function altIn(alt: string | null | undefined): string {
  return (alt ?? '').replace(/(?:^|\|)\d{1,5}(?:x\d{1,5})?$/, '');
}

const embed = /^!\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]*))?\]\]\s*$/;

/** A paragraph that is one embedded picture which is at hand, with a caption in italics under it. */
export function readVaultPicture(
  { children }: Paragraph,
  reading: InlineReading,
  caption: (nodes: Paragraph['children']) => Inline[],
): Block[] | null {
  const [lead, ...others] = children;
  const [whole, target = '', label] = lead?.type === 'text' ? (embed.exec(lead.value) ?? []) : [];
  if (lead?.type !== 'text' || !whole || !typedText(lead, reading.source).includes(whole.trim())) return null;
  const [last, ...more] = others.filter(({ type }) => type !== 'break');
  if (more.length > 0 || (last && last.type !== 'emphasis')) return null;
  const picture = pictureIn(target, altIn(label), reading.pictures);
  if (picture?.type !== 'picture') return null;
  const content = last?.type === 'emphasis' ? caption(last.children) : [];
  return [{ ...picture, content: normalizeInline(content) }];
}

function pictureIn(target: string, alt: string, pictures: LocalPictures): Block | null {
  const asset = pictureFile.test(target) ? pictures.assetOf(`[[${target}]]`) : null;
  if (asset !== null) return pictureBlock(asset, alt, '');
  const own = `assets/${target.replace(/^assets\//, '')}`;
  return pictures.isSearched ? null : (pictureOf(own, alt, '')?.[0] ?? null);
}

/** The document without comments that span blocks: from a `%%` that ends nowhere in its block to the next one. */
export function withoutComments(nodes: readonly RootContent[], warnings: Warnings): RootContent[] {
  const last = nodes.findLastIndex(isFence);
  const kept: RootContent[] = [];
  let hidden: string[] | null = null;
  for (const [index, node] of nodes.entries()) {
    if (hidden) hidden.push(textIn(node));
    else if (index < last && isFence(node)) hidden = [textIn(node)];
    else kept.push(node);
    if (!hidden || hidden.length === 1 || !isFence(node)) continue;
    warnings.add('comment-dropped', { text: sampleOf(hidden.join(' ').replaceAll('%%', '')) });
    hidden = null;
  }
  return kept;
}

function isFence(node: RootContent): boolean {
  return node.type === 'paragraph' && countOf(node) % 2 === 1 && /^%%|%%$/.test(textIn(node).trim());
}

function countOf(node: RootContent): number {
  return textIn(node).split('%%').length - 1;
}

function textIn(node: RootContent): string {
  return 'children' in node ? plainText(node.children.flatMap(leavesOf)) : '';
}

function leavesOf(node: {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly unknown[];
}): Inline[] {
  if (node.type === 'text' && node.value) return [textRun(node.value)];
  return (node.children ?? []).flatMap((child) => leavesOf(child as Parameters<typeof leavesOf>[0]));
}
