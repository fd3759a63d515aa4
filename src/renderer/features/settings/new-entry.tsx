import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';

interface Props {
  /** What the button says. */
  readonly title: string;
  /** In front of the fields' names in the form. */
  readonly name: string;
  /** Selects the entries of the list, whose last one is the new one. */
  readonly entries: string;
  readonly isReady?: boolean;
  readonly onAdd: (labels: { readonly fr: string; readonly en: string }) => void;
}

/** A line that adds to a list of the desk by a name in either language. */
export function NewEntry({ title, name, entries, isReady = true, onAdd }: Props) {
  const { t } = useTranslation();
  const [fr, setFr] = useState('');
  const [en, setEn] = useState('');
  const row = useRef<HTMLDivElement>(null);
  const canAdd = isReady && (fr.trim() !== '' || en.trim() !== '');
  const add = (): void => {
    if (!canAdd) return;
    onAdd({ fr, en });
    setFr('');
    setEn('');
    // What it means is the next question.
    requestAnimationFrame(() =>
      row.current?.parentElement?.querySelector<HTMLElement>(`${entries}:last-child select`)?.focus(),
    );
  };
  return (
    <div className="scale-new" ref={row}>
      {(
        [
          ['fr', fr, setFr],
          ['en', en, setEn],
        ] as const
      ).map(([of, value, set]) => (
        <label key={of} className="form-field">
          <span>{t(`gate.desk.label-${of}`)}</span>
          <input
            type="text"
            name={`${name}-${of}`}
            lang={of}
            maxLength={60}
            value={value}
            onChange={(event) => set(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
        </label>
      ))}
      <Button icon={Plus} disabled={!canAdd} onClick={add}>
        {title}
      </Button>
    </div>
  );
}
