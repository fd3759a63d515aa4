import { describe, expect, it } from 'vitest';
import { outcomeId, whyKept, withEntry, withEntryChanged, withoutEntry } from '#core/claims/scale-edit';
import { defaultScale } from '#core/claims/values';
import { scaleSchema } from '#core/desk/schema';

const nothing: ReadonlySet<string> = new Set();

describe('the scale of outcomes', () => {
  it('takes a new outcome that leaves its claim open until somebody says what it counts as', () => {
    const scale = withEntry(defaultScale, { fr: ' Vérifié au téléphone ', en: '' }, nothing);
    expect(scale.at(-1)).toEqual({
      id: 'verifie-au-telephone',
      labels: { fr: 'Vérifié au téléphone' },
      counts: 'open',
      needsEvidence: false,
      withChange: false,
    });
    expect(scaleSchema.safeParse(scale).success).toBe(true);
  });

  it('never gives an id twice, neither one of the scale nor one that was ever given', () => {
    expect(outcomeId('Wrong', defaultScale, nothing)).toBe('wrong-2');
    expect(outcomeId('Seen', defaultScale, new Set(['seen', 'seen-2']))).toBe('seen-3');
  });

  it('makes ids that a desk can hold of any name', () => {
    for (const name of ['«\u00a0?\u00a0»', '  ', '記録', 'à'.repeat(60), `${'mot '.repeat(15)}`]) {
      const scale = withEntry(defaultScale, { fr: name, en: '' }, nothing);
      expect(scaleSchema.safeParse(scale).success, name).toBe(true);
    }
  });

  it('renames an entry, and gives the program’s own name back when a label is emptied', () => {
    const renamed = withEntryChanged(defaultScale, 'wrong', { labels: { fr: 'Erroné', en: 'In error' } });
    expect(renamed.find(({ id }) => id === 'wrong')?.labels).toEqual({ fr: 'Erroné', en: 'In error' });
    const back = withEntryChanged(renamed, 'wrong', { labels: { fr: '', en: 'In error' } });
    expect(back.find(({ id }) => id === 'wrong')?.labels).toEqual({ en: 'In error' });
  });

  it('changes what an entry counts as and asks for, and nothing else', () => {
    const changed = withEntryChanged(defaultScale, 'disputed', { counts: 'open', needsEvidence: true });
    expect(changed.filter((entry, index) => entry !== defaultScale[index]).map(({ id }) => id)).toEqual([
      'disputed',
    ]);
    expect(changed.find(({ id }) => id === 'disputed')).toMatchObject({
      counts: 'open',
      needsEvidence: true,
    });
  });

  it('lets go of an outcome that nobody gave, and keeps one that somebody did', () => {
    expect(whyKept(defaultScale, 'disputed', new Set(['disputed']))).toBe('in-use');
    expect(whyKept(defaultScale, 'disputed', nothing)).toBeNull();
    expect(withoutEntry(defaultScale, 'disputed').map(({ id }) => id)).not.toContain('disputed');
  });

  it('keeps the last outcome that says a claim holds', () => {
    const scale = withoutEntry(defaultScale, 'confirmed-with-change');
    expect(whyKept(scale, 'confirmed', nothing)).toBe('last-verified');
    expect(whyKept(scale, 'wrong', nothing)).toBeNull();
  });
});
