/**
 * The only two Electron channels there are, and what may travel on them. Free of imports: the preload script is
 * built from this file and must stay small.
 */
export const callChannel = 'marbre:call';
export const eventChannel = 'marbre:event';

export const eventNames = [
  'command.run',
  'library.changed',
  'library.progress',
  'batch.progress',
  'backup.progress',
  'backup.failed',
  'desk.changed',
  'article.changed-outside',
  'tag.progress',
  'confidential.changed',
  'confidential.progress',
  'window.closing',
] as const;
