import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Metadata } from '#core/article/schema';
import { batchChangeSchema, changedFields, type MetadataChange } from '#core/desk/batch';
import { fileNames } from '#core/desk/file-names';

const metadata: Metadata = {
  ...createArticle('a1', 'fr', '2026-05-12T08:00:00.000Z').metadata,
  status: 'raw',
  tags: ['port', 'mer'],
  section: 'Local',
  due: '2026-05-20',
};

const changes: readonly (readonly [string, MetadataChange, Partial<Metadata> | null])[] = [
  [
    'adds the tags that are missing behind the others',
    { type: 'add-tags', tags: ['mer', 'vent', 'vent'] },
    { tags: ['port', 'mer', 'vent'] },
  ],
  ['leaves an article alone that has the tags', { type: 'add-tags', tags: ['mer'] }, null],
  ['takes tags off', { type: 'remove-tags', tags: ['port', 'vent'] }, { tags: ['mer'] }],
  ['has nothing to take off', { type: 'remove-tags', tags: ['vent'] }, null],
  ['sets a status', { type: 'status', status: 'ready' }, { status: 'ready' }],
  ['knows the status that is there', { type: 'status', status: 'raw' }, null],
  ['takes a section away', { type: 'section', section: '' }, { section: '' }],
  ['sets a due date', { type: 'due', day: '2026-05-21' }, { due: '2026-05-21' }],
  ['takes a due date away', { type: 'due', day: null }, { due: null }],
  ['knows the due date that is there', { type: 'due', day: '2026-05-20' }, null],
  ['dates an article', { type: 'published', day: '2026-05-22' }, { published: '2026-05-22' }],
];

describe('a change of many articles', () => {
  it.each(changes)('%s', (_name, change, fields) => {
    expect(changedFields(change, metadata)).toEqual(fields);
  });

  it.each([
    { type: 'status', status: 'Not An Id' },
    { type: 'status', status: 'ready', by: 'x' },
    { type: 'due', day: '2026-02-30' },
    { type: 'add-tags', tags: [] },
    { type: 'trash', ids: ['x'] },
    { type: 'delete' },
    null,
  ])('is not %j', (change) => {
    expect(batchChangeSchema.safeParse(change).success).toBe(false);
  });
});

describe('names of exported files', () => {
  it('are each given once, and never one that is taken, whatever its case', () => {
    const name = fileNames(['Port.md', 'port-2.md', 'other.html']);
    expect([name('port', 'md'), name('port', 'md'), name('port', 'html'), name('other', 'html')]).toEqual([
      'port-3.md',
      'port-4.md',
      'port.html',
      'other-2.html',
    ]);
  });
});
