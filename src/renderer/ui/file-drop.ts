/** An element with this attribute takes the files that are dropped on it itself; anywhere else they are imported. */
export const takesFiles = 'data-takes-files';

/** Whether an event of dragging happens over an element that takes files. */
export function isOverTaker(event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest(`[${takesFiles}]`) !== null;
}
