import { success } from '#core/failure';
import { exitCodes, printJson } from './console';
import { withIndex } from './desk-index';
import { none, onDesk } from './desk-verbs';

/** `marbre reindex --desk <dir>`: reads every article anew. The index is a cache: nothing else changes. */
export const reindex = onDesk([], none, async (io, desk, { json }) => {
  const start = performance.now();
  const done = await withIndex(
    io,
    desk,
    (index) => {
      const problems = index.problems().length;
      return { articles: index.status().total - problems, problems };
    },
    (index) => index.rebuild(),
  );
  if (!done.ok) return done;
  const { articles, problems } = done.value;
  const tookMs = Math.round(performance.now() - start);
  if (json) printJson(io, { articles, problems, tookMs });
  else {
    io.say(io.t('cli.reindex.done', { count: articles, seconds: (tookMs / 1_000).toFixed(1) }));
    if (problems > 0) io.say(io.t('cli.reindex.problems', { count: problems }));
  }
  return success(exitCodes.done);
});
