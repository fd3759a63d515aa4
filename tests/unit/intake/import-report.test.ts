import { describe, expect, it } from 'vitest';
import { type ImportReport, notBegun, reportText, warningGroups } from '#core/intake/import-report';
import { createTranslate } from '#core/messages/index';

const report: ImportReport = {
  folder: 'Notes',
  found: 7,
  ids: ['a', 'b'],
  warned: [
    {
      name: 'harbour/crane.md',
      id: 'a',
      warnings: [
        { code: 'wiki-link-flattened', params: { text: 'Dredging' } },
        { code: 'picture-missing', params: { name: 'hook.png' } },
        { code: 'wiki-link-flattened', params: { text: 'Tides' } },
      ],
    },
    {
      name: 'two.md',
      id: 'b',
      warnings: [{ code: 'embed-dropped' }, { code: 'picture-missing', params: { name: 'x.png' } }],
    },
  ],
  known: [{ name: 'old.md', id: 'c' }],
  refused: [{ name: 'deep/scan.md', code: 'input.binary', params: { name: 'scan.md' } }],
  beside: 1,
  cancelled: true,
};
const show = (value: number): string => String(value);

describe('what an import has come to', () => {
  it('is sorted by kind, each with its files and what was named in them', () => {
    expect(warningGroups(report.warned)).toEqual([
      {
        code: 'picture-missing',
        files: [
          { name: 'harbour/crane.md', id: 'a', what: ['hook.png'] },
          { name: 'two.md', id: 'b', what: ['x.png'] },
        ],
      },
      { code: 'embed-dropped', files: [{ name: 'two.md', id: 'b', what: [] }] },
      {
        code: 'wiki-link-flattened',
        files: [{ name: 'harbour/crane.md', id: 'a', what: ['Dredging', 'Tides'] }],
      },
    ]);
  });

  it('counts what was not begun', () => {
    expect(notBegun(report)).toBe(3);
  });

  it('is a text that says all of it, in English', () => {
    expect(reportText(createTranslate('en'), report, show)).toBe(`Import of the folder “Notes”

2 articles imported.
1 was already there.
1 was refused.
Stopped: 3 files were not begun, what was imported stays.
1 other file in the folder is no copy (a picture, a style, settings).

Refused
- deep/scan.md is not text: import a text, Markdown or HTML file.

Already there: imported before from the same file
- old.md

Pictures that are not in the folder
- harbour/crane.md: hook.png
- two.md: x.png

Sound and film left out
- two.md

Links to other notes kept as text
- harbour/crane.md: Dredging · Tides
`);
  });

  it('is the same in French, and short when there is nothing to say', () => {
    const text = reportText(createTranslate('fr'), report, show);
    expect(text).toContain(
      'Import du dossier «\u00a0Notes\u00a0»\n\n2 articles importés.\n1 était déjà là.\n1 a été refusé.',
    );
    expect(text).toContain('Images absentes du dossier\n- harbour/crane.md: hook.png');
    const none = {
      ...report,
      folder: null,
      ids: [],
      warned: [],
      known: [],
      refused: [],
      beside: 0,
      cancelled: false,
    };
    expect(reportText(createTranslate('fr'), none, show)).toBe(
      'Ce qui a été importé\n\nAucun article n’a été importé.\n',
    );
  });
});
