import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { queryProblemSentence } from '#core/messages/search';
import type { QueryProblem } from '#core/search/query';
import { askDesk, focusView } from '../../session/desk-view';
import { useTranslation } from '../../session/translation';

/** The search that every view shares. Return and ↓ lead into the view; Escape empties the field. */
export function QueryField({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') focusView();
    else if (event.key === 'Escape' && query !== '') askDesk('');
    else return;
    event.preventDefault();
  };
  return (
    <div className="views-query">
      <Search size={14} strokeWidth={1.75} aria-hidden="true" />
      <input
        type="search"
        value={query}
        maxLength={4_000}
        spellCheck={false}
        placeholder={t('views.query-hint')}
        aria-label={t('views.query')}
        onChange={(event) => askDesk(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface ProblemsProps {
  /** The query that the problems are of, which may be older than what stands in the field. */
  readonly query: string;
  readonly problems: readonly QueryProblem[];
}

/** What was not understood in the search, quoted, each with what to write instead. */
export function QueryProblems({ query, problems }: ProblemsProps) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {problems.length > 0 && (
        <ul className="query-problems">
          {problems.slice(0, 3).map((problem) => (
            <li key={`${problem.start}-${problem.code}`}>
              <code>{query.slice(problem.start, problem.end)}</code> {queryProblemSentence(t, problem)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
