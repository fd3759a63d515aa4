import { blockHolding } from '#core/claims/gate-view';
import type { Target } from '#core/claims/record-schema';
import { runCommand } from '../../commands/registry';
import { opened } from '../../session/article-session';
import { activeClaim, editorPort } from '../../session/editor-port';
import { activeSuggested } from '../../session/galley-session';
import { gateFocus } from '../../session/gate-session';
import { goToQuery } from '../../session/query-session';
import { activeComment } from '../../session/review-session';

type Going = { readonly [K in Target['type']]: (id: string) => void };

/** Where a blocker is put right. A claim is only shown: whoever walks down the list keeps the focus in it. */
const ways: Going = {
  claim: (id) => {
    activeSuggested.set(null);
    activeClaim.set(id);
    editorPort.get()?.revealClaim(id);
  },
  query: (id) => {
    const query = opened.get()?.article.queries.find((one) => one.id === id);
    if (!query) return;
    runCommand('panel.intake');
    goToQuery(query);
  },
  comment: (id) => {
    runCommand('panel.comments');
    activeComment.set(id);
    editorPort.get()?.goToReviewed(id);
  },
  suggestion: (id) => editorPort.get()?.goToReviewed(id),
  block: (id) => {
    const block = blockHolding(opened.get()?.article.body ?? [], id);
    if (block) editorPort.get()?.goToBlock(block.id);
  },
  role: (id) => gateFocus.set({ part: 'sign', role: id as Extract<Target, { type: 'role' }>['id'] }),
};

export function goToTarget({ type, id }: Target): void {
  ways[type](id);
}
