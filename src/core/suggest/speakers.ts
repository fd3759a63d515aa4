import { fold } from '#core/language/words';
import { type Memory, nameAgain, type Spoken, spoken } from './antecedents';
import type { Candidate, SpokenBlock } from './candidates';
import { type Clause, clauseBefore, clauseBehind, clauseInside } from './clauses';
import { firstOfSentence, joinedBehind } from './open-clauses';
import type { Person } from './people';
import { nestedQuotes, type Quote } from './quotation-marks';
import { isQuotation } from './quotation-or-not';

/** A quotation with who says it. */
export interface SpokenQuote {
  readonly quote: Quote;
  readonly speaker: string | null;
}

/** The quotations of all blocks with their speakers; scare quotes and titles of works are left out. */
export function findSpeakers(blocks: readonly SpokenBlock[], persons: readonly Person[]): SpokenQuote[][] {
  const memory: Memory = { speaker: null, recent: [], asker: null, body: null, announced: null };
  const found = blocks.map((block, index) => speakersOf(block, index, memory, persons));
  return found.map((quotes, index) =>
    isField(blocks[index]) ? quotes.map((one) => fromStory(one, index, blocks, found)) : quotes,
  );
}

function isField(block: SpokenBlock | undefined): boolean {
  return block?.context.type === 'headline' || block?.context.type === 'standfirst';
}

/** A headline seldom says who speaks: the story that has the same words does. */
function fromStory(
  one: SpokenQuote,
  index: number,
  blocks: readonly SpokenBlock[],
  found: readonly (readonly SpokenQuote[])[],
): SpokenQuote {
  const wordsOf = (at: number, { start, end }: Quote): string =>
    fold(blocks[at]?.context.text.slice(start, end) ?? '').replace(/(?<![.,!?…])[.,!?…]+$/, '');
  const words = wordsOf(index, one.quote);
  for (const [at, quotes] of found.entries()) {
    const same = isField(blocks[at])
      ? undefined
      : quotes.find(({ quote, speaker }) => speaker !== null && wordsOf(at, quote).includes(words));
    if (same) return { quote: one.quote, speaker: same.speaker };
  }
  return one;
}

/** One block on the way through the article. */
interface Place {
  readonly block: SpokenBlock;
  /** Index of the block in the article. */
  readonly at: number;
  readonly memory: Memory;
  readonly persons: readonly Person[];
  /** Who spoke last before this block. */
  readonly previous: Memory['speaker'];
  /** Index of the last quotation of the block that has a speaker; -2 for none. */
  heard: number;
}

function speakersOf(
  block: SpokenBlock,
  at: number,
  memory: Memory,
  persons: readonly Person[],
): SpokenQuote[] {
  const place: Place = { block, at, memory, persons, previous: memory.speaker, heard: -2 };
  const found: SpokenQuote[] = [];
  let seen = 0;
  for (const [index, quote] of block.quotes.entries()) {
    seen = remember(block, at, seen, quote.open, memory);
    const clause = clauseOf(block, index);
    if (!isQuotation(block, quote, clause)) continue;
    const speaker = speakerOf(place, index, clause);
    found.push({ quote, speaker: speaker?.text ?? null }, ...nestedIn(block, quote, memory, persons));
  }
  remember(block, at, seen, block.context.text.length + 1, memory);
  memory.announced = announcedBy(block, memory, persons);
  return found;
}

/** A tag inside of the marks, behind or before them; behind them a name is worth more than a pronoun inside. */
function clauseOf(block: SpokenBlock, index: number): Clause | null {
  const inside = clauseInside(block, index);
  if (inside && inside.candidate?.type !== 'pronoun') return inside;
  const behind = clauseBehind(block, index);
  return (inside && !behind?.candidate?.mention ? inside : behind) ?? clauseBefore(block, index);
}

/** Who says one quotation; he is remembered as the last who spoke. */
function speakerOf(place: Place, index: number, clause: Clause | null): Spoken | null {
  const { block, at, memory, persons } = place;
  const speaker = clause?.candidate
    ? spoken(block, clause.candidate, memory, persons)
    : carried(place, index, clause);
  if (!speaker) return null;
  memory.speaker = { ...speaker, block: at };
  if (clause?.candidate && isQuestion(block, index)) memory.asker = speaker;
  if (speaker.person) nameAgain(memory, speaker.person, at);
  place.heard = index;
  return speaker;
}

/** Somebody else’s words inside of a quotation: “She told me, ‘You can go.’” */
function nestedIn(
  block: SpokenBlock,
  outer: Quote,
  memory: Memory,
  persons: readonly Person[],
): SpokenQuote[] {
  const { context, everybody } = block;
  const quotes = nestedQuotes(context.text, outer, context.lexicon);
  if (quotes.length === 0) return [];
  const inner = everybody.filter(({ from }) => {
    const start = context.tokens[from]?.start ?? 0;
    return (
      start >= outer.start &&
      start < outer.end &&
      !quotes.some(({ open, close }) => start >= open && start < close)
    );
  });
  const nested: SpokenBlock = { context, quotes, candidates: inner, everybody };
  return quotes.flatMap((quote, index): SpokenQuote[] => {
    const clause = clauseBefore(nested, index);
    if (!clause || clause.verb === 'judging') return [];
    const speaker = clause.candidate ? spoken(nested, clause.candidate, memory, persons) : null;
    return [{ quote, speaker: speaker?.text ?? null }];
  });
}

