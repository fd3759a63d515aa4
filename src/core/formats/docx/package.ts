import { type Failure, failure } from '#core/failure';
import { elementsOf, parseXml, type XmlElement } from '../shared/xml';
import { type Archive, openZip } from '../shared/zip';
import { namespaces } from './namespaces';

/** Ends the reading of a file from wherever it is; the frame of the reader gives the failure back as a value. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export interface Relation {
  /** The last part of its type: `hyperlink`, `image`, `footnotes`. */
  readonly type: string;
  /** A part of the package, or an address outside. */
  readonly target: string;
  readonly isExternal: boolean;
}
export type Relations = ReadonlyMap<string, Relation>;

/** A package of parts that refer to each other (ECMA-376 part 2). Everything that is wrong with it is thrown (`Refused`). */
export interface Package {
  readonly main: string;
  readonly names: readonly string[];
  readonly relations: (part: string) => Relations;
  /** The root of a part; null when there is no such part. */
  readonly xml: (part: string) => XmlElement | null;
  readonly bytes: (part: string) => Uint8Array | null;
}

export function openPackage(content: Uint8Array): Package {
  const opened = openZip(content);
  if (!opened.ok) throw new Refused(opened);
  const archive = opened.value;
  const nameOf = partNames(archive);
  const bytes = (part: string): Uint8Array | null => {
    const name = nameOf(part);
    const read = name === undefined ? null : archive.read(name);
    if (read === null) return null;
    if (!read.ok) throw new Refused(read);
    return read.value;
  };
  const xml = (part: string): XmlElement | null => {
    const source = bytes(part);
    if (source === null) return null;
    const parsed = parseXml(decodeXml(source), namespaces);
    if (!parsed.ok)
      throw new Refused(parsed.code === 'input.empty' ? failure('input.malformed', {}, part) : parsed);
    return parsed.value;
  };
  const relations = (part: string): Relations => relationsOf(part, xml);
  const main = [...relations('').values()].find(({ type }) => type === 'officeDocument')?.target;
  return { main: main ?? 'word/document.xml', names: archive.names, relations, xml, bytes };
}

/** Names of parts differ from each other by more than their case; what one writes and what is there may not. */
function partNames({ names }: Archive): (part: string) => string | undefined {
  const exact = new Set(names);
  const folded = new Map(names.map((name) => [name.toLowerCase(), name]));
  return (part) => (exact.has(part) ? part : folded.get(part.toLowerCase()));
}

/** XML says by its first bytes what it is written in; everything but UTF-16 is read as UTF-8. */
function decodeXml(source: Uint8Array): string {
  const [first, second] = source;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(source);
}

function relationsOf(part: string, xml: Package['xml']): Relations {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash);
  const root = xml(`${folder}${folder && '/'}_rels/${part.slice(slash + 1)}.rels`);
  const found = new Map<string, Relation>();
  for (const { attributes } of root ? elementsOf(root, 'rel:Relationship') : []) {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes;
    const isExternal = TargetMode === 'External';
    found.set(Id, {
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: isExternal ? Target : resolve(folder, Target),
      isExternal,
    });
  }
  return found;
}

/** The name of a part, from the folder of the part that refers to it. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}/${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
