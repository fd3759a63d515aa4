import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { call } from '../../bridge/bridge';
import { refreshVocabulary, vocabulary } from '../../session/app-session';
import { complain } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { tagLabel } from '../../ui/tag-label';
import { completions } from './completions';

interface Props {
  readonly tags: readonly string[];
  readonly onChange: (tags: string[]) => void;
}

/** Tags of the article: type to complete from the vocabulary, Return or comma adds, Backspace removes the last. */
export function TagField({ tags, onChange }: Props) {
  const { t, language } = useTranslation();
  const known = useStore(vocabulary);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const offers = completions(known, tags, text, language);

  const add = (tagId: string): void => {
    if (!tags.includes(tagId)) onChange([...tags, tagId]);
    setText('');
    setChosen(0);
  };
  const create = async (): Promise<void> => {
    const label = text.trim().replace(/\s+/g, ' ');
    if (label === '') return;
    const created = await call('tag.create', { label, language });
    if (!created.ok) {
      complain(created);
      return;
    }
    await refreshVocabulary();
    add(created.value.id);
  };
  const accept = (): void => {
    const offer = offers[chosen];
    if (offer) add(offer.id);
    else void create();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const actions = new Map<string, () => void>([
      ['ArrowDown', () => setChosen((at) => Math.min(at + 1, offers.length - 1))],
      ['ArrowUp', () => setChosen((at) => Math.max(at - 1, 0))],
      ['Enter', accept],
      [',', () => void create()],
      ['Escape', () => setText('')],
    ]);
    if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1));
    const act = actions.get(event.key);
    if (!act || (event.key === 'Escape' && text === '')) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="form-field tag-field">
      <label htmlFor={id}>{t('app.details.tags')}</label>
      <div className="tag-box">
        <ul className="tags">
          {tags.map((tag) => (
            <li key={tag} className="tag">
              {tagLabel(known, tag, language)}
              <button
                type="button"
                aria-label={t('app.details.remove-tag', { tag: tagLabel(known, tag, language) })}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <input
          id={id}
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={offers[chosen] ? `${id}-${offers[chosen].id}` : undefined}
          autoComplete="off"
          maxLength={120}
          value={text}
          placeholder={t('app.details.add-tag')}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-offers`}
        className="offers"
        role="listbox"
        aria-label={t('app.details.tags')}
        hidden={offers.length === 0}
      >
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Return in the field does the same
          <div
            key={offer.id}
            id={`${id}-${offer.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(offer.id)}
          >
            {tagLabel(known, offer.id, language)}
          </div>
        ))}
      </div>
      {text.trim() !== '' && offers.length === 0 && (
        <p className="form-hint">{t('app.details.new-tag', { tag: text.trim() })}</p>
      )}
    </div>
  );
}
