import { type ReactNode, useId } from 'react';
import { showList } from '../../session/show-list';
import { useTranslation } from '../../session/translation';
import { showNumber } from '../../ui/time';

interface Props {
  /** Its place on the page: `overview-<name>` in overview.css. */
  readonly name: string;
  readonly title: string;
  /** How many, beside the title. */
  readonly figure?: number | undefined;
  /** The list that the figure opens. */
  readonly query?: string | undefined;
  readonly tone?: 'late' | 'open' | undefined;
  readonly children: ReactNode;
}

/** One block of the page: a heading whose figure opens its list, and what is to be seen. */
export function Block({ name, title, figure, query, tone, children }: Props) {
  const id = useId();
  return (
    <section className={`overview-block overview-${name}`} aria-labelledby={id}>
      <h2 id={id} className="overview-heading" data-tone={(figure ?? 0) > 0 ? tone : undefined}>
        {figure !== undefined && figure > 0 && <Figure value={figure} query={query} label={title} />}
        <span>{title}</span>
      </h2>
      {children}
    </section>
  );
}

interface FigureProps {
  readonly value: number;
  /** What the figure counts: said with it. */
  readonly label: string;
  readonly query?: string | undefined;
}

/** A big number that opens the list of what it counts. */
export function Figure({ value, query, label }: FigureProps) {
  const { t, language } = useTranslation();
  const number = showNumber(value, language);
  if (query === undefined) return <span className="overview-figure">{number}</span>;
  return (
    <button
      type="button"
      className="overview-figure overview-link"
      aria-label={`${label}${language === 'fr' ? '\u00a0' : ''}: ${number}`}
      title={t('overview.opens')}
      onClick={() => showList(query)}
    >
      {number}
    </button>
  );
}

/** Words that open a list. */
export function ListLink({ query, children }: { readonly query: string; readonly children: ReactNode }) {
  return (
    <button type="button" className="overview-link" onClick={() => showList(query)}>
      {children}
    </button>
  );
}
