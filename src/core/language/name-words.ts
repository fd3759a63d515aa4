/** What a language must bring for people, places and bodies to be told apart. Lists are parted by blanks or commas. */
export interface NameWords {
  /** Titles before a name, without a full stop, by what they say of the person. */
  readonly titles: { readonly male: string; readonly female: string; readonly any: string };
  /** Heads of roles, as phrases; what follows them with “of” belongs to the role. */
  readonly roles: string;
  /** Heads of roles that only a name makes somebody: `teacher`. Alone they are not `role`. */
  readonly commonRoles: string;
  readonly femaleRoles: string;
  /** How words end that are heads of common roles: `criminologist`. */
  readonly roleEndings: RegExp;
  /** How words end that are a trade when a name follows them. */
  readonly tradeEndings: RegExp;
  /** Kin, a role only before a name: `sa sœur, Anna Keller`. */
  readonly kin: string;
  /** Heads that can mean the same person, one family between commas: `boss chief-executive`. */
  readonly roleFamilies: string;
  /** Before the head of a role, and part of it: `former`, `vice`. */
  readonly rolePrefixes: string;
  /** Determiners. */
  readonly determiners: string;
  /** What ties the two halves of a role or of a body's name: `of`, `de`. */
  readonly links: string;
  /** Between two halves of a person's name: `van`, `de`. */
  readonly particles: string;
  /** Adjectives and nouns of nationality. */
  readonly nationalities: string;
  /** Words before a name that is then a place. */
  readonly placeBefore: string;
  /** Words that are part of a place's name: `River`, `rue`. */
  readonly placeWords: string;
  /** Words before a name that is then a body: `the union`, `l’entreprise`. */
  readonly bodyBefore: string;
  /** Countries, cities, regions, seas. */
  readonly places: string;
  /** Heads of bodies before a link or an adjective: `ministère`. */
  readonly bodyHeads: string;
  /** Last words of a body's name: `Council`. */
  readonly bodyTails: string;
  /** Bodies by their full names, and firms. */
  readonly bodies: string;
  /** Bodies in lower case that a checker can ring: `la préfecture`. */
  readonly commonBodies: string;
  /** Named events, as phrases. */
  readonly events: string;
  /** Words that make a capitalised run an event. */
  readonly eventWords: string;
  /** Pronouns by whom they can stand for. */
  readonly pronouns: { readonly male: string; readonly female: string; readonly any: string };
  /** Acronyms that are words by now: not asked about. */
  readonly knownAcronyms: string;
  /** Capitalised words that are no names. */
  readonly notNames: string;
}
