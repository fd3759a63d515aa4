import { success } from '#core/failure';
import type { Format } from '../types';
import { writeBook } from './write';

/** A book of one article or of many (EPUB 3.3), to be read where there is no browser. */
export const epub: Format = {
  id: 'epub',
  extensions: ['epub'],
  mediaTypes: ['application/epub+zip'],
  binary: true,
  write: (article, context) => {
    const { language, slug } = article.metadata;
    return success(writeBook({ title: '', language, articles: [article] }, context, slug));
  },
  writeSet: (set, context) => success([{ path: 'articles.epub', bytes: writeBook(set, context, set.title) }]),
};
