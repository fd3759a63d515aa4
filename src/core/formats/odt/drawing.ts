import type { Block } from '#core/body/schema';
import { assetNameOf, maximumPictureBytes } from '#core/pictures';
import { unnumbered } from '../shared/fold';
import { officePictureSize } from '../shared/picture-size';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { inMeasure, widthOf } from './lengths';
import type { Reading } from './reading';
import { lineIn } from './words';

export function isDrawn({ name }: XmlElement): boolean {
  return name.startsWith('draw:') || name.startsWith('dr3d:');
}

/** What is drawn, in reading order: pictures and the text in boxes and shapes. */
export function readDrawing(element: XmlElement, reading: Reading): Block[] {
  if (element.name === 'draw:frame') return readFrame(element, reading);
  if (element.name === 'draw:control') return dropped(element, reading, 'control');
  const holdsText = elementsOf(element).some(({ name }) => /^text:(?:p|h|list)$/.test(name));
  if (!holdsText)
    return elementsOf(element)
      .filter(isDrawn)
      .flatMap((child) => readDrawing(child, reading));
  // Shapes that nobody wrote in hold an empty paragraph.
  return lineIn(element) === '' ? [] : reading.readInside(element);
}

const objects: ReadonlySet<string> = new Set([
  'draw:object',
  'draw:object-ole',
  'draw:plugin',
  'draw:applet',
  'draw:floating-frame',
]);

/** The children of a frame are one thing in several forms, the best first; a caption's box holds the frame that it is of. */
function readFrame(frame: XmlElement, reading: Reading): Block[] {
  const children = elementsOf(frame);
  const box = children.find(({ name }) => name === 'draw:text-box');
  if (box) return reading.readInside(box);
  const object = children.find(({ name }) => objects.has(name));
  if (object) return dropped(object, reading, frame.attributes['draw:name'] ?? object.name.slice(5));
  const table = children.filter(({ name }) => name === 'table:table');
  if (table.length > 0) return reading.readInside({ ...frame, children: table });
  const images = children.filter(({ name }) => name === 'draw:image');
  return images.length === 0 ? [] : readPicture(frame, images, reading);
}

function dropped(element: XmlElement, { warnings }: Reading, name: string): Block[] {
  const address = element.attributes['xlink:href']?.replace(/^\.\//, '');
  warnings.add('object-dropped', { name: sampleOf(name || address || element.name) });
  return [];
}

/** A picture that lies in the file. One that is only named is not fetched. */
function readPicture(frame: XmlElement, images: readonly XmlElement[], reading: Reading): Block[] {
  const alt = altOf(frame);
  for (const image of images) {
    const bytes = bytesOf(image, reading);
    const asset = bytes && bytes.byteLength <= maximumPictureBytes ? assetNameOf(bytes) : null;
    if (!bytes || asset === null || reading.review.isDeleted) continue;
    reading.pictures.set(asset, bytes);
    const { 'svg:width': drawn, 'style:rel-width': relative } = frame.attributes;
    const width = widthOf(
      inMeasure(relative ?? drawn, reading.measure),
      officePictureSize(bytes),
      reading.measure,
    );
    return [
      { id: unnumbered, type: 'picture', asset, alt: alt.slice(0, 2_000), width, content: [], credit: [] },
    ];
  }
  const address = images[0]?.attributes['xlink:href'] ?? '';
  const name = alt || frame.attributes['draw:name'] || address.slice(address.lastIndexOf('/') + 1);
  reading.warnings.add('picture-dropped', { name: sampleOf(name) });
  return [];
}

function altOf(frame: XmlElement): string {
  const inside = (name: string): string => {
    const found = childOf(frame, name);
    return found ? textOf(found).trim() : '';
  };
  return inside('svg:desc') || inside('svg:title');
}

function bytesOf(image: XmlElement, { pack }: Reading): Uint8Array | null {
  const address = image.attributes['xlink:href'];
  if (address === undefined || /^[a-z][a-z0-9+.-]*:|^\/|\.\.\//i.test(address)) return null;
  return pack.bytes(address.replace(/^\.\//, ''));
}
