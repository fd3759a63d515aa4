import type { Metadata } from '#core/article/schema';
import { languages, lengthUnits } from '#core/article/values';
import { statusLabel } from '#core/messages/statuses';
import { desk } from '../../session/app-session';
import { changeArticle, opened } from '../../session/article-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { TagField } from './tag-field';
import './details.css';

function change(next: Partial<Metadata>): void {
  changeArticle((article) => ({ ...article, metadata: { ...article.metadata, ...next } }));
}

/** What is known about the article beside its text: status, tags, section, date, source. */
export function DetailsPanel() {
  const { t, language: shown } = useTranslation();
  const article = useStore(opened)?.article;
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  if (!article) return null;
  const { metadata } = article;
  return (
    <div className="panel-body form details">
      <TagField tags={metadata.tags} onChange={(tags) => change({ tags })} />
      <label className="form-field">
        <span>{t('app.details.status')}</span>
        <select
          value={metadata.status}
          onChange={(event) => change({ status: event.target.value as Metadata['status'] })}
        >
          {statuses.map(({ id }) => (
            <option key={id} value={id}>
              {statusLabel(t, shown, statuses, id)}
            </option>
          ))}
        </select>
      </label>
      <label className="form-field">
        <span>{t('app.details.language')}</span>
        <select
          value={metadata.language}
          onChange={(event) => change({ language: event.target.value as Metadata['language'] })}
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`app.language.${language}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="form-field">
        <span>{t('app.details.published')}</span>
        <input
          type="date"
          value={metadata.published ?? ''}
          onChange={(event) => change({ published: event.target.value || null })}
        />
      </label>
      <TextField
        label={t('app.details.section')}
        value={metadata.section}
        onChange={(section) => change({ section })}
      />
      <TextField
        label={t('app.details.source')}
        value={metadata.source}
        onChange={(source) => change({ source })}
      />
      <TargetField target={metadata.target} onChange={(target) => change({ target })} />
      <label className="form-field">
        <span>{t('app.details.notes')}</span>
        <textarea
          rows={4}
          value={metadata.notes}
          onChange={(event) => change({ notes: event.target.value })}
        />
      </label>
      <dl className="details-facts">
        <dt>{t('app.details.slug')}</dt>
        <dd>{metadata.slug}</dd>
        {article.original && (
          <>
            <dt>{t('app.details.original')}</dt>
            <dd>{article.original.name}</dd>
            <dt>SHA-256</dt>
            <dd className="hash">{article.original.sha256}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** How long the story shall be; an empty field says that nobody minds. */
function TargetField({
  target,
  onChange,
}: {
  readonly target: Metadata['target'];
  readonly onChange: (target: Metadata['target']) => void;
}) {
  const { t } = useTranslation();
  const unit = target?.unit ?? 'words';
  return (
    <fieldset className="form-group target-field">
      <legend>{t('app.length.target')}</legend>
      <input
        type="number"
        min={1}
        max={10_000_000}
        aria-label={t('app.length.target')}
        value={target?.count ?? ''}
        onChange={(event) => {
          const count = Math.min(10_000_000, Math.floor(Number(event.target.value)));
          onChange(count > 0 ? { unit, count } : null);
        }}
      />
      <select
        aria-label={t('app.length.unit')}
        value={unit}
        onChange={(event) =>
          onChange(target && { ...target, unit: event.target.value as (typeof lengthUnits)[number] })
        }
      >
        {lengthUnits.map((one) => (
          <option key={one} value={one}>
            {t(`app.length.unit-${one}`)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ label, value, onChange }: TextFieldProps) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <input type="text" maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
