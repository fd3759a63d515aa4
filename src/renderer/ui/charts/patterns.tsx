import type { Stage } from '#core/article/values';

/** What a stretch of a chart is filled with: each has its own drawing, so that colour is never the only sign. */
export type FillName = Stage | 'checked' | 'open';

type Drawing = 'solid' | 'up' | 'down' | 'lines' | 'dots' | 'empty';

const drawings: Readonly<Record<FillName, Drawing>> = {
  raw: 'empty',
  'in-progress': 'dots',
  'in-check': 'up',
  ready: 'lines',
  published: 'solid',
  archived: 'down',
  checked: 'solid',
  open: 'up',
};

interface FillProps {
  /** Unique in the page: `useId`. */
  readonly id: string;
  readonly names: readonly FillName[];
}

/** The patterns that `fillOf` names, once for each SVG. */
export function Fills({ id, names }: FillProps) {
  return (
    <defs>
      {names
        .filter((name) => drawings[name] !== 'solid')
        .map((name) => (
          <pattern
            key={name}
            id={`${id}-${name}`}
            className={`fill fill-${name}`}
            width={drawings[name] === 'dots' ? 4 : 5}
            height={drawings[name] === 'dots' ? 4 : 5}
            patternUnits="userSpaceOnUse"
          >
            <rect className="fill-ground" width="5" height="5" />
            <Stroke drawing={drawings[name]} />
          </pattern>
        ))}
    </defs>
  );
}

function Stroke({ drawing }: { readonly drawing: Drawing }) {
  if (drawing === 'up') return <path d="M-1 1l2-2M0 5l5-5M4 6l2-2" />;
  if (drawing === 'down') return <path d="M-1 4l2 2M0 0l5 5M4-1l2 2" />;
  if (drawing === 'lines') return <path d="M0 1h5M0 3.5h5" />;
  if (drawing === 'dots') return <circle cx="2" cy="2" r="0.9" />;
  return null;
}

/** The `fill` attribute of a shape, and its class; `id` as in `Fills`. */
export function fillOf(id: string, name: FillName): { readonly className: string; readonly fill: string } {
  const isSolid = drawings[name] === 'solid';
  return { className: `fill fill-${name}`, fill: isSolid ? 'currentColor' : `url(#${id}-${name})` };
}
