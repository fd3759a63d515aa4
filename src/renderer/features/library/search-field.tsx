import { CircleHelp, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { librarySearch, searchFor } from '../../session/search-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { TagDot } from '../../ui/tag-mark';
import { useOfferMenu } from './use-offer-menu';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  /** The keyboard leaves downwards, for the list. */
  readonly onDown: () => void;
  readonly onHelp: () => void;
}

/** The query, as it is typed. Values of filters are completed; an empty field offers what was searched for before. */
export function SearchField({ field, onDown, onHelp }: Props) {
  const { t } = useTranslation();
  const { text, shelf } = useStore(librarySearch);
  const id = useId();
  const menu = useOfferMenu(field);
  const { options, chosen } = menu;
  const label = t(shelf === 'trash' ? 'library.search-trash' : 'library.search');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (menu.press(event)) event.preventDefault();
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      menu.close();
      onDown();
      event.preventDefault();
    } else if (event.key === 'Escape' && text !== '') {
      searchFor({ text: '', typing: false });
      event.preventDefault();
    }
  };
  return (
    <search className="library-search">
      <input
        ref={field}
        className="library-filter"
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-offers`}
        aria-activedescendant={options[chosen] ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        placeholder={shelf === 'trash' ? label : t('library.search-hint')}
        value={text}
        onChange={(event) => {
          searchFor({ text: event.target.value, typing: true });
          menu.open(event.target.selectionStart ?? 0);
        }}
        onFocus={() => menu.open(field.current?.selectionStart ?? 0)}
        onBlur={menu.close}
        onKeyDown={onKeyDown}
      />
      <span className="library-search-buttons">
        {text !== '' && (
          <IconButton
            icon={X}
            label={t('library.clear')}
            onClick={() => {
              searchFor({ text: '', typing: false });
              field.current?.focus();
            }}
          />
        )}
        <IconButton icon={CircleHelp} label={t('library.help')} onClick={onHelp} />
      </span>
      <div
        id={`${id}-offers`}
        className="library-offers"
        role="listbox"
        aria-label={t(menu.isRecent ? 'library.recent' : 'library.offers')}
        hidden={options.length === 0}
      >
        {menu.isRecent && options.length > 0 && (
          <div className="library-offers-title" role="presentation">
            {t('library.recent')}
          </div>
        )}
        {options.map(({ key, label: name, colour, isTag, isQuiet, run }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Return in the field does the same
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            data-quiet={isQuiet || undefined}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          >
            {isTag && <TagDot colour={colour} />}
            {name}
          </div>
        ))}
      </div>
    </search>
  );
}
