import { success } from '#core/failure';
import type { ExcerptPiece, SearchHit } from '#core/search/request';
import { exitCodes, printJson } from './console';
import { hitsOf, requestOf, sayProblems, withIndex } from './desk-index';
import { onDesk } from './desk-verbs';
import { row, words } from './list';

const usualLimit = 20;

/** `marbre search --desk <dir> <query>`: the best first. */
export const search = onDesk(['limit', 'sort'], { ...words, least: 1 }, async (io, desk, options) => {
  const found = await withIndex(io, desk, (index) => {
    const request = requestOf(io, options);
    const start = performance.now();
    const { total, problems } = index.search({ ...request, limit: 0 });
    const hits = hitsOf(index, request, options.limit ?? usualLimit);
    return { total, tookMs: performance.now() - start, problems, hits };
  });
  if (!found.ok) return found;
  const { total, tookMs, problems, hits } = found.value;
  sayProblems(io, problems);
  if (options.json) printJson(io, { total, tookMs: Math.round(tookMs * 10) / 10, hits: hits.map(describe) });
  else {
    io.out(hits.map((hit) => `${lines(hit)}\n`).join(''));
    io.say(io.t('cli.search.total', { count: total }));
  }
  return success(exitCodes.done);
});

/** `date`: the day of publication, else that of the last change. */
function describe({ article, score, excerpt }: SearchHit) {
  const { id, title, tags, status, published, modified } = article;
  return {
    id,
    title,
    snippet: plain(excerpt),
    score,
    tags,
    status,
    date: published ?? modified.slice(0, 10),
  };
}

function lines({ article, excerpt }: SearchHit): string {
  const passage = plain(excerpt);
  return passage === '' ? row(article) : `${row(article)}\n    ${passage}`;
}

function plain(pieces: readonly ExcerptPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}
