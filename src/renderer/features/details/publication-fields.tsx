import { useState } from 'react';
import { languages } from '#core/article/values';
import { statusLabel } from '#core/messages/statuses';
import { call } from '../../bridge/bridge';
import { desk } from '../../session/app-session';
import { today } from '../../session/library-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { ChoiceField } from '../../ui/commit-field';
import { change, useMetadata } from './change';
import { EmbargoField } from './embargo-field';
import { DayField, TextField } from './fields';

/** Where the article is on its way, and when it may and must be out. */
export function PublicationFields() {
  const { t, language: shown } = useTranslation();
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  const status = useMetadata('status') ?? '';
  const language = useMetadata('language') ?? 'fr';
  // One that the desk no longer has is still the article's, until somebody gives it another.
  const ids = [...new Set([...statuses.map(({ id }) => id), status])];
  return (
    <>
      <div className="details-pair">
        <ChoiceField
          label={t('app.details.status')}
          value={status}
          onChoose={(next) => change({ status: next })}
          choices={ids.map((id) => [id, statusLabel(t, shown, statuses, id)])}
        />
        <ChoiceField
          label={t('app.details.language')}
          value={language}
          onChoose={(next) => change({ language: next })}
          choices={languages.map((one) => [one, t(`app.language.${one}`)])}
        />
      </div>
      <SectionField />
      <div className="details-pair">
        <DayField
          label={t('app.details.published')}
          value={useMetadata('published') ?? null}
          onChange={(published) => change({ published })}
        />
        <DayField
          label={t('metadata.due')}
          value={useMetadata('due') ?? null}
          onChange={(due) => change({ due })}
        />
      </div>
      <EmbargoField />
    </>
  );
}

/** Sections that the desk uses are offered; they are looked up when somebody comes to the field. */
function SectionField() {
  const { t } = useTranslation();
  const [sections, setSections] = useState<readonly string[]>([]);
  const look = async (): Promise<void> => {
    const found = await call('library.search', {
      query: '',
      typing: false,
      sort: null,
      offset: 0,
      limit: 0,
      facets: true,
      shelf: 'articles',
      today: today(),
    });
    // Without an index there is nothing to offer, and the field works all the same.
    if (found.ok) setSections(found.value.facets?.section.map(({ value }) => value).filter(Boolean) ?? []);
  };
  return (
    <TextField
      label={t('app.details.section')}
      value={useMetadata('section') ?? ''}
      offers={sections}
      onFocus={() => void look()}
      onChange={(section) => change({ section })}
    />
  );
}
