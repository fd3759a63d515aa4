import type { Article, Language } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { pictureMediaTypes } from '#core/pictures';
import { escapeText, tag } from '../shared/xml';
import type { WriteContext } from '../types';
import { addresses, relationsXml } from './sheet';
import { languageTags } from './styles-write';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** `[Content_Types].xml`: what each part is. */
export function contentTypes(pictures: readonly string[], hasComments: boolean): string {
  const endings = new Set(pictures.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const media = Object.entries(pictureMediaTypes).filter(([ending]) => endings.has(ending));
  const defaults: readonly (readonly [string, string])[] = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...media,
  ];
  const parts: readonly (readonly [string, string])[] = [
    ['/word/document.xml', `${word}.document.main+xml`],
    ...['styles', 'numbering', 'settings', 'footnotes'].map(
      (part) => [`/word/${part}.xml`, `${word}.${part}+xml`] as const,
    ),
    ...(hasComments ? ['comments', 'commentsExtended'] : []).map(
      (part) => [`/word/${part}.xml`, `${word}.${part}+xml`] as const,
    ),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  return tag(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    [
      ...defaults.map(([Extension, ContentType]) => tag('Default', { Extension, ContentType })),
      ...parts.map(([PartName, ContentType]) => tag('Override', { PartName, ContentType })),
    ].join(''),
  );
}

/** `_rels/.rels` */
export const packageRelations = relationsXml(
  [
    ['rId1', `${addresses.r}/officeDocument`, 'word/document.xml'],
    [
      'rId2',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
  ]
    .map(([Id, Type, Target]) => tag('Relationship', { Id, Type, Target }))
    .join(''),
);

/** `docProps/core.xml`: what the article says of itself, nothing of this program or its user. */
export function coreProperties(article: Article, { tagLabels }: WriteContext): string {
  const { body, metadata } = article;
  const line = (text: string): string => text.replace(/(?<!\s)\s*\n\s*/g, ' ').trim();
  const entries: readonly (readonly [string, string])[] = [
    ['dc:title', metadata.seoHeadline.trim() || line(fieldText(body, 'headline'))],
    ['dc:creator', line(fieldText(body, 'byline'))],
    ['cp:keywords', metadata.tags.map((id) => tagLabels.get(id) ?? id).join('; ')],
    ['dc:language', languageTags[metadata.language]],
  ];
  const created =
    metadata.published === null
      ? ''
      : tag('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, `${metadata.published}T00:00:00Z`);
  return tag(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    entries
      .filter(([, text]) => text !== '')
      .map(([name, text]) => tag(name, {}, escapeText(text)))
      .join('') + created,
  );
}

/** `word/settings.xml`: the newest way of setting pages that every Word since 2013 has. */
export function settingsXml(language: Language): string {
  const mode = {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  };
  return tag(
    'w:settings',
    { 'xmlns:w': addresses.w },
    [
      tag('w:footnotePr', {}, tag('w:footnote', { 'w:id': -1 }) + tag('w:footnote', { 'w:id': 0 })),
      tag('w:compat', {}, tag('w:compatSetting', mode)),
      tag('w:themeFontLang', { 'w:val': languageTags[language] }),
    ].join(''),
  );
}
