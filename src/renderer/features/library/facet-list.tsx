import { useState } from 'react';
import { statusLabel } from '#core/messages/statuses';
import { type FacetField, type Facets, facetFields } from '#core/search/request';
import { toggleFilter } from '#core/search/toggle-filter';
import { desk, vocabulary } from '../../session/app-session';
import { librarySearch, searchFor } from '../../session/search-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { tagById, tagLabel } from '../../ui/tag-label';
import { TagDot } from '../../ui/tag-mark';
import { showMonth, showNumber } from '../../ui/time';
import { facetFilter, type ShownValue, shownValues } from './facet-values';

/** Values of a facet that are shown before somebody asks for all. */
const shownAtFirst = 8;

/** What the hits are of. Pressing a value writes its filter into the query, or takes it out again. */
export function FacetList({ facets }: { readonly facets: Facets | null }) {
  const { t } = useTranslation();
  const { text } = useStore(librarySearch);
  const tags = useStore(vocabulary);
  const groups = facetFields
    .map((field) => ({ field, values: shownValues(text, field, facets?.[field] ?? [], tags) }))
    .filter(({ values }) => values.length > 0);
  return (
    <section id="library-facets" className="library-facets" aria-label={t('library.narrow')}>
      {groups.map(({ field, values }) => (
        <FacetGroup key={field} field={field} values={values} />
      ))}
      {groups.length === 0 && facets && <p className="form-hint">{t('library.no-facets')}</p>}
    </section>
  );
}

function FacetGroup({
  field,
  values,
}: {
  readonly field: FacetField;
  readonly values: readonly ShownValue[];
}) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const rest = values.length - shownAtFirst;
  const name = t(`library.facet.${field}`);
  return (
    <fieldset className="facet">
      <legend>{name}</legend>
      <ul>
        {(isWhole ? values : values.slice(0, shownAtFirst)).map((value) => (
          <li key={value.value}>
            <FacetButton field={field} value={value} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          className="facet-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('library.fewer') : t('library.more', { count: rest })}
        </button>
      )}
    </fieldset>
  );
}

function FacetButton({ field, value }: { readonly field: FacetField; readonly value: ShownValue }) {
  const { language } = useTranslation();
  const tags = useStore(vocabulary);
  const label = useFacetLabel(field, value.value);
  const toggle = (): void => {
    const { text } = librarySearch.get();
    searchFor({ text: toggleFilter(text, facetFilter[field], value.written), typing: false });
  };
  return (
    <button type="button" className="facet-value" aria-pressed={value.isChosen} onClick={toggle}>
      {field === 'tag' && <TagDot colour={tagById(tags, value.value)?.colour} />}
      <span className="facet-label">{label}</span>
      <span className="facet-count">{showNumber(value.count, language)}</span>
    </button>
  );
}

function useFacetLabel(field: FacetField, value: string): string {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  if (field === 'status') return statusLabel(t, language, statuses, value);
  if (field === 'tag') return tagLabel(tags, value, language);
  if (field === 'language' && (value === 'fr' || value === 'en')) return t(`app.language.${value}`);
  return field === 'month' && /^\d{4}-\d{2}$/.test(value) ? showMonth(value, language) : value;
}
