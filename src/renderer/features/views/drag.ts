import type { DragEvent } from 'react';
import { selection } from '../../session/selection';

const dragType = 'application/x-marbre-articles';

/** Takes an article by the hand: with the others that are selected, if it is one of them. */
export function startDrag(event: DragEvent, id: string): void {
  const { ids } = selection.get();
  event.dataTransfer.setData(dragType, JSON.stringify(ids.has(id) ? [...ids] : [id]));
  event.dataTransfer.effectAllowed = 'move';
}

/** Whether articles hang over the element; it then says that they may be dropped. */
export function isDragOver(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(dragType)) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'move';
  return true;
}

/** The ids of the articles that were dropped; none when it was something else. */
export function droppedIds(event: DragEvent): readonly string[] {
  const text = event.dataTransfer.getData(dragType);
  if (text === '') return [];
  event.preventDefault();
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
