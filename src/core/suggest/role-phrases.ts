import { type BlockContext, lowerAt } from './context';

/** How far a role and its complement can reach, in tokens. */
const reach = 12;
const mostModifiers = 3;

/** A role beside a name or alone. Token indexes; `to` is exclusive. */
export interface RoleAt {
  readonly from: number;
  readonly to: number;
  /** The head, in lower case: “maire”, “chief executive”. */
  readonly head: string;
  readonly isCommon: boolean;
}

function headAt(
  { lexicon, tokens, used }: BlockContext,
  at: number,
): { to: number; isCommon: boolean } | null {
  // “Hal Brewer”: inside of a name it is no trade.
  if (used[at] === 1 || (used[at] === 2 && tokens[at]?.capital)) return null;
  const hit = lexicon.roles.at(tokens, at);
  if (hit) return { to: at + hit.length, isCommon: hit.value === 'common' };
  return lexicon.roleEndings.test(tokens[at]?.lower ?? '') ? { to: at + 1, isCommon: true } : null;
}

/** “l’armateur Jean Valade”, “sa sœur, Anna Keller”: words that are roles because a name follows. */
function headBeforeName(
  context: BlockContext,
  at: number,
  last: number,
): { to: number; isCommon: boolean } | null {
  const { lexicon } = context;
  const lower = lowerAt(context, at);
  if (at !== last - 1 || context.used[at] === 1) return null;
  const isTrade = lexicon.tradeEndings.test(lower) && lexicon.determiners.has(lowerAt(context, at - 1));
  return lexicon.kin.has(lower) || (isTrade && !lexicon.functionWords.has(lower))
    ? { to: at + 1, isCommon: true }
    : null;
}

function headText({ tokens }: BlockContext, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');
}

/** The role before a name at `name`: “le maire de Lyon Jean Valade”, “the port’s director, Anna Keller”. */
export function roleBefore(context: BlockContext, name: number): RoleAt | null {
  const { tokens } = context;
  const hasComma = tokens[name - 1]?.text === ',';
  const found = headBefore(context, name, hasComma);
  if (!found) return null;
  const from = openingOf(context, found.from);
  // “…, mayor of X, Anna Keller” may be a list; a determiner says that the role is the one of the name.
  if (hasComma && !isDetermined(context, from)) return null;
  // “the minister, Engineer Anna Keller”: one role stands before another.
  const outer = !hasComma && tokens[from - 1]?.text === ',' ? roleBefore(context, from) : null;
  return { ...found, from: outer?.from ?? from };
}

/** The head of a role before a name: the nearest one, behind a comma the farthest whose complement reaches the name. */
function headBefore(context: BlockContext, name: number, hasComma: boolean): RoleAt | null {
  const last = hasComma ? name - 1 : name;
  let found: RoleAt | null = null;
  for (let at = last - 1; at >= 0 && last - at <= reach && isOfPhrase(context, at, name); at -= 1) {
    const head = headAt(context, at) ?? headBeforeName(context, at, last);
    if (!head || head.to > last || !isComplement(context, head.to, last, hasComma)) continue;
    found = { from: at, to: last, head: headText(context, at, head.to), isCommon: head.isCommon };
    if (!hasComma && !isLongerAhead(context, at, head.to)) break;
  }
  return found;
}

function isOfPhrase({ tokens, used }: BlockContext, at: number, name: number): boolean {
  return tokens[at]?.sentence === tokens[name]?.sentence && tokens[at]?.kind !== 'mark' && used[at] !== 1;
}

function isDetermined(context: BlockContext, from: number): boolean {
  const { determiners } = context.lexicon;
  const before = lowerAt(context, from - 1);
  if (context.tokens[from]?.initial) return true;
  return (
    determiners.has(lowerAt(context, from)) ||
    determiners.has(before) ||
    before === "'s" ||
    before === 'whose'
  );
}

/** “avocate générale”: the head that was found is the end of a longer one. */
function isLongerAhead(context: BlockContext, at: number, to: number): boolean {
  return [1, 2, 3].some(
    (back) => headAt(context, at - back)?.to === to || headAt(context, at - back)?.to === at,
  );
}

/** Whether the tokens between the head of a role and a name belong to the role. */
function isComplement(context: BlockContext, from: number, to: number, hasComma: boolean): boolean {
  if (from === to) return true;
  // English hangs a complement on by a link; without a comma before the name only “of” does.
  const links = hasComma ? /^(?:of|at|for|in|to|with)$/ : /^of$/;
  if (context.language === 'en' && !links.test(lowerAt(context, from))) return false;
  if (isSubjectOfVerb(context, from)) return false;
  for (let at = from; at < to; at += 1)
    if (!isInComplement(context, at) || isOtherName(context, at, to)) return false;
  return true;
}

