import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import type { Result } from '#core/failure';
import { paragraphOf } from '../shared/fold';
import { LocalPictures } from '../shared/local-pictures';
import { type Copy, readCopy } from '../shared/read-copy';
import { sampleOf, Warnings } from '../shared/warnings';
import type { Imported, ReadContext } from '../types';
import { readBlocks } from './blocks';
import { decodePage } from './decode';
import { holdsSentence, isInvisible } from './elements';
import { mainContent, warnOfRest } from './main-content';
import { readFacts } from './metadata';
import { PagePictures } from './pictures';
import { attribute, elements, findTag, textOf } from './tree';

/**
 * An HTML page or a fragment of one: metadata from its head, the story from `<article>`, `<main>` or wherever most
 * of the copy stands. Nothing is fetched, nothing runs.
 */
export function readHtml(bytes: Uint8Array, context?: ReadContext): Result<Imported> {
  const read = (source: string, warnings: Warnings): Copy =>
    readPage(source, warnings, new LocalPictures(context?.pictures, warnings));
  return readCopy('html', bytes, read, decodePage);
}

function readPage(source: string, warnings: Warnings, local: LocalPictures): Copy {
  const tree = fromHtml(source);
  const main = mainContent(tree);
  const { metadata, taken, base, told } = readFacts(tree, main);
  warnOfRest(tree, main, warnings);
  const pictures = new PagePictures();
  const blocks = readBlocks(withoutSiteHeader(main, warnings), {
    warnings,
    pictures,
    local,
    base,
    taken,
    notes: notesIn(tree),
  });
  const story = told && holdsLess(blocks, told) ? paragraphsOf(told) : blocks;
  return {
    ...metadata,
    blocks: story,
    ...(pictures.found.size > 0 && { pictures: pictures.found }),
    ...local.wanted(),
  };
}

/** A page that is built by program shows its readers nothing: it tells machines the story instead. */
function holdsLess(blocks: readonly Block[], told: string): boolean {
  return bodyText(blocks).length < told.length * 0.4;
}

function paragraphsOf(told: string): Block[] {
  const lines = /<(?:p|br)\b/i.test(told) ? null : told.split(/\n+/);
  return lines
    ? lines.flatMap((line) => paragraphOf([textRun(line.trim())]))
    : readHtmlPart(told, new Warnings());
}

/** The names of the footnotes on a page of ours. */
function notesIn(tree: Root): Set<string> {
  const notes = [...elements(tree)].filter((element) =>
    /(?:^| )footnote(?: |$)/.test(attribute(element, 'className')),
  );
  return new Set(notes.map((element) => attribute(element, 'id')));
}

/** A whole page opens with the site's own header; the header of a story holds its headline. */
function withoutSiteHeader(main: Root | Element, warnings: Warnings): RootContent[] {
  if (main.type === 'element' && main.tagName !== 'body') return main.children;
  return main.children.filter((child) => {
    if (child.type !== 'element' || child.tagName !== 'header' || findTag(child, 'h1')) return true;
    const text = textOf(child, isInvisible);
    if (holdsSentence(text)) warnings.add('text-dropped', { text: sampleOf(text) });
    return false;
  });
}

interface PartOptions {
  /** All of it is copy, so that nothing visible is taken for what stands around a story on a page. */
  readonly isChosen?: boolean;
  /** What its relative addresses are relative to. */
  readonly base?: string | null;
  /** Where pictures that lie beside the text are asked for. */
  readonly local?: LocalPictures;
}

/** HTML that stands inside another format: its blocks, without ids. */
export function readHtmlPart(
  source: string,
  warnings: Warnings,
  { isChosen = false, base = null, local }: PartOptions = {},
): Block[] {
  const tree = fromHtml(source, { fragment: true });
  return readBlocks(tree.children, {
    warnings,
    base,
    taken: new Set(),
    notes: notesIn(tree),
    isChosen,
    local,
  });
}
