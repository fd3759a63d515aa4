import { useEffect, useState } from 'react';
import { useTranslation } from '../../../session/translation';
import { PdfPages } from './pdf-pages';
import type { FilePreviewProps } from './preview-props';
import { ProblemLine } from './problem-line';
import { openPdfFile, type PdfFileOpening } from './source-text';

/** A PDF, page by page. */
export function PdfPreview({ article, file, visit, onLocator }: FilePreviewProps) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState<PdfFileOpening | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is what its hash says; its record is another object at each change of the claim
  useEffect(() => {
    let isGone = false;
    let opened: PdfFileOpening | null = null;
    void openPdfFile(article, file).then((next) => {
      opened = next;
      if (!isGone) setOpening(next);
      else if (next.ok) next.pdf.close();
    });
    return () => {
      isGone = true;
      if (opened?.ok) opened.pdf.close();
    };
  }, [article, file.sha256]);
  if (!opening) return <p role="status">{t('evidence.opening')}</p>;
  if (!opening.ok) return <ProblemLine problem={opening.problem} />;
  return <PdfPages article={article} file={file} pdf={opening.pdf} visit={visit} onLocator={onLocator} />;
}
