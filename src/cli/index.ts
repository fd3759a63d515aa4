import { writeSync } from 'node:fs';
import { createTranslate, languageOf } from '#core/messages/index';
import packageJson from '../../package.json' with { type: 'json' };
import { type Console, exitCodes, fail, usage } from './console';
import { readMost } from './files';

/** Each verb is loaded when it is asked for: most need less than half of the program. */
const verbs = {
  inspect: async () => (await import('./inspect')).inspect,
  convert: async () => (await import('./convert')).convert,
  formats: async () => (await import('./formats')).formats,
  claims: async () => (await import('./claims')).claims,
  desk: async () => (await import('./desk-verbs')).deskInit,
  import: async () => (await import('./import')).importFiles,
  list: async () => (await import('./list')).list,
  search: async () => (await import('./search')).search,
  stats: async () => (await import('./stats')).stats,
  reindex: async () => (await import('./reindex')).reindex,
  show: async () => (await import('./desk-verbs')).show,
  export: async () => (await import('./desk-verbs')).exportArticle,
  check: async () => (await import('./check')).check,
  dossier: async () => (await import('./dossier')).dossier,
  tag: async () => (await import('./tag')).tag,
  verify: async () => (await import('./desk-verbs')).verify,
  backup: async () => (await import('./backup')).backup,
  restore: async () => (await import('./backup')).restore,
} as const;

/** Runs one command line (without `node` and the script's name) and gives its exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  const io = createConsole();
  const [verb = '', ...args] = argv;
  if (verb === '--version' || verb === '-v') {
    io.out(`${packageJson.version}\n`);
    return exitCodes.done;
  }
  if (argv.includes('--help') || argv.includes('-h') || verb === 'help') {
    io.out(`${io.t('cli.help')}\n`);
    return exitCodes.done;
  }
  if (!Object.hasOwn(verbs, verb)) {
    const problem =
      verb === '' ? io.t('cli.usage.missing', { what: '<command>' }) : io.t('cli.usage.verb', { verb });
    return fail(io, usage(problem), argv.includes('--json'));
  }
  const work = await verbs[verb as keyof typeof verbs]();
  return work(io, args);
}

function createConsole(): Console {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return {
    t: createTranslate(languageOf(locale)),
    out: (data) => writeAll(1, typeof data === 'string' ? new TextEncoder().encode(data) : data),
    say: (sentence) => writeAll(2, new TextEncoder().encode(`${sentence}\n`)),
    progress: (words) => {
      if (process.stderr.isTTY) writeAll(2, new TextEncoder().encode(`\r\u001b[K${words}`));
    },
    readInput: (most) => readMost(process.stdin, most),
    now: () => new Date().toISOString(),
  };
}

/** Written at once and whole, so that nothing is lost when the process ends; a reader that went away is no error. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.byteLength) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}
