import { type ComponentType, lazy, Suspense } from 'react';
import { type EvidenceView, evidenceView } from '#core/claims/evidence-files';
import type { Source } from '#core/claims/schema';
import { useTranslation } from '../../../session/translation';
import { AudioPreview } from './audio-preview';
import { PicturePreview } from './picture-preview';
import type { FilePreviewProps, PlaceProps } from './preview-props';
import { TextFilePreview } from './text-file-preview';
import { TextView } from './text-view';

const PdfPreview = lazy(async () => ({ default: (await import('./pdf-preview')).PdfPreview }));

const previews = {
  pdf: PdfPreview,
  picture: PicturePreview,
  audio: AudioPreview,
  text: TextFilePreview,
} as const satisfies Record<EvidenceView, ComponentType<FilePreviewProps>>;

/** A source as it was taken in, beside the claim. */
export function Preview({
  article,
  source,
  ...place
}: PlaceProps & { readonly article: string; readonly source: Source }) {
  const { t } = useTranslation();
  if (source.type === 'passage') return <TextView text={source.text} {...place} />;
  if (source.type !== 'file') return null;
  const View = previews[evidenceView(source.extension)];
  return (
    <Suspense fallback={<p role="status">{t('evidence.opening')}</p>}>
      <View article={article} file={source} {...place} />
    </Suspense>
  );
}
