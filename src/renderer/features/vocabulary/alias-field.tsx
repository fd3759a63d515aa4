import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { longestName } from '#core/desk/values';
import { cleanName, foldName } from '#core/vocabulary/names';
import { useTranslation } from '../../session/translation';

interface Props {
  readonly aliases: readonly string[];
  readonly onChange: (aliases: string[]) => void;
}

/** Other names of a tag, as chips: Return or comma adds, Backspace in the empty field takes the last one back. */
export function AliasField({ aliases, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const id = useId();
  const add = (): void => {
    const name = cleanName(text);
    setText('');
    if (name !== '' && !aliases.some((alias) => foldName(alias) === foldName(name)))
      onChange([...aliases, name]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && text === '') onChange(aliases.slice(0, -1));
    const isAdding = event.key === ',' || (event.key === 'Enter' && text.trim() !== '');
    if (!isAdding) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('vocabulary.form.aliases')}</label>
      <div className="alias-box">
        {aliases.map((alias) => (
          <span key={alias} className="alias">
            {alias}
            <button
              type="button"
              aria-label={t('vocabulary.form.remove-alias', { name: alias })}
              onClick={() => onChange(aliases.filter((other) => other !== alias))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          type="text"
          maxLength={longestName}
          value={text}
          placeholder={t('vocabulary.form.add-alias')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </div>
    </div>
  );
}
