import { TriangleAlert } from 'lucide-react';
import { isUnderEmbargo, isZone } from '#core/article/zones';
import { opened } from '../../session/article-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { showMomentIn } from '../../ui/time';

/** Says that the copy may not be out yet. It may leave all the same: embargoed copy is what desks send to clients. */
export function EmbargoWarning() {
  const { t, language } = useTranslation();
  const embargo = useSelected(opened, (current) => current?.article.metadata.embargo ?? null);
  if (!embargo || !isUnderEmbargo(embargo, new Date().toISOString())) return null;
  const zone = isZone(embargo.zone) ? embargo.zone : 'UTC';
  return (
    <div className="export-gate export-embargo" data-state="warned">
      <p role="status">
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
        <span>
          {t('metadata.embargo.export', { when: showMomentIn(embargo.until, language, zone), zone })}
        </span>
      </p>
    </div>
  );
}
