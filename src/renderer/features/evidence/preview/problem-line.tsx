import { failureSentence } from '#core/messages/index';
import { useTranslation } from '../../../session/translation';
import type { TextProblem } from './source-text';

/** Why the words of a file are not there, and what to do. */
export function ProblemLine({ problem }: { readonly problem: TextProblem }) {
  const { t } = useTranslation();
  return (
    <p className="form-problem">
      {problem.kind === 'failure'
        ? failureSentence(t, problem.failure)
        : t(`evidence.problem.${problem.kind}`)}
    </p>
  );
}
