import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#core/failure';
import { exportGroupNames, exportGroups, type PaperSize, paperSizes } from '#core/formats/offers';
import type { FormatId } from '#core/formats/types';
import type { Output } from '#core/ipc/contract';
import { failureSentence } from '#core/messages/index';
import { call } from '../../bridge/bridge';
import { flush, opened } from '../../session/article-session';
import { complain, tell } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showNumber } from '../../ui/time';
import { EmbargoWarning } from './embargo-warning';
import { GateVerdict } from './gate-verdict';
import './publish.css';

/** Shows the very bytes that an export writes, then writes them. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const [format, setFormat] = useState<FormatId>('markdown');
  const [paper, setPaper] = useState<PaperSize | undefined>();
  const [rendered, setRendered] = useState<Output<'export.render'> | null>(null);
  // Counts up when the record has changed what the gate says of this copy.
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = opened.get()?.article.id;
  const asked = { id: id ?? '', format, ...(format === 'pdf' && paper && { paper }) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    if (!id) return undefined;
    let isCurrent = true;
    void flush()
      .then(() => call('export.render', asked))
      .then((result) => {
        if (!isCurrent) return;
        setRendered(result.ok ? result.value : null);
        setProblem(result.ok ? null : result);
      });
    return () => {
      isCurrent = false;
    };
  }, [id, format, paper, round]);
  const saveButton = useRef<HTMLButtonElement>(null);
  const wasRefused = useRef(false);
  useEffect(() => {
    // The form that overrode the gate is gone: what it made possible has the focus.
    if (wasRefused.current && rendered?.refused === false) saveButton.current?.focus();
    wasRefused.current = rendered?.refused ?? false;
  }, [rendered]);
  if (!id) return null;

  const save = async (): Promise<void> => {
    const saved = await call('export.save', asked);
    if (!saved.ok) {
      complain(saved);
      // The gate was open when the preview was made: show what it says now.
      if (saved.code === 'gate.refuses') setRound(round + 1);
    } else if (saved.value) {
      tell('app.export.done', { name: saved.value.name });
      onClose();
    }
  };
  return (
    <Dialog title={t('app.export.title')} closeLabel={t('app.close')} onClose={onClose} size="large">
      <div className="export">
        <div className="export-choice">
          <FormatList format={format} onChange={setFormat} />
          <div className="export-shown">
            {format === 'pdf' && <PaperChoice paper={paper} onChange={setPaper} />}
            {problem && <p className="form-problem">{failureSentence(t, problem)}</p>}
            {rendered !== null && rendered.missingPictures > 0 && (
              <p className="form-problem" role="status">
                {t('app.export.missing-pictures', { count: rendered.missingPictures })}
              </p>
            )}
            {rendered?.isBinary && <p className="export-facts">{t('app.export.words-only')}</p>}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <section className="export-preview" aria-label={t('app.export.preview')} tabIndex={0}>
              <pre>{rendered?.text}</pre>
            </section>
          </div>
        </div>
        <EmbargoWarning />
        {rendered && (
          <GateVerdict rendered={rendered} onClose={onClose} onOverridden={() => setRound(round + 1)} />
        )}
        <footer className="export-footer">
          <p className="export-facts">
            {rendered &&
              `${rendered.fileName} · ${t('app.export.size', { size: showNumber(rendered.size, language) })}`}
          </p>
          <Button
            onClick={() =>
              rendered &&
              void navigator.clipboard.writeText(rendered.text).then(() => tell('app.export.copied'))
            }
          >
            {t('app.export.copy')}
          </Button>
          <Button
            ref={saveButton}
            tone="primary"
            disabled={!rendered || rendered.refused}
            onClick={() => void save()}
          >
            {t('app.export.save')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

/** Every format, by what one wants it for; arrows go through all of them. */
function FormatList({
  format,
  onChange,
}: {
  readonly format: FormatId;
  readonly onChange: (id: FormatId) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="export-formats">
      <legend className="visually-hidden">{t('app.export.format')}</legend>
      {exportGroupNames.map((group) => (
        <div key={group} className="export-group">
          <h3>{t(`app.export.group.${group}`)}</h3>
          {exportGroups[group].map((one) => (
            <label key={one} className="export-format">
              <input type="radio" name="format" checked={one === format} onChange={() => onChange(one)} />
              <span>{t(`app.format.${one}`)}</span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

interface PaperProps {
  readonly paper: PaperSize | undefined;
  readonly onChange: (paper: PaperSize | undefined) => void;
}

function PaperChoice({ paper, onChange }: PaperProps) {
  const { t } = useTranslation();
  const sizes = [undefined, ...paperSizes] as const;
  return (
    <label className="export-paper">
      <span>{t('app.export.paper')}</span>
      <select
        value={paper ?? ''}
        onChange={({ target }) => onChange(sizes.find((size) => size === target.value))}
      >
        {sizes.map((size) => (
          <option key={size ?? ''} value={size ?? ''}>
            {t(`app.export.paper-${size ?? 'usual'}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
