import type { Block } from '#core/body/schema';
import { assetNameOf, maximumPictureBytes } from '#core/pictures';
import { unnumbered } from '../shared/fold';
import { officePictureSize } from '../shared/picture-size';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { widthOf } from './drawn-width';
import type { Reading } from './reading';

/** What is drawn, in reading order: pictures and the text in boxes. */
export function readDrawing(element: XmlElement, reading: Reading): Block[] {
  return read(element, { alt: '', width: null }, reading);
}

interface Frame {
  readonly alt: string;
  /** In EMU. */
  readonly width: number | null;
}

function read(element: XmlElement, frame: Frame, reading: Reading): Block[] {
  const reader = readers[element.name];
  return reader ? reader(element, frame, reading) : readChildren(element, frame, reading);
}

function readChildren(element: XmlElement, frame: Frame, reading: Reading): Block[] {
  return elementsOf(element).flatMap((child) => read(child, frame, reading));
}

type Reader = (element: XmlElement, frame: Frame, reading: Reading) => Block[];

const framed: Reader = (element, frame, reading) => readChildren(element, frameOf(element) ?? frame, reading);
const inPicture: Reader = (element, frame, reading) => {
  const named = childOf(element, 'pic:nvPicPr', 'pic:cNvPr')?.attributes.descr ?? '';
  return readChildren(element, { ...frame, alt: named || frame.alt }, reading);
};
const dropped =
  (nameOf: (element: XmlElement, reading: Reading) => string): Reader =>
  (element, _frame, reading) => {
    reading.warnings.add('object-dropped', { name: sampleOf(nameOf(element, reading)) });
    return [];
  };
const targetOf = (element: XmlElement, { relations }: Reading): string =>
  relations.get(element.attributes['r:id'] ?? '')?.target ?? element.name;

/** What says something in a drawing, whoever drew it; everything else only stands around it. */
const readers: Readonly<Record<string, Reader>> = {
  'wp:inline': framed,
  'wp:anchor': framed,
  'pic:pic': inPicture,
  'v:shape': (element, frame, reading) => {
    const { alt = '' } = element.attributes;
    return readChildren(element, { ...frame, alt: alt || frame.alt }, reading);
  },
  'a:blip': ({ attributes }, frame, reading) =>
    readPicture(attributes['r:embed'] ?? attributes['r:link'] ?? '', frame, reading),
  'v:imagedata': ({ attributes }, frame, reading) =>
    readPicture(attributes['r:id'] ?? attributes['r:link'] ?? '', frame, reading),
  'w:txbxContent': (element, _frame, reading) => reading.readInside(element, reading),
  'mc:AlternateContent': (element, frame, reading) =>
    alternativeOf(element).flatMap((child) => read(child, frame, reading)),
  'o:OLEObject': dropped(({ attributes }) => attributes.ProgID ?? 'OLE'),
  'c:chart': dropped(targetOf),
  'cx:chart': dropped(targetOf),
  'dgm:relIds': dropped(
    (_element, { pack }) => pack.names.find((name) => /diagrams\/data/.test(name)) ?? 'SmartArt',
  ),
};

function frameOf(element: XmlElement): Frame | null {
  const { descr = '', title = '' } = childOf(element, 'wp:docPr')?.attributes ?? {};
  const width = Number(childOf(element, 'wp:extent')?.attributes.cx);
  return { alt: descr || title, width: Number.isFinite(width) && width > 0 ? width : null };
}

/** Parts of the newer editions that this reader knows. */
const known = new Set(['wps', 'wpg', 'wpc', 'w14', 'w15', 'w16', 'a14', 'wp14']);

/** The first choice that can be read, else what is meant for everybody else (ECMA-376 part 3). */
export function alternativeOf(element: XmlElement): XmlElement[] {
  const choices = elementsOf(element, 'mc:Choice');
  const choice = choices.find(({ attributes }) =>
    (attributes.Requires ?? '').split(/\s+/).every((prefix) => known.has(prefix)),
  );
  // What stands in for a chart of the newest kind only says that it cannot be shown.
  const chart = choices.find(({ attributes }) => /^cx/.test(attributes.Requires ?? ''));
  return elementsOf(choice ?? chart ?? childOf(element, 'mc:Fallback') ?? { ...element, children: [] });
}

/** A picture that lies in the file. One that is only named is not fetched. */
function readPicture(id: string, { alt, width }: Frame, reading: Reading): Block[] {
  const relation = reading.relations.get(id);
  if (!relation) return [];
  const name = relation.target;
  const bytes = relation.isExternal ? null : reading.pack.bytes(name);
  const asset = bytes && bytes.byteLength <= maximumPictureBytes ? assetNameOf(bytes) : null;
  if (!bytes || asset === null || reading.review.isDeleted) {
    reading.warnings.add('picture-dropped', { name: sampleOf(alt || name.slice(name.lastIndexOf('/') + 1)) });
    return [];
  }
  reading.pictures.set(asset, bytes);
  const hundredths = widthOf(width, officePictureSize(bytes), reading.measure);
  return [
    {
      id: unnumbered,
      type: 'picture',
      asset,
      alt: alt.slice(0, 2_000),
      width: hundredths,
      content: [],
      credit: [],
    },
  ];
}

/** Whether something drawn is the horizontal line of a page (`o:hr`). */
export function isRule(element: XmlElement): boolean {
  return elementsOf(element).some(
    ({ name, attributes }) => name === 'v:rect' && ['t', 'true', '1'].includes(attributes['o:hr'] ?? ''),
  );
}

/** A formula as far as it is text, to name it. */
export function formulaText(element: XmlElement): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}
