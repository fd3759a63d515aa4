import type { Candidate, SpokenBlock } from './candidates';
import { type Clause, clauseBefore, clauseBehind } from './clauses';
import { type BlockContext, lowerAt } from './context';
import type { Gender } from './names';
import type { Person } from './persons';
import type { Quote } from './quotation-marks';

/** A quotation with who says it. */
export interface SpokenQuote {
  readonly quote: Quote;
  readonly speaker: string | null;
}

/** What is remembered from one quotation to the next, over the whole article. */
interface Memory {
  /** Who spoke last, and in which block. */
  speaker: { text: string; person: Person | null; block: number } | null;
  /** Persons in the order in which they were named last, newest at the end. */
  recent: { person: Person; block: number; sentence: number }[];
  /** The block before ended with a colon. */
  announced: string | null;
}

/** As many words make a quotation of a stretch that nobody is said to speak. */
const wordsOfItsOwn = 4;

/** The quotations of all blocks with their speakers; scare quotes and titles of works are left out. */
export function findSpeakers(blocks: readonly SpokenBlock[], persons: readonly Person[]): SpokenQuote[][] {
  const memory: Memory = { speaker: null, recent: [], announced: null };
  return blocks.map((block, index) => speakersOf(block, index, memory, persons));
}

function speakersOf(
  block: SpokenBlock,
  at: number,
  memory: Memory,
  persons: readonly Person[],
): SpokenQuote[] {
  const found: SpokenQuote[] = [];
  const heard = { index: -2 };
  let seen = 0;
  const previous = memory.speaker;
  for (const [index, quote] of block.quotes.entries()) {
    seen = remember(block, at, seen, quote.open, memory);
    const clause = clauseBehind(block, index) ?? clauseBefore(block, index);
    const own = clause?.candidate ? spoken(block, clause.candidate, memory, persons) : null;
    if (!isQuotation(block, quote, clause)) continue;
    const speaker =
      own ?? (clause?.candidate ? null : carried(block, index, heard.index, at, memory, previous));
    if (speaker) memory.speaker = { ...speaker, block: at };
    if (speaker?.person) nameAgain(memory, speaker.person, at);
    if (speaker) heard.index = index;
    found.push({ quote, speaker: speaker?.text ?? null });
  }
  remember(block, at, seen, block.context.text.length + 1, memory);
  memory.announced = announcedBy(block, memory, persons);
  return found;
}

interface Spoken {
  readonly text: string;
  readonly person: Person | null;
}

/** Puts the persons who are named up to an offset at the end of the memory; gives the next candidate to look at. */
function remember(block: SpokenBlock, at: number, from: number, offset: number, memory: Memory): number {
  let index = from;
  for (; index < block.candidates.length; index += 1) {
    const candidate = block.candidates[index];
    const token = candidate && block.context.tokens[candidate.from];
    if (!candidate || !token || token.start >= offset) break;
    if (candidate.mention?.person) nameAgain(memory, candidate.mention.person, at, token.sentence);
  }
  return index;
}

function nameAgain(memory: Memory, person: Person, block: number, sentence = 0): void {
  memory.recent = memory.recent.filter((one) => one.person !== person).slice(-20);
  memory.recent.push({ person, block, sentence });
}

/** Whom a candidate names: a name as it stands, a pronoun or a known role by the fullest name. */
function spoken(
  block: SpokenBlock,
  candidate: Candidate,
  memory: Memory,
  persons: readonly Person[],
): Spoken | null {
  const { context } = block;
  if (candidate.mention) {
    const { mention, person } = candidate.mention;
    return { text: mention.name, person };
  }
  if (candidate.type === 'pronoun') return byPronoun(context, candidate, memory);
  if (candidate.role) return byRole(context, candidate, persons);
  return { text: textOf(context, candidate), person: null };
}

function textOf({ tokens, text }: BlockContext, { from, to }: Candidate): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

