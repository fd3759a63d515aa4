import { useId } from 'react';
import { type FillName, Fills, fillOf } from './patterns';
import { useWidth } from './use-width';

export interface Share {
  readonly key: string;
  readonly value: number;
  readonly fill: FillName;
  /** Shown where the pointer rests. */
  readonly name: string;
  readonly onOpen: () => void;
}

interface Props {
  /** What it shows, and a sentence that says the same as the drawing. */
  readonly title: string;
  readonly sentence: string;
  readonly shares: readonly Share[];
}

/** CSS pixels. */
const height = 30;
/** Whatever there is one of can be seen. */
const least = 3;

/** One bar of which each share has a stretch. Keys and screen readers have the legend, which the caller draws. */
export function ShareBar({ title, sentence, shares }: Props) {
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>(480);
  const shown = shares.filter(({ value }) => value > 0);
  const total = shown.reduce((sum, { value }) => sum + value, 0);
  const room = Math.max(0, width - shown.length * least - 1);
  let at = 0.5;
  return (
    <div ref={box} className="share-bar">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-sentence`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-sentence`}>{sentence}</desc>
        <Fills id={id} names={[...new Set(shown.map(({ fill }) => fill))]} />
        {shown.map(({ key, value, fill, name, onOpen }) => {
          const from = at;
          const wide = least + (value / total) * room;
          at += wide;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the legend beside it has a button for each share
            <g key={key} className="chart-hit" onClick={onOpen}>
              <title>{name}</title>
              <rect x={from} y={0.5} width={wide} height={height - 1} {...fillOf(id, fill)} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
