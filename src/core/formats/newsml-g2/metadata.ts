import { dayIn } from '../shared/day';
import type { Copy } from '../shared/read-copy';
import { sampleOf, type Warnings } from '../shared/warnings';
import {
  detailsOf,
  embargoIn,
  filled,
  languageIn,
  line,
  ownWords,
  rightsIn,
  tagNames,
} from '../shared/wire-metadata';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { absent } from '../shared/xml-document';
import { type Content, textOfBlocks } from './content';

/** Metadata that says something and that an article has no place for. */
const unplaced = 'genre audience exclAudience creator contributor'.split(' ');

/** What an item says of its story, and what the story's own document says where the item does not. */
export function readMetadata(item: XmlElement, content: Content, warnings: Warnings): Copy {
  const meta = childOf(item, 'contentMeta') ?? absent;
  const title = headlineOf(item) || content.title;
  warnOf(item, meta, title ?? '', warnings);
  const tag = childOf(meta, 'language')?.attributes.tag ?? item.attributes['xml:lang'] ?? '';
  return filled({
    title,
    standfirst: ownWords(summaryOf(meta), textOfBlocks(content.blocks)) || content.standfirst,
    byline: elementsOf(meta, 'by').map(textIn).join(', ') || content.byline,
    siteName: sourceOf(item),
    language: languageIn(tag),
    published: publishedIn(item),
    tags: tagNames(tagsOf(meta, tag)),
    ...details(item, content),
    blocks: content.blocks,
  });
}

function textIn(element: XmlElement): string {
  return line(textOf(element));
}

function find(item: XmlElement, ...path: readonly string[]): string {
  return textIn(childOf(item, ...path) ?? absent);
}

/** The headline with the role of the main one, or without a role. */
export function headlineOf(item: XmlElement): string {
  const all = headlines(item);
  const main = all.find(({ attributes }) => /(?:^|:)(?:main|primary|headline)$/i.test(attributes.role ?? ''));
  return textIn(main ?? all.find(({ attributes }) => !attributes.role) ?? all[0] ?? absent);
}

function headlines(item: XmlElement): XmlElement[] {
  return elementsOf(childOf(item, 'contentMeta') ?? absent, 'headline');
}

/** A description that is a summary; a caption describes a picture. */
function summaryOf(meta: XmlElement): string {
  const all = elementsOf(meta, 'description');
  const isSummary = /(?:^|:)(?:summary|abstract|standfirst|lead)$/i;
  const summary = all.find(({ attributes }) => isSummary.test(attributes.role ?? ''));
  return textIn(summary ?? all.find(({ attributes }) => !attributes.role) ?? absent);
}

/** Who sent it: the provider by name, else the credit, else the end of the provider's code. */
function sourceOf(item: XmlElement): string {
  const { literal, qcode } = (childOf(item, 'itemMeta', 'provider') ?? absent).attributes;
  const named = find(item, 'itemMeta', 'provider', 'name') || find(item, 'contentMeta', 'creditline');
  return named || (literal ?? qcode ?? '').replace(/^[^:]*:/, '');
}

function publishedIn(item: XmlElement): string | undefined {
  const paths = [
    ['contentMeta', 'contentCreated'],
    ['itemMeta', 'firstCreated'],
    ['itemMeta', 'versionCreated'],
  ];
  return paths.map((path) => dayIn(find(item, ...path))).find((day) => day !== undefined);
}

/** Subjects by name, in the item's own language where there are several, and keywords. */
function tagsOf(meta: XmlElement, tag: string): string[] {
  const own = languageIn(tag);
  const subjects = elementsOf(meta, 'subject').map((subject) => {
    const names = elementsOf(subject, 'name');
    const isOwn = (name: XmlElement): boolean => languageIn(name.attributes['xml:lang'] ?? '') === own;
    const name = names.find(isOwn) ?? names[0];
    return name ? textIn(name) : (subject.attributes.literal ?? '');
  });
  return [...subjects, ...elementsOf(meta, 'keyword').map(textIn)];
}

function details(item: XmlElement, { details: own = {} }: Content): Pick<Copy, 'details'> {
  const holder =
    find(item, 'rightsInfo', 'copyrightHolder', 'name') || find(item, 'rightsInfo', 'copyrightHolder');
  const notice = find(item, 'rightsInfo', 'copyrightNotice');
  const rights = rightsIn(notice, holder, find(item, 'rightsInfo', 'usageTerms')) || own.rights;
  const place = find(item, 'contentMeta', 'dateline') || find(item, 'contentMeta', 'located', 'name');
  return detailsOf({
    ...own,
    rights: rights ?? '',
    dateline: place || (own.dateline ?? ''),
    embargo: embargoIn(find(item, 'itemMeta', 'embargoed')) ?? own.embargo ?? null,
  });
}

/** Names what the item holds and the article will not. */
function warnOf(item: XmlElement, meta: XmlElement, title: string, warnings: Warnings): void {
  const itemMeta = childOf(item, 'itemMeta') ?? absent;
  const status = (childOf(itemMeta, 'pubStatus') ?? absent).attributes.qcode ?? 'usable';
  const embargo = find(itemMeta, 'embargoed');
  const others = headlines(item)
    .map(textIn)
    .filter((text) => text !== '' && text !== title);
  const fields = [
    ...(/(?:^|:)usable$/.test(status) ? [] : [`pubStatus: ${sampleOf(status)}`]),
    ...(embargo === '' || embargoIn(embargo) ? [] : [`embargo: ${sampleOf(embargo)}`]),
    ...unplaced.filter((name) => childOf(meta, name)),
    ...(childOf(item, 'assert') ? ['assert'] : []),
  ];
  for (const text of fields) warnings.add('field-dropped', { text });
  for (const text of others) warnings.add('text-dropped', { text: sampleOf(text) });
  for (const note of elementsOf(itemMeta, 'edNote').map(textIn))
    if (note !== '') warnings.add('comment-dropped', { text: sampleOf(note) });
}
