import fc from 'fast-check';
import {
  $getSelection,
  $isRangeSelection,
  COPY_COMMAND,
  CUT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import type { Block } from '#core/body/schema';
import { bodyText, plainText, textBlocks } from '#core/body/walk';
import { anchorClaim, anchors } from '#core/claims/anchors';
import { newClaim } from '#core/claims/create';
import { giveOutcome } from '#core/claims/outcomes';
import type { Claim } from '#core/claims/schema';
import { claimStatus } from '#core/claims/status';
import { prepareClipboard } from '../../src/renderer/features/editor/paste';
import { selectText } from '../../src/renderer/features/editor/text-positions';
import { runEdit } from '../../src/renderer/features/editor/use-editor-commands';
import { openEditor, transfer } from './support';

const at = '2026-05-12T09:00:00.000Z';
const lines = [
  'Le bilan est de 12 soldats tués, selon la mairie de Valmont.',
  'La ville compte 3 400 habitants et 2 écoles depuis 2019.',
  'Le maire a promis 5 millions d’euros avant la fin du mois.',
];
const claimed = ['12 soldats', 'mairie de Valmont', '3 400 habitants', '2019', '5 millions d’euros'];

/** Three paragraphs with five checked claims. */
function checkedStory(): { body: Block[]; claims: Claim[] } {
  const paragraphs = lines.map(
    (text, index): Block => ({
      id: `b${index}`,
      type: 'paragraph',
      content: [{ type: 'text', text }],
    }),
  );
  const body = claimed.reduce<Block[]>(
    (so, words, index) => {
      const line = lines.findIndex((text) => text.includes(words));
      const start = lines[line]?.indexOf(words) ?? 0;
      return anchorClaim(so, `k${index}`, [{ blockId: `b${line}`, start, end: start + words.length }]);
    },
    composeBody({ headline: 'Titre' }, paragraphs),
  );
  const where = anchors(body);
  const claims = claimed.map((text, index) => {
    const claim = newClaim({ id: `k${index}`, text, kind: 'other', at, by: 'A' });
    const given = { check: 'true', value: 'confirmed', reason: 'vu', by: 'A', at } as const;
    const checked = giveOutcome(claim, where.get(claim.id), given);
    if (!checked.ok) throw new Error(checked.code);
    return checked.value;
  });
  return { body, claims };
}

const spot = fc.record({ line: fc.nat(9), from: fc.nat(70), length: fc.nat(25) });
const operation = fc.oneof(
  fc.record({ type: fc.constant('type' as const), spot, text: fc.constantFrom('x', ' de', '0', '%', '. ') }),
  fc.record({ type: fc.constantFrom('delete' as const, 'split' as const, 'bold' as const), spot }),
  fc.record({ type: fc.constantFrom('cut' as const, 'copy' as const), spot, to: spot }),
  fc.record({ type: fc.constantFrom('up' as const, 'down' as const), spot }),
  fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

type Open = ReturnType<typeof openEditor>;

/** Selects a stretch of some line; `length` 0 is the caret. */
function choose(
  { editor }: Open,
  { line, from, length }: { line: number; from: number; length: number },
): void {
  const all = [...textBlocks(editor.readBody())].slice(3);
  const block = all[line % Math.max(1, all.length)];
  if (!block) return;
  const { length: most } = plainText(block.content);
  const start = Math.min(from, most);
  selectText(editor, { blockId: block.id, start, end: Math.min(most, start + length) });
}

function carryOut(open: Open, one: Operation): void {
  const { lexical } = open.editor;
  const withSelection = (work: (selection: ReturnType<typeof $getSelection>) => void): void =>
    open.update(() => work($getSelection()));
  if ('spot' in one) choose(open, one.spot);
  if (one.type === 'type')
    withSelection((selection) => $isRangeSelection(selection) && selection.insertText(one.text));
  if (one.type === 'delete')
    withSelection((selection) => $isRangeSelection(selection) && selection.removeText());
  if (one.type === 'bold')
    withSelection((selection) => $isRangeSelection(selection) && selection.formatText('bold'));
  if (one.type === 'split') lexical.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  if (one.type === 'up' || one.type === 'down') runEdit(`block.move-${one.type}`, lexical);
  if (one.type === 'undo') lexical.dispatchCommand(UNDO_COMMAND, undefined);
  if (one.type === 'redo') lexical.dispatchCommand(REDO_COMMAND, undefined);
  if (one.type === 'cut' || one.type === 'copy') carry(open, one);
  open.update(() => undefined);
}

/** Takes a stretch to another place through the clipboard. */
function carry(open: Open, { type, to }: Extract<Operation, { type: 'cut' | 'copy' }>): void {
  const { lexical } = open.editor;
  const clipboardData = transfer();
  const event = (name: string) =>
    // Lexical tells the two kinds of event apart by the name of their class, which jsdom does not have.
    Object.assign(new ClipboardEvent(name, { cancelable: true }), {
      clipboardData,
      dataTransfer: clipboardData,
    }) as unknown as ClipboardEvent;
  const take = type === 'cut' ? CUT_COMMAND : COPY_COMMAND;
  open.update(() => void lexical.dispatchCommand(take, event(type)));
  if (clipboardData.types.length === 0) return;
  choose(open, { ...to, length: 0 });
  open.update(() => void lexical.dispatchCommand(PASTE_COMMAND, event('paste')));
}

/** Claims that count as checked on words that nobody checked. */
function misplaced({ editor }: Open, claims: readonly Claim[]): string[] {
  const where = anchors(editor.readBody());
  return claims
    .filter((claim) => claimStatus(claim, where.get(claim.id)) === 'checked')
    .filter((claim) => where.get(claim.id)?.boundText !== claim.text)
    .map(({ id }) => id);
}

/** The text, and what every claim stands on. */
function told(body: readonly Block[]) {
  return { text: bodyText(body), claims: [...anchors(body)].map(([id, { text }]) => [id, text]) };
}

describe('checked claims, whatever is done to the text', () => {
  beforeAll(prepareClipboard);

  it('never stand on other words, and are what they were when everything is undone', () => {
    const { body, claims } = checkedStory();
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 12 }), (operations) => {
        const open = openEditor(body, (id) => claims.some((claim) => claim.id === id));
        try {
          for (const one of operations) {
            carryOut(open, one);
            expect(misplaced(open, claims)).toEqual([]);
          }
          for (let step = 0; step < 60; step += 1)
            open.editor.lexical.dispatchCommand(UNDO_COMMAND, undefined);
          open.update(() => undefined);
          expect(told(open.editor.readBody())).toEqual(told(body));
        } finally {
          open.dispose();
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
