import type { Language } from '#core/article/values';
import type { TextBlock } from '#core/body/walk';
import { copyText } from '#core/claims/anchors';
import { findWrongSums } from './arithmetic';
import { type BlockContext, openBlock } from './context';
import { findDates } from './dates';
import type { Mention } from './mentions';
import { findNames } from './names';
import { findQuantities } from './quantities';
import { findQuotes, type Quote } from './quotation-marks';
import { findStatements } from './statements';
import type { Draft } from './types';

/** What the rules find in one block by itself. It depends on nothing but its input, so it can be kept and used again. */
export interface BlockFindings {
  readonly blockId: string;
  readonly context: BlockContext;
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  readonly drafts: readonly Draft[];
}

/** Lines in which nothing is looked for: code, and the names of authors. */
const silent: ReadonlySet<TextBlock['type']> = new Set(['code', 'byline']);
const captions: ReadonlySet<TextBlock['type']> = new Set(['picture']);

/** Everything that one block gives without knowing the others. */
export function findInBlock(
  block: Pick<TextBlock, 'id' | 'type' | 'content'>,
  language: Language,
  published: string | null,
): BlockFindings {
  const text = silent.has(block.type) ? '' : copyText(block.content);
  const context = openBlock({ text, type: block.type, language, published });
  if (text === '') return { blockId: block.id, context, mentions: [], quotes: [], drafts: [] };
  findDates(context);
  findQuantities(context);
  const mentions = findNames(context);
  const wrong = findWrongSums(context);
  const flagged = new Set(wrong.map(({ start }) => start));
  const drafts = [
    ...context.drafts.filter((draft) => !flagged.has(draft.start)),
    ...wrong,
    ...findStatements(context),
    ...(captions.has(block.type) && !block.id.includes('.') ? [captionOf(text)] : []),
  ];
  return { blockId: block.id, context, mentions, quotes: findQuotes(text, context.lexicon), drafts };
}

function captionOf(text: string): Draft {
  return { kind: 'caption', start: 0, end: text.length, code: 'caption' };
}
