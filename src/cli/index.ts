import { writeSync } from 'node:fs';
import { createTranslate, languageOf } from '#core/messages/index';
import packageJson from '../../package.json' with { type: 'json' };
import { backup, restore } from './backup';
import { check } from './check';
import { claims } from './claims';
import { type Console, exitCodes, fail, usage } from './console';
import { convert } from './convert';
import { deskInit, exportArticle, show, verify } from './desk-verbs';
import { dossier } from './dossier';
import { formats } from './formats';
import { importFiles } from './import';
import { inspect } from './inspect';
import { list } from './list';
import { reindex } from './reindex';
import { search } from './search';
import { stats } from './stats';
import { tag } from './tag';

const verbs = {
  inspect,
  convert,
  formats,
  claims,
  desk: deskInit,
  import: importFiles,
  list,
  search,
  stats,
  reindex,
  show,
  export: exportArticle,
  check,
  dossier,
  tag,
  verify,
  backup,
  restore,
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
  return verbs[verb as keyof typeof verbs](io, args);
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
    readInput: readStandardInput,
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

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
