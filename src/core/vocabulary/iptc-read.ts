import { z } from 'zod';
import { iptcCodeSchema } from '#core/desk/schema';
import { longestName } from '#core/desk/values';
import { failure, type Result, success } from '#core/failure';
import type { Concept } from './iptc-topics';
import { cleanName } from './names';

/** The most that is read of such a file. */
export const maximumIptcBytes = 20 * 1024 * 1024;
const maximumConcepts = 50_000;

/** `{"conceptSet": […]}`, as cv.iptc.org gives it; concepts are looked at one by one, so that one that is odd spoils nothing. */
const fileSchema = z.looseObject({ conceptSet: z.array(z.unknown()).min(1).max(maximumConcepts) });

const oneOrMany = z.union([z.string(), z.array(z.string()).max(200)]).optional();
const conceptSchema = z.looseObject({
  uri: z.string().max(500).optional(),
  qcode: z.string().max(100).optional(),
  prefLabel: z.record(z.string(), z.string()),
  altLabel: z.record(z.string(), oneOrMany).optional(),
  broader: oneOrMany,
  retired: z.unknown().optional(),
});

export interface ReadConcepts {
  readonly concepts: readonly Concept[];
  /** Entries that are no Media Topic, or have no usable name in French or English. */
  readonly unreadable: number;
}

/** Reads a list of Media Topics in IPTC’s JSON. Codes: `input.too-large`, `iptc.invalid`. */
export function readIptc(name: string, bytes: Uint8Array): Result<ReadConcepts> {
  if (bytes.byteLength > maximumIptcBytes) return failure('input.too-large', { name, limit: '20 MB' });
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failure('iptc.invalid', { name }, 'not JSON');
  }
  const file = fileSchema.safeParse(content);
  if (!file.success) return failure('iptc.invalid', { name }, file.error.issues[0]?.message);
  const concepts = file.data.conceptSet.map(conceptOf).filter((concept) => concept !== null);
  if (concepts.length === 0) return failure('iptc.invalid', { name }, 'no Media Topic in it');
  return success({ concepts, unreadable: file.data.conceptSet.length - concepts.length });
}

function conceptOf(entry: unknown): Concept | null {
  const read = conceptSchema.safeParse(entry);
  if (!read.success) return null;
  const { uri, qcode, prefLabel, altLabel = {}, broader, retired } = read.data;
  const code = codeIn(qcode ?? uri ?? '');
  const fr = usable(prefLabel.fr ?? prefLabel['fr-FR']);
  const en = usable(prefLabel['en-GB'] ?? prefLabel.en ?? prefLabel['en-US']);
  if (code === null || (fr === null && en === null)) return null;
  const others = ['fr', 'en-GB', 'en', 'en-US'].flatMap((language) => listOf(altLabel[language]));
  return {
    code,
    labels: { ...(fr !== null && { fr }), ...(en !== null && { en }) },
    aliases: others.map(usable).filter((alias) => alias !== null),
    broader: listOf(broader)
      .map(codeIn)
      .filter((one) => one !== null),
    // IPTC writes the day; others write true or nothing at all.
    retired: retired !== undefined && retired !== null && retired !== false && retired !== '',
  };
}

/** `medtop:20000002`, `http://cv.iptc.org/newscodes/mediatopic/20000002`. */
function codeIn(text: string): string | null {
  const digits = /(?:^medtop:|\/mediatopic\/)(\d{8})$/.exec(text.trim())?.[1];
  const code = iptcCodeSchema.safeParse(`medtop:${digits}`);
  return code.success ? code.data : null;
}

function usable(label: string | undefined): string | null {
  const name = cleanName(label ?? '');
  return name === '' || name.length > longestName ? null : name;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
