import type { SnapshotInfo } from '#core/history/snapshots';
import type { Translate } from '#core/messages/index';

/** What a version is called in lists: the name that a person gave it, else why it was kept, with whoever it is about. */
export function whyKept(t: Translate, { reason, name }: Pick<SnapshotInfo, 'reason' | 'name'>): string {
  if (name === '') return t(`app.history.${reason}`);
  return reason === 'named' ? name : `${t(`app.history.${reason}`)} · ${name}`;
}
