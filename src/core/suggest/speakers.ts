import { fold } from '#core/language/words';
import type { Candidate, SpokenBlock } from './candidates';
import { type Clause, clauseBefore, clauseBehind, clauseInside } from './clauses';
import { type BlockContext, lowerAt } from './context';
import type { Gender } from './names';
import type { Person } from './people';
import { nestedQuotes, type Quote } from './quotation-marks';

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
const wordsOfItsOwn = 2;

/** The quotations of all blocks with their speakers; scare quotes and titles of works are left out. */
export function findSpeakers(blocks: readonly SpokenBlock[], persons: readonly Person[]): SpokenQuote[][] {
  const memory: Memory = { speaker: null, recent: [], announced: null };
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
    fold(blocks[at]?.context.text.slice(start, end) ?? '').replace(/[.,!?…]+$/, '');
  const words = wordsOf(index, one.quote);
  for (const [at, quotes] of found.entries()) {
    const same = isField(blocks[at])
      ? undefined
      : quotes.find(({ quote, speaker }) => speaker !== null && wordsOf(at, quote).includes(words));
    if (same) return { quote: one.quote, speaker: same.speaker };
  }
  return one;
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
    const clause = clauseInside(block, index) ?? clauseBehind(block, index) ?? clauseBefore(block, index);
    const own = clause?.candidate ? spoken(block, clause.candidate, memory, persons) : null;
    if (!isQuotation(block, quote, clause)) continue;
    const speaker =
      own ?? (clause?.candidate ? null : carried(block, index, heard.index, at, memory, previous));
    if (speaker) memory.speaker = { ...speaker, block: at };
    if (speaker?.person) nameAgain(memory, speaker.person, at);
    if (speaker) heard.index = index;
    found.push({ quote, speaker: speaker?.text ?? null }, ...nestedIn(block, quote, memory, persons));
  }
  remember(block, at, seen, block.context.text.length + 1, memory);
  memory.announced = announcedBy(block, memory, persons);
  return found;
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

function nameAgain(memory: Memory, person: Person, block: number, sentence = -1): void {
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
  if (candidate.type === 'pronoun') return byPronoun(block, candidate, memory);
  if (candidate.role) return byRole(context, candidate, memory, persons);
  return { text: textOf(context, candidate), person: null };
}

function textOf({ tokens, text }: BlockContext, { from, to }: Candidate): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

function byPronoun(block: SpokenBlock, { from }: Candidate, memory: Memory): Spoken | null {
  const { lexicon } = block.context;
  const lower = lowerAt(block.context, from);
  const isMale = lexicon.malePronouns.has(lower) || lower === 'lui' || lower === 'him';
  if (!isMale && !lexicon.femalePronouns.has(lower)) return null;
  const gender: Gender = isMale ? 'male' : 'female';
  const unnamed = unnamedBefore(block, from, gender);
  if (unnamed) return unnamed;
  const last = memory.speaker?.person;
  const isFresh = last && memory.recent.at(-1)?.person === last && (last.gender ?? gender) === gender;
  const chosen = isFresh ? last : mostLikely(memory, gender);
  if (!chosen) return null;
  chosen.gender ??= gender;
  return { text: chosen.full, person: chosen };
}

/** Of the persons of one sentence the first is its subject; the last sentence with one that fits decides. */
function mostLikely(memory: Memory, gender: Gender): Person | null {
  const newest = memory.recent.at(-1)?.block ?? 0;
  const sure = memory.recent.findLast(({ person }) => person.gender === gender);
  const last =
    sure && sure.block >= newest - 1
      ? sure
      : memory.recent.findLast(({ person }) => (person.gender ?? gender) === gender);
  if (!last) return null;
  const subject = memory.recent.find(
    (one) =>
      one.block === last.block && one.sentence === last.sentence && one.person.gender === last.person.gender,
  );
  return (subject ?? last).person;
}

const indefinite: Readonly<Record<Gender, RegExp>> = {
  male: /^(?:un|a|an|one)$/,
  female: /^(?:une|a|an|one)$/,
};

/** “An engineer says … “…”, he said”: somebody without a name, when nobody is named behind him in the block. */
function unnamedBefore(block: SpokenBlock, from: number, gender: Gender): Spoken | null {
  const last = block.candidates.findLast(
    (one) => one.from < from && (one.type === 'person' || one.type === 'role'),
  );
  const isIndefinite = last?.type === 'role' && indefinite[gender].test(lowerAt(block.context, last.from));
  // Behind a comma it tells of somebody who has a name: “Anna Keller, 47, a retired midwife”.
  if (!last || !isIndefinite || lowerAt(block.context, last.from - 1) === ',') return null;
  return { text: textOf(block.context, last), person: null };
}

