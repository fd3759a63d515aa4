import { describe, expect, it } from 'vitest';
import { blankTag } from '#core/desk/defaults';
import {
  accept,
  completionAt,
  type KnownValues,
  offersFor,
} from '../../../src/renderer/features/library/completion';

const tag = (id: string, fr: string, en: string, aliases: string[] = []) => ({
  ...blankTag,
  id,
  labels: { fr, en },
  aliases,
});

const known: KnownValues = {
  tags: [
    tag('harbour', 'Port', 'Harbour', ['quays']),
    tag('harbour-board', 'Conseil du port', 'Harbour board'),
    tag('schools', 'Écoles', 'Schools'),
    { ...tag('harvest', 'Moisson', 'Harvest'), retired: true },
  ],
  statuses: [
    { id: 'raw', label: 'Raw' },
    { id: 'ready', label: 'Ready' },
  ],
  sections: [{ value: 'Local news', count: 3 }],
  bylines: [{ value: 'Ana Ruiz', count: 2 }],
};

/** `|` is the caret. */
function at(marked: string) {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') };
}

function offered(marked: string, language: 'fr' | 'en' = 'en'): string[] | null {
  const { text, caret } = at(marked);
  const completion = completionAt(text, caret);
  return completion && offersFor(completion, known, language).map(({ label }) => label);
}

describe('values that complete a filter', () => {
  it.each<readonly [string, readonly string[] | null]>([
    ['tag:har|', ['Harbour', 'Harbour board']],
    ['storm tag:|', ['Harbour', 'Harbour board', 'Schools']],
    ['tag:ecol|', ['Schools']],
    ['tag:board|', ['Harbour board']],
    ['tag:quays|', ['Harbour']],
    ['tag:schools,har|', ['Harbour', 'Harbour board']],
    ['tag:har| storm', ['Harbour', 'Harbour board']],
    ['status:r|', ['Raw', 'Ready']],
    ['section:loc|', ['Local news']],
    ['section:"Local n|', ['Local news']],
    ['by:ru|', ['Ana Ruiz']],
    ['claim:st|', ['stale']],
    ['tag:nothing|', []],
    ['tag:schools|', []],
    ['section:"Local news"|', null],
    ['storm|', null],
    ['tag:har |', null],
    ['nosuch:har|', null],
    ['|', null],
  ])('%s', (marked, labels) => {
    expect(offered(marked)).toEqual(labels);
  });

  it('are called by their names in French', () => {
    expect(offered('étiquette:cons|', 'fr')).toEqual(['Conseil du port']);
    expect(offered('avec:pér|', 'fr')).toEqual(['périmé']);
  });
});

describe('an accepted value', () => {
  it.each([
    ['tag:har|', 'tag:harbour |'],
    ['tag:har| storm', 'tag:harbour |storm'],
    ['tag:h|ar storm', 'tag:harbour |storm'],
    ['-tag:schools,har|', '-tag:schools,harbour |'],
    ['section:loc|', 'section:"Local news" |'],
    ['section:"Local n|', 'section:"Local news" |'],
    ['(tag:har|)', '(tag:harbour|)'],
  ])('%s becomes %s', (marked, expected) => {
    const { text, caret } = at(marked);
    const completion = completionAt(text, caret);
    const offer = completion && offersFor(completion, known, 'en')[0];
    if (!completion || !offer) throw new Error('nothing is offered');
    const next = accept(text, completion, offer);
    expect(`${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`).toBe(expected);
  });
});
