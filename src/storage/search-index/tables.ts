import { textFields } from '#core/search/query';

/** Another number makes every index that lies on a disk be built anew. */
export const schemaVersion = 2;

export const tables = ['meta', 'place', 'article', 'text', 'problem', 'vocabulary', 'words'] as const;

/** Bytes that FTS5 gathers before it writes a piece of its index: fewer pieces to merge later. */
const wordsInMemory = 8_000_000;

/**
 * One number, the position, is an article's row in `place`, `article`, `text` and `words`. `place` is narrow, because
 * it is read whole: `line` is what `line.ts` packs. `words` keeps no text of its own (contentless): its words are
 * already those of `terms.ts`, so that SQLite has only to part them at blanks. `bands` finds texts that resemble each
 * other.
 */
export const schema = `
create table meta (key text primary key, value text not null) without rowid;
create table place (
  position integer primary key,
  shelf text not null, folder text not null, stamp text not null, line text not null
);
create unique index place_folder on place (shelf, folder);
create table article (
  position integer primary key,
  shelf text not null, id text not null, modified text not null, title text not null,
  original text, fingerprint text not null, summary text not null, record text not null
);
create index article_id on article (id collate nocase);
create index article_modified on article (shelf, modified desc);
create index article_title on article (title);
create index article_original on article (original) where original is not null;
create table text (position integer primary key, ${textFields.map((field) => `${field} text not null`).join(', ')});
create table problem (
  shelf text not null, folder text not null, stamp text not null, failure text not null,
  primary key (shelf, folder)
) without rowid;
create virtual table words using fts5 (
  ${textFields.join(', ')}, bands,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0"
);
insert into words (words, rank) values ('hashsize', ${wordsInMemory});
create virtual table vocabulary using fts5vocab (words, row);
pragma user_version = ${schemaVersion};
`;
