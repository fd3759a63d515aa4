import type { BlockContext } from './context';
import type { Mention, NameKind } from './mentions';
import { isCredited, isFollowedLikePerson, isSpeechBeside } from './name-cues';
import { nameParts, People, type Person, surnameOf } from './people';
import { type RoleAt, roleAfter, roleBefore } from './role-phrases';
import { isFirstName } from './runs';

/** A block with the names in it; `index` is its place in the article. */
export interface NamedBlock {
  readonly context: BlockContext;
  readonly mentions: readonly Mention[];
}

/** A name with what the whole article says that it names. */
export interface ResolvedMention {
  readonly mention: Mention;
  readonly kind: NameKind;
  readonly person: Person | null;
  readonly before: RoleAt | null;
  readonly after: RoleAt | null;
}

export interface ResolvedNames {
  /** For each block, its names in order. */
  readonly blocks: readonly (readonly ResolvedMention[])[];
  readonly persons: readonly Person[];
}

const feminine =
  /(?:ière|euse|trice|ienne|présidente|ante|ente|ministre déléguée|préfète|sénatrice|députée|procureure|directrice|avocate|maîtresse)$/;

/** Everything that the article as a whole knows of its names: who is a person, and what single capitals name. */
export function resolveNames(blocks: readonly NamedBlock[]): ResolvedNames {
  const lowerSeen = lowerCaseWords(blocks);
  const votes = collectVotes(blocks);
  const persons = collectPersons(blocks, lowerSeen, votes);
  const resolved = blocks.map(({ context, mentions }) =>
    mentions.flatMap((mention): ResolvedMention[] => {
      const trimmed = withoutSentenceWord(context, mention, lowerSeen);
      const kind = trimmed && kindOf(context, trimmed, { persons, votes, lowerSeen });
      return trimmed && kind ? [describe(context, trimmed, kind, persons)] : [];
    }),
  );
  return { blocks: resolved.map(withoutParts), persons: persons.all() };
}

/** “ministre de la *Santé*”: a capital inside of a role is no name of its own, unless a word list has it. */
function withoutParts(names: readonly ResolvedMention[]): ResolvedMention[] {
  const roles = names.flatMap(({ before, after }) => [before, after].filter((role) => role !== null));
  return names.filter(({ mention, kind }) => {
    if (kind === 'person' || mention.strength >= 2) return true;
    const isInside = roles.some(({ from, to }) => from <= mention.from && mention.to <= to);
    return !isInside || (kind === 'place' && mention.strength > 0);
  });
}

interface Knowledge {
  readonly persons: People;
  readonly votes: ReadonlyMap<string, Votes>;
  readonly lowerSeen: ReadonlySet<string>;
}

interface Votes {
  readonly kinds: Map<NameKind, number>;
  /** Whether it stands somewhere where its capital says something. */
  isSureName: boolean;
}

function lowerCaseWords(blocks: readonly NamedBlock[]): Set<string> {
  const seen = new Set<string>();
  for (const { context } of blocks)
    for (const token of context.tokens) if (token.kind === 'word' && !token.capital) seen.add(token.lower);
  return seen;
}

/** Most words of a title-case headline are capitals: a name there counts when the story has it too. */
function isTitleCase({ tokens, type, language }: BlockContext): boolean {
  if (language !== 'en' || (type !== 'headline' && type !== 'heading')) return false;
  const long = tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  return long.length > 3 && long.filter((token) => token.capital).length > long.length * 0.7;
}

/** First those whom a title, a first name or a role makes persons, then those who are named like one of them. */
function collectPersons(
  blocks: readonly NamedBlock[],
  lowerSeen: ReadonlySet<string>,
  votes: ReadonlyMap<string, Votes>,
): People {
  const persons = new People();
  const solo = soloNames(blocks);
  const bodies = firstWordsOfBodies(blocks);
  const candidates = blocks
    .filter(({ context }) => !isTitleCase(context))
    .flatMap(({ context, mentions }) =>
      mentions.flatMap((one) => {
        const mention = withoutSentenceWord(context, one, lowerSeen);
        const isOpen = mention?.guess === 'person' && !bodies.has(mention.name.toLowerCase());
        return isOpen ? [{ context, mention }] : [];
      }),
    );
  for (const { mention } of candidates) if (mention.strength >= 2) persons.add(mention);
  for (const { context, mention } of candidates)
    if (mention.strength < 2 && isLikelyPerson(context, mention, solo, votes)) persons.add(mention);
  return persons;
}

/** “Whirla” is a firm where the article has “Whirla Inc.”. */
function firstWordsOfBodies(blocks: readonly NamedBlock[]): Set<string> {
  const bodies = new Set<string>();
  for (const { guess, strength, name } of blocks.flatMap(({ mentions }) => mentions))
    if (guess === 'organisation' && strength >= 2) bodies.add(nameParts(name)[0]?.toLowerCase() ?? '');
  return bodies;
}

/** Names of one word that stand by themselves where a capital says something. */
function soloNames(blocks: readonly NamedBlock[]): Set<string> {
  const solo = new Set<string>();
  for (const { context, mentions } of blocks) {
    if (isTitleCase(context)) continue;
    for (const { name, isInitial, guess, strength } of mentions) {
      const isOpen = guess === null || (guess === 'person' && strength === 1);
      if (isOpen && !/\s/.test(name) && (!isInitial || guess === 'person')) solo.add(name.toLowerCase());
    }
  }
  return solo;
}

