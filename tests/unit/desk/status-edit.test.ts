import { describe, expect, it } from 'vitest';
import { statusListSchema } from '#core/desk/schema';
import {
  whyStatusKept,
  withoutStatus,
  withStatus,
  withStatusChanged,
  withStatusMoved,
} from '#core/desk/status-edit';
import { defaultStatuses, firstStatus } from '#core/desk/statuses';

const statuses = defaultStatuses();
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the statuses of a desk', () => {
  it.each([
    [
      { fr: 'Relu', en: 'Read' },
      { id: 'read', labels: { fr: 'Relu', en: 'Read' } },
    ],
    [
      { fr: 'À relire ', en: '' },
      { id: 'a-relire', labels: { fr: 'À relire' } },
    ],
    [
      { fr: '', en: '!' },
      { id: 'status', labels: { en: '!' } },
    ],
    // The program's own ids are never given to something else.
    [
      { fr: '', en: 'Ready' },
      { id: 'ready-2', labels: { en: 'Ready' } },
    ],
  ])('gain one at the end: %j', (labels, added) => {
    const list = withStatus(statuses, { ...labels, stage: 'in-check' });
    expect(list.at(-1)).toEqual({ ...added, stage: 'in-check' });
    expect(statusListSchema.safeParse(list).success).toBe(true);
  });

  it('never give an id twice, nor that of a program’s status that was removed', () => {
    const once = withStatus(statuses, { fr: '', en: 'Read', stage: 'raw' });
    expect(withStatus(once, { fr: '', en: 'read', stage: 'raw' }).at(-1)?.id).toBe('read-2');
    const without = withoutStatus(statuses, 'ready');
    expect(withStatus(without, { fr: '', en: 'Ready', stage: 'ready' }).at(-1)?.id).toBe('ready-2');
  });

  it('are renamed, and an emptied name is the program’s own again', () => {
    const named = withStatusChanged(statuses, 'raw', { labels: { fr: ' Dépêche ', en: 'Wire' } });
    expect(named[0]).toEqual({ id: 'raw', labels: { fr: 'Dépêche', en: 'Wire' }, stage: 'raw' });
    expect(withStatusChanged(named, 'raw', { labels: { fr: ' ' } })[0]?.labels).toEqual({ en: 'Wire' });
    expect(withStatusChanged(named, 'raw', { stage: 'ready' })[0]).toMatchObject({
      labels: { en: 'Wire' },
      stage: 'ready',
    });
  });

  it.each([
    ['raw', 1, ['in-progress', 'raw', 'in-check']],
    ['in-check', -1, ['raw', 'in-check', 'in-progress']],
    ['raw', -1, ['raw', 'in-progress', 'in-check']],
    ['gone', 1, ['raw', 'in-progress', 'in-check']],
  ] as const)('%s moves by %d', (id, step, order) =>
    expect(ids(withStatusMoved(statuses, id, step)).slice(0, 3)).toEqual(order),
  );

  it('move no further than the end', () =>
    expect(ids(withStatusMoved(statuses, 'archived', 1)).at(-1)).toBe('archived'));

  const two = statuses.filter(({ id }) => id === 'raw' || id === 'published');
  it.each([
    ['in use', statuses, 'raw', 3, 'in-use'],
    ['free', statuses, 'raw', 0, null],
    ['the last that says published', statuses, 'published', 0, 'last-published'],
    ['one of two', two, 'raw', 0, 'too-few'],
    [
      'published beside another one',
      withStatus(statuses, { fr: '', en: 'Out', stage: 'published' }),
      'published',
      0,
      null,
    ],
  ])('are removed only where nothing depends on them: %s', (_name, list, id, used, why) =>
    expect(whyStatusKept(list, id, used)).toBe(why),
  );

  it.each([
    [statuses, 'in-progress', 'in-progress'],
    [withoutStatus(statuses, 'raw'), 'raw', 'in-progress'],
    [
      withStatusMoved(withStatus(statuses, { fr: '', en: 'Draft', stage: 'in-progress' }), 'raw', 1),
      'in-progress',
      'in-progress',
    ],
    [[], 'raw', 'raw'],
  ] as const)('%#: new copy begins at the first status of its stage', (list, stage, id) =>
    expect(firstStatus(list, stage)).toBe(id),
  );
});
