import { useEffect } from 'react';
import type { CommandId } from '#core/commands/table';
import type { EdgeMove } from '#core/galley/edges';
import { stretchesOf } from '#core/galley/items';
import { runCommand, useCommands } from '../../commands/registry';
import { opened } from '../../session/article-session';
import { createClaim, removeClaim, stepClaim } from '../../session/claim-session';
import { middleView } from '../../session/desk-view';
import { activeClaim, editorPort, setFact } from '../../session/editor-port';
import {
  acceptItem,
  activeKey,
  activeSuggested,
  applyChange,
  decide,
  dismissing,
  galleyFilter,
  isChecking,
  itemByKey,
  mergeActive,
  moveActiveEdge,
  shownItems,
  splitActive,
  standOn,
  stepItem,
  suggestions,
} from '../../session/galley-session';
import { tell } from '../../session/notices';
import { useSelected, useStore } from '../../session/store';
import { useSuggestions } from './use-suggestions';

/** Outcomes that have a key of their own, by the ids of the default scale. */
const outcomes: Partial<Record<CommandId, string>> = {
  'galley.confirm': 'confirmed',
  'galley.change': 'confirmed-with-change',
  'galley.wrong': 'wrong',
  'galley.disputed': 'disputed',
  'galley.not-verifiable': 'not-verifiable',
  'galley.on-author': 'on-author',
  'galley.not-checkable': 'not-checkable',
};

const edges: Partial<Record<CommandId, EdgeMove>> = Object.fromEntries(
  (['start', 'end'] as const).flatMap((edge) =>
    (['word', 'character'] as const).flatMap((by) => [
      [`edge.${edge}-on-${by}`, { edge, by, step: 1 }],
      [`edge.${edge}-back-${by}`, { edge, by, step: -1 }],
    ]),
  ),
);

/** The commands on claims and of the galley. `showPanel` brings the panel up where it is needed. */
export function useGalley(showPanel: () => void): void {
  const active = useStore(activeClaim);
  const isOn = useStore(isChecking);
  const isOpen = useSelected(opened, (current) => current !== null);
  const isShown = useSelected(middleView, (current) => current === 'article') && isOpen;
  useEffect(() => setFact('claim', active !== null), [active]);
  useEffect(() => setFact('galley', isOn && isShown), [isOn, isShown]);
  useSuggestions();
  useGalleyPaint();
  useCommands({
    ...each(outcomes, (value) => () => void decide(value)),
    ...each(edges, (move) => () => moveActiveEdge(move)),
    'galley.toggle': () => {
      isChecking.update((current) => !current);
      if (isChecking.get()) showPanel();
      else activeSuggested.set(null);
      requestAnimationFrame(() => editorPort.get()?.focus());
    },
    'galley.next': () => stepItem(1),
    'galley.previous': () => stepItem(-1),
    'galley.skip': () => stepItem(1),
    'galley.accept': () => void acceptItem(),
    'galley.apply': applyChange,
    'galley.query': () => acceptItem() !== null && runCommand('query.ask'),
    'galley.evidence': () => acceptItem() !== null && focusPart('[data-part="evidence"]'),
    'galley.dismiss': () => {
      const item = itemByKey(activeKey());
      if (item?.type === 'suggestion') dismissing.set(item.key);
      else tell('galley.only-suggestions');
    },
    'galley.split': splitActive,
    'galley.merge': mergeActive,
    'claim.create': () => {
      if (createClaim()) showPanel();
      else tell('app.claims.select-first');
    },
    'claim.next': () => (isOn ? stepItem(1) : stepClaim(1)),
    'claim.previous': () => (isOn ? stepItem(-1) : stepClaim(-1)),
    'claim.confirm': () => {
      const item = itemByKey(active && `claim:${active}`);
      if (!item) return;
      showPanel();
      standOn(item);
      void decide('confirmed');
    },
    'claim.remove': () => active && removeClaim(active),
  });
}

function each<V>(
  table: Partial<Record<CommandId, V>>,
  handler: (value: V) => () => void,
): Partial<Record<CommandId, () => void>> {
  return Object.fromEntries(Object.entries(table).map(([id, value]) => [id, handler(value as V)]));
}

function focusPart(selector: string): void {
  // The card of a claim that was made this moment is not drawn yet.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`${selector} :is(input, textarea, button)`)?.focus(),
  );
}

/** Paints the suggestions while the galley is open. */
function useGalleyPaint(): void {
  const isOn = useStore(isChecking);
  const found = useStore(suggestions);
  const filter = useStore(galleyFilter);
  const active = useStore(activeSuggested);
  const port = useStore(editorPort);
  const article = useSelected(opened, (current) => (isOn ? (current?.article ?? null) : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown follows from all of these
  useEffect(() => {
    if (!isOn || !article) return undefined;
    const shown = shownItems(article).filter((item) => item.type === 'suggestion');
    port?.paintSuggested(
      shown.flatMap((item) => stretchesOf(item)),
      shown.findIndex(({ key }) => key === active),
    );
    return () => port?.paintSuggested(null, -1);
  }, [isOn, article, found, filter, active, port]);
}
