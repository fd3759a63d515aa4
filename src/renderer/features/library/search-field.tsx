import { CircleHelp, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { librarySearch, searchFor } from '../../session/search-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { TagDot } from '../../ui/tag-dot';
import { accept, completionAt, type Offer, offersFor } from './completion';
import { forgetRecent, useRecent } from './recent';
import { useKnownValues } from './use-known-values';

/** Recent searches that are offered at once. */
const recentShown = 8;

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
  const menu = useMenu(field);
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

interface Option {
  readonly key: string;
  readonly label: string;
  readonly colour?: Offer['colour'];
  readonly isTag?: boolean;
  readonly isQuiet?: boolean;
  readonly run: () => void;
}

interface Menu {
  readonly options: readonly Option[];
  /** Place of the option that Return takes; -1: none. */
  readonly chosen: number;
  readonly isRecent: boolean;
  readonly open: (caret: number) => void;
  readonly close: () => void;
  /** True: the key was for the menu. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** What is offered under the field: values that complete the one at the caret, or recent searches. */
function useMenu(field: RefObject<HTMLInputElement | null>): Menu {
  /** Where the caret was when the menu was opened; null: it is closed. */
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const options = useOptions(caret, (next) => {
    setCaret(null);
    if (next === null) return;
    searchFor({ text: next.text, typing: false });
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  });
  const isRecent = options[0]?.key.startsWith('recent') ?? false;
  const close = (): void => setCaret(null);
  const press = (event: KeyboardEvent): boolean => {
    const { key, altKey, shiftKey } = event;
    if (key === 'ArrowDown' && altKey) setCaret(field.current?.selectionStart ?? 0);
    else if (options.length === 0) return false;
    else if (key === 'ArrowDown' && isRecent && chosen === options.length - 1) return false;
    else if (key === 'ArrowDown') setChosen(Math.min(chosen + 1, options.length - 1));
    else if (key === 'ArrowUp') setChosen(Math.max(chosen - 1, isRecent ? -1 : 0));
    else if (key === 'Escape') close();
    else if (key === 'Enter' || (key === 'Tab' && !shiftKey && !isRecent)) return take(options[chosen]);
    else return false;
    return true;
  };
  const open = (at: number): void => {
    setCaret(at);
    setChosen(librarySearch.get().text === '' ? -1 : 0);
  };
  return { options, chosen, isRecent, open, close, press };
}

function take(option: Option | undefined): boolean {
  option?.run();
  return option !== undefined;
}

type Accepted = { readonly text: string; readonly caret: number };

function useOptions(caret: number | null, onTake: (next: Accepted | null) => void): readonly Option[] {
  const { t, language } = useTranslation();
  const { text, like } = useStore(librarySearch);
  const recent = useRecent();
  const completion = caret === null ? null : completionAt(text, caret);
  const known = useKnownValues(completion?.field ?? null);
  if (completion)
    return offersFor(completion, known, language).map((offer) => ({
      key: offer.value,
      label: offer.label,
      colour: offer.colour,
      isTag: completion.field === 'tag',
      run: () => onTake(accept(text, completion, offer)),
    }));
  if (caret === null || text !== '' || like !== null || recent.length === 0) return [];
  const forget = (): void => {
    forgetRecent();
    onTake(null);
  };
  return [
    ...recent.slice(0, recentShown).map((query) => ({
      key: `recent ${query}`,
      label: query,
      run: () => onTake({ text: query, caret: query.length }),
    })),
    { key: 'forget', label: t('library.recent-clear'), isQuiet: true, run: forget },
  ];
}
