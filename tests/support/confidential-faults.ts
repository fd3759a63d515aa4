import { diskFileSystem, type FileSystem } from '#storage/index';

/**
 * The real disk until its `call`th change (a file created, written, synced, renamed or removed; counted from 1). `stop`:
 * nothing happens from then on, as if the program had been killed; `fail`: that one call fails.
 */
export function failOn(call: number, kind: 'stop' | 'fail') {
  let calls = 0;
  let failed = false;
  const check = (): void => {
    calls += 1;
    const isDue = kind === 'stop' ? calls >= call : calls === call;
    if (!isDue) return;
    failed = true;
    throw Object.assign(new Error('on purpose'), { code: 'EIO' });
  };
  const checked =
    <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      check();
      return work(...given);
    };
  const fs: FileSystem = {
    ...diskFileSystem,
    createExclusive: async (path, mode) => {
      check();
      const handle = await diskFileSystem.createExclusive(path, mode);
      return {
        write: checked((bytes) => handle.write(bytes)),
        sync: checked(() => handle.sync()),
        size: () => handle.size(),
        close: () => handle.close(),
      };
    },
    rename: checked(diskFileSystem.rename),
    unlink: checked(diskFileSystem.unlink),
    syncFolder: checked(diskFileSystem.syncFolder),
  };
  return { fs, hasFailed: () => failed };
}
