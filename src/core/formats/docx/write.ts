import type { Article } from '#core/article/schema';
import { fieldTypes } from '#core/body/blocks';
import { textRun } from '#core/body/normalize';
import { numberIn, withNumberedNotes } from '#core/body/notes';
import type { BlockOf } from '#core/body/schema';
import { textBlocks } from '#core/body/walk';
import { type Result, success } from '#core/failure';
import { correctionSection, dayInWords } from '../shared/corrections';
import { splitContents } from '../shared/fold';
import { tag } from '../shared/xml';
import { writeZip } from '../shared/zip';
import type { WriteContext } from '../types';
import { BlocksWriting } from './blocks-write';
import { contentTypes, coreProperties, packageRelations, settingsXml } from './parts-write';
import { ReviewWriting } from './review-write';
import { inlineXml } from './runs-write';
import { addresses, declared, Relating, type Sheet } from './sheet';
import { page, stylesXml } from './styles-write';

type Footnote = BlockOf<'footnote'>;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The copy as a document of Word. */
export function writeDocx(article: Article, context: WriteContext): Result<Uint8Array> {
  return success(writePackage(article, context, null));
}

/** The copy with what colleagues said of it and want changed; of its checks, nothing. */
export function writeDocxReview(article: Article, context: WriteContext): Result<Uint8Array> {
  const whole = { ...article, body: withNumberedNotes(article.body) };
  // A comment's range ends with the last run that carries it: what is written is counted first.
  const counting = new ReviewWriting(whole, new Map());
  writePackage(whole, context, counting);
  return success(writePackage(whole, context, new ReviewWriting(whole, counting.written)));
}

function writePackage(article: Article, context: WriteContext, review: ReviewWriting | null): Uint8Array {
  const sheet = sheetOf(article, review);
  const writing = new BlocksWriting(sheet, context.pictures ?? new Map());
  const story = storyXml(article, writing, sheet);
  const notes = notesOf(article).filter(({ id }) => sheet.called?.has(id));
  const ofNotes: Sheet = { ...sheet, relating: new Relating(), called: null };
  const footnotes = footnotesXml(notes, ofNotes);
  const comments = review?.commentsXml() ?? null;
  const { relating } = sheet;
  for (const part of ['styles', 'numbering', 'settings', 'footnotes']) relating.to(part, `${part}.xml`);
  if (comments !== null) relating.to('comments', 'comments.xml');
  const threads = comments === null ? '' : threadRelation;
  const parts: [string, string | Uint8Array][] = [
    ['[Content_Types].xml', contentTypes([...writing.pictures.keys()], comments !== null)],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', coreProperties(article, context)],
    ['word/document.xml', story],
    [
      'word/_rels/document.xml.rels',
      relating.xml().replace('</Relationships>', `${threads}</Relationships>`),
    ],
    ['word/styles.xml', stylesXml(addresses.w, article.metadata.language)],
    ['word/numbering.xml', writing.lists.xml(addresses.w)],
    ['word/settings.xml', settingsXml(article.metadata.language)],
    ['word/footnotes.xml', footnotes],
    ['word/_rels/footnotes.xml.rels', ofNotes.relating.xml()],
  ];
  if (comments !== null) parts.push(['word/comments.xml', comments]);
  if (comments !== null && review) parts.push(['word/commentsExtended.xml', review.threadsXml()]);
  for (const [asset, bytes] of writing.pictures) parts.push([`word/media/${asset}`, bytes]);
  return writeZip(
    new Map(
      parts.map(([name, content]) => [
        name,
        typeof content === 'string' ? encode(declaration + content) : content,
      ]),
    ),
  );
}

/** Newer than the other relations, and of another family. */
const threadRelation = tag('Relationship', {
  Id: 'rIdThreads',
  Type: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  Target: 'commentsExtended.xml',
});

function sheetOf({ body }: Article, review: ReviewWriting | null): Sheet {
  const calls = new Map<string, number>();
  for (const { content } of textBlocks(body))
    for (const node of content)
      if (node.type === 'note-reference') calls.set(node.note, (calls.get(node.note) ?? 0) + 1);
  let last = 0;
  return { relating: new Relating(), review, calls, called: new Set(), count: () => ++last };
}

function notesOf({ body }: Article): Footnote[] {
  return body.filter((block): block is Footnote => block.type === 'footnote');
}

function storyXml(article: Article, writing: BlocksWriting, sheet: Sheet): string {
  const { published, language } = article.metadata;
  const fields = writing.write(article.body.slice(0, fieldTypes.length));
  const date = published ? writing.paragraph('Date', [textRun(dayInWords(published, language))]) : '';
  const story = writing.write(article.body.slice(fieldTypes.length));
  // A note that nothing calls has no place at the foot of a page.
  const uncalled = notesOf(article)
    .filter(({ id }) => !sheet.called?.has(id))
    .map(({ content }) => writing.paragraph('FootnoteText', content));
  const blocks = [fields, date, story, corrections(article, writing), ...uncalled];
  const section = tag(
    'w:sectPr',
    {},
    tag('w:pgSz', { 'w:w': page.width, 'w:h': page.height }) +
      tag('w:pgMar', {
        'w:top': 1_418,
        'w:right': page.margin,
        'w:bottom': 1_418,
        'w:left': page.margin,
        'w:header': 709,
        'w:footer': 709,
        'w:gutter': 0,
      }),
  );
  const body = tag('w:body', {}, blocks.join('') + section);
  return tag('w:document', declared('w', 'r', 'wp', 'a', 'pic', 'w14'), body);
}

/** What was put right after publication stands under a heading of its own. */
function corrections(article: Article, writing: BlocksWriting): string {
  const section = correctionSection(article);
  if (!section) return '';
  return [
    writing.paragraph('Heading1', [textRun(section.heading)]),
    ...section.lines.map((line) => writing.paragraph(null, [textRun(line)])),
  ].join('');
}

function footnotesXml(notes: readonly Footnote[], sheet: Sheet): string {
  const separator = (id: number, type: string): string =>
    tag('w:footnote', { 'w:id': id, 'w:type': type }, `<w:p><w:r><w:${type}/></w:r></w:p>`);
  const style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>';
  const number =
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>';
  const written = notes.map(({ id, content }) => {
    const lines = splitContents(content).map((part, index) =>
      tag('w:p', {}, style + (index === 0 ? number : '') + inlineXml(part, sheet)),
    );
    return tag('w:footnote', { 'w:id': numberIn(id) }, lines.join(''));
  });
  return tag(
    'w:footnotes',
    declared('w', 'r'),
    separator(-1, 'separator') + separator(0, 'continuationSeparator') + written.join(''),
  );
}
