import { bodyText, plainText } from '#core/body/walk';
import { type Decoded, decode } from '#core/encoding/decode';
import { failure, type Result } from '#core/failure';
import { readHtmlPart } from '../html/read';
import { dayIn } from '../shared/day';
import { type Copy, readCopy } from '../shared/read-copy';
import { sampleOf, Warnings } from '../shared/warnings';
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
import { type Imported, maximumImportBytes } from '../types';
import { readBodies } from './bodies';
import { type Thing, textIn, thingOf, thingsOf } from './thing';

/** What an item may be that has no copy of its own. */
const notText = /^(?:audio|video|picture|graphic|event|planning)$/;

/** Fields that hold something, and that an article has no place for. */
const unplaced =
  'people organisations places events objects person organisation place event object genres genre plannedcoverage eventdetails trustindicators trustindicator rightsinfo expires digitalsourcetype'.split(
    ' ',
  );

/**
 * ninjs 2 and 3, and what ninjs 1 calls otherwise. Nothing is fetched: pictures and other items that are only linked
 * are named in the warnings. Codes: `input.too-large`, `input.malformed`, `input.unsupported`.
 */
export function readNinjs(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const item = parse(decoded.value);
  if (!item) return failure('input.malformed');
  const type = textIn(item, 'type');
  const hasText = ['bodies', 'headlines', 'headline', 'body_text', 'body_xhtml'].some((key) => item.has(key));
  if (notText.test(type) && !item.has('bodies'))
    return failure('input.unsupported', { kind: `ninjs (${type})`, instead: 'ninjs (text)' });
  if (!hasText) return failure('input.malformed');
  return readCopy(
    'ninjs',
    bytes,
    (_text, warnings) => readItem(item, warnings),
    () => decoded,
  );
}

function parse({ text }: Decoded): Thing | null {
  try {
    return thingOf(JSON.parse(text));
  } catch {
    // Not JSON, or cut off.
    return null;
  }
}

function readItem(item: Thing, warnings: Warnings): Copy {
  const blocks = readBodies(item, warnings);
  const headlines = headlinesOf(item);
  const [source] = [...thingsOf(item.get('infosources')), ...thingsOf(item.get('infosource'))].map(nameOf);
  warnOf(item, headlines, warnings);
  return filled({
    title: headlines.main,
    standfirst: ownWords(summaryOf(item), bodyText(blocks, ' ')),
    byline: line(textIn(item, 'by', 'byline')),
    siteName: source || textIn(item, 'copyrightholder'),
    language: languageIn(textIn(item, 'language')),
    published: dayIn(textIn(item, 'contentcreated', 'firstcreated', 'versioncreated')),
    tags: tagNames([...thingsOf(item.get('subjects')), ...thingsOf(item.get('subject'))].map(nameOf)),
    ...details(item, headlines),
    blocks,
  });
}

function details(item: Thing, { short, seo }: Headlines): Pick<Copy, 'details'> {
  const [notice, holder, terms] = ['copyrightnotice', 'copyrightholder', 'usageterms'].map((key) =>
    textIn(item, key),
  );
  return detailsOf({
    shortHeadline: short,
    seoHeadline: seo,
    dateline: line(textIn(item, 'located')),
    rights: rightsIn(notice ?? '', holder ?? '', terms ?? ''),
    embargo: embargoIn(textIn(item, 'embargoeduntil', 'embargoed')),
  });
}

interface Headlines {
  readonly main: string;
  readonly short: string;
  readonly seo: string;
  readonly others: readonly string[];
}

/** Which of several headlines is which, by their roles. Without a role the first one is the headline. */
function headlinesOf(item: Thing): Headlines {
  const all = thingsOf(item.get('headlines')).map((headline) => ({
    role: textIn(headline, 'role').toLowerCase(),
    text: bare(textIn(headline, 'value'), textIn(headline, 'contenttype')),
  }));
  // ninjs 1: `headline`, `headline_main`.
  for (const [key, value] of item)
    if (/^headline(?:_\w+)?$/.test(key) && typeof value === 'string')
      all.push({ role: key.slice('headline_'.length), text: line(value) });
  const given = all.filter(({ text }) => text !== '');
  const take = (pattern: RegExp): string => given.find(({ role }) => pattern.test(role))?.text ?? '';
  const short = take(/^(?:short|brief)/);
  const seo = take(/^seo/);
  const main =
    take(/^(?:main|headline|hl1|title)/) || take(/^$/) || given[0]?.text || line(textIn(item, 'title'));
  const known = new Set([main, short, seo]);
  return { main, short, seo, others: given.map(({ text }) => text).filter((text) => !known.has(text)) };
}

/** A line that may be written as HTML. */
function bare(value: string, type: string): string {
  if (!/html/i.test(type)) return line(value);
  return line(
    readHtmlPart(value, new Warnings(), { isChosen: true })
      .map((block) => ('content' in block ? plainText(block.content) : ''))
      .join(' '),
  );
}

function summaryOf(item: Thing): string {
  const all = thingsOf(item.get('descriptions')).map((description) => ({
    role: textIn(description, 'role'),
    text: bare(textIn(description, 'value'), textIn(description, 'contenttype')),
  }));
  for (const [key, value] of item) {
    const role = /^description_(\w+)$/.exec(key)?.[1];
    if (role && typeof value === 'string') all.push({ role, text: bare(value, role) });
  }
  return all.find(({ role, text }) => text !== '' && !/caption|note|seo|social/i.test(role))?.text ?? '';
}

function nameOf(thing: Thing): string {
  return line(textIn(thing, 'name', 'literal'));
}

/** Names everything that the item holds and that the article will not. */
function warnOf(item: Thing, headlines: Headlines, warnings: Warnings): void {
  for (const text of headlines.others) warnings.add('text-dropped', { text: sampleOf(text) });
  const status = textIn(item, 'pubstatus');
  if (status !== '' && status !== 'usable')
    warnings.add('field-dropped', { text: `pubStatus: ${sampleOf(status)}` });
  const note = textIn(item, 'ednote');
  if (note !== '') warnings.add('comment-dropped', { text: sampleOf(note) });
  const embargo = textIn(item, 'embargoeduntil', 'embargoed');
  if (embargo !== '' && !embargoIn(embargo))
    warnings.add('field-dropped', { text: `embargo: ${sampleOf(embargo)}` });
  for (const key of unplaced) if (isGiven(item.get(key))) warnings.add('field-dropped', { text: key });
  for (const association of thingsOf(item.get('associations'))) {
    const [headline] = thingsOf(association.get('headlines'));
    const name =
      textIn(association, 'name', 'title', 'headline') || (headline ? textIn(headline, 'value') : '') || '—';
    const isPicture = /^(?:picture|graphic)$/.test(textIn(association, 'type'));
    warnings.add(isPicture ? 'picture-dropped' : 'attachment-dropped', { name: sampleOf(name) });
  }
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
