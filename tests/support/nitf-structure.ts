import { isElement, type XmlElement } from '#core/formats/shared/xml';

/** What may stand in an element: its children as a pattern over their names, whether text may, and its attributes. */
interface Model {
  readonly children: string;
  readonly text?: true;
  readonly attributes?: readonly string[];
  readonly required?: readonly string[];
}

const enriched = '(?:a |br |em )*';
const block = 'p |hl2 |table |media |ol |ul |bq |fn |pre |hr ';
const common = ['id', 'class'];

/**
 * The structure of NITF 3.6, as far as Marbre writes it: taken by hand from the content models of IPTC's schema
 * (nitf-3-6.xsd, © IPTC). An element that is not listed here is one that Marbre is not meant to write.
 */
const models: Readonly<Record<string, Model>> = {
  nitf: { children: '(?:head )?body ', attributes: ['version', 'baselang', 'id', 'uno'] },
  head: { children: '(?:title )?(?:meta )*(?:tobject )?(?:docdata )?(?:pubdata )*' },
  title: { children: '', text: true },
  meta: { children: '', attributes: ['name', 'content', 'http-equiv'], required: ['content'] },
  docdata: {
    children: '(?:doc-id |date\\.issue |date\\.release |doc\\.copyright |identified-content )*',
    attributes: ['management-status'],
  },
  'doc-id': { children: '', attributes: ['id-string', 'regsrc'] },
  'date.issue': { children: '', attributes: ['norm'] },
  'date.release': { children: '', attributes: ['norm'] },
  'doc.copyright': { children: '', attributes: ['year', 'holder'] },
  'identified-content': { children: '(?:classifier )*' },
  classifier: { children: '', text: true, attributes: ['type', 'value', 'idsrc'] },
  pubdata: { children: '', attributes: ['date.publication', 'name', 'position.section', 'type'] },
  body: { children: '(?:body\\.head )?(?:body\\.content )*(?:body\\.end )?', attributes: common },
  'body.head': {
    children: '(?:hedline )*(?:note )*(?:rights )?(?:byline )*(?:distributor )?(?:dateline )*(?:abstract )*',
  },
  hedline: { children: 'hl1 (?:hl2 )*' },
  hl1: { children: enriched, text: true, attributes: common },
  hl2: { children: enriched, text: true, attributes: common },
  rights: { children: '', text: true },
  byline: { children: '', text: true },
  distributor: { children: '', text: true },
  dateline: { children: '(?:location )*', text: true },
  location: { children: '', text: true },
  abstract: { children: `(?:${block})+` },
  'body.content': { children: `(?:block |${block})*` },
  block: { children: `(?:${block})*`, attributes: common },
  p: { children: enriched, text: true, attributes: common },
  a: { children: enriched, text: true, attributes: [...common, 'href'] },
  em: { children: enriched, text: true, attributes: common },
  br: { children: '' },
  hr: { children: '' },
  ol: { children: '(?:li )+', attributes: [...common, 'seqnum'] },
  ul: { children: '(?:li )+', attributes: common },
  li: { children: `(?:a |br |em |${block})*`, text: true },
  bq: { children: '(?:(?:block )+(?:credit )?)*', attributes: common },
  credit: { children: enriched, text: true },
  fn: { children: '(?:body\\.content )+', attributes: common },
  pre: { children: '', text: true, attributes: common },
  table: { children: '(?:caption )?(?:thead )?(?:tfoot )?(?:tbody |(?:tr )*)', attributes: common },
  thead: { children: '(?:tr )+' },
  tbody: { children: '(?:tr )+' },
  tr: { children: '(?:th |td )+' },
  th: { children: `(?:a |br |em |${block})*`, text: true },
  td: { children: `(?:a |br |em |${block})*`, text: true },
  media: {
    children: '(?:media-metadata )*(?:media-reference )+(?:media-caption )*(?:media-producer )*',
    attributes: [...common, 'media-type'],
    required: ['media-type'],
  },
  'media-reference': {
    children: '',
    text: true,
    attributes: ['source', 'name', 'mime-type', 'alternate-text'],
  },
  'media-caption': { children: `(?:a |br |em |${block})*`, text: true },
  'media-producer': { children: enriched, text: true },
};

/** Everything in a document that the structure does not allow; empty when all of it is allowed. */
export function nitfErrors(element: XmlElement, path = ''): string[] {
  const here = `${path}/${element.name}`;
  const model = Object.hasOwn(models, element.name) ? models[element.name] : undefined;
  if (!model) return [`${here}: not known`];
  const children = element.children.filter(isElement);
  const names = children.map(({ name }) => `${name} `).join('');
  const hasText = element.children.some((node) => typeof node === 'string' && node.trim() !== '');
  const given = Object.keys(element.attributes).filter((name) => !name.includes('xmlns'));
  return [
    ...(new RegExp(`^(?:${model.children})$`).test(names) ? [] : [`${here}: holds ${names}`]),
    ...(hasText && !model.text ? [`${here}: holds text`] : []),
    ...given.filter((name) => !model.attributes?.includes(name)).map((name) => `${here}: has ${name}`),
    ...(model.required ?? []).filter((name) => !given.includes(name)).map((name) => `${here}: lacks ${name}`),
    ...children.flatMap((child) => nitfErrors(child, here)),
  ];
}
