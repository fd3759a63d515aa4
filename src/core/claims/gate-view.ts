import type { Block } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import type { BlockerCode } from './blocker-codes';
import { type Blocker, excerpt } from './gate';
import type { GatePolicy } from './gate-policy';
import { currentSignOff, type SignOffView } from './sign-offs';
import { type Role, roles } from './values';

/** Blockers of one sort. */
export interface BlockerGroup {
  readonly code: BlockerCode;
  readonly blockers: readonly Blocker[];
}

/** Blockers by what is wrong; groups stand in the order in which the gate first named one of theirs. */
export function groupBlockers(blockers: readonly Blocker[]): BlockerGroup[] {
  const groups = new Map<BlockerCode, Blocker[]>();
  for (const blocker of blockers) {
    const group = groups.get(blocker.code);
    if (group) group.push(blocker);
    else groups.set(blocker.code, [blocker]);
  }
  return [...groups].map(([code, found]) => ({ code, blockers: found }));
}

/** Blocks that a link can lead to, in the order asked for, and how many are no longer in the copy. */
export interface Places {
  /** `text` is an excerpt; empty for a block without words. */
  readonly present: readonly { readonly id: string; readonly text: string }[];
  readonly gone: number;
}

export function placesOf(body: readonly Block[], ids: readonly string[]): Places {
  const known = new Set(body.map(({ id }) => id));
  const present = ids.filter((id) => known.has(id));
  return {
    present: present.map((id) => ({ id, text: excerpt(textUnder(body, id)) })),
    gone: ids.length - present.length,
  };
}

/** The block of the body that is, or holds, the line `id`: an item of a list and a cell have ids of their own. */
export function blockHolding(body: readonly Block[], id: string): Block | undefined {
  const own = body.find((block) => block.id === id);
  return own ?? body.find((block) => [...textBlocks([block])].some((line) => line.id === id));
}

/** The words of a block, or of one line of a block that has several; empty when it is gone. */
export function textUnder(body: readonly Block[], id: string): string {
  const block = blockHolding(body, id);
  if (!block) return '';
  const lines = [...textBlocks([block])];
  const line = block.id === id ? undefined : lines.find((one) => one.id === id);
  return (line ? [line] : lines)
    .map(({ content }) => plainText(content))
    .join('\n')
    .trim();
}

/** The role whose signature the desk waits for next, in the order in which copy passes them; `editor` when none. */
export function nextRole(views: readonly SignOffView[], policy: Pick<GatePolicy, 'roles'>): Role {
  const missing = roles.find(
    (role) => policy.roles.includes(role) && currentSignOff(views, role)?.state !== 'valid',
  );
  return missing ?? 'editor';
}