/** “le commandant de bord Yann Morel et l’hôtesse Lise Petit”: a name in apposition that is not the one that ends the role. */
function isOtherName({ tokens, used, lexicon }: BlockContext, at: number, to: number): boolean {
  if (used[at] !== 2 || used[at + 1] !== 2 || used[at - 1] === 2 || at + 2 >= to) return false;
  const before = tokens[at - 1]?.lower ?? '';
  const isHung = lexicon.links.has(before) || lexicon.determiners.has(before);
  return !isHung && tokens[at]?.capital === true && tokens[at + 1]?.capital === true;
}

/** “la présidente Anne Corbier invite Luc Ferrand”: the head has its own name, and a verb behind it. */
function isSubjectOfVerb(context: BlockContext, from: number): boolean {
  const { tokens, lexicon } = context;
  let at = from;
  while (tokens[at]?.capital && context.used[at] === 2) at += 1;
  const next = tokens[at];
  if (at === from || next?.kind !== 'word' || next.capital) return false;
  return !lexicon.links.has(next.lower) && !isAdjective(context, at);
}

function isInComplement(context: BlockContext, at: number): boolean {
  const { tokens, lexicon } = context;
  const token = tokens[at];
  if (token?.text === '&') return context.used[at] === 2;
  if (!token || token.kind === 'mark' || context.used[at] === 1) return false;
  if (lexicon.links.has(token.lower) || lexicon.determiners.has(token.lower) || token.capital) return true;
  return token.kind === 'word' && !lexicon.functionWords.has(token.lower) && !lexicon.speech.has(token.lower);
}

/** Determiners that belong to a role; possessives part it from whom it belongs to. */
const article = /^(?:le|la|l'|les|un|une|the|a|an|ce|cet|cette)$/;

/** Where a role begins: over what modifies its head (“former”, “port”), and its determiner. */
function openingOf(context: BlockContext, head: number): number {
  const { lexicon, tokens } = context;
  let from = head;
  const sentence = tokens[head]?.sentence;
  while (head - from < mostModifiers && isModifier(context, from - 1, sentence))
    from = modifierStart(context, from - 1);
  from = nounsBefore(context, from) ?? from;
  const before = tokens[from - 1];
  const isDeterminer =
    before && before.sentence === tokens[head]?.sentence && lexicon.determiners.has(before.lower);
  return isDeterminer && article.test(before.lower) ? from - 1 : from;
}

/** “Bank of England policymaker”: a name before the head stands there whole. */
function modifierStart({ tokens, used }: BlockContext, at: number): number {
  let from = at;
  while (used[at] === 2 && used[from - 1] === 2 && tokens[from - 1]?.sentence === tokens[at]?.sentence)
    from -= 1;
  return from;
}

const verbLike =
  /(?:ed|ing|ly|s)$|^(?:met|saw|led|held|sent|paid|became|began|brought|bought|caught|felt|found|heard|kept|knew|sold|spent|taught|thought|threw|wrote|put|ran|spoke|chose|sued|quit|hit|let|flew|rose|fell)$/;

/**
 * “Kuwait’s oil minister”, “urged consumer champion”: nouns before an English head belong to it. Up to a determiner
 * whatever they are, else as long as they look like no verb. Null: none.
 */
function nounsBefore(context: BlockContext, head: number): number | null {
  if (context.language !== 'en') return null;
  let from = head;
  while (head - from < mostModifiers && isPlainNoun(context, from - 1, head)) from -= 1;
  if (from === head) return null;
  const isOpening = context.tokens[from]?.initial === true && !context.tokens[from]?.capital;
  if (isDetermined(context, from) && !isOpening) return from;
  let plain = head;
  while (plain > from && !verbLike.test(lowerAt(context, plain - 1))) plain -= 1;
  return plain < head ? plain : null;
}

const plainAdjective =
  /^(?:teenage|young|popular|famous|beloved|elderly|same|own|respected|even|fellow|pleaded|when|citizen|tourist)$/;

function isPlainNoun({ lexicon, tokens, used }: BlockContext, at: number, head: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || used[at] !== 0 || token.sentence !== tokens[head]?.sentence) return false;
  const { lower } = token;
  if (lexicon.rolePrefixes.has(lower)) return true;
  if (plainAdjective.test(lower)) return false;
  const isOther =
    lexicon.functionWords.has(lower) || lexicon.speech.has(lower) || lexicon.auxiliaries.has(lower);
  return !isOther && !lexicon.determiners.has(lower) && !lower.startsWith("'") && lower.length > 2;
}

function isModifier(context: BlockContext, at: number, sentence: number | undefined): boolean {
  const { lexicon, tokens, language } = context;
  const token = tokens[at];
  if (token?.kind !== 'word' || token.sentence !== sentence || context.used[at] === 1) return false;
  const { lower } = token;
  if (lexicon.rolePrefixes.has(lower) || (language === 'en' && lexicon.nationalities.has(lower))) return true;
  return language === 'en' && token.capital && !lexicon.functionWords.has(lower);
}

