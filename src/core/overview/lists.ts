import { type BlockerCode, blockerCodes } from '#core/claims/blocker-codes';
import { addDays } from '#core/suggest/calendar';
import { BestList, dueFirst, embargoFirst, mostBlockedFirst, mostStaleFirst } from './best-list';
import type { Overview } from './overview';
import { isOut, type Part } from './part';

/** How many articles each list calls by their names. */
export const listed = { today: 6, overdue: 4, ahead: 1, embargoes: 3, blocked: 4, stale: 4 } as const;

export function duePart(today: string): Part<Overview['due']> {
  const lists = {
    today: new BestList(listed.today, mostBlockedFirst),
    overdue: new BestList(listed.overdue, dueFirst),
    ahead: new BestList(listed.ahead, dueFirst),
  };
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, index + 1));
  const counts = new Map(days.map((day) => [day, 0]));
  return {
    add(row, stage) {
      const { due } = row;
      if (due === null || isOut(stage)) return;
      if (due < today) lists.overdue.add(row);
      else if (due === today) lists.today.add(row);
      const count = counts.get(due);
      if (count === undefined) return;
      counts.set(due, count + 1);
      lists.ahead.add(row);
    },
    result: () => ({
      today: lists.today.result(),
      overdue: lists.overdue.result(),
      ahead: {
        ...lists.ahead.result(),
        days: [...counts].map(([day, articles]) => ({ day, articles })),
      },
    }),
  };
}

export function embargoPart(now: number): Part<Overview['embargoes']> {
  const list = new BestList(listed.embargoes, embargoFirst);
  return {
    add(row) {
      if (row.embargo !== null && row.embargo > now) list.add(row);
    },
    result: () => list.result(),
  };
}

export function blockedPart(): Part<Overview['blocked']> {
  const list = new BestList(listed.blocked, dueFirst);
  const codes = new Map<BlockerCode, { articles: number; count: number }>();
  return {
    add(row) {
      const { blockers } = row;
      if (blockers.length === 0) return;
      list.add(row);
      for (const { code, count } of blockers) {
        const sum = codes.get(code) ?? { articles: 0, count: 0 };
        sum.articles += 1;
        sum.count += count;
        codes.set(code, sum);
      }
    },
    result: () => ({
      ...list.result(),
      codes: blockerCodes
        .flatMap((code) => {
          const sum = codes.get(code);
          return sum ? [{ code, ...sum }] : [];
        })
        .sort((one, other) => other.articles - one.articles),
    }),
  };
}

export function stalePart(): Part<Overview['stale']> {
  const list = new BestList(listed.stale, mostStaleFirst);
  let claims = 0;
  return {
    add(row) {
      const { stale } = row.claims;
      if (stale === 0) return;
      list.add(row);
      claims += stale;
    },
    result: () => ({ ...list.result(), claims }),
  };
}
