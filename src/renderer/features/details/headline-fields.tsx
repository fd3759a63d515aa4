import { type KeyboardEvent, useId, useState } from 'react';
import { bylinesOf } from '#core/article/bylines';
import { lengthLimits } from '#core/article/length';
import { isSlug, longestSlug, slugify } from '#core/article/slug';
import { fieldText } from '#core/body/fields';
import { opened } from '../../session/article-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { useDraft } from '../../session/use-draft';
import { Button } from '../../ui/button';
import { change, useMetadata } from './change';
import { TextField } from './fields';
import { LengthMeter } from './length-meter';

/** How long the headline is, its two shorter forms, who signs, and the slug. The headline itself is in the copy. */
export function HeadlineFields() {
  const { t } = useTranslation();
  const language = useMetadata('language') ?? 'fr';
  const headline = useSelected(opened, (current) =>
    current ? fieldText(current.article.body, 'headline') : '',
  );
  const byline = useSelected(opened, (current) => (current ? fieldText(current.article.body, 'byline') : ''));
  const seoHeadline = useMetadata('seoHeadline') ?? '';
  const shortHeadline = useMetadata('shortHeadline') ?? '';
  const names = bylinesOf(byline, language);
  return (
    <>
      <div className="form-field headline-read">
        <span>{t('metadata.headline')}</span>
        <LengthMeter field={t('metadata.headline')} text={headline} limit={lengthLimits.headline} />
      </div>
      {(
        [
          ['seoHeadline', t('metadata.seo-headline'), seoHeadline],
          ['shortHeadline', t('metadata.short-headline'), shortHeadline],
        ] as const
      ).map(([key, label, value]) => (
        <TextField
          key={key}
          label={label}
          lang={language}
          value={value}
          placeholder={headline}
          onChange={(text) => change({ [key]: text })}
        >
          {(typed) => <LengthMeter field={label} text={typed} instead={headline} limit={lengthLimits[key]} />}
        </TextField>
      ))}
      <SlugField headline={headline} />
      {names.length > 0 && (
        <p className="details-signed">
          <span>{t('metadata.bylines')}</span> {names.join(' · ')}
        </p>
      )}
    </>
  );
}

/** What is typed becomes a slug; what it becomes is said while it is typed, and shown when the field is left. */
function SlugField({ headline }: { readonly headline: string }) {
  const { t } = useTranslation();
  const slug = useMetadata('slug') ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const draft = useDraft(slug, (text) => {
    const next = asSlug(text);
    if (next !== '') change({ slug: next });
  });
  const id = useId();
  const shown = typed ?? draft.value;
  const becomes = asSlug(shown);
  const leave = (): void => {
    draft.commit();
    setTyped(null);
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('app.details.slug')}</label>
      <div className="slug-row">
        <input
          id={id}
          type="text"
          className="slug-input"
          spellCheck={false}
          autoComplete="off"
          maxLength={longestSlug}
          value={shown}
          aria-describedby={`${id}-said`}
          aria-invalid={becomes === ''}
          onChange={(event) => {
            setTyped(event.target.value);
            draft.change(event.target.value);
          }}
          onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && leave()}
          onBlur={leave}
        />
        <Button
          disabled={headline.trim() === '' || slugify(headline) === slug}
          onClick={() => change({ slug: slugify(headline) })}
        >
          {t('metadata.slug.from-headline')}
        </Button>
      </div>
      <p id={`${id}-said`} className="form-hint field-said" role="status">
        {becomes === ''
          ? t('metadata.slug.empty')
          : becomes !== shown
            ? t('metadata.slug.becomes', { slug: becomes })
            : t('metadata.slug.hint')}
      </p>
    </div>
  );
}

/** Empty when nothing of it can stand in a slug. */
function asSlug(text: string): string {
  return isSlug(text) ? text : slugify(text, '');
}
