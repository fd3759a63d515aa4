import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import { blockHashes, changedBlocks, contentHash, recordHash } from './content';
import { authorsOf, isSamePerson, personKey } from './people';
import type { SignOff, SignOffEntry } from './record-schema';
import type { Role } from './values';

export const signOffStates = ['valid', 'lapsed', 'withdrawn'] as const;
export type SignOffState = (typeof signOffStates)[number];

/** A signature as it stands now. */
export interface SignOffView {
  readonly signOff: SignOff;
  readonly state: SignOffState;
  /** Ids of the blocks that are not as they were when it was given; empty while it is valid. */
  readonly changed: readonly string[];
  /** What was found and asked is not what was signed on. */
  readonly recordChanged: boolean;
  readonly withdrawn: Extract<SignOffEntry, { type: 'withdrawn' }> | null;
}

/** Every signature that was ever given, oldest first, and whether it stands on this copy. */
export function signOffViews(article: Article): SignOffView[] {
  // Hashing a long article takes milliseconds, and most are asked about before anybody has signed.
  if (article.signOffs.length === 0) return [];
  const content = contentHash(article);
  const record = recordHash(article);
  return article.signOffs.flatMap((entry): SignOffView[] => {
    if (entry.type !== 'signed') return [];
    const withdrawn =
      article.signOffs.find(
        (other): other is Extract<SignOffEntry, { type: 'withdrawn' }> =>
          other.type === 'withdrawn' && other.signOff === entry.id,
      ) ?? null;
    const isSame = entry.contentHash === content;
    return [
      {
        signOff: entry,
        state: withdrawn ? 'withdrawn' : isSame ? 'valid' : 'lapsed',
        changed: isSame ? [] : changedBlocks(entry.blocks, article.body),
        recordChanged: entry.recordHash !== record,
        withdrawn,
      },
    ];
  });
}

/** The last signature of a role that nobody withdrew; null when there is none. */
export function currentSignOff(views: readonly SignOffView[], role: Role): SignOffView | null {
  return views.findLast((view) => view.signOff.role === role && view.state !== 'withdrawn') ?? null;
}

export interface Signing {
  readonly id: string;
  readonly role: Role;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly note?: string;
}

/** Roles that judge the copy of somebody else. */
const checkingRoles: readonly Role[] = ['checker', 'second-checker'];

/**
 * The article with one more signature, bound to its copy as it is. Codes: `sign-off.no-name`, `sign-off.same-person`
 * (the second checker is the first), `sign-off.own-copy` (an author checks on a desk of several people; on a desk of
 * one it is allowed and labelled as self-checked).
 */
export function signOff(
  article: Article,
  signing: Signing,
  desk: { readonly onePerson: boolean },
): Result<Article> {
  const { id, role, at } = signing;
  const by = signing.by.trim();
  const key = personKey(by);
  if (key === null) return failure('sign-off.no-name');
  const views = signOffViews(article);
  const other = role === 'checker' ? 'second-checker' : role === 'second-checker' ? 'checker' : null;
  const colleague = other && currentSignOff(views, other);
  if (colleague && isSamePerson(colleague.signOff.by, by))
    return failure('sign-off.same-person', { name: by });
  const isOwn = checkingRoles.includes(role) && authorsOf(article).has(key);
  if (isOwn && !desk.onePerson) return failure('sign-off.own-copy', { name: by });
  const entry: SignOff = {
    type: 'signed',
    id,
    role,
    by,
    at,
    contentHash: contentHash(article),
    recordHash: recordHash(article),
    blocks: blockHashes(article.body),
    selfChecked: isOwn,
    note: signing.note?.trim() ?? '',
  };
  return success({ ...article, signOffs: [...article.signOffs, entry] });
}

/** The article with a signature withdrawn. Codes: `sign-off.not-found`, `sign-off.no-name`, `sign-off.no-reason`. */
export function withdrawSignOff(
  article: Article,
  given: {
    readonly id: string;
    readonly signOff: string;
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  },
): Result<Article> {
  const found = signOffViews(article).find(({ signOff: one }) => one.id === given.signOff);
  if (!found || found.state === 'withdrawn') return failure('sign-off.not-found');
  if (personKey(given.by) === null) return failure('sign-off.no-name');
  if (given.reason.trim() === '') return failure('sign-off.no-reason');
  const { id, signOff: withdrawn, by, at, reason } = given;
  const entry: SignOffEntry = {
    type: 'withdrawn',
    id,
    signOff: withdrawn,
    by: by.trim(),
    at,
    reason: reason.trim(),
  };
  return success({ ...article, signOffs: [...article.signOffs, entry] });
}
