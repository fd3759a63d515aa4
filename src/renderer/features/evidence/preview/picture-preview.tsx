import { useRef, useState } from 'react';
import { useTranslation } from '../../../session/translation';
import { type FilePreviewProps, fileAddress } from './preview-props';
import { ProblemLine } from './problem-line';
import { useIntoView } from './use-into-view';
import { ZoomBar, zooms } from './zoom-bar';

/** A picture in the width of the panel, and closer. */
export function PicturePreview({ article, file, visit }: FilePreviewProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const box = useRef<HTMLElement>(null);
  const [isLoaded, setLoaded] = useState(false);
  useIntoView(box, visit, isLoaded);
  const zoom = zooms[step] ?? 100;
  if (isBroken) return <ProblemLine problem={{ kind: 'unreadable' }} />;
  return (
    <div className="evidence-preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a large picture is scrolled with the keyboard */}
      <section className="evidence-picture" ref={box} tabIndex={0} aria-label={t('evidence.picture')}>
        <img
          src={fileAddress(article, file)}
          alt={file.name}
          style={{ width: `${zoom}%` }}
          onLoad={() => setLoaded(true)}
          onError={() => setBroken(true)}
        />
      </section>
      <ZoomBar step={step} onStep={setStep} />
    </div>
  );
}
