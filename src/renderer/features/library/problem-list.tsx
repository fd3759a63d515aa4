import { TriangleAlert } from 'lucide-react';
import { failure } from '#core/failure';
import type { LibraryProblem } from '#core/ipc/contract';
import { failureSentence } from '#core/messages/index';
import { useTranslation } from '../../session/translation';
import { showNumber } from '../../ui/time';

/** More are counted, not listed: nobody mends thousands of folders one by one. */
const mostShown = 200;

/**
 * Folders of the desk that could not be read, by what is wrong with them and what can be done. Nothing is changed or
 * hidden.
 */
export function ProblemList({ problems }: { readonly problems: readonly LibraryProblem[] }) {
  const { t, language } = useTranslation();
  if (problems.length === 0) return null;
  const rest = problems.length - mostShown;
  const counted = (count: number) => ({ count, number: showNumber(count, language) });
  const groups = new Map<string, string[]>();
  for (const { name, code, params } of problems.slice(0, mostShown)) {
    const sentence = failureSentence(t, failure(code, params));
    groups.set(sentence, [...(groups.get(sentence) ?? []), name]);
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
            {folders.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 && <p className="form-hint">{t('library.problems-rest', counted(rest))}</p>}
    </details>
  );
}
