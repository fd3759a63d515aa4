import {
  CalendarClock,
  CircleDot,
  Download,
  Folder,
  type LucideIcon,
  Tag,
  Tags,
  Trash2,
  X,
} from 'lucide-react';
import type { CommandId } from '#core/commands/table';
import { runCommand } from '../../commands/registry';
import { clearSelection, selection } from '../../session/selection';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { showNumber } from '../../ui/time';

const offered = {
  status: CircleDot,
  'add-tags': Tag,
  'remove-tags': Tags,
  section: Folder,
  due: CalendarClock,
  export: Download,
  trash: Trash2,
} as const satisfies Record<string, LucideIcon>;

type Offered = keyof typeof offered;

/** How many articles are selected, and what can be done to them. */
export function BatchBar() {
  const { t, language } = useTranslation();
  const count = useSelected(selection, ({ ids }) => ids.size);
  return (
    <div className="batch-bar" role="toolbar" aria-label={t('views.selected', { count, number: count })}>
      <p role="status">{t('views.selected', { count, number: showNumber(count, language) })}</p>
      {(Object.keys(offered) as Offered[]).map((id) => (
        <Button key={id} icon={offered[id]} onClick={() => runCommand(`batch.${id}` satisfies CommandId)}>
          {t(`views.${id}`)}
        </Button>
      ))}
      <span className="batch-bar-space" />
      <IconButton icon={X} label={t('views.select-none')} onClick={clearSelection} />
    </div>
  );
}
