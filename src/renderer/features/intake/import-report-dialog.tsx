import { type ReactNode, useState } from 'react';
import {
  type ImportReport,
  refusalSentence,
  reportSentences,
  reportText,
  warningGroups,
} from '#core/intake/import-report';
import { call } from '../../bridge/bridge';
import { openArticle } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { lastImport } from '../../session/import-session';
import { complain, tell } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { showNumber } from '../../ui/time';
import './import-report.css';

interface Props {
  readonly onClose: () => void;
}

/** What the last import has come to: what was refused, what was there, and what was not kept, kind by kind. */
export function ImportReportDialog({ onClose }: Props) {
  const { t } = useTranslation();
  const report = useStore(lastImport);
  const folder = report?.folder ?? null;
  const title = folder === null ? t('importing.title') : t('importing.title-folder', { folder });
  return (
    <Dialog title={title} closeLabel={t('app.close')} onClose={onClose} size="large">
      {report ? (
        <Report report={report} onClose={onClose} />
      ) : (
        <EmptyState title={t('importing.no-report')} />
      )}
    </Dialog>
  );
}

function Report({ report, onClose }: Props & { readonly report: ImportReport }) {
  const { t, language } = useTranslation();
  const { refused, known, warned, beside } = report;
  const show = (value: number): string => showNumber(value, language);
  const open = (id: string): void => {
    onClose();
    focusWhenOpen();
    void openArticle(id);
  };
  return (
    <>
      <div className="import-facts">
        <p className="import-sum">{reportSentences(t, report, show).join(' ')}</p>
        {beside > 0 && <p>{t('importing.beside', { count: beside, number: show(beside) })}</p>}
        {warned.length + refused.length === 0 && <p>{t('importing.all-kept')}</p>}
      </div>
      <div className="import-groups">
        <Group title={t('importing.refused-title')} files={refused} isOpen>
          {(one) => refusalSentence(t, one)}
        </Group>
        {warningGroups(warned).map(({ code, files }) => (
          <Group key={code} title={t(`importing.kind.${code}`)} files={files}>
            {({ name, id, what }) => (
              <>
                <FileButton name={name} onOpen={() => open(id)} /> <span>{what.join(' · ')}</span>
              </>
            )}
          </Group>
        ))}
        <Group title={t('importing.known-title')} files={known}>
          {({ name, id }) => <FileButton name={name} onOpen={() => open(id)} />}
        </Group>
      </div>
      <Actions report={report} />
    </>
  );
}

function FileButton({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="import-file" aria-label={t('importing.open', { name })} onClick={onOpen}>
      {name}
    </button>
  );
}

/** More lines of one kind than this nobody reads on a screen; the saved report has them all. */
const mostShown = 300;

interface GroupProps<T> {
  readonly title: string;
  readonly files: readonly T[];
  readonly isOpen?: boolean;
  readonly children: (file: T) => ReactNode;
}

/** One kind, folded until somebody asks: its lines are not even there before. */
function Group<T extends { readonly name: string }>({
  title,
  files,
  isOpen = false,
  children,
}: GroupProps<T>) {
  const { t, language } = useTranslation();
  const [isUnfolded, setUnfolded] = useState(isOpen);
  if (files.length === 0) return null;
  const rest = files.length - mostShown;
  const number = showNumber(files.length, language);
  return (
    <details open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        {title} <span className="import-count">{t('importing.files', { count: files.length, number })}</span>
      </summary>
      {isUnfolded && (
        <ul>
          {files.slice(0, mostShown).map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
            <li key={index}>{children(file)}</li>
          ))}
        </ul>
      )}
      {isUnfolded && rest > 0 && (
        <p>{t('importing.more', { count: rest, number: showNumber(rest, language) })}</p>
      )}
    </details>
  );
}

/** The report as a text, for whoever wants to keep or send it. */
function Actions({ report }: { readonly report: ImportReport }) {
  const { t, language } = useTranslation();
  const text = (): string => reportText(t, report, (value) => showNumber(value, language));
  const save = async (): Promise<void> => {
    const saved = await call('intake.save-report', { text: text() });
    if (!saved.ok) complain(saved);
    else if (saved.value) tell('importing.saved', { name: saved.value.name });
  };
  return (
    <div className="form-actions">
      <Button onClick={() => void navigator.clipboard.writeText(text()).then(() => tell('importing.copied'))}>
        {t('importing.copy')}
      </Button>
      <Button onClick={() => void save()}>{t('importing.save')}</Button>
    </div>
  );
}
