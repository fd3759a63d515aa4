import { TriangleAlert } from 'lucide-react';
import { failure } from '#core/failure';
import type { LibraryProblem } from '#core/ipc/contract';
import { failureSentence } from '#core/messages/index';
import { useTranslation } from '../../session/translation';

/** Files in the desk that could not be read: what is wrong and what can be done. Nothing is changed or hidden. */
export function ProblemList({ problems }: { readonly problems: readonly LibraryProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <details className="library-problems">
      <summary>
        <TriangleAlert size={14} aria-hidden="true" /> {t('app.library.problems', { count: problems.length })}
      </summary>
      <ul>
        {problems.map((problem) => (
          <li key={problem.name}>
            <strong>{problem.name}</strong> {failureSentence(t, failure(problem.code, problem.params))}
          </li>
        ))}
      </ul>
    </details>
  );
}
