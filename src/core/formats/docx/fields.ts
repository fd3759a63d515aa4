/** A field of Word: an instruction, and what it showed when it was last looked at. */
export interface Field {
  instruction: string;
  /** What stands before the result is not text. */
  isResult: boolean;
  /** A box of a form: whether it is ticked. */
  box?: boolean;
}

const link = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))?/i;
const anchor = /\\l\s+(?:"([^"]*)"|(\S+))/i;
const note = /^\s*NOTEREF\s+"?([^\s"\\]+)/i;

/** Where a field of kind HYPERLINK leads; null for other fields, and for places in the document itself. */
export function linkOf({ instruction }: Field): string | null {
  const found = link.exec(instruction);
  const address = found?.[1] ?? found?.[2] ?? '';
  if (address === '') return null;
  const [, quoted, bare] = anchor.exec(instruction) ?? [];
  return withAnchor(address, quoted ?? bare);
}

/** The bookmark of the note that a field calls once more. */
export function noteOf({ instruction }: Field): string | null {
  return note.exec(instruction)?.[1] ?? null;
}

export function isCheckBox({ instruction }: Field): boolean {
  return /^\s*FORMCHECKBOX\b/i.test(instruction);
}

export function withAnchor(address: string, place: string | undefined): string {
  return place === undefined || place === '' || address.includes('#') ? address : `${address}#${place}`;
}
