import type { Namespaces } from '../shared/xml';

const word = 'http://schemas.openxmlformats.org';

/** Prefixes of the two editions of the standard (ECMA-376 transitional, ISO/IEC 29500 strict): they read the same. */
export const namespaces: Namespaces = {
  [`${word}/wordprocessingml/2006/main`]: 'w',
  [`${word}/officeDocument/2006/relationships`]: 'r',
  [`${word}/officeDocument/2006/math`]: 'm',
  [`${word}/drawingml/2006/main`]: 'a',
  [`${word}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${word}/drawingml/2006/picture`]: 'pic',
  [`${word}/drawingml/2006/chart`]: 'c',
  [`${word}/drawingml/2006/diagram`]: 'dgm',
  ...Object.fromEntries(
    ['http://purl.oclc.org/ooxml'].flatMap((base) => [
      [`${base}/wordprocessingml/main`, 'w'],
      [`${base}/officeDocument/relationships`, 'r'],
      [`${base}/officeDocument/math`, 'm'],
      [`${base}/drawingml/main`, 'a'],
      [`${base}/drawingml/wordprocessingDrawing`, 'wp'],
      [`${base}/drawingml/picture`, 'pic'],
      [`${base}/drawingml/chart`, 'c'],
      [`${base}/drawingml/diagram`, 'dgm'],
    ]),
  ),
  [`${word}/markup-compatibility/2006`]: 'mc',
  [`${word}/package/2006/relationships`]: 'rel',
  [`${word}/package/2006/content-types`]: 'ct',
  [`${word}/package/2006/metadata/core-properties`]: 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};
