import { type ReactNode, useState } from 'react';
import { preferences, setPreferences } from '../../session/app-session';
import { useTranslation } from '../../session/translation';
import { NameField } from '../../ui/name-field';

interface OwnName {
  /** Null where the name is known. */
  readonly field: ReactNode;
  /** Makes what was typed the person's name, before anything is said under it. */
  readonly keep: () => void;
}

/** Asks for a name where none is known: a question without one cannot be answered to anybody. */
export function useOwnName(): OwnName {
  const { t } = useTranslation();
  const [isAsked] = useState(() => preferences.get().name === '');
  const [name, setName] = useState('');
  const keep = (): void => {
    if (isAsked && name.trim() !== '') void setPreferences({ name: name.trim() });
  };
  const field = isAsked && <NameField label={t('gate.query.own-name')} value={name} onChange={setName} />;
  return { field: field || null, keep };
}
