import type { Block } from '#core/body/schema';
import { failure, type Result } from '#core/failure';
import { withLevels } from '../shared/heading-levels';
import { type Copy, finishCopy } from '../shared/read-copy';
import { sampleOf, Warnings } from '../shared/warnings';
import { childOf, elementsOf, type XmlElement } from '../shared/xml';
import { isZip } from '../shared/zip';
import { type Imported, maximumImportBytes, type ReadContext } from '../types';
import { blocksOf, readFlow } from './flow';
import { lengthOf } from './lengths';
import { readProperties } from './meta';
import { namesIn } from './notes-read';
import { openPackage, type Package, Refused } from './package';
import type { Reading } from './reading';
import { ReviewReading } from './review-read';
import { Story } from './story';
import { readStyles } from './styles';
import { lineIn } from './words';

/**
 * A text of OpenDocument (ODF 1.0 to 1.4, also templates and master documents; no macro is looked at).
 * Codes: `input.too-large`, `input.encrypted`, `input.unsupported`, `input.malformed`, `input.unsafe`, `input.empty`.
 */
export function readOdt(bytes: Uint8Array, { now }: ReadContext): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  if (bytes.byteLength === 0) return failure('input.empty');
  if (!isZip(bytes)) return failure('input.malformed', {}, 'no archive');
  try {
    const warnings = new Warnings();
    return finishCopy('odt', 'utf-8', warnings, () => readDocument(openPackage(bytes), now, warnings));
  } catch (error) {
    if (error instanceof Refused) return error.failure;
    throw error;
  }
}

function readDocument(pack: Package, now: string, warnings: Warnings): Copy {
  const root = pack.xml('content.xml');
  const text = root && childOf(root, 'office:body', 'office:text');
  if (!root || !text) throw new Refused(failure('input.malformed', {}, 'no text'));
  const named = pack.xml('styles.xml');
  const reading = readingOf(pack, root, text, named, now, warnings);
  const { isOurs } = reading.styles;
  const story = new Story({ warnings, isOurs, hasFields: true, levels: reading.levels });
  for (const piece of readFlow(text, reading)) story.add(piece);
  const levelled = withLevels(
    story.finish(),
    reading.levels,
    story.fields.title === undefined && !isOurs,
    isOurs,
  );
  const { title: ofFile, ...properties } = readProperties(pack.xml('meta.xml'), isOurs);
  const title = story.fields.title ?? levelled.title ?? (isOurs ? undefined : ofFile);
  warnOfMacros(pack, warnings);
  warnOfMargins(named, warnings);
  const review = reading.review.result();
  const notes = [...reading.notes.values()].flat();
  return {
    ...properties,
    ...story.fields,
    ...(title !== undefined && { title }),
    blocks: [
      ...levelled.blocks.filter(isNoNote),
      ...notes,
      ...levelled.blocks.filter((one) => !isNoNote(one)),
    ],
    ...(reading.pictures.size > 0 && { pictures: reading.pictures }),
    ...(review && { review }),
  };
}

const isNoNote = ({ type }: Block): boolean => type !== 'footnote';

function readingOf(
  pack: Package,
  root: XmlElement,
  text: XmlElement,
  named: XmlElement | null,
  now: string,
  warnings: Warnings,
): Reading {
  const styles = readStyles(named, root);
  const { notes, ended } = namesIn(text);
  const reading: Reading = {
    pack,
    styles,
    warnings,
    review: new ReviewReading(now, text, ended, warnings),
    pictures: new Map(),
    notes: new Map(),
    noteNames: notes,
    counts: new Map(),
    levels: new Map(),
    measure: measureOf(named),
    readInside: (container) => blocksOf(readFlow(container, reading), reading),
  };
  return reading;
}

/** The width of the text on the first kind of page, in hundredths of a millimetre; that of A4 when it does not say. */
function measureOf(styles: XmlElement | null): number {
  const layouts = styles && childOf(styles, 'office:automatic-styles');
  const first = styles && childOf(styles, 'office:master-styles', 'style:master-page');
  const name = first?.attributes['style:page-layout-name'];
  const layout = layouts
    ? elementsOf(layouts, 'style:page-layout').find(({ attributes }) => attributes['style:name'] === name)
    : undefined;
  const page = layout && childOf(layout, 'style:page-layout-properties')?.attributes;
  const margin = lengthOf(page?.['fo:margin']) ?? 0;
  const sides =
    (lengthOf(page?.['fo:margin-left']) ?? margin) + (lengthOf(page?.['fo:margin-right']) ?? margin);
  const width = (lengthOf(page?.['fo:page-width']) ?? 0) - sides;
  return width > 0 ? width : 17_000;
}

function warnOfMacros(pack: Package, warnings: Warnings): void {
  // Programs write an empty container for them into every document.
  const macros = pack.names.find(
    (name) => /^(?:Basic|Scripts)\/.+\/.+/.test(name) && !/-lb\.xml$/.test(name),
  );
  if (macros !== undefined) warnings.add('object-dropped', { name: macros });
}

/** What stands above and below every page is not the story; whether it held words is said. */
function warnOfMargins(styles: XmlElement | null, warnings: Warnings): void {
  const masters = styles && childOf(styles, 'office:master-styles');
  for (const page of masters ? elementsOf(masters, 'style:master-page') : []) {
    for (const margin of elementsOf(page)) {
      const text = /^style:(?:header|footer)/.test(margin.name) ? lineIn(margin) : '';
      if (/\p{L}{2}/u.test(text)) warnings.add('text-dropped', { text: sampleOf(text) });
    }
  }
}
