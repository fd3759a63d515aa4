import { useId } from 'react';
import { type FillName, Fills, fillOf } from './patterns';

/** The sample of a fill beside its name in a legend. */
export function Swatch({ name }: { readonly name: FillName }) {
  const id = useId();
  return (
    <svg className="swatch" width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
      <Fills id={id} names={[name]} />
      <rect x="0.5" y="0.5" width="13" height="11" {...fillOf(id, name)} />
    </svg>
  );
}
