import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleSlash,
  CircleX,
  type LucideIcon,
  Unlink,
} from 'lucide-react';
import type { ClaimStatus } from '#core/claims/status';

const icons: Readonly<Record<ClaimStatus | 'suggested', LucideIcon>> = {
  suggested: CircleDotDashed,
  open: CircleDashed,
  partial: CircleDashed,
  checked: CircleCheck,
  excluded: CircleSlash,
  stale: CircleAlert,
  failed: CircleX,
  detached: Unlink,
};

/** The shape that goes with a status, so that colour is never the only sign of it. */
export function StatusIcon({ status }: { readonly status: ClaimStatus | 'suggested' }) {
  const Icon = icons[status];
  return <Icon size={14} aria-hidden="true" className="status-icon" />;
}
