import { type Failure, failure, type Result } from '#core/failure';
import { childOf, elementsOf, parseXml, type XmlElement } from '../shared/xml';
import { openZip } from '../shared/zip';
import { namespaces } from './namespaces';

/** Ends the reading of a file from wherever it is; the frame of the reader gives the failure back as a value. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(refusal: Failure) {
    super(refusal.code);
    this.failure = refusal;
  }
}

/** A package of OpenDocument (ODF 1.3, part 2). Everything that is wrong with it is thrown (`Refused`). */
export interface Package {
  readonly names: readonly string[];
  /** The root of a part; null when there is no such part. */
  readonly xml: (part: string) => XmlElement | null;
  readonly bytes: (part: string) => Uint8Array | null;
}

export const mediaType = 'application/vnd.oasis.opendocument.text';
/** Documents, templates, master documents and pages for the web: all of them are text. */
const textTypes = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master|-master-template|-web)?$/;

export function openPackage(content: Uint8Array): Package {
  const archive = orRefuse(openZip(content));
  const bytes = (part: string): Uint8Array | null => orRefuse(archive.read(part));
  const pack: Package = {
    names: archive.names,
    bytes,
    xml: (part) => {
      const found = bytes(part);
      return found && orRefuse(parseXml(new TextDecoder().decode(found), namespaces));
    },
  };
  refuseOthers(pack);
  return pack;
}

function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result);
  return result.value;
}

/** Documents that are locked (`manifest:encryption-data`), and those that hold no text but a sheet or slides. */
function refuseOthers(pack: Package): void {
  const manifest = pack.xml('META-INF/manifest.xml');
  const isLocked =
    pack.names.includes('encrypted-package') ||
    (manifest &&
      elementsOf(manifest, 'manifest:file-entry').some((entry) =>
        childOf(entry, 'manifest:encryption-data'),
      ));
  if (isLocked) throw new Refused(failure('input.encrypted'));
  const named = pack.bytes('mimetype');
  const type = named ? new TextDecoder().decode(named).trim() : mediaType;
  if (textTypes.test(type) || !type.startsWith('application/vnd.oasis.opendocument.')) return;
  const kind = `OpenDocument (${type.slice(type.lastIndexOf('.') + 1, type.lastIndexOf('.') + 40)})`;
  throw new Refused(failure('input.unsupported', { kind, instead: 'ODT' }));
}
