import { type GalleyItem, wordsOf } from '#core/galley/items';
import { standOn } from '../../session/galley-session';
import { useTranslation } from '../../session/translation';
import { StatusIcon } from './status-icon';

/** One item of the list: its shape, its words, its kind. */
export function ItemRow({ item, isActive }: { readonly item: GalleyItem; readonly isActive: boolean }) {
  const { t } = useTranslation();
  const status = item.type === 'claim' ? item.view.state.status : 'suggested';
  const kind = item.type === 'claim' ? item.view.claim.kind : item.suggestion.kind;
  return (
    <button
      type="button"
      className="item-row"
      data-status={status}
      data-claim={item.type === 'claim' ? item.view.claim.id : undefined}
      aria-current={isActive || undefined}
      title={t(`galley.status.${status}`)}
      onClick={() => standOn(item)}
    >
      <StatusIcon status={status} />
      <span className="visually-hidden">{t(`galley.status.${status}`)}</span>
      <span className="item-words">{wordsOf(item)}</span>
      <span className="item-kind">{t(`checking.kind.${kind}`)}</span>
    </button>
  );
}
