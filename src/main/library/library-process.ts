import { failure } from '#core/failure';
import { logBug } from '../log-bug';
import { DeskLibrary } from './desk-library';
import type { LibraryMessage, LibraryQuestion } from './protocol';

/** What runs in the library process: questions in, answers and news out. Everything else is `DeskLibrary`. */
const tell = (message: LibraryMessage): void => process.parentPort.postMessage(message);
const library = new DeskLibrary(tell, new URL('./index-worker.js', import.meta.url));

process.parentPort.on('message', ({ data }: { data: LibraryQuestion }) => void reply(data));

async function reply({ number, method, input }: LibraryQuestion): Promise<void> {
  const answer = library.methods[method] as (
    input: unknown,
  ) => ReturnType<(typeof library.methods)['search']>;
  const result = await answer(input).catch((error: unknown) => {
    logBug(`library ${method}`, error);
    return failure('internal');
  });
  tell({ type: 'answer', number, result });
}
