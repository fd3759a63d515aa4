import { ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslation } from '../../../session/translation';
import { Button, IconButton } from '../../../ui/button';

/** Of the width of the panel, in hundredths. */
export const zooms = [100, 150, 200, 300, 400, 600] as const;

/** Closer, farther, and back to the width of the panel. `step`: an index of `zooms`. */
export function ZoomBar({
  step,
  onStep,
}: {
  readonly step: number;
  readonly onStep: (step: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="evidence-pager">
      <IconButton
        icon={ZoomOut}
        label={t('evidence.zoom-out')}
        disabled={step === 0}
        onClick={() => onStep(step - 1)}
      />
      <span role="status">{t('evidence.zoom', { zoom: zooms[step] ?? 100 })}</span>
      <IconButton
        icon={ZoomIn}
        label={t('evidence.zoom-in')}
        disabled={step === zooms.length - 1}
        onClick={() => onStep(step + 1)}
      />
      <Button disabled={step === 0} onClick={() => onStep(0)}>
        {t('evidence.zoom-fit')}
      </Button>
    </div>
  );
}
