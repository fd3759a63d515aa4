import { formats as all } from '#core/formats/registry';
import { type Console, exitCodes, fail, printJson } from './console';
import { readOptions } from './options';

/** `marbre formats`: what can be read and written, from the registry itself. */
export async function formats(io: Console, args: readonly string[]): Promise<number> {
  const options = readOptions(io, args, ['json'], { least: 0, most: 0, name: '' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const listed = all.map((format) => ({
    id: format.id,
    label: io.t(`app.format.${format.id}`),
    extensions: format.extensions,
    mediaTypes: format.mediaTypes,
    reads: Boolean(format.read ?? format.readWhole),
    writes: Boolean(format.write ?? format.writeSet),
    writesSets: Boolean(format.writeSet),
    ...(format.printedFrom && { printedFrom: format.printedFrom }),
  }));
  if (options.value.json) {
    printJson(io, listed);
    return exitCodes.done;
  }
  const width = Math.max(...listed.map(({ id }) => id.length));
  for (const { id, label, reads, writes } of listed)
    io.out(`${id.padEnd(width)}  ${reads ? '←' : ' '}${writes ? '→' : ' '}  ${label}\n`);
  return exitCodes.done;
}
