import type { Stage } from '#core/article/values';

/** How far an article is, as a small shape that fills: not by its colour alone. The name stands beside it, or is heard. */
export function StatusMark({ stage }: { readonly stage: Stage }) {
  return <span className="status-mark" data-stage={stage} aria-hidden="true" />;
}
