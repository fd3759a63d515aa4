import type { Language } from '#core/article/values';
import { type BlockDifference, countDifference } from '#core/body/difference';
import type { Translate } from '#core/messages/index';
import './difference.css';

interface Props {
  readonly t: Translate;
  readonly differences: readonly BlockDifference[];
  /** The language of the text. */
  readonly language: Language;
}

/** What lies between two versions of a text, word by word; what is the same in both is left out. */
export function Difference({ t, differences, language }: Props) {
  const { added, removed } = countDifference(differences);
  const changed = differences.filter(({ kind }) => kind !== 'same');
  return (
    <>
      <p className="difference-count">
        {changed.length === 0 ? t('app.history.same') : t('app.history.difference', { added, removed })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard */}
      <div className="difference" tabIndex={0} lang={language}>
        {changed.map((difference, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is computed anew as a whole
          <Change key={index} t={t} difference={difference} />
        ))}
      </div>
    </>
  );
}

function Change({ t, difference }: { readonly t: Translate; readonly difference: BlockDifference }) {
  return (
    <p className="difference-block" data-kind={difference.kind}>
      <span className="difference-kind">{t(`app.history.kind-${difference.kind}`)}</span>
      {difference.pieces.map(({ kind, text }, index) => {
        const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are computed anew as a whole
        return <Tag key={index}>{text}</Tag>;
      })}
    </p>
  );
}
