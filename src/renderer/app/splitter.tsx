import type { KeyboardEvent, PointerEvent } from 'react';
import { preferences, setPreferences } from '../session/app-session';
import { useStore } from '../session/store';

interface Props {
  readonly preference: 'libraryWidth' | 'panelWidth';
  /** The side of the window that the resized pane is on. */
  readonly side: 'left' | 'right';
  readonly label: string;
}

const bounds = { libraryWidth: [180, 480], panelWidth: [260, 620] } as const;
const keyStep = 16;

/** The line between two panes: dragged with a pointer, or moved with the arrow keys. Widths are CSS pixels. */
export function Splitter({ preference, side, label }: Props) {
  const width = useStore(preferences)[preference];
  const [least, most] = bounds[preference];
  const clamp = (value: number): number => Math.round(Math.min(most, Math.max(least, value)));
  const sign = side === 'left' ? 1 : -1;

  const drag = (event: PointerEvent<HTMLElement>): void => {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const at = (x: number): number => clamp(width + sign * (x - from));
    const onMove = (move: globalThis.PointerEvent): void =>
      preferences.update((current) => ({ ...current, [preference]: at(move.clientX) }));
    const onUp = (up: globalThis.PointerEvent): void => {
      handle.removeEventListener('pointermove', onMove);
      void setPreferences({ [preference]: at(up.clientX) });
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    if (step !== undefined) void setPreferences({ [preference]: clamp(width + sign * step) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator, as ARIA defines it
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  );
}
