/**
 * Expected failures are values with a code (taste, rule 5). A code is a promise: the command line prints it, the
 * catalogues hold one sentence for each in French and English, and a script may depend on it.
 */
export const failureCodes = [
  'usage',
  'input.empty',
  'input.too-large',
  'input.binary',
  'input.malformed',
  'input.unknown-format',
  'input.unsupported',
  'input.encrypted',
  'input.unsafe',
  'input.too-hard',
  'input.not-found',
  'input.no-file',
  'folder.too-many',
  'folder.is-desk',
  'format.no-writer',
  'format.no-reader',
  'format.needs-address',
  'format.nothing-to-write',
  'format.app-only',
  'format.set-only',
  'article.not-found',
  'article.invalid',
  'article.newer-version',
  'article.conflict',
  'article.original-changed',
  'article.missing',
  'article.changed-outside',
  'picture.unknown',
  'picture.too-many-pixels',
  'picture.missing',
  'picture.changed',
  'history.not-found',
  'history.damaged',
  'history.none-whole',
  'desk.not-found',
  'desk.invalid',
  'desk.restored',
  'vocabulary.invalid',
  'file.changed-outside',
  'desk.newer-version',
  'desk.not-empty',
  'desk.none-open',
  'desk.read-only',
  'template.not-found',
  'template.too-many',
  'template.invalid',
  'template.newer-version',
  'backup.inside',
  'backup.none',
  'backup.invalid',
  'backup.newer-version',
  'backup.file-missing',
  'backup.file-changed',
  'backup.stopped',
  'backup.busy',
  'backup.off',
  'index.unavailable',
  'io.not-found',
  'io.denied',
  'io.disk-full',
  'io.busy',
  'io.read',
  'io.write',
  'request.invalid',
  'request.unknown',
  'request.forbidden',
  'claim.detached',
  'claim.wrong-check',
  'claim.unknown-outcome',
  'claim.unknown-evidence',
  'claim.no-grounds',
  'claim.needs-evidence',
  'claim.no-change',
  'claim.no-original',
  'query.no-question',
  'query.no-reason',
  'query.resolved',
  'query.not-resolved',
  'sign-off.no-name',
  'sign-off.own-copy',
  'sign-off.same-person',
  'sign-off.not-found',
  'sign-off.no-reason',
  'override.no-reason',
  'override.nothing',
  'correction.empty',
  'gate.refuses',
  'evidence.unknown-kind',
  'evidence.missing',
  'evidence.changed',
  'confidential.not-set-up',
  'confidential.exists',
  'confidential.damaged',
  'confidential.newer-version',
  'confidential.too-short',
  'confidential.wrong-passphrase',
  'confidential.locked',
  'confidential.missing',
  'confidential.changed',
  'confidential.other-key',
  'confidential.busy',
  'batch.busy',
  'batch.forgotten',
  'batch.changed-since',
  'tag.unknown',
  'tag.no-name',
  'tag.name-taken',
  'tag.iptc-taken',
  'tag.circle',
  'tag.in-use',
  'tag.too-many',
  'tag.too-many-names',
  'tag.changed-since',
  'tag.nothing-to-undo',
  'tag.busy',
  'iptc.invalid',
  'link.refused',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** Values that go into the sentence, e.g. `{name: 'story.txt', limit: '20 MB'}`. Never article text. */
export type FailureParams = Readonly<Record<string, string | number>>;

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  readonly params?: FailureParams;
  /** For the log and for developers; never shown as the sentence itself. */
  readonly detail?: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T> = Success<T> | Failure;

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failure(code: FailureCode, params?: FailureParams, detail?: string): Failure {
  return { ok: false, code, ...(params && { params }), ...(detail !== undefined && { detail }) };
}
