import { type KeyboardEvent, type RefObject, useState } from 'react';
import { librarySearch, searchFor } from '../../session/search-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { accept, completionAt, type Offer, offersFor } from './completion';
import { forgetRecent, useRecent } from './recent';
import { useKnownValues } from './use-known-values';

/** Recent searches that are offered at once. */
const recentShown = 8;

interface Option {
  readonly key: string;
  readonly label: string;
  readonly colour?: Offer['colour'];
  readonly isTag?: boolean;
  readonly isQuiet?: boolean;
  readonly run: () => void;
}

export interface OfferMenu {
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
export function useOfferMenu(field: RefObject<HTMLInputElement | null>): OfferMenu {
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
  const dismiss = (): boolean => {
    close();
    return true;
  };
  const step = (by: number): boolean => {
    const next = chosen + by;
    // Behind the last recent search comes the list itself.
    if (next === options.length) return !isRecent;
    if (next >= (isRecent ? -1 : 0)) setChosen(next);
    return true;
  };
  const press = ({ key, altKey, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'ArrowDown' && altKey) setCaret(field.current?.selectionStart ?? 0);
    if (options.length === 0) return altKey && key === 'ArrowDown';
    const keys = new Map<string, () => boolean>([
      ['ArrowDown', () => step(1)],
      ['ArrowUp', () => step(-1)],
      ['Enter', () => take(options[chosen])],
      ['Tab', () => !isRecent && !shiftKey && take(options[chosen])],
      ['Escape', dismiss],
    ]);
    return keys.get(key)?.() ?? false;
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
