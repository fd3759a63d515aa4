import { type KeyboardEvent, useId, useState } from 'react';
import type { Tag } from '#core/desk/schema';
import { completeTags } from '#core/vocabulary/complete';
import { tagLabel } from '#core/vocabulary/lookup';
import { mayBeParent } from '#core/vocabulary/tree';
import { useTranslation } from '../../session/translation';
import { TagMark } from '../../ui/tag-mark';

interface Props {
  readonly tags: readonly Tag[];
  /** The tag that shall stand below; null: a new one. */
  readonly tag: Tag | null;
  readonly parent: string | null;
  readonly onChange: (parent: string | null) => void;
}

/** The wider tag: type to complete, empty it for none. Tags below this one are not offered. */
export function ParentField({ tags, tag, parent, onChange }: Props) {
  const { t, language } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const offers =
    typed === null
      ? []
      : completeTags(tags, typed, { language, limit: 20 })
          .filter((one) => tag === null || mayBeParent(tags, tag, one.tag))
          .slice(0, 6);
  const choose = (next: string | null): void => {
    onChange(next);
    setTyped(null);
    setChosen(0);
  };
  const leave = (): void => {
    if (typed?.trim() === '') onChange(null);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const offer = offers[chosen];
    const actions = new Map<string, () => void>([
      ['ArrowDown', () => setChosen((at) => Math.min(at + 1, offers.length - 1))],
      ['ArrowUp', () => setChosen((at) => Math.max(at - 1, 0))],
      ['Enter', () => offer && choose(offer.tag.id)],
      ['Escape', () => setTyped(null)],
    ]);
    const act = actions.get(event.key);
    if (!act || offers.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('vocabulary.form.parent')}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-offers`}
        aria-activedescendant={offers[chosen] ? `${id}-${offers[chosen].tag.id}` : undefined}
        placeholder={t('vocabulary.form.no-parent')}
        value={typed ?? (parent === null ? '' : tagLabel(tags, parent, language))}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <div
        id={`${id}-offers`}
        className="parent-offers"
        role="listbox"
        aria-label={t('vocabulary.form.parent')}
        hidden={offers.length === 0}
      >
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Return in the field does the same
          <div
            key={offer.tag.id}
            id={`${id}-${offer.tag.id}`}
            className="parent-offer"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(offer.tag.id)}
          >
            <TagMark type={offer.tag.type} colour={offer.tag.colour} />
            {tagLabel(tags, offer.tag.id, language)}
          </div>
        ))}
      </div>
    </div>
  );
}
