import { type LengthLimit, readLength } from '#core/article/length';
import type { Translate } from '#core/messages/index';
import { useTranslation } from '../../session/translation';
import { showNumber } from '../../ui/time';

interface Props {
  /** What is measured, by name. */
  readonly field: string;
  readonly text: string;
  readonly limit: LengthLimit;
  /** Measured in its place while nothing is written. */
  readonly instead?: string;
}

/** How a headline stands to its limit: a bar, and the same in words. */
export function LengthMeter({ field, text, limit, instead = '' }: Props) {
  const { t, language } = useTranslation();
  const isOwn = text.trim() !== '' || instead.trim() === '';
  const { count, state } = readLength(isOwn ? text : instead, limit);
  const reading = sentence(t, count, state === 'empty' ? 'good' : state, {
    number: showNumber(count, language),
    limit: showNumber(limit.good, language),
  });
  return (
    <div className="length-meter" data-state={state}>
      <meter
        min={0}
        max={limit.most}
        high={limit.good}
        optimum={0}
        value={Math.min(count, limit.most)}
        aria-label={t('metadata.length.of', { field })}
      >
        {reading}
      </meter>
      <span>{isOwn ? reading : t('metadata.length.headline-instead', { reading })}</span>
    </div>
  );
}

function sentence(
  t: Translate,
  count: number,
  state: 'good' | 'long' | 'over',
  params: { readonly number: string; readonly limit: string },
): string {
  return t(`metadata.length.${state}`, { count, ...params });
}
