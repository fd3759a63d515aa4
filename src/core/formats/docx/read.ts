import type { Block } from '#core/body/schema';
import { failure, type Result } from '#core/failure';
import { withLevels } from '../shared/heading-levels';
import { type Copy, finishCopy } from '../shared/read-copy';
import { sampleOf, Warnings } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { isZip } from '../shared/zip';
import type { Imported, ReadContext } from '../types';
import { maximumImportBytes } from '../types';
import { refuseCompound } from './compound';
import { readProperties } from './core-properties';
import { readFlow } from './flow';
import { bookmarkedNotes, readNotes } from './notes-read';
import { readNumbering } from './numbering';
import { openPackage, type Package, Refused } from './package';
import { noteName, type Reading } from './reading';
import { ReviewReading } from './review-read';
import { Story } from './story';
import { readStyles } from './styles';

/**
 * A document of Word (ECMA-376, transitional and strict, also with macros or as a template; no macro is looked at).
 * Codes: `input.too-large`, `input.encrypted`, `input.unsupported`, `input.malformed`, `input.unsafe`, `input.empty`.
 */
export function readDocx(bytes: Uint8Array, { now }: ReadContext): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  if (bytes.byteLength === 0) return failure('input.empty');
  const refused = refuseCompound(bytes);
  if (refused) return refused;
  if (!isZip(bytes)) return failure('input.malformed', {}, 'no archive');
  try {
    const warnings = new Warnings();
    return finishCopy('docx', 'utf-8', warnings, () => readDocument(openPackage(bytes), now, warnings));
  } catch (error) {
    if (error instanceof Refused) return error.failure;
    throw error;
  }
}

function readDocument(pack: Package, now: string, warnings: Warnings): Copy {
  const root = pack.xml(pack.main);
  if (!root) throw new Refused(failure('input.malformed', {}, `no ${pack.main}`));
  if (root.name !== 'w:document') throw new Refused(failure('input.malformed', {}, root.name));
  const body = childOf(root, 'w:body') ?? { ...root, children: [] };
  const reading = readingOf(pack, body, now, warnings);
  const story = new Story({ warnings, isOurs: reading.styles.isOurs, hasFields: true });
  for (const piece of readFlow(body, reading)) story.add(piece);
  const blocks = story.finish();
  const { isOurs } = reading.styles;
  const mayHaveTitle = story.fields.title === undefined && !isOurs;
  const { title, blocks: levelled } = withLevels(blocks, story.levels, mayHaveTitle, isOurs);
  const notes = readNotes(reading);
  warnOfMacros(pack, warnings);
  warnOfMargins(reading);
  const review = reading.review.result();
  return {
    ...readProperties(pack, reading.styles.isOurs),
    ...story.fields,
    ...(title !== undefined && { title }),
    blocks: [...levelled.filter(isNoNote), ...notes, ...levelled.filter((block) => !isNoNote(block))],
    ...(reading.pictures.size > 0 && { pictures: reading.pictures }),
    ...(review && { review }),
  };
}

const isNoNote = ({ type }: Block): boolean => type !== 'footnote';

function readingOf(pack: Package, body: XmlElement, now: string, warnings: Warnings): Reading {
  const relations = pack.relations(pack.main);
  const part = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  const xml = (type: string) => {
    const name = part(type);
    return name === undefined ? null : pack.xml(name);
  };
  const styles = readStyles(xml('styles'));
  const noteIds = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const root = xml(`${kind}s`);
    return (root ? elementsOf(root, `w:${kind}`) : [])
      .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
      .map(({ attributes }) => noteName(kind, attributes['w:id'] ?? ''));
  });
  return {
    pack,
    relations,
    styles,
    numbering: readNumbering(xml('numbering')),
    warnings,
    review: new ReviewReading(now, pack, part, warnings),
    pictures: new Map(),
    notes: new Set(noteIds),
    calls: new Set(),
    bookmarks: bookmarkedNotes(body),
    measure: measureOf(body),
    readInside: (container, reading) => {
      const story = new Story({ warnings, isOurs: styles.isOurs, hasFields: false });
      for (const piece of readFlow(container, reading)) story.add(piece);
      return withLevels(story.finish(), story.levels, false, styles.isOurs).blocks;
    },
  };
}

const perTwip = 635;

/** The width of the text on the page of the last section, in EMU; that of A4 with Word's margins when it does not say. */
function measureOf(body: XmlElement): number {
  const section = elementsOf(body, 'w:sectPr').at(-1);
  const page = section && childOf(section, 'w:pgSz')?.attributes;
  const margins = section && childOf(section, 'w:pgMar')?.attributes;
  const width = Number(page?.['w:w']) - Number(margins?.['w:left']) - Number(margins?.['w:right']);
  return (Number.isFinite(width) && width > 0 ? width : 9_026) * perTwip;
}

function warnOfMacros(pack: Package, warnings: Warnings): void {
  const macros = pack.names.find((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  if (macros !== undefined) warnings.add('object-dropped', { name: macros });
}

/** What stands above and below every page is not the story; whether it held words is said. */
function warnOfMargins({ pack, relations, warnings }: Reading): void {
  for (const { type, target, isExternal } of relations.values()) {
    if ((type !== 'header' && type !== 'footer') || isExternal) continue;
    const root = pack.xml(target);
    const text = root ? wordsIn(root) : '';
    if (/\p{L}{2}/u.test(text)) warnings.add('text-dropped', { text: sampleOf(text) });
  }
}

/** Words alone: instructions of fields are none. */
function wordsIn(element: XmlElement): string {
  if (element.name === 'w:t') return textOf(element);
  const inner = elementsOf(element).map(wordsIn).join('');
  return element.name === 'w:p' ? `${inner} ` : inner;
}
