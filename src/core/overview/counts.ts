import { stages } from '#core/article/values';
import { personKey } from '#core/claims/people';
import type { StatusEntry } from '#core/desk/schema';
import { fold } from '#core/language/words';
import type { WeekFinder } from './days';
import type { Overview, OverviewPerson, OverviewSection, Week } from './overview';
import { isOut, type Part } from './part';

/** How many sections and people have a line of their own. */
export const shownSections = 8;
export const shownPeople = 12;

export function totalsPart(): Part<Overview['totals']> {
  const totals = { articles: 0, words: 0, claims: 0, checked: 0 };
  return {
    add({ words, claims }) {
      totals.articles += 1;
      totals.words += words;
      totals.claims += claims.total;
      totals.checked += claims.checked;
    },
    result: () => totals,
  };
}

export function queriesPart(): Part<Overview['queries']> {
  const open = { articles: 0, queries: 0 };
  return {
    add({ openQueries }) {
      if (openQueries === 0) return;
      open.articles += 1;
      open.queries += openQueries;
    },
    result: () => open,
  };
}

export function statusesPart(statuses: readonly StatusEntry[]): Part<Overview['statuses']> {
  const counts = new Map(statuses.map(({ id }) => [id, 0]));
  return {
    add({ status }) {
      counts.set(status, (counts.get(status) ?? 0) + 1);
    },
    result: () => [...counts].map(([status, articles]) => ({ status, articles })),
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Sections that differ in case or accents only are one, as they are to a search; the first spelling is shown. */
export function sectionsPart(
  weeks: number,
  find: WeekFinder,
): Part<Pick<Overview, 'sections' | 'otherSections'>> {
  const spelt = new Map<string, Tally>();
  const sections = new Map<string, Tally>();
  type Tally = Writable<Omit<OverviewSection, 'weeks'>> & { readonly weeks: number[] };
  const tallyOf = (section: string): Tally => {
    const key = fold(section);
    const tally = sections.get(key) ?? { section: section.trim(), articles: 0, weeks: nothing(weeks) };
    sections.set(key, tally);
    spelt.set(section, tally);
    return tally;
  };
  return {
    add({ section, created }) {
      const tally = spelt.get(section) ?? tallyOf(section);
      tally.articles += 1;
      const week = find.ofInstant(created);
      if (week >= 0) tally.weeks[week] = (tally.weeks[week] ?? 0) + 1;
    },
    result() {
      const all = [...sections.values()].sort((one, other) => other.articles - one.articles);
      const others = all.slice(shownSections);
      return {
        sections: all.slice(0, shownSections),
        otherSections: { sections: others.length, articles: sum(others.map(({ articles }) => articles)) },
      };
    },
  };
}

export function weeksPart(weeks: readonly Week[], find: WeekFinder): Part<Overview['weeks']> {
  const tallies = weeks.map((week) => ({ ...week, created: nothing(stages.length), published: 0 }));
  return {
    add({ created, published }, stage) {
      const made = tallies[find.ofInstant(created)];
      if (made) made.created[stage] = (made.created[stage] ?? 0) + 1;
      if (published === null || !isOut(stage)) return;
      const out = tallies[find.ofDay(published)];
      if (out) out.published += 1;
    },
    result: () => tallies,
  };
}

/** A person is known by the name, however it is spelt; the first spelling is shown. */
export function peoplePart(): Part<Pick<Overview, 'people' | 'otherPeople'>> {
  type Tally = Writable<OverviewPerson>;
  const spelt = new Map<string, Tally | null>();
  const people = new Map<string, Tally>();
  const tallyOf = (name: string): Tally | null => {
    const key = personKey(name);
    const tally = key === null ? null : (people.get(key) ?? { name, assigned: 0, checked: 0, articles: 0 });
    if (key !== null && tally) people.set(key, tally);
    spelt.set(name, tally);
    return tally;
  };
  return {
    add(row) {
      for (const { name, assigned, checked } of row.people) {
        const known = spelt.get(name);
        const tally = known === undefined ? tallyOf(name) : known;
        if (!tally) continue;
        tally.assigned += assigned;
        tally.checked += checked;
        tally.articles += 1;
      }
    },
    result() {
      const open = ({ assigned, checked }: OverviewPerson): number => assigned - checked;
      const all = [...people.values()].sort(
        (one, other) => open(other) - open(one) || other.assigned - one.assigned,
      );
      return { people: all.slice(0, shownPeople), otherPeople: Math.max(0, all.length - shownPeople) };
    },
  };
}

function nothing(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
