import { useEffect, useState } from 'react';
import { useTranslation } from '../../../session/translation';
import type { FilePreviewProps } from './preview-props';
import { ProblemLine } from './problem-line';
import { readSourceText, type TextReading } from './source-text';
import { TextView } from './text-view';

/** Text, a saved page or a mail: its words, and nothing of what it would do in a browser. */
export function TextFilePreview({ article, file, visit, onLocator }: FilePreviewProps) {
  const { t } = useTranslation();
  const [reading, setReading] = useState<TextReading | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is what its hash says; its record is another object at each change of the claim
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void readSourceText(article, file, { signal, onProgress: () => undefined }).then((next) => {
      if (!signal.aborted) setReading(next);
    });
    return () => controller.abort();
  }, [article, file.sha256]);
  if (!reading) return <p role="status">{t('evidence.opening')}</p>;
  if (!reading.ok) return <ProblemLine problem={reading.problem} />;
  return <TextView text={reading.value.text} visit={visit} onLocator={onLocator} />;
}
