import { type Failure, failure } from '#core/failure';

const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** The container of older Word files, and of newer ones that are locked ([MS-CFB]). */
export function isCompound(bytes: Uint8Array): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** What to say of such a file: locked, or a kind that is not read. Null for every other file. */
export function refuseCompound(bytes: Uint8Array): Failure | null {
  if (!isCompound(bytes)) return null;
  // Names of streams are UTF-16 in the directory, wherever that is.
  if (holds(bytes, 'EncryptedPackage')) return failure('input.encrypted');
  return failure('input.unsupported', { kind: 'Word 97–2003 (.doc)', instead: 'DOCX' });
}

/** Whether the directory of a file names a stream of a Word document, or a package that is locked. */
export function isWordCompound(bytes: Uint8Array): boolean {
  return isCompound(bytes) && (holds(bytes, 'WordDocument') || holds(bytes, 'EncryptedPackage'));
}

function holds(bytes: Uint8Array, name: string): boolean {
  const sought = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (sought.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
