import { FileUp, UserPlus } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { localDay, personSource } from '#core/claims/source-from-text';
import { failure } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import { confidential } from '../../session/confidential-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { addFiles, addSource, chooseFile } from './edit';
import { readQuickSource } from './quick-source';

interface Props {
  readonly claim: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Files are encrypted from their first byte on the disk. */
  readonly isSecret: boolean;
  readonly onSecret: (isSecret: boolean) => void;
  /** A source wants to be described at once. */
  readonly onDescribe: (id: string) => void;
}

/** One field for every kind of source: Return adds what it says; a file on the clipboard is attached. */
export function QuickField({ claim, field, isSecret, onSecret, onDescribe }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isTooLong, setTooLong] = useState(false);
  const hint = useId();
  const add = (): void => {
    const read = readQuickSource(text, localDay(new Date()));
    setTooLong(!read.ok && read.problem === 'too-long');
    if (!read.ok) return;
    const id = addSource(claim, read.source);
    if (id === null) return;
    setText('');
    if (read.source.type === 'person') onDescribe(id);
  };
  const addPerson = (): void => {
    const id = addSource(claim, personSource('', localDay(new Date())));
    if (id !== null) onDescribe(id);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void addFiles(claim, files, isSecret);
  };
  return (
    <div className="evidence-quick">
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={t('evidence.quick')}
        aria-describedby={hint}
        placeholder={t('evidence.quick-hint')}
        onChange={(event) => {
          setText(event.target.value);
          setTooLong(false);
        }}
        onKeyDown={onKey}
        onPaste={onPaste}
      />
      <p id={hint} className={isTooLong ? 'form-problem' : 'visually-hidden'} role="status">
        {isTooLong ? t('evidence.too-long') : t('evidence.quick-help')}
      </p>
      <div className="evidence-ways">
        <Button disabled={text.trim() === ''} onClick={add}>
          {t('evidence.add')}
        </Button>
        <Button icon={FileUp} onClick={() => void chooseFile(claim, isSecret)}>
          {t('evidence.file')}
        </Button>
        <Button icon={UserPlus} onClick={addPerson}>
          {t('evidence.person')}
        </Button>
      </div>
      <SecretChoice isSecret={isSecret} onSecret={onSecret} />
    </div>
  );
}

/** What stands in the way of encrypting is said at once; main refuses whoever attaches all the same. */
const hindrances = {
  none: 'confidential.not-set-up',
  locked: 'confidential.locked',
  damaged: 'confidential.damaged',
  unlocked: null,
} as const;

function SecretChoice({ isSecret, onSecret }: Pick<Props, 'isSecret' | 'onSecret'>) {
  const { t } = useTranslation();
  const hint = useId();
  const hindrance = useSelected(confidential, ({ state }) => hindrances[state]);
  const isHindered = isSecret && hindrance !== null;
  return (
    <>
      <label className="form-check">
        <input
          type="checkbox"
          name="attach-confidential"
          checked={isSecret}
          aria-describedby={hint}
          onChange={(event) => onSecret(event.target.checked)}
        />
        <span>{t('evidence.attach-confidential')}</span>
      </label>
      <p id={hint} className={isHindered ? 'form-problem' : 'visually-hidden'} role="status">
        {isHindered && failureSentence(t, failure(hindrance))}
      </p>
    </>
  );
}