/** Whether something beside a capitalised run, or elsewhere in the article, makes a person of it. */
function isLikelyPerson(
  context: BlockContext,
  mention: Mention,
  solo: ReadonlySet<string>,
  votes: ReadonlyMap<string, Votes>,
): boolean {
  const isSingle = nameParts(mention.name).length === 1;
  if (isSingle) return !mention.isInitial && isVotedPerson(votes.get(mention.name.toLowerCase()));
  return (
    solo.has(surnameOf(mention.name)) ||
    isSpeechBeside(context, mention) ||
    isCredited(context, mention.from) ||
    roleBefore(context, mention.from) !== null ||
    roleAfter(context, mention.to) !== null ||
    isFollowedLikePerson(context, mention.to)
  );
}

function collectVotes(blocks: readonly NamedBlock[]): Map<string, Votes> {
  const all = new Map<string, Votes>();
  for (const { context, mentions } of blocks) {
    const isQuiet = isTitleCase(context);
    for (const { name, guess, strength, isInitial } of mentions) {
      const key = name.toLowerCase();
      const votes = all.get(key) ?? { kinds: new Map<NameKind, number>(), isSureName: false };
      all.set(key, votes);
      if (!isInitial && !isQuiet) votes.isSureName = true;
      if (guess && !isQuiet) votes.kinds.set(guess, (votes.kinds.get(guess) ?? 0) + strength);
    }
  }
  return all;
}

/** “Hier Jean Valade”, “Angry Keller”: the word that only begins the sentence goes. Null: nothing is left. */
function withoutSentenceWord(
  context: BlockContext,
  mention: Mention,
  lowerSeen: ReadonlySet<string>,
): Mention | null {
  const { tokens, lexicon } = context;
  const first = tokens[mention.nameFrom];
  if (!first || !mention.isInitial || mention.strength === 3 || mention.nameFrom > mention.from)
    return mention;
  const isFirst = isFirstName(context, first.lower);
  if (isFirst || !(lowerSeen.has(first.lower) || lexicon.functionWords.has(first.lower))) return mention;
  const from = mention.from + 1;
  const next = tokens[from];
  if (from >= mention.to || !next?.capital) return null;
  const name = context.text.slice(next.start, tokens[mention.to - 1]?.end);
  const isSingle = mention.to - from === 1;
  return {
    ...mention,
    from,
    nameFrom: from,
    name,
    isInitial: false,
    ...(isSingle && { guess: null, strength: 0 }),
  };
}

function kindOf(context: BlockContext, mention: Mention, knowledge: Knowledge): NameKind | null {
  const { guess, strength, name } = mention;
  const isQuiet = isTitleCase(context);
  const isOpen = guess === null || guess === 'person' || (guess === 'place' && strength < 2);
  if (strength < 3 && isOpen && knowledge.persons.find(name, mention.gender)) return 'person';
  if (strength >= 3 || (strength === 2 && !isQuiet)) return guess;
  const votes = knowledge.votes.get(name.toLowerCase());
  if (!votes?.isSureName && (isQuiet || isDoubtful(mention, knowledge))) return null;
  return mostVoted(votes) ?? fallback(context, mention);
}

/** A single word that only ever stands where every word has a capital, or that is a word of the language. */
function isDoubtful({ name, isInitial }: Mention, { lowerSeen }: Knowledge): boolean {
  return nameParts(name).length === 1 && (isInitial || lowerSeen.has(name.toLowerCase()));
}

/** Nothing speaks louder for a place or a body. */
function isVotedPerson(votes: Votes | undefined): boolean {
  const person = votes?.kinds.get('person') ?? 0;
  return [...(votes?.kinds ?? [])].every(([kind, count]) => kind === 'person' || count < person);
}

function mostVoted(votes: Votes | undefined): NameKind | null {
  let best: NameKind | null = null;
  for (const [kind, count] of votes?.kinds ?? [])
    if (kind !== 'person' && count > 0 && count > (best ? (votes?.kinds.get(best) ?? 0) : 0)) best = kind;
  return best;
}

function fallback({ tokens, language }: BlockContext, { from }: Mention): NameKind {
  const before = tokens[from - 1]?.lower ?? '';
  if (language === 'fr') return /^(?:de|d'|du|des|en|la|le|l'|les)$/.test(before) ? 'place' : 'organisation';
  return /^(?:of|from|to)$/.test(before) ? 'place' : 'organisation';
}

function describe(context: BlockContext, mention: Mention, kind: NameKind, persons: People): ResolvedMention {
  if (kind !== 'person') return { mention, kind, person: null, before: null, after: null };
  const person = persons.find(mention.name, mention.gender);
  if (person) persons.touch(person);
  const before = roleBefore(context, mention.from);
  const after = roleAfter(context, mention.to);
  const behindAge = after ? null : roleBehindAge(context, mention.to);
  for (const role of [before, after, behindAge]) if (role && person) learn(context, person, role);
  return { mention, kind, person, before, after };
}

/** “Anna Keller, 47, a marine biologist”: an age parts the two, and the role is hers all the same. */
function roleBehindAge(context: BlockContext, to: number): RoleAt | null {
  const { tokens } = context;
  if (tokens[to]?.text !== ',' || tokens[to + 1]?.kind !== 'figure') return null;
  const unit = tokens[to + 2]?.kind === 'word' ? to + 3 : to + 2;
  return roleAfter(context, unit);
}

function learn(context: BlockContext, person: Person, role: RoleAt): void {
  person.roles.add(role.head);
  if (person.gender) return;
  const opener = context.tokens[role.from]?.lower;
  if (
    context.lexicon.femaleRoles.has(role.head) ||
    opener === 'la' ||
    opener === 'une' ||
    feminine.test(role.head)
  )
    person.gender = 'female';
  else if (opener === 'le' || opener === 'un') person.gender = 'male';
}
