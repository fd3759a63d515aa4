import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Tag } from '#core/desk/schema';
import { fold } from '#core/language/words';
import { call } from '../../bridge/bridge';
import { refreshVocabulary, vocabulary } from '../../session/app-session';
import { complain } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { tagLabel } from '../../ui/tag-label';
import type { FormProps } from './batch-dialog';

type Props = FormProps & { readonly type: 'add-tags' | 'remove-tags' };

/** Tags to put on articles, or to take off them: gathered one by one, applied together. */
export function TagsForm({ type, onClose, onChange }: Props) {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const isAdding = type === 'add-tags';

  /** The tags with the one in the field; null when that one is unknown and cannot be made. */
  const gather = async (): Promise<readonly string[] | null> => {
    const label = text.trim();
    if (label === '') return chosen;
    const id = tagNamed(tags, label)?.id ?? (isAdding ? await createTag(label, language) : null);
    if (id === null) {
      setProblem(t('views.tag-unknown', { label }));
      return null;
    }
    const next = [...new Set([...chosen, id])];
    setChosen(next);
    setText('');
    return next;
  };
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isTyping = text.trim() !== '';
    const next = await gather();
    // The first Return takes the tag, the next one applies: so several can be typed one after the other.
    if (next && next.length > 0 && !isTyping)
      onChange({ type, tags: [...next] }, { key: `views.done.${type}` });
  };
  return (
    <form className="form" onSubmit={(event) => void onSubmit(event)}>
      <label className="form-field">
        <span>{t('views.tag')}</span>
        <input
          type="text"
          maxLength={120}
          list="batch-tags"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem('');
          }}
        />
      </label>
      <datalist id="batch-tags">
        {tags
          .filter(({ retired }) => !(isAdding && retired))
          .slice(0, 2_000)
          .map(({ id }) => (
            <option key={id} value={tagLabel(tags, id, language)} />
          ))}
      </datalist>
      {chosen.length > 0 && (
        <ul className="batch-tags">
          {chosen.map((id) => {
            const label = tagLabel(tags, id, language);
            return (
              <li key={id}>
                {label}
                <IconButton
                  icon={X}
                  label={t('views.tag-leave-out', { label })}
                  onClick={() => setChosen(chosen.filter((one) => one !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <p className={problem ? 'form-problem' : 'form-hint'} role="status">
        {problem || t(isAdding ? 'views.tag-hint' : 'views.tag-known-hint')}
      </p>
      <div className="form-actions">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          tone="primary"
          disabled={chosen.length === 0 && text.trim() === ''}
          onClick={() =>
            void gather().then(
              (next) =>
                next && next.length > 0 && onChange({ type, tags: [...next] }, { key: `views.done.${type}` }),
            )
          }
        >
          {t('views.apply')}
        </Button>
      </div>
    </form>
  );
}

function tagNamed(tags: readonly Tag[], label: string): Tag | undefined {
  const wanted = fold(label);
  return tags.find(({ id, labels, aliases }) =>
    [id, labels.fr ?? '', labels.en ?? '', ...aliases].some((name) => fold(name) === wanted),
  );
}

async function createTag(label: string, language: 'fr' | 'en'): Promise<string | null> {
  const created = await call('tag.create', { label, language });
  if (!created.ok) {
    complain(created);
    return null;
  }
  await refreshVocabulary();
  return created.value.id;
}
