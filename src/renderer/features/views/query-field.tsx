import { Search } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { askDesk, focusView } from '../../session/desk-view';
import { useTranslation } from '../../session/translation';

interface Props {
  readonly query: string;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The search that every view shares. Return and ↓ lead into the view; Escape empties the field. */
export function QueryField({ query, field }: Props) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') focusView();
    else if (event.key === 'Escape' && query !== '') askDesk('');
    else return;
    event.preventDefault();
  };
  return (
    <div className="views-query">
      <Search size={14} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        value={query}
        maxLength={4_000}
        spellCheck={false}
        placeholder={t('views.query-hint')}
        aria-label={t('views.query')}
        onChange={(event) => askDesk(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