/** The role behind a name that ends at `name`: “, harbour master at Harwick”, “, maire de Lyon”. */
export function roleAfter(context: BlockContext, name: number): RoleAt | null {
  const { tokens, lexicon } = context;
  if (tokens[name]?.text !== ',' || tokens[name]?.sentence !== tokens[name - 1]?.sentence) return null;
  let at = name + 1;
  if (lexicon.determiners.has(lowerAt(context, at))) at += 1;
  const limit = at + (context.language === 'fr' ? 3 : mostModifiers + 2);
  for (; at < limit; at += 1) {
    const head = headAt(context, at);
    if (head) {
      // “P. Martin, le général Karim Benali”: the role is the next one’s.
      if (tokens[head.to]?.capital && !context.lexicon.roles.at(tokens, head.to)) return null;
      const to = complementEnd(context, head.to);
      return { from: name + 1, to, head: headText(context, at, head.to), isCommon: head.isCommon };
    }
    const isPossessive = context.language === 'en' && lowerAt(context, at) === "'s";
    if (!isPossessive && !isQualifier(context, at, tokens[name]?.sentence)) return null;
  }
  return null;
}

/** Behind a name any adjective may stand before the role: “a retired dairy farmer”. */
function isQualifier(context: BlockContext, at: number, sentence: number | undefined): boolean {
  const { lexicon, tokens } = context;
  const token = tokens[at];
  if (isModifier(context, at, sentence)) return true;
  if (token?.kind !== 'word' || token.sentence !== sentence || context.used[at] === 1) return false;
  return (
    !lexicon.functionWords.has(token.lower) &&
    !lexicon.determiners.has(token.lower) &&
    !lexicon.speech.has(token.lower)
  );
}

/** Where a role’s complement ends: at a mark, a verb or a word that opens another clause. */
export function complementEnd(context: BlockContext, from: number): number {
  const { tokens, lexicon } = context;
  let to = from;
  while (
    to - from < reach &&
    tokens[to]?.sentence === tokens[from - 1]?.sentence &&
    isInComplement(context, to)
  )
    to += 1;
  while (
    to > from &&
    (lexicon.links.has(lowerAt(context, to - 1)) || lexicon.determiners.has(lowerAt(context, to - 1)))
  )
    to -= 1;
  return to;
}

/**
 * A role without a name that begins at a determiner: “le préfet du Nord”, “the finance minister”. In French only
 * what hangs on it by a link to a name belongs to it.
 */
export function roleAlone(context: BlockContext, at: number): RoleAt | null {
  const { lexicon, tokens } = context;
  if (!lexicon.determiners.has(lowerAt(context, at))) return null;
  for (let head = at + 1; head <= at + 1 + mostModifiers; head += 1) {
    const hit = headAt(context, head);
    if (hit) {
      const to = nameComplementEnd(context, hit.to);
      return { from: at, to, head: headText(context, head, hit.to), isCommon: hit.isCommon };
    }
    if (!isModifier(context, head, tokens[at]?.sentence)) return null;
  }
  return null;
}

/** “du Nord”, “of France”, “des Affaires étrangères”, also behind a nationality: links and names. */
function nameComplementEnd(context: BlockContext, from: number): number {
  const { lexicon, tokens } = context;
  let end = lexicon.nationalities.has(lowerAt(context, from)) ? from + 1 : from;
  for (let part = 0; part < 3; part += 1) {
    let at = end;
    while (at - end < 2 && (lexicon.links.has(lowerAt(context, at)) || lowerAt(context, at) === 'the'))
      at += 1;
    if (at === end || !tokens[at]?.capital || context.used[at] === 1) break;
    at += 1;
    while (isSameSentence(context, at, from) && tokens[at]?.capital && context.used[at] !== 1) at += 1;
    if (isAdjective(context, at)) at += 1;
    end = at;
  }
  return end;
}

function isSameSentence({ tokens }: BlockContext, a: number, b: number): boolean {
  return tokens[a]?.sentence === tokens[b - 1]?.sentence;
}

const adjectiveEndings =
  /(?:el|elle|al|ale|aux|ique|ien|ienne|aire|ile|if|ive|eux|euse|ois|oise|ais|aise|ain|aine|ant|ante|é|ée|ère|igne)s?$/;

/** A French adjective behind a noun, by its ending: “étrangères”, “écologique”, “professionnel”. */
export function isAdjective({ tokens, language, lexicon }: BlockContext, at: number): boolean {
  const token = tokens[at];
  if (language !== 'fr' || token?.kind !== 'word' || token.capital || !token.gap) return false;
  if (lexicon.speech.has(token.lower) || lexicon.functionWords.has(token.lower)) return false;
  return adjectiveEndings.test(token.lower);
}