function byPronoun(context: BlockContext, { from }: Candidate, memory: Memory): Spoken | null {
  const { lexicon } = context;
  const lower = lowerAt(context, from);
  const gender: Gender | null = lexicon.malePronouns.has(lower)
    ? 'male'
    : lexicon.femalePronouns.has(lower)
      ? 'female'
      : null;
  if (!gender) return null;
  const fits = (person: Person): boolean => person.gender === null || person.gender === gender;
  const last = memory.speaker;
  const isFresh = last !== null && memory.recent.at(-1)?.person === last.person;
  const chosen =
    isFresh && last?.person && fits(last.person)
      ? last.person
      : (memory.recent.findLast(({ person }) => person.gender === gender)?.person ??
        memory.recent.findLast(({ person }) => fits(person))?.person);
  if (!chosen) return null;
  chosen.gender ??= gender;
  return { text: chosen.full, person: chosen };
}

const definite = /^(?:le|la|l'|the|ce|cette)$/;

/** “the mayor”, when one of the persons is the mayor; else the role as it stands. */
function byRole(context: BlockContext, candidate: Candidate, persons: readonly Person[]): Spoken {
  const head = candidate.role?.head ?? '';
  const holders = definite.test(lowerAt(context, candidate.from))
    ? persons.filter((person) => holds(person, head))
    : [];
  const [holder] = holders;
  if (holder && holders.length === 1) return { text: holder.full, person: holder };
  return { text: textOf(context, candidate), person: null };
}

function holds(person: Person, head: string): boolean {
  const last = head.split(' ').at(-1) ?? head;
  return [...person.roles].some((role) => role === head || role.split(' ').at(-1) === last);
}

/** Nobody is named beside the quotation: who spoke before it in the block, or whom the block before announced. */
function carried(
  block: SpokenBlock,
  index: number,
  heard: number,
  at: number,
  memory: Memory,
  previous: Memory['speaker'],
): Spoken | null {
  const isBehindOwn = heard >= 0 && heard === index - 1;
  if (isBehindOwn || (heard >= 0 && memory.speaker)) return memory.speaker;
  const later = index === 0 ? laterInBlock(block) : null;
  if (later) return later;
  const sentence = sentenceBefore(block, index, memory, at);
  if (sentence) return sentence;
  const isAlone = block.context.text.slice(0, block.quotes[index]?.open ?? 0).trim() === '';
  if (!isAlone) return null;
  if (memory.announced !== null) return { text: memory.announced, person: null };
  return previous && previous.block === at - 1 ? previous : lastNamed(memory, at - 1);
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
function sentenceBefore(block: SpokenBlock, index: number, memory: Memory, at: number): Spoken | null {
  const { tokens } = block.context;
  const open = block.quotes[index]?.open ?? 0;
  const before = tokens.findLast((token) => token.end <= open);
  const last = memory.recent.at(-1);
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

/** Whether marks stand around somebody's words, and not around a title, a name or a word held at arm's length. */
function isQuotation(block: SpokenBlock, quote: Quote, clause: Clause | null): boolean {
  const { context } = block;
  const inner = context.text.slice(quote.start, quote.end);
  const count = inner.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (count === 0) return false;
  if (quote.state !== 'whole') return count >= wordsOfItsOwn;
  const isTitle = isTitled(context, quote) || (count > 1 && looksLikeTitle(inner));
  const isSpoken = clause !== null && (clause.candidate !== null || clause.verb === 'colon');
  if (isTitle && count <= 8) return isSpoken && clause.verb === 'colon' && !isTitled(context, quote);
  if (isSpoken) return true;
  if (count >= wordsOfItsOwn) return true;
  return count > 1 && clause !== null;
}

function isTitled({ tokens, lexicon }: BlockContext, { open }: Quote): boolean {
  const before = tokens.findLast((token) => token.end <= open);
  return before !== undefined && lexicon.titleBefore.has(before.lower);
}

/** Every long word has a capital: a title of a work, or a name. */
function looksLikeTitle(inner: string): boolean {
  const long = inner.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word)) && !/[.!?,…]$/.test(inner);
}
