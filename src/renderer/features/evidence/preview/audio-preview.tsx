import { RotateCcw, RotateCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../session/translation';
import { Button, IconButton } from '../../../ui/button';
import { showTimestamp } from '../timestamps';
import { type FilePreviewProps, fileAddress } from './preview-props';
import { ProblemLine } from './problem-line';
import { useIntoView } from './use-into-view';

/** How far a step goes, in seconds. */
const step = 5;

/** A recording, with the position to the tenth of a second. */
export function AudioPreview({ article, file, visit, onLocator }: FilePreviewProps) {
  const { t } = useTranslation();
  const sound = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  useIntoView(sound, visit);
  const goTo = (seconds: number): void => {
    const element = sound.current;
    if (!element) return;
    element.currentTime = Math.max(0, seconds);
    setAt(element.currentTime);
  };
  useEffect(() => {
    const { locator } = visit;
    if (locator?.type !== 'time' || !sound.current) return;
    sound.current.currentTime = locator.ms / 1_000;
    setAt(locator.ms / 1_000);
  }, [visit]);
  if (isBroken) return <ProblemLine problem={{ kind: 'unreadable' }} />;
  const ms = Math.round(at * 10) * 100;
  return (
    <div className="evidence-preview">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written captions for a source */}
      <audio
        ref={sound}
        controls
        preload="metadata"
        src={fileAddress(article, file)}
        aria-label={file.name}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onSeeked={(event) => setAt(event.currentTarget.currentTime)}
        onError={() => setBroken(true)}
      />
      <div className="evidence-pager">
        <IconButton icon={RotateCcw} label={t('evidence.back', { step })} onClick={() => goTo(at - step)} />
        <span className="evidence-time">{showTimestamp(ms)}</span>
        <IconButton icon={RotateCw} label={t('evidence.ahead', { step })} onClick={() => goTo(at + step)} />
        <Button onClick={() => onLocator({ type: 'time', ms })}>{t('evidence.take-time')}</Button>
      </div>
    </div>
  );
}
