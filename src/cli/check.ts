import type { Blocker } from '#core/claims/gate';
import { gate } from '#core/claims/gate';
import { overrideFor } from '#core/claims/overrides';
import { checkedClaims, progressOf } from '#core/claims/progress';
import { success } from '#core/failure';
import { blockerSentence } from '#core/messages/blockers';
import { progressLine } from '#core/messages/progress';
import { exitCodes, languageIn, printJson } from './console';
import { findArticle, onDesk, one } from './desk-verbs';

/** `marbre check <id> --desk <dir>`: what blocks the copy by the desk's policy; exit 1 when anything does. */
export const check = onDesk([], one, async (io, desk, { files, json }) => {
  const article = await findArticle(desk, files[0] ?? '');
  if (!article.ok) return article;
  const { settings } = desk;
  const found = gate(article.value, settings);
  const override = found.blocked ? overrideFor(article.value, found) : null;
  const progress = progressOf(article.value, checkedClaims(article.value, settings.outcomeScale));
  const sentence = (blocker: Blocker): string =>
    blockerSentence(io.t, languageIn(io), settings.outcomeScale, blocker);
  if (json) {
    printJson(io, {
      id: article.value.id,
      blocked: found.blocked,
      mode: found.mode,
      overridden: override !== null,
      progress: { ...progress.counts, queries: progress.queries },
      blockers: found.blockers.map((blocker) => ({ ...blocker, message: sentence(blocker) })),
    });
  } else {
    io.out(`${progressLine(io.t, progress)}\n`);
    io.out(
      found.blockers
        .map((blocker) => `${sentence(blocker)} [${blocker.target.type} ${blocker.target.id}]\n`)
        .join(''),
    );
    io.say(
      found.blocked ? io.t('cli.check.blocked', { count: found.blockers.length }) : io.t('cli.check.open'),
    );
    if (override) io.say(io.t('cli.check.overridden', { by: override.by, reason: override.reason }));
  }
  return success(found.blocked ? exitCodes.wrong : exitCodes.done);
});
