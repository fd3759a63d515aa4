import type { ArticleSummary } from '#core/article/summary';
import { success } from '#core/failure';
import { visibleName } from '#core/visible';
import { exitCodes, printJson } from './console';
import { hitsOf, requestOf, sayProblems, withIndex } from './desk-index';
import { describeProblem, onDesk, problemSentence } from './desk-verbs';

/** What an optional query may be made of. */
export const words = { least: 0, most: 200, name: '<query>', isQuery: true } as const;

/** `marbre list --desk <dir> [query]` */
export const list = onDesk(['limit', 'sort'], words, async (io, desk, options) => {
  const request = { sort: { by: 'modified', descending: true } as const, ...options };
  const found = await withIndex(io, desk, (index) => {
    const asked = requestOf(io, request);
    const { problems } = index.search({ ...asked, limit: 0 });
    return {
      articles: hitsOf(index, asked, options.limit).map(({ article }) => article),
      mistakes: problems,
      problems: index.problems('articles'),
    };
  });
  if (!found.ok) return found;
  const { articles, problems, mistakes } = found.value;
  sayProblems(io, mistakes);
  if (options.json)
    printJson(io, { articles, problems: problems.map((problem) => describeProblem(io, problem)) });
  else io.out(articles.map((article) => `${row(article)}\n`).join(''));
  if (!options.json) for (const problem of problems) io.say(problemSentence(io, problem));
  return success(exitCodes.done);
});

/** An article in one line. */
export function row({ id, modified, status, title, claims }: ArticleSummary): string {
  return [
    id,
    modified.slice(0, 10),
    status.padEnd(11),
    `${claims.checked}/${claims.total}`.padEnd(7),
    visibleName(title),
  ].join('  ');
}
