import type { Article } from '#core/article/schema';
import { fieldTypes } from '#core/body/blocks';
import { fieldText, story } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { withNumberedNotes } from '#core/body/notes';
import { type Result, success } from '#core/failure';
import { pictureKind, pictureMediaTypes } from '#core/pictures';
import { correctionSection, dayInWords } from '../shared/corrections';
import { escapeText, tag } from '../shared/xml';
import { writeZip } from '../shared/zip';
import type { WriteContext } from '../types';
import { BlocksWriting } from './blocks-write';
import { ourStyles } from './names';
import { declared } from './namespaces';
import { mediaType } from './package';
import { LooksWriting, notesIn, type Sheet } from './sheet';
import { automaticStyles, fonts, stylesXml } from './styles-write';

const version = { 'office:version': '1.3' };
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The copy as a text of OpenDocument 1.3. */
export function writeOdt(article: Article, context: WriteContext): Result<Uint8Array> {
  const body = withNumberedNotes(article.body);
  const sheet: Sheet = { looks: new LooksWriting(), notes: notesIn(body), written: new Set(), isNote: false };
  const writing = new BlocksWriting(sheet, context.pictures ?? new Map());
  const content = contentXml({ ...article, body }, writing, sheet);
  const pictures = [...writing.pictures].map(([name, bytes]) => [`Pictures/${name}`, bytes] as const);
  const parts: (readonly [string, string | Uint8Array])[] = [
    ['mimetype', mediaType],
    ['content.xml', declaration + content],
    ['styles.xml', declaration + stylesXml(article.metadata.language)],
    ['meta.xml', declaration + metaXml({ ...article, body }, context)],
    ...pictures,
    ['META-INF/manifest.xml', declaration + manifestXml(pictures)],
  ];
  const encoder = new TextEncoder();
  const encoded = parts.map(
    ([name, part]) => [name, typeof part === 'string' ? encoder.encode(part) : part] as const,
  );
  return success(writeZip(new Map(encoded), 'mimetype'));
}

function contentXml(article: Article, writing: BlocksWriting, sheet: Sheet): string {
  const { published, language } = article.metadata;
  const date = published && writing.paragraph(ourStyles.date, [textRun(dayInWords(published, language))]);
  const blocks = [
    writing.write(article.body.slice(0, fieldTypes.length)),
    date ?? '',
    writing.write(story(article.body)),
    corrections(article, writing),
    uncalled(writing, sheet),
  ].join('');
  const text = tag('office:text', {}, blocks || tag('text:p', { 'text:style-name': ourStyles.body }));
  return tag(
    'office:document-content',
    { ...declared('office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'xlink'), ...version },
    [
      fonts,
      tag('office:automatic-styles', {}, sheet.looks.xml() + automaticStyles(writing.tables)),
      tag('office:body', {}, text),
    ].join(''),
  );
}

/** What was put right after publication stands under a heading of its own. */
function corrections(article: Article, writing: BlocksWriting): string {
  const section = correctionSection(article);
  if (!section) return '';
  return [
    writing.heading(1, [textRun(section.heading)]),
    ...section.lines.map((line) => writing.paragraph(ourStyles.body, [textRun(line)])),
  ].join('');
}

/** A note that nothing calls has no place at the foot of a page. */
function uncalled(writing: BlocksWriting, { notes, written }: Sheet): string {
  const rest = [...notes].filter(([name]) => !written.has(name));
  return rest.map(([, { content }]) => writing.paragraph(ourStyles.note, content)).join('');
}

/** What the article says of itself; nothing of the program, its user, or the hour at which it was written. */
function metaXml({ body, metadata }: Article, { tagLabels }: WriteContext): string {
  const line = (name: string, text: string): string =>
    text.trim() === '' ? '' : tag(name, {}, escapeText(text.replace(/\s+/g, ' ').trim()));
  const byline = fieldText(body, 'byline');
  const day = metadata.published ? `${metadata.published}T00:00:00` : '';
  const inner = [
    line('dc:title', fieldText(body, 'headline')),
    line('meta:initial-creator', byline),
    line('dc:creator', byline),
    line('meta:creation-date', day),
    line('dc:date', day),
    ...metadata.tags.map((id) => line('meta:keyword', tagLabels.get(id) ?? id)),
    line('dc:language', metadata.language),
  ];
  const meta = tag('office:meta', {}, inner.join(''));
  return tag('office:document-meta', { ...declared('office', 'meta', 'dc'), ...version }, meta);
}

function manifestXml(pictures: readonly (readonly [string, Uint8Array])[]): string {
  const entry = (path: string, type: string): string =>
    tag('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  const entries = [
    tag('manifest:file-entry', {
      'manifest:full-path': '/',
      'manifest:version': '1.3',
      'manifest:media-type': mediaType,
    }),
    ...['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')),
    ...pictures.map(([path, bytes]) => {
      const kind = pictureKind(bytes);
      return entry(path, kind ? pictureMediaTypes[kind] : 'application/octet-stream');
    }),
  ];
  return tag('manifest:manifest', { ...declared('manifest'), 'manifest:version': '1.3' }, entries.join(''));
}
