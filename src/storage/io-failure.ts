import { type Failure, type FailureCode, failure } from '#core/failure';
import { errorCode } from './file-system';

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'io.disk-full',
  EDQUOT: 'io.disk-full',
  EACCES: 'io.denied',
  EPERM: 'io.denied',
  EROFS: 'io.denied',
  ENOENT: 'io.not-found',
  ENOTDIR: 'io.not-found',
  // A disk that was pulled, or a server that went away.
  ENODEV: 'io.not-found',
  ENXIO: 'io.not-found',
  ESTALE: 'io.not-found',
  EHOSTDOWN: 'io.not-found',
  EBUSY: 'io.busy',
  ETXTBSY: 'io.busy',
  EMFILE: 'io.busy',
  ENFILE: 'io.busy',
};

/**
 * An error of the file system as an expected failure. `name` is shown to people: a file's or folder's own name,
 * never where it is.
 */
export function ioFailure(error: unknown, task: 'read' | 'write', name: string): Failure {
  const code = errorCode(error);
  return failure(codes[code] ?? `io.${task}`, { name }, code || String(error));
}
