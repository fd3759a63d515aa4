import { TriangleAlert } from 'lucide-react';
import { failure } from '#core/failure';
import type { LibraryProblem } from '#core/ipc/contract';
import { failureSentence } from '#core/messages/index';
import { openArticle } from '../../session/article-session';
import { recoverArticle } from '../../session/library-session';
import { useTranslation } from '../../session/translation';
import { showNumber } from '../../ui/time';

/** More are counted, not listed: nobody mends thousands of folders one by one. */
const mostShown = 200;

/**
 * What of the desk could not be read, by what is wrong with it and what can be done. Nothing is hidden.
 */
export function ProblemList({ problems }: { readonly problems: readonly LibraryProblem[] }) {
  const { t, language } = useTranslation();
  if (problems.length === 0) return null;
  const rest = problems.length - mostShown;
  const counted = (count: number) => ({ count, number: showNumber(count, language) });
  const groups = new Map<string, LibraryProblem[]>();
  for (const problem of problems.slice(0, mostShown)) {
    const sentence = failureSentence(t, failure(problem.code, problem.params));
    groups.set(sentence, [...(groups.get(sentence) ?? []), problem]);
  }
  return (
    <details className="library-problems">
      <summary>
        <TriangleAlert size={14} aria-hidden="true" /> {t('library.problems', counted(problems.length))}
      </summary>
      <p className="form-hint">{t('library.problems-hint')}</p>
      {[...groups].map(([sentence, folders]) => (
        <section key={sentence}>
          <p>{sentence}</p>
          <ul>
            {folders.map(({ name, recoverable }) => (
              <li key={name}>
                {name} {recoverable !== undefined && <Recover id={recoverable} name={name} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 && <p className="form-hint">{t('library.problems-rest', counted(rest))}</p>}
    </details>
  );
}

function Recover({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation();
  const recover = async (): Promise<void> => {
    if (await recoverArticle(id)) await openArticle(id);
  };
  return (
    <button
      type="button"
      className="button"
      aria-label={t('library.recover-named', { name })}
      onClick={() => void recover()}
    >
      {t('library.recover')}
    </button>
  );
}
