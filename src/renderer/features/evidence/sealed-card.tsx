import { Lock, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { SealedEvidence } from '#core/confidential/sealed';
import { confidential, openSealed } from '../../session/confidential-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';

interface Props {
  readonly article: string;
  readonly evidence: SealedEvidence;
  readonly marks: ReactNode;
  readonly onRemove: (id: string) => void;
}

/** A source that nobody has unlocked: that it is there, how it is rated, and a way in. */
export function SealedCard({ article, evidence, marks, onRemove }: Props) {
  const { t } = useTranslation();
  const { id, source } = evidence;
  const isUnlocked = useSelected(confidential, ({ state }) => state === 'unlocked');
  const title = t('confidential.sealed-source');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a seal is never given again to something else
  useEffect(() => {
    if (isUnlocked) void openSealed(article, evidence);
  }, [isUnlocked, article, source.seal]);
  return (
    <li className="card evidence-card" data-evidence={id} data-type="sealed">
      <div className="evidence-head">
        <p className="evidence-sealed">
          <Lock size={15} aria-hidden="true" />
          <span className="evidence-names">
            <span className="evidence-name">{title}</span>
            <span className="evidence-byline" role="status">
              {t(isUnlocked ? 'confidential.sealed-opening' : 'confidential.sealed-locked')}
            </span>
          </span>
        </p>
        <IconButton icon={Trash2} label={t('evidence.remove', { title })} onClick={() => onRemove(id)} />
      </div>
      {marks}
      {!isUnlocked && (
        <div className="evidence-actions">
          <Button onClick={() => void openSealed(article, evidence)}>{t('confidential.open')}</Button>
        </div>
      )}
    </li>
  );
}
