import { Building2, CalendarDays, Hash, type LucideIcon, MapPin, UserRound } from 'lucide-react';
import type { Tag } from '#core/desk/schema';
import type { TagType } from '#core/desk/values';
import './tag-mark.css';

const icons: Readonly<Record<TagType, LucideIcon>> = {
  topic: Hash,
  person: UserRound,
  organisation: Building2,
  place: MapPin,
  event: CalendarDays,
};

/** The sign of a tag’s type, in the tag’s colour; who cannot see it reads `name`. */
export function TagMark({
  type,
  colour,
  name,
}: Pick<Tag, 'type' | 'colour'> & { readonly name?: string | undefined }) {
  const Icon = icons[type];
  return (
    <span className="tag-mark" data-colour={colour ?? undefined} title={name}>
      <Icon size={13} strokeWidth={1.9} aria-hidden="true" />
      {name && <span className="visually-hidden">{name}</span>}
    </span>
  );
}

/** A patch of a colour; its name stands beside it. */
export function Swatch({ colour }: { readonly colour: Tag['colour'] }) {
  return <span className="swatch" data-colour={colour ?? undefined} aria-hidden="true" />;
}

/** A tag's colour beside its name; an open ring where it has none. */
export function TagDot({ colour }: { readonly colour: Tag['colour'] | undefined }) {
  return <span className="tag-dot" data-colour={colour ?? undefined} aria-hidden="true" />;
}