/** Puts the persons who are named up to an offset at the end of the memory; gives the next candidate to look at. */
function remember(block: SpokenBlock, at: number, from: number, offset: number, memory: Memory): number {
  let index = from;
  for (; index < block.candidates.length; index += 1) {
    const candidate = block.candidates[index];
    const token = candidate && block.context.tokens[candidate.from];
    if (!candidate || !token || token.start >= offset) break;
    if (isCompany(candidate)) memory.body = candidate.mention?.mention.name ?? null;
    if (candidate.mention?.person) nameAgain(memory, candidate.mention.person, at, token.sentence);
  }
  return index;
}

function isQuestion({ context, quotes }: SpokenBlock, index: number): boolean {
  return context.text[(quotes[index]?.end ?? 0) - 1] === '?';
}

function beginsHigh({ context, quotes }: SpokenBlock, index: number): boolean {
  return /^\p{Lu}/u.test(context.text.slice(quotes[index]?.start ?? 0));
}

/** A name of several words, or one that the lists know: a single unknown capital may be anything. */
function isCompany({ type, mention }: Candidate): boolean {
  if (type !== 'body' || !mention) return false;
  return mention.mention.strength >= 1 || /[\s\u00a0]/.test(mention.mention.name);
}

/** Nobody is named beside the quotation: who spoke before it in the block, or whom the block before announced. */
function carried(place: Place, index: number, clause: Clause | null): Spoken | null {
  const { block, memory, heard } = place;
  const own = clause?.verb === 'colon' ? null : subjectOf(place, index);
  if (own) return own;
  if (heard >= 0 && memory.speaker) return memory.speaker;
  const near = (index === 0 ? laterInBlock(block) : null) ?? sentenceBefore(place, index, clause);
  if (near) return near;
  const before = block.context.text.slice(0, block.quotes[index]?.open ?? 0).trimEnd();
  // “And the mushrooms? “All eaten.””: a sentence that names nobody stands before it.
  const isAlone = before === '' || (/[.!?…]$/.test(before) && beginsHigh(block, index));
  if (!isAlone) return null;
  if (memory.announced !== null) return { text: memory.announced, person: null };
  return turnOf(place, index);
}

/** A fragment without a tag is of whom its own sentence is about, when that is a person: “Keller’s plea was “late””. */
function subjectOf({ block, memory, persons, heard }: Place, index: number): Spoken | null {
  const { text, tokens } = block.context;
  const open = block.quotes[index]?.open ?? 0;
  const before = text.slice(0, open).trimEnd();
  if (before === '' || /[.!?…:»”"’]$/.test(before)) return null;
  const subject = firstOfSentence(block, open);
  if (!subject || subject.type === 'pronoun') return null;
  const begins = tokens[subject.begins]?.start ?? 0;
  const floor = block.quotes[heard]?.close ?? 0;
  const own = begins < floor ? joinedBehind(block, floor) : subject;
  return own && spoken(block, own, memory, persons);
}

/** A paragraph of nothing but speech: a second question is the asker’s, else whoever spoke before goes on. */
function turnOf({ block, at, memory, previous }: Place, index: number): Spoken | null {
  if (previous?.block !== at - 1) return lastNamed(memory, at - 1);
  return (isQuestion(block, index) ? memory.asker : null) ?? previous;
}

/** “X.” “Y,” said Keller: the first stretch has no tag of its own. */
function laterInBlock(block: SpokenBlock): Spoken | null {
  const second = block.quotes[1];
  const first = block.quotes[0];
  if (!first || !second || block.context.text.slice(first.close, second.open).trim().length > 2) return null;
  const mention = clauseBehind(block, 1)?.candidate?.mention;
  return mention ? { text: mention.mention.name, person: mention.person } : null;
}

/** “Keller was blunt. “We lost.””: whom the sentence before named. */
function sentenceBefore({ block, at, memory }: Place, index: number, clause: Clause | null): Spoken | null {
  const { tokens } = block.context;
  const open = block.quotes[index]?.open ?? 0;
  const before = tokens.findLast((token) => token.end <= open);
  // “His letter accuses Marsh: “…””: whoever stands in the sentence itself is no writer of it.
  const isOther = clause?.verb === 'colon';
  const last = memory.recent.findLast(
    (one) => !(isOther && one.block === at && one.sentence === before?.sentence),
  );
  if (!before || !last || last.block !== at) return null;
  return { text: last.person.full, person: last.person };
}

function lastNamed(memory: Memory, block: number): Spoken | null {
  const last = memory.recent.at(-1);
  return last && last.block === block ? { text: last.person.full, person: last.person } : null;
}

/** The speaker whom a block ends by announcing: “Anna Keller said:”. */
function announcedBy(block: SpokenBlock, memory: Memory, persons: readonly Person[]): string | null {
  if (!/[:]\s*$/.test(block.context.text)) return null;
  const candidate = block.candidates.find((one) => one.type === 'person') ?? block.candidates[0];
  return candidate ? (spoken(block, candidate, memory, persons)?.text ?? null) : null;
}
