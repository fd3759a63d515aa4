import { useEffect, useState } from 'react';
import type { Evidence, Locator } from '#core/claims/schema';
import { useTranslation } from '../../session/translation';
import { ChoiceField } from '../../ui/commit-field';
import { ReadField, WordsField } from './fields';
import { limits } from './limits';
import { type LocatorType, locatorTypes } from './locators';
import { readTimestamp, showTimestamp } from './timestamps';

interface Props {
  readonly evidence: Evidence;
  readonly onChange: (locator: Locator | null) => void;
}

/** Where in the source it stands: first how the place is named, then the place. */
export function LocatorField({ evidence, onChange }: Props) {
  const { t } = useTranslation();
  const { locator, source } = evidence;
  const [chosen, setChosen] = useState<LocatorType | 'none'>(locator?.type ?? 'none');
  useEffect(() => {
    if (locator) setChosen(locator.type);
  }, [locator]);
  const known = locatorTypes(source);
  const types = locator && !known.includes(locator.type) ? [...known, locator.type] : known;
  if (types.length === 0) return null;
  return (
    <>
      <ChoiceField
        label={t('evidence.locator')}
        value={chosen}
        choices={(['none', ...types] as const).map((type) => [type, t(`evidence.locator-type.${type}`)])}
        onChoose={(type) => {
          setChosen(type);
          if (type !== locator?.type && locator) onChange(null);
        }}
      />
      {chosen !== 'none' && <Place key={chosen} type={chosen} locator={locator} onChange={onChange} />}
    </>
  );
}

function Place({
  type,
  locator,
  onChange,
}: {
  readonly type: LocatorType;
  readonly locator: Locator | null;
  readonly onChange: (locator: Locator | null) => void;
}) {
  const { t } = useTranslation();
  const label = t(`evidence.place.${type}`);
  switch (type) {
    case 'quote':
      return (
        <WordsField
          label={label}
          limit={limits.exact}
          value={locator?.type === 'quote' ? locator.exact : ''}
          onChange={(exact) =>
            onChange(exact.trim() === '' ? null : { type: 'quote', exact, prefix: '', suffix: '' })
          }
        />
      );
    case 'time':
      return (
        <ReadField
          label={label}
          value={locator?.type === 'time' ? showTimestamp(locator.ms) : ''}
          read={readTimestamp}
          problem={t('evidence.no-time')}
          onChange={(ms) => onChange({ type: 'time', ms })}
        />
      );
    default:
      return (
        <ReadField
          label={label}
          value={locator ? numberIn(locator) : ''}
          read={readCount}
          problem={t('evidence.no-count')}
          onChange={(count) => onChange(type === 'page' ? { type, page: count } : { type, paragraph: count })}
        />
      );
  }
}

function numberIn(locator: Locator): string {
  if (locator.type === 'page') return String(locator.page);
  return locator.type === 'paragraph' ? String(locator.paragraph) : '';
}

/** A page or paragraph, counted from one. */
function readCount(text: string): number | null {
  const trimmed = text.trim();
  const count = /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : 0;
  return count >= 1 && count <= 1_000_000 ? count : null;
}
