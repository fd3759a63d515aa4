import type { Language } from './values';

/** Words between two names, and what a byline begins with. */
const words: Readonly<Record<Language, { readonly joins: string; readonly opens: RegExp }>> = {
  fr: {
    joins: 'et|avec',
    opens: /^(?:propos recueillis par|texte|de notre correspondante?|par)(?:\s*:\s*|\s+)/iu,
  },
  en: { joins: 'and|with', opens: /^(?:interview by|words|text|by)(?:\s*:\s*|\s+)/iu },
};

/** What may stand at the head of a name in small letters: “de Gaulle”, “von der Leyen”. */
const particle =
  /^(?:de|du|des|d['’]|da|di|del|della|van|von|der|den|ten|ter|le|la|el|al|bin|ben|ibn|dos|das)(?:\s|(?<=['’]))/u;

/**
 * The people and agencies that one byline names, in its order, each once. Parted at commas, semicolons, `&`, `/`, and at
 * “et”, “avec”, “and”, “with” — of the byline's own language and the other one alike, since desks sign wire copy in either.
 * What begins with a small letter is a place or an office (“correspondante à Rome”) and names nobody.
 */
export function bylinesOf(text: string, language: Language): string[] {
  const other = language === 'fr' ? 'en' : 'fr';
  const joining = `(?:${words[language].joins}|${words[other].joins})\\s+`;
  const joins = new RegExp(`(?<!\\s)(?:\\s*[,;&/\\n]\\s*(?:${joining})?|\\s+${joining})`, 'u');
  const names = text
    .trim()
    .split(joins)
    .map((part) => bare(part.replace(words[language].opens, '').replace(words[other].opens, '')))
    .filter((part) => part !== '' && !isOffice(part));
  return [...new Map(names.map((name) => [name.toLocaleLowerCase(language), name])).values()];
}

/** No name is longer, in UTF-16 units. */
const longestPart = 500;

/** A name without what stands in brackets, without its place (“in Dover”, “à Rome”) and without dashes around it. */
function bare(part: string): string {
  return part
    .slice(0, longestPart)
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s+(?:in|à|en)\s+\p{Lu}.*$/u, '')
    .replace(/^[\s–—·|•-]+|[\s–—·|•.-]+$/g, '')
    .replace(/\s+/g, ' ');
}

function isOffice(part: string): boolean {
  return /^\p{Ll}/u.test(part) && !particle.test(part);
}
