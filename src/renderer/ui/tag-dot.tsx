import type { TagColour } from '#core/desk/values';
import './tag-dot.css';

/** The colour of a tag, beside its name; an open ring where it has none. */
export function TagDot({ colour }: { readonly colour: TagColour | null | undefined }) {
  return <span className="tag-dot" data-colour={colour ?? undefined} aria-hidden="true" />;
}