const definite = /^(?:le|la|l'|the|ce|cette)$/;

/** “the mayor”, when one of the persons is the mayor; else the role as it stands. */
function byRole(
  context: BlockContext,
  candidate: Candidate,
  memory: Memory,
  persons: readonly Person[],
): Spoken {
  const head = lastWord(candidate.role?.head ?? '');
  const opener = lowerAt(context, candidate.from);
  const holder = definite.test(opener)
    ? (holderOf(persons, memory, (role) => role === head) ??
      holderOf(persons, memory, (role) => isOfFamily(context, role, head)) ??
      (candidate.role?.isCommon ? describedBy(opener, memory) : null))
    : null;
  return holder ? { text: holder.full, person: holder } : { text: textOf(context, candidate), person: null };
}

/** “the Norwegian biologist”, “l’autrice”: a trade with an article is somebody who has been named. */
function describedBy(opener: string, memory: Memory): Person | null {
  const gender: Gender | null =
    opener === 'la' || opener === 'cette' ? 'female' : opener === 'le' || opener === 'ce' ? 'male' : null;
  const fits = (person: Person): boolean =>
    gender === null || person.gender === null || person.gender === gender;
  const last = memory.speaker?.person;
  if (last && fits(last)) return last;
  return memory.recent.findLast(({ person }) => fits(person))?.person ?? null;
}

function lastWord(head: string): string {
  return head.split(' ').at(-1) ?? head;
}

/** The person with such a role; of several the one who was named last, and before the quotation. */
function holderOf(
  persons: readonly Person[],
  memory: Memory,
  fits: (role: string) => boolean,
): Person | null {
  const holders = persons.filter(({ roles }) =>
    [...roles].some((role) => fits(lastWord(role)) || fits(role.split(' ')[0] ?? '')),
  );
  if (holders.length < 2) return holders[0] ?? null;
  return memory.recent.findLast(({ person }) => holders.includes(person))?.person ?? null;
}

function isOfFamily({ lexicon }: BlockContext, a: string, b: string): boolean {
  return lexicon.roleFamilies.some((family) => family.has(a) && family.has(b));
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
  if (clause === null && isCapitalAmid(context, quote)) return false;
  if (isTitle && count <= 8) return isSpoken && clause.verb === 'colon' && !isTitled(context, quote);
  if (!isSpoken && count < 5 && isTerm(context, quote)) return false;
  if (count === 1) return isSpoken && !isJudgedNoun(context, quote) && /^\p{Ll}/u.test(inner);
  return isSpoken || count >= wordsOfItsOwn;
}

function isTitled({ tokens, lexicon }: BlockContext, { open }: Quote): boolean {
  const before = tokens.findLast((token) => token.end <= open);
  return before !== undefined && lexicon.titleBefore.has(before.lower);
}

/** “des propos jugés « injurieux »”: a participle without an auxiliary judges, and nobody is heard. */
function isJudgedNoun({ tokens, lexicon }: BlockContext, { open }: Quote): boolean {
  const at = tokens.findLastIndex((token) => token.end <= open);
  const isParticiple = /(?:[éiu]e?s?|ed)$/.test(tokens[at]?.lower ?? '');
  return (
    isParticiple &&
    !lexicon.auxiliaries.has(tokens[at - 1]?.lower ?? '') &&
    !lexicon.auxiliaries.has(tokens[at - 2]?.lower ?? '')
  );
}

/** “du « réseau de Valmorin »”: an article before the marks, and nobody speaks: a name or a term. */
function isTerm({ tokens }: BlockContext, { open }: Quote): boolean {
  const before = tokens.findLast((token) => token.end <= open);
  return /^(?:le|la|l'|les|du|des|au|aux|un|une|ce|cette|the|a|an|this)$/.test(before?.lower ?? '');
}

/** A capital in the middle of a sentence where nobody speaks begins a title, not a fragment. */
function isCapitalAmid({ text }: BlockContext, { start, open }: Quote): boolean {
  const before = text.slice(0, open).trimEnd();
  return /^\p{Lu}/u.test(text.slice(start)) && before !== '' && !/[.!?…:»”"’)–—-]$/.test(before);
}

/** Every long word has a capital: a title of a work, or a name. */
function looksLikeTitle(inner: string): boolean {
  const long = inner.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word)) && !/[.!?,…]$/.test(inner);
}
