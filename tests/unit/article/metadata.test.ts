import { describe, expect, it } from 'vitest';
import { bylinesOf } from '#core/article/bylines';
import { countCharacters, lengthLimits, readLength } from '#core/article/length';
import type { Language } from '#core/article/values';
import { instantIn, isUnderEmbargo, isZone, localIn, offsetIn, zones } from '#core/article/zones';

describe('the length of a headline', () => {
  it.each([
    ['nothing', '', 0],
    ['plain letters', 'Port', 4],
    ['blanks count', 'Le port', 7],
    ['a no-break space is one', 'Le port\u00a0!', 9],
    ['an accent set apart is part of its letter', 'E\u0301te\u0301', 3],
    ['a flag is one', '🇫🇷', 1],
    ['a family is one', '👩‍👩‍👧', 1],
  ])('counts as people do: %s', (_name, text, count) => expect(countCharacters(text)).toBe(count));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x', 'good'],
    ['x'.repeat(60), 'good'],
    [`  ${'x'.repeat(60)}  `, 'good'],
    ['x'.repeat(61), 'long'],
    ['x'.repeat(70), 'long'],
    ['x'.repeat(71), 'over'],
  ] as const)('is read against both limits: %j is %s', (text, state) =>
    expect(readLength(text, lengthLimits.seoHeadline).state).toBe(state),
  );
});

describe('the names in a byline', () => {
  it.each<readonly [Language, string, readonly string[]]>([
    ['fr', '', []],
    ['fr', 'Par Jeanne Martin', ['Jeanne Martin']],
    ['fr', 'Jeanne Martin et Paul Lescure', ['Jeanne Martin', 'Paul Lescure']],
    ['fr', 'Par Jeanne Martin, Paul Lescure et Inès Morel', ['Jeanne Martin', 'Paul Lescure', 'Inès Morel']],
    ['fr', 'Jeanne Martin avec AFP', ['Jeanne Martin', 'AFP']],
    ['fr', 'Jeanne Martin (avec AFP)', ['Jeanne Martin']],
    ['fr', 'Propos recueillis par Inès Morel', ['Inès Morel']],
    ['fr', 'Jeanne Martin, correspondante à Rome', ['Jeanne Martin']],
    ['fr', 'Paul de La Tour et Anne d’Orval', ['Paul de La Tour', 'Anne d’Orval']],
    ['fr', 'de La Tour ; d’Orval', ['de La Tour', 'd’Orval']],
    ['fr', 'Jeanne Martin\nPaul Lescure', ['Jeanne Martin', 'Paul Lescure']],
    ['en', 'By Ann Field and Robert Andersen', ['Ann Field', 'Robert Andersen']],
    ['en', 'Ann Field & Sandy Hand', ['Ann Field', 'Sandy Hand']],
    ['en', 'Ann Field; ANN FIELD', ['ANN FIELD']],
    ['en', 'By Ann Field in Dover, with Reuters', ['Ann Field', 'Reuters']],
    ['en', 'Par Jeanne Martin et Paul Lescure', ['Jeanne Martin', 'Paul Lescure']],
    ['fr', 'Étienne Petit à Rome', ['Étienne Petit']],
  ])('%s: %s', (language, text, names) => expect(bylinesOf(text, language)).toEqual(names));
});

describe('a wall clock in a zone', () => {
  it.each([
    ['winter in Paris', 'Europe/Paris', '2026-01-15T06:00', '2026-01-15T05:00:00.000Z', 'once'],
    ['summer in Paris', 'Europe/Paris', '2026-07-15T06:00', '2026-07-15T04:00:00.000Z', 'once'],
    ['the last minute before spring', 'Europe/Paris', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z', 'once'],
    ['a gap: read as 03:30', 'Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z', 'never'],
    ['the first minute of summer', 'Europe/Paris', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z', 'once'],
    ['before the overlap', 'Europe/Paris', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z', 'once'],
    ['an overlap: the second one', 'Europe/Paris', '2026-10-25T02:30', '2026-10-25T01:30:00.000Z', 'twice'],
    ['behind the overlap', 'Europe/Paris', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z', 'once'],
    ['a gap in New York', 'America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z', 'never'],
    ['an overlap in New York', 'America/New_York', '2026-11-01T01:30', '2026-11-01T06:30:00.000Z', 'twice'],
    [
      'half an hour (Lord Howe)',
      'Australia/Lord_Howe',
      '2026-10-04T02:15',
      '2026-10-03T15:45:00.000Z',
      'never',
    ],
    [
      'a day that was skipped (Samoa)',
      'Pacific/Apia',
      '2011-12-30T12:00',
      '2011-12-30T22:00:00.000Z',
      'never',
    ],
    ['no summer time', 'Asia/Tokyo', '2026-03-29T02:30', '2026-03-28T17:30:00.000Z', 'once'],
    ['UTC', 'UTC', '2026-03-29T02:30', '2026-03-29T02:30:00.000Z', 'once'],
  ])('%s', (_name, zone, local, instant, clock) =>
    expect(instantIn(zone, local)).toEqual({ instant, clock }),
  );

  it.each([
    ['Europe/Paris', '2026-02-31T06:00'],
    ['Europe/Paris', '2026-05-12'],
    ['Europe/Paris', ''],
    ['Europe/Atlantis', '2026-05-12T06:00'],
    ['', '2026-05-12T06:00'],
  ])('is no instant: %s %j', (zone, local) => expect(instantIn(zone, local)).toBeNull());

  it.each(['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC'])(
    'comes back as it was written, all through a year: %s',
    (zone) => {
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 7_200_000) {
        const local = localIn(zone, new Date(time).toISOString()) ?? '';
        const again = instantIn(zone, local);
        expect(localIn(zone, again?.instant ?? '')).toBe(local);
        if (again?.clock === 'once') expect(again.instant).toBe(new Date(time).toISOString());
      }
    },
  );

  it('says how far it is from UTC', () => {
    const summer = '2026-07-01T00:00:00.000Z';
    const offsets = ['Europe/Paris', 'America/St_Johns', 'Asia/Kolkata', 'UTC', 'Nowhere/Here'].map((zone) =>
      offsetIn(zone, summer),
    );
    expect(offsets).toEqual(['UTC+2', 'UTC−2:30', 'UTC+5:30', 'UTC', null]);
  });

  it('offers one’s own zone first, each once, and nothing that is none', () => {
    const all = zones('Asia/Tokyo');
    expect(all.slice(0, 2)).toEqual(['Asia/Tokyo', 'Europe/Paris']);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(300);
    expect(zones('Europe/Atlantis')[0]).toBe('Europe/Paris');
    expect(isZone('')).toBe(false);
  });
});

describe('an embargo', () => {
  const until = '2026-05-12T04:00:00.000Z';
  it.each([
    [null, '2026-05-12T03:00:00.000Z', false],
    [{ until }, '2026-05-12T03:59:59.999Z', true],
    [{ until }, until, false],
  ])('%j at %s holds: %s', (embargo, now, holds) => expect(isUnderEmbargo(embargo, now)).toBe(holds));
});
