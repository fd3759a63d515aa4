/**
 * Writes to the log that something went wrong which nobody expected: what kind of error, its code, and where in the
 * program. Never its message: that of `JSON.parse` quotes the file, and others name folders. (docs/privacy.md)
 */
export function logBug(where: string, error: unknown): void {
  console.error(`${where}: ${describeBug(error)}`);
}

function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${typeof code === 'string' ? code : ''}`.trim(), ...frames].join('\n');
}
