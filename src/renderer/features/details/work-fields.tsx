import type { Metadata } from '#core/article/schema';
import { lengthUnits } from '#core/article/values';
import { opened } from '../../session/article-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { useDraft } from '../../session/use-draft';
import { change, useMetadata } from './change';
import { TextField } from './fields';

/** Where the copy came from, and what may be done with it. */
export function OriginFields() {
  const { t } = useTranslation();
  const fields = [
    ['dateline', t('metadata.dateline'), useMetadata('dateline')],
    ['source', t('app.details.source'), useMetadata('source')],
    ['rights', t('metadata.rights'), useMetadata('rights')],
  ] as const;
  return fields.map(([key, label, value]) => (
    <TextField key={key} label={label} value={value ?? ''} onChange={(text) => change({ [key]: text })} />
  ));
}

/** How long the story shall be, and what the desk notes about it. */
export function WorkFields() {
  const { t } = useTranslation();
  return (
    <>
      <TargetField target={useMetadata('target') ?? null} />
      <TextField
        label={t('app.details.notes')}
        rows={4}
        limit={20_000}
        value={useMetadata('notes') ?? ''}
        onChange={(notes) => change({ notes })}
      />
    </>
  );
}

/** An empty field says that nobody minds. */
function TargetField({ target }: { readonly target: Metadata['target'] }) {
  const { t } = useTranslation();
  const unit = target?.unit ?? 'words';
  const draft = useDraft(target ? String(target.count) : '', (text) => {
    const count = Math.min(10_000_000, Math.floor(Number(text)));
    change({ target: count > 0 ? { unit, count } : null });
  });
  return (
    <fieldset className="form-group target-field">
      <legend>{t('app.length.target')}</legend>
      <input
        type="number"
        min={1}
        max={10_000_000}
        aria-label={t('app.length.target')}
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
      <select
        aria-label={t('app.length.unit')}
        value={unit}
        onChange={(event) => {
          const chosen = lengthUnits.find((one) => one === event.target.value);
          if (target && chosen) change({ target: { ...target, unit: chosen } });
        }}
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

/** What was imported. */
export function OriginalFacts() {
  const { t } = useTranslation();
  const original = useSelected(opened, (current) => current?.article.original);
  if (!original) return null;
  return (
    <dl className="details-facts">
      <dt>{t('app.details.original')}</dt>
      <dd>{original.name}</dd>
      <dt>SHA-256</dt>
      <dd className="hash">{original.sha256}</dd>
    </dl>
  );
}
