import { type DragEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { independentOrigins } from '#core/claims/evidence';
import type { Claim } from '#core/claims/schema';
import { opened } from '../../session/article-session';
import { editorPort } from '../../session/editor-port';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { takesFiles } from '../../ui/file-drop';
import { addFiles, removeSource } from './edit';
import { EvidenceCard } from './evidence-card';
import { QuickField } from './quick-field';
import { SimilarClaims } from './similar-claims';
import './evidence.css';

export interface EvidenceListProps {
  readonly claim: Claim;
  /** The words of the copy under the claim; those it was made on where it has none any more. */
  readonly anchorText: string;
}

/** The sources of a claim: what there is, a field for the next one, and what earlier claims rested on. */
export function EvidenceList({ claim, anchorText }: EvidenceListProps) {
  const { t } = useTranslation();
  const article = useSelected(opened, (current) => current?.article.id ?? null);
  const [openId, setOpenId] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isSecret, setSecret] = useState(false);
  const drop = useFileDrop(claim.id, isSecret);
  const toggle = useCallback((id: string) => setOpenId((open) => (open === id ? null : id)), []);
  const remove = useCallback(
    (id: string) => {
      removeSource(claim.id, id);
      // The button that had the focus is gone with its card.
      field.current?.focus();
    },
    [claim.id],
  );
  if (article === null) return null;
  return (
    <section
      className="evidence"
      aria-label={t('evidence.title')}
      data-over={drop.isOver || undefined}
      {...{ [takesFiles]: '' }}
      onKeyDown={backToText}
      {...drop.listeners}
    >
      <p className="evidence-heading">
        <span className="evidence-title">{t('evidence.title')}</span>
        {claim.evidence.length > 0 && (
          <span>{t('evidence.independent', { count: independentOrigins(claim.evidence) })}</span>
        )}
      </p>
      {drop.isOver && <p className="evidence-drop">{t('evidence.drop')}</p>}
      <QuickField
        claim={claim.id}
        field={field}
        isSecret={isSecret}
        onSecret={setSecret}
        onDescribe={setOpenId}
      />
      {claim.evidence.length > 0 && (
        <ul className="card-list">
          {claim.evidence.map((evidence) => (
            <EvidenceCard
              key={evidence.id}
              article={article}
              claim={claim}
              evidence={evidence}
              anchorText={anchorText}
              isOpen={openId === evidence.id}
              onToggle={toggle}
              onRemove={remove}
            />
          ))}
        </ul>
      )}
      <SimilarClaims article={article} claim={claim} />
    </section>
  );
}

/** Escape goes back to the text: in the galley, the next key walks on. */
function backToText(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  event.preventDefault();
  editorPort.get()?.focus();
}

/** Takes files that are dropped on the list. */
function useFileDrop(claim: string, isSecret: boolean) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    listeners: {
      onDragOver(event: DragEvent) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop(event: DragEvent) {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        void addFiles(claim, [...event.dataTransfer.files], isSecret);
      },
    },
  };
}
