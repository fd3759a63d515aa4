import type { RefObject } from 'react';
import type { Translate } from '#core/messages/index';
import { queryProblemSentence } from '#core/messages/search';
import type { QueryProblem } from '#core/search/query';
import './query-problems.css';

/** More would push the list away; the next ones come when these are mended. */
const mostShown = 3;

interface Props {
  readonly t: Translate;
  /** The query that the problems are of, which may be older than what stands in the field. */
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  readonly field: RefObject<HTMLInputElement | null>;
}

/** What was not understood of the query, each with the piece in question; pressing it selects the piece. */
export function QueryProblems({ t, text, problems, field }: Props) {
  const select = ({ start, end }: QueryProblem): void => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return (
    <div role="status" className="query-problems">
      {problems.slice(0, mostShown).map((problem) => (
        <button
          key={`${problem.start} ${problem.code}`}
          type="button"
          className="query-problem"
          onClick={() => select(problem)}
        >
          <mark>{text.slice(problem.start, problem.end)}</mark> {queryProblemSentence(t, problem)}
        </button>
      ))}
    </div>
  );
}
