import { UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import { articleFromIntake } from '#core/article/from-intake';
import { bodyText } from '#core/body/walk';
import { formatForFile } from '#core/formats/registry';
import { intake } from '#core/intake/intake';
import { restoreCut } from '#core/intake/restore';
import { openEditor } from './support';

const copy = `Le Fanal | Dernières infos

La ville ferme ses piscines après une panne — Le Fanal

Les bassins resteront vides, selon la mairie.

Premier paragraphe de l’article, assez long pour que le chapô soit reconnu comme tel par sa brièveté.

Second paragraphe de l’article, assez long lui aussi pour que le chapô soit reconnu par sa brièveté.

Partager cet article sur Facebook
`;

function imported() {
  const bytes = new TextEncoder().encode(copy);
  const read = formatForFile('copie.txt', bytes).read?.(bytes, { now: '2026-05-12T00:00:00.000Z' });
  if (!read?.ok) throw new Error('not read');
  return articleFromIntake(intake(read.value, {}), {
    id: 'x',
    now: '2026-05-12T00:00:00.000Z',
    original: null,
  });
}

describe('changing the live text from outside', () => {
  let close = (): void => undefined;
  afterEach(() => close());

  it('restores cuts in any order, with undo between them, and loses no paragraph', () => {
    const article = imported();
    const { editor, dispose } = openEditor(article.body);
    close = dispose;
    expect(article.cuts.map((cut) => cut.reason)).toEqual(['headline-source', 'site-banner', 'share-line']);
    const [suffix, banner, share] = article.cuts;
    if (!suffix || !banner || !share) throw new Error('three cuts were expected');
    editor.applyBody((body) => restoreCut(body, share));
    editor.lexical.dispatchCommand(UNDO_COMMAND, undefined);
    editor.lexical.update(() => undefined, { discrete: true });
    expect(editor.readBody()).toEqual(article.body);
    for (const cut of [banner, share, suffix]) editor.applyBody((body) => restoreCut(body, cut));
    expect(bodyText(editor.readBody()).split('\n\n')).toEqual([
      'La ville ferme ses piscines après une panne — Le Fanal',
      'Les bassins resteront vides, selon la mairie.',
      '',
      'Le Fanal | Dernières infos',
      'Premier paragraphe de l’article, assez long pour que le chapô soit reconnu comme tel par sa brièveté.',
      'Second paragraphe de l’article, assez long lui aussi pour que le chapô soit reconnu par sa brièveté.',
      'Partager cet article sur Facebook',
    ]);
  });
});
