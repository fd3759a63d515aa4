import { type Result, success } from '#core/failure';
import type { LibraryProblem } from '#core/ipc/contract';
import { idInFolder, type Problem } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `library.${string}`>>;

/** How many articles “more like this” gives. */
const likeThis = 20;
/** How many weeks the front page looks back on. */
const halfAYear = 26;

/** What lies on the open desk, found through its index. */
export function libraryHandlers({ session }: MainContext): LibraryHandlers {
  const { library } = session;
  return {
    'library.search': (request) => library.ask('search', request),
    'library.ids': (request) => library.ask('ids', request),
    'library.counts': (request) => library.ask('counts', request),
    'library.problems': async () => {
      const problems = await library.ask('problems', null);
      return problems.ok ? success(problems.value.map(toView)) : problems;
    },
    'library.status': () => library.ask('status', null),
    'library.rebuild': (): Promise<Result<null>> => library.ask('rebuild', null),
    'library.overview': ({ today, weeks = halfAYear }) => library.ask('overview', { today, weeks }),
    'library.similar': ({ id }) => library.ask('similar', { id, limit: likeThis }),
  };
}

/** What stays here is the detail: it may name a place on the disk. */
function toView({ name, failure: { code, params } }: Problem): LibraryProblem {
  const isGone = code === 'article.invalid' || code === 'article.missing';
  const id = isGone ? idInFolder(name) : null;
  return { name, code, ...(params && { params }), ...(id !== null && { recoverable: id }) };
}
