import { type TextField, textFields } from '#core/search/query';
import type { Bits } from './bits';
import type { Database } from './database';
import { matching } from './match';

/** What a word is worth where it stands. */
const weights: Readonly<Record<TextField, number>> = {
  headline: 10,
  standfirst: 5,
  body: 1,
  claims: 3,
  evidence: 1,
  notes: 1,
};

/** More articles than this are not weighed one by one: bm25 of 20,000 takes 15 ms. */
const mostWeighed = 4_000;

/** The part of the best score that a tag is worth whose name was searched for. */
const tagShare = 0.5;

export interface Ranked {
  readonly positions: Int32Array;
  /** Beside `positions`. */
  readonly scores: Float32Array;
}

interface Ranking {
  readonly database: Database;
  /** The words, in FTS5's language. */
  readonly match: string;
  readonly tagged: Bits;
  /** What was found, the newest change first. */
  readonly newest: Int32Array;
}

/**
 * The best first; among equals the newest change. Few are weighed with bm25. Many are put in tiers, because that is
 * fast and among thousands only the rough order matters: words in the headline (3), in the standfirst or the name of a
 * tag (2), elsewhere (1).
 */
export function rank(ranking: Ranking): Ranked {
  return isFew(ranking) ? byScore(ranking.newest, weigh(ranking)) : byTier(ranking.newest, tierOf(ranking));
}

/** Filters may leave few of many that match: all of those would have to be weighed. Counted no further than needed. */
function isFew({ database, match, newest }: Ranking): boolean {
  if (newest.length > mostWeighed) return false;
  const [count] = database.row(counted, match, mostWeighed + 1) ?? [];
  return Number(count) <= mostWeighed;
}

const counted = 'select count(*) from (select 1 from words where words match ? limit ?)';

type Score = (position: number) => number;

function weigh({ database, match, tagged }: Ranking): Score {
  const scores = new Map<number, number>();
  const [joined] = database.row(weighed, match) ?? [];
  let best = 0;
  for (const pair of typeof joined === 'string' ? joined.split(',') : []) {
    const [position, score] = pair.split(':');
    scores.set(Number(position), -Number(score));
    best = Math.max(best, -Number(score));
  }
  const forTag = (best || 1) * tagShare;
  return (position) => (scores.get(position) ?? 0) + (tagged.has(position) ? forTag : 0);
}

/** In a query of its own that is not merged with the outer one: bm25 cannot be asked for where rows are joined. */
const weighed = `
  select group_concat(rowid || ':' || score) from (
    select rowid, bm25(words, ${textFields.map((field) => weights[field]).join(', ')}) as score
    from words where words match ? limit -1
  )`;

function tierOf({ database, match, tagged, newest }: Ranking): Score {
  const size = newest.reduce((most, position) => Math.max(most, position), 0) + 1;
  const headline = matching(database, `headline : ${match}`, size);
  const second = matching(database, `standfirst : ${match}`, size).or(tagged);
  return (position) => (headline.has(position) ? 3 : second.has(position) ? 2 : 1);
}

function byTier(newest: Int32Array, tierOf: Score): Ranked {
  const positions = new Int32Array(newest.length);
  const scores = new Float32Array(newest.length);
  let at = 0;
  for (const tier of [3, 2, 1])
    for (const position of newest) {
      if (tierOf(position) !== tier) continue;
      positions[at] = position;
      scores[at] = tier;
      at += 1;
    }
  return { positions, scores };
}

/** Equal scores stay in the order that they came in. */
function byScore(newest: Int32Array, scoreOf: Score): Ranked {
  const scored = Array.from(newest, (position) => ({ position, score: scoreOf(position) }));
  scored.sort((one, other) => other.score - one.score);
  return {
    positions: Int32Array.from(scored, ({ position }) => position),
    scores: Float32Array.from(scored, ({ score }) => score),
  };
}
