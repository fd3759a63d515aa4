import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Tag } from '#core/desk/schema';
import { type Completion, completeTags } from '#core/vocabulary/complete';
import type { TagSuggestion } from '#core/vocabulary/suggest-tags';
import { call } from '../../bridge/bridge';
import { refreshVocabulary, vocabulary } from '../../session/app-session';
import { complain } from '../../session/notices';
import { useStore } from '../../session/store';
import { acceptSuggestion, tagSuggestions } from '../../session/tag-suggestions';
import { useTranslation } from '../../session/translation';
import { tagById, tagLabel } from '../../ui/tag-label';
import { TagMark } from '../../ui/tag-mark';
import { useTagSuggestions } from './use-tag-suggestions';
import './tag-field.css';

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
  const offers = completeTags(known, text, { language, without: tags });
  useTagSuggestions();

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
    if (offer) add(offer.tag.id);
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
            <TagChip
              key={tag}
              tag={tagById(known, tag)}
              label={tagLabel(known, tag, language)}
              onRemove={() => onChange(tags.filter((other) => other !== tag))}
            />
          ))}
        </ul>
        <input
          id={id}
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={offers[chosen] ? `${id}-${offers[chosen].tag.id}` : undefined}
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
            key={offer.tag.id}
            id={`${id}-${offer.tag.id}`}
            className="tag-offer"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(offer.tag.id)}
          >
            <Offer {...offer} label={tagLabel(known, offer.tag.id, language)} />
          </div>
        ))}
      </div>
      {text.trim() !== '' && offers.length === 0 && (
        <p className="form-hint">{t('app.details.new-tag', { tag: text.trim() })}</p>
      )}
      <Suggestions tags={tags} />
    </div>
  );
}

interface ChipProps {
  /** Undefined: the vocabulary does not know it. */
  readonly tag: Tag | undefined;
  readonly label: string;
  readonly onRemove: () => void;
}

function TagChip({ tag, label, onRemove }: ChipProps) {
  const { t } = useTranslation();
  return (
    <li className="tag tag-coloured" data-colour={tag?.colour ?? undefined}>
      {tag && tag.type !== 'topic' && (
        <TagMark type={tag.type} colour={tag.colour} name={t(`vocabulary.type.${tag.type}`)} />
      )}
      {label}
      <button type="button" aria-label={t('app.details.remove-tag', { tag: label })} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}

function Offer({ tag, alias, label }: Completion & { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <>
      <TagMark type={tag.type} colour={tag.colour} name={t(`vocabulary.type.${tag.type}`)} />
      <span>{label}</span>
      {alias && <span className="tag-offer-note">{t('vocabulary.field.offer-alias', { alias })}</span>}
    </>
  );
}

/** What the text suggests: a chip for each, Tab reaches it and Return accepts it. */
function Suggestions({ tags }: { readonly tags: readonly string[] }) {
  const { t, language } = useTranslation();
  const known = useStore(vocabulary);
  const found = (useStore(tagSuggestions) ?? []).filter(
    (one) => one.type !== 'tag' || !tags.includes(one.id),
  );
  if (found.length === 0) return null;
  const nameOf = (one: TagSuggestion): string =>
    one.type === 'tag' ? tagLabel(known, one.id, language) : one.name;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a box
    <div className="tag-suggestions" role="group" aria-label={t('vocabulary.field.suggestions')}>
      <span className="tag-suggestions-title">{t('vocabulary.field.suggestions')}</span>
      {found.map((one) => {
        const tag = one.type === 'tag' ? tagById(known, one.id) : undefined;
        const type = one.type === 'tag' ? (tag?.type ?? 'topic') : one.kind;
        const said = t(
          one.type === 'tag' ? 'vocabulary.field.suggest-tag' : 'vocabulary.field.suggest-name',
          {
            name: nameOf(one),
            count: one.count,
            type: t(`vocabulary.type.${type}`),
          },
        );
        return (
          <button
            key={one.type === 'tag' ? `tag ${one.id}` : `name ${one.name}`}
            type="button"
            className="tag-suggestion"
            data-new={one.type === 'name' || undefined}
            data-colour={tag?.colour ?? undefined}
            aria-label={said}
            title={said}
            onClick={() => void acceptSuggestion(one)}
          >
            {one.type === 'name' ? (
              <Plus size={12} aria-hidden="true" />
            ) : (
              <TagMark type={type} colour={tag?.colour ?? null} />
            )}
            {nameOf(one)}
          </button>
        );
      })}
    </div>
  );
}
