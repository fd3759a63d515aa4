import { type AlikeArticle, alikeShare, mostAlike } from '#core/article/alike';
import type { ArticleSummary } from '#core/article/summary';
import { bands, keyTerms, resemblance } from '#core/search/similarity';
import { termsOf } from '#core/search/terms';
import type { Database } from './database';

/** A sign of the private use area in front, which SQLite takes for a letter and nobody types. */
const bandSign = '\ue000';

/** What finds texts that resemble each other, as terms of the column `bands`. */
export function bandTerms(print: ArrayLike<number>): string[] {
  return bands(print).map((band) => bandSign + band.toString(36));
}

export function printText(print: Uint32Array): string {
  return Buffer.from(print.buffer, print.byteOffset, print.byteLength).toString('base64');
}

function printOf(text: string): Uint32Array {
  return new Uint32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}

interface Resembling {
  readonly id: string;
  /** How much of both texts is shared, from 0 to 1. */
  readonly share: number;
}

/** Articles outside of the trash that resemble a text, the most alike first; see `bands` for how surely they are found. */
function resembling(database: Database, print: Uint32Array, least: number): Resembling[] {
  const terms = bandTerms(print);
  if (terms.length === 0) return [];
  const rows = database.rows(
    // Crossed, so that SQLite begins with the words and not with all articles.
    `select id, fingerprint from words cross join article on article.position = words.rowid
     where words match ? and shelf = 'articles'`,
    `bands : (${terms.map((term) => `"${term}"`).join(' OR ')})`,
  );
  return rows
    .map(([id, text]) => ({ id: String(id), share: resemblance(print, printOf(String(text))) }))
    .filter(({ share }) => share >= least)
    .sort((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1));
}

/** What may be the same story as an article: imported from the same file, or much of the text the same. */
export function alikeTo(database: Database, id: string): AlikeArticle[] {
  const [original = null, text = ''] =
    database.row(
      'select original, fingerprint from article where id collate nocase = ? and id = ?',
      id,
      id,
    ) ?? [];
  const same = original === null ? [] : withOriginal(database, String(original));
  const found = [
    ...same.map((one) => ({ id: one, kind: 'file' as const, share: 1 })),
    ...resembling(database, printOf(String(text)), alikeShare)
      .filter((one) => !same.includes(one.id))
      .map((one) => ({ ...one, kind: 'copy' as const })),
  ];
  const others = found.filter((one) => one.id !== id).slice(0, mostAlike);
  return others.map((one) => {
    const [summary] =
      database.row('select summary from article where id collate nocase = ? and id = ?', one.id, one.id) ??
      [];
    const { title, modified } = JSON.parse(String(summary)) as ArticleSummary;
    return { ...one, title, modified };
  });
}

/** Articles outside of the trash that were imported from these bytes, the last changed first. */
export function withOriginal(database: Database, sha256: string): string[] {
  const rows = database.rows(
    "select id from article where original = ? and shelf = 'articles' order by modified desc",
    sha256,
  );
  return rows.map(([id]) => String(id));
}

export interface Similar {
  readonly positions: Int32Array;
  readonly scores: Float32Array;
}

/** More like this: the articles outside of the trash that have the words that tell most about it. */
export function similarTo(database: Database, id: string, limit: number): Similar {
  const [own, headline, standfirst, body] =
    database.row(
      `select position, headline, standfirst, body from article join text using (position)
       where id collate nocase = ? and id = ?`,
      id,
      id,
    ) ?? [];
  const [total] = database.row('select count(*) from article') ?? [];
  const text = [headline, standfirst, body].join('\n').slice(0, longestCompared);
  const terms = keyTerms(text, (term) => frequencyOf(database, term), Number(total));
  const rows =
    terms.length === 0
      ? []
      : database.rows(mostLike, terms.map((term) => `"${term}"`).join(' OR '), own ?? null, limit);
  return {
    positions: Int32Array.from(rows, ([position]) => Number(position)),
    scores: Float32Array.from(rows, ([, score]) => Number(score)),
  };
}

/** UTF-16 units. */
const longestCompared = 20_000;

const mostLike = `
  select words.rowid, -words.rank from words cross join article on article.position = words.rowid
  where words match ? and words.rowid <> ? and article.shelf = 'articles' order by words.rank limit ?`;

/** Where earlier claims may say nearly the same: articles outside of the trash, by id, the most promising first. */
export function claimsLike(database: Database, text: string, limit: number): string[] {
  const known = [...new Set(termsOf(text))].map((term) => ({ term, articles: frequencyOf(database, term) }));
  const telling = known
    .filter(({ articles }) => articles > 0)
    .sort((one, other) => one.articles - other.articles)
    .slice(0, mostClaimTerms);
  if (telling.length === 0) return [];
  const rows = database.rows(
    claimsMostLike,
    `{claims evidence} : (${telling.map(({ term }) => `"${term}"`).join(' OR ')})`,
    limit,
  );
  return rows.map(([id]) => String(id));
}

/** The rarest words of a claim find it again; the others only cost time. */
const mostClaimTerms = 16;

const claimsMostLike = `
  select id from words cross join article on article.position = words.rowid
  where words match ? and article.shelf = 'articles' order by words.rank limit ?`;

/** In how many articles a term is. */
function frequencyOf(database: Database, term: string): number {
  return Number(database.row('select doc from vocabulary where term = ?', term)?.[0] ?? 0);
}
