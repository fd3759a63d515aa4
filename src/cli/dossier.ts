import { writeDossier } from '#core/dossier/index';
import { success } from '#core/failure';
import { exitCodes, usage } from './console';
import { findArticle, onDesk, one } from './desk-verbs';
import { writeFileOrOutput } from './files';

/** `marbre dossier <id> --desk <dir> --to html|json`: the record of an article's checks. */
export const dossier = onDesk(
  ['to', 'output', 'confidential'],
  one,
  async (io, desk, { files, to, output, confidential }) => {
    if (to !== 'html' && to !== 'json')
      return usage(io.t('cli.usage.value', { value: to ?? '', option: '--to' }));
    const article = await findArticle(desk, files[0] ?? '');
    if (!article.ok) return article;
    const options = { now: io.now(), includeConfidential: confidential };
    const written = writeDossier(article.value, desk.settings, to, options);
    const done = await writeFileOrOutput(io, output, new TextEncoder().encode(written));
    return done.ok ? success(exitCodes.done) : done;
  },
);
