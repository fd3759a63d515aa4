import { useId } from 'react';
import { type FillName, Fills, fillOf } from './patterns';

interface Props {
  readonly value: number;
  /** How much of `value` is done: solid, the rest is hatched. Absent: all of it. */
  readonly done?: number;
  readonly fill?: FillName;
  /** The longest bar beside this one. */
  readonly most: number;
}

/** A bar in a row of a table whose figures say the same: screen readers pass it by. */
export function ValueBar({ value, done = value, fill = 'checked', most }: Props) {
  const id = useId();
  const share = (part: number): number => (most > 0 ? (part / most) * 100 : 0);
  const solid = share(done);
  const rest = share(value) - solid;
  return (
    <svg className="value-bar" width="100%" height="10" aria-hidden="true">
      <Fills id={id} names={['open']} />
      {solid > 0 && <rect width={`${solid}%`} height="10" {...fillOf(id, fill)} />}
      {rest > 0 && <rect x={`${solid}%`} width={`${rest}%`} height="10" {...fillOf(id, 'open')} />}
    </svg>
  );
}
