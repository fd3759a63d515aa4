import { suggestionReason } from '#core/messages/reasons';
import { type Suggestion, suggestionKinds } from '#core/suggest/types';
import { type Console, exitCodes, fail, printJson } from './console';
import { readFileOrInput } from './files';
import { readOptions } from './options';
import { withReader } from './reading-thread';

/** `marbre claims <file|->`: the checkable spans of a file, in reading order. */
export async function claims(io: Console, args: readonly string[]): Promise<number> {
  const names = ['json', 'language', 'published', 'max-seconds', 'max-memory'] as const;
  const options = readOptions(io, args, names, { least: 1, most: 1, name: '<file|->' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json, files, language, published, limits } = options.value;
  const found = await withReader(limits, async (thread) => {
    const file = await readFileOrInput(io, files[0] ?? '-');
    const reading = { language, published, now: io.now() };
    return file.ok ? thread.ask('claims', { file: file.value, reading }, file.value.name) : file;
  });
  if (!found.ok) return fail(io, found, json);
  const suggestions = found.value;
  if (json)
    printJson(
      io,
      suggestions.map((one) => describe(io, one)),
    );
  else io.out(suggestions.map((one) => `${row(io, one)}\n`).join(''));
  return exitCodes.done;
}

function describe(io: Console, suggestion: Suggestion) {
  const { kind, text, start, end, blockId, reason, speaker, resolved, worth } = suggestion;
  return {
    kind,
    text,
    start,
    end,
    blockId,
    reason: suggestionReason(io.t, reason),
    speaker,
    resolved,
    code: reason.code,
    worth,
  };
}

function row(io: Console, suggestion: Suggestion): string {
  const width = Math.max(...suggestionKinds.map((kind) => io.t(`checking.kind.${kind}`).length));
  const { kind, text, speaker, resolved, reason } = suggestion;
  const note = speaker ?? resolved;
  const words = [io.t(`checking.kind.${kind}`).padEnd(width), text.replace(/\n/g, ' ')];
  if (note !== null) words.push(`(${note})`);
  if (reason.code !== kind) words.push(`— ${suggestionReason(io.t, reason)}`);
  return words.join('  ');
}
