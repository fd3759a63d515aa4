import type { Candidate, SpokenBlock } from './candidates';
import { type BlockContext, lowerAt } from './context';
import type { Gender } from './mentions';
import type { Person } from './people';

/** What is remembered from one quotation to the next, over the whole article. */
export interface Memory {
  /** Who spoke last, and in which block. */
  speaker: { text: string; person: Person | null; block: number } | null;
  /** Persons in the order in which they were named last, newest at the end. */
  recent: { person: Person; block: number; sentence: number }[];
  /** Who asked a question last, in a quotation that says so. */
  asker: Spoken | null;
  /** The company, party or office that was named last. */
  body: string | null;
  /** The block before ended with a colon. */
  announced: string | null;
}

/** Who speaks, as the copy names them. */
export interface Spoken {
  readonly text: string;
  readonly person: Person | null;
}

export function nameAgain(memory: Memory, person: Person, block: number, sentence = -1): void {
  memory.recent = memory.recent.filter((one) => one.person !== person).slice(-20);
  memory.recent.push({ person, block, sentence });
}

/** Whom a candidate names: a name as it stands, a pronoun or a known role by the fullest name. */
export function spoken(
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
  if (candidate.type === 'phrase' || candidate.type === 'body') return byPhrase(context, candidate, memory);
  return { text: textOf(context, candidate), person: null };
}

/** Words that tell of somebody whom the copy has named, with an article before them. */
const telling =
  /^(?:prévenue?|accusée?|suspecte?|intéressée?|rescapée?|survivante?|jeune|quadragénaire|quinquagénaire|sexagénaire|septuagénaire|octogénaire|trentenaire|vingtenaire|victime|témoin|plaignante?|élue?|édile|retraitée?|négociante?|skippeur|skippeuse|cinéaste|romancière?|artiste|athlète|champion|championne|defendant|accused|suspect|victim|survivor|pensioner|veteran|teenager|mum|mother|father|dad|widow|widower|\d{2}-year-old)$/;

/** Words for a body that the copy has named, with an article before them. */
const trading =
  /^(?:firm|company|retailer|airline|carrier|operator|manufacturer|developer|supplier|bank|charity|insurer|lender|builder|group|brand|chain|publisher|start-up|entreprise|société|groupe|enseigne|promoteur|constructeur|compagnie|opérateur|exploitant|distributeur|éditeur|banque|assureur|fabricant|marque|industriel)$/;

/** Of those named the last one who has no office: nobody calls the judge “the defendant”. */
function withoutOffice(opener: string, memory: Memory): Person | null {
  const gender = genderOf(opener);
  const fitting = memory.recent.filter(
    ({ person }) => gender === null || person.gender === null || person.gender === gender,
  );
  const last = fitting.findLast(({ person }) => person.roles.size === 0) ?? fitting.at(-1);
  return last?.person ?? null;
}

function genderOf(opener: string): Gender | null {
  if (/^(?:la|cette)$/.test(opener)) return 'female';
  return /^(?:le|ce|au|du)$/.test(opener) ? 'male' : null;
}

/** “le prévenu”, “the defendant”: who was named last and fits, else the words as they stand. */
function byPhrase(context: BlockContext, candidate: Candidate, memory: Memory): Spoken {
  const opener = lowerAt(context, candidate.from);
  const isTelling = telling.test(lowerAt(context, candidate.to - 1)) && definite.test(opener);
  const person = isTelling ? withoutOffice(opener, memory) : null;
  if (!person && definite.test(opener) && trading.test(lowerAt(context, candidate.to - 1)) && memory.body)
    return { text: memory.body, person: null };
  return { text: person?.full ?? textOf(context, candidate), person };
}

function textOf({ tokens, text }: BlockContext, { from, to }: Candidate): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

function byPronoun(block: SpokenBlock, { from }: Candidate, memory: Memory): Spoken | null {
  const { lexicon } = block.context;
  const lower = lowerAt(block.context, from);
  // “it said”: a company, a party, an office.
  if (lower === 'it') return memory.body === null ? null : { text: memory.body, person: null };
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

const definite = /^(?:le|la|l'|the|ce|cette|au|du)$/;

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
  const gender = genderOf(opener);
  const fits = (person: Person): boolean =>
    gender === null || person.gender === null || person.gender === gender;
  const last = memory.speaker?.person;
  if (last && fits(last)) return last;
  const named = memory.recent.findLast(({ person }) => fits(person));
  // Somebody without a name has spoken since: it is him who is described.
  if (memory.speaker && !memory.speaker.person && named && memory.speaker.block > named.block) return null;
  return named?.person ?? null;
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
