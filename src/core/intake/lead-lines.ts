import type { Language } from '#core/article/schema';
import { fullDates } from '#core/language/dates';
import type { Line } from './line';

const capitalised = "(?:\\p{Lu}[\\p{L}.’'-]*|d[eu]s?|la|le|van|von|der|den|el|al|bin|di|da|dos|et|and|&|y)";
const byLine = new RegExp(
  `^(?:par|by|propos recueillis par|recueilli par|texte(?: et photos)?|reportage(?: de)?|avec|with|de notre correspondante?|from our correspondent)\\s*:?\\s+(${capitalised}(?:[ ,]+${capitalised}){0,9})(?:\\s*[,|–—(-].{0,70})?$`,
  'iu',
);
const prefix =
  /^(?:par|by|propos recueillis par|recueilli par|texte(?: et photos)?|reportage(?: de)?)\s*:?\s+/i;
const desk = /^(?:la )?r[ée]daction(?: (?:de|du|avec) .{1,40})?$|^staff (?:writer|reporter)s?$/i;

/** The names in a byline; null when the line is none. Every word must be a name: “By Friday the toll …” is not. */
export function bylineIn(line: Line): string | null {
  const text = line.text.trim();
  if (text.length > 120 || /[.!?…]$/.test(text)) return null;
  if (desk.test(text)) return text;
  // Case decides, and the flag above would have switched it off for the names as well.
  const [, names] = byLine.exec(text) ?? [];
  if (!names || !/^\p{Lu}/u.test(names) || !hasName(names)) return null;
  return text.replace(prefix, '').trim();
}

const calendarWords =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

function hasName(names: string): boolean {
  const words = names.split(/[ ,]+/).filter((word) => /^\p{Lu}/u.test(word));
  const isAllNamed = names
    .split(/[ ,]+/)
    .every(
      (word) =>
        /^\p{Lu}/u.test(word) ||
        /^(?:d[eu]s?|la|le|van|von|der|den|el|al|bin|di|da|dos|et|and|&|y)$/.test(word),
    );
  return isAllNamed && words.length > 0 && !words.some((word) => calendarWords.test(word));
}

const dateWords =
  /\b(?:publi[ée]e?|mis(?:e)? [àa] jour|modifi[ée]e?|post[ée]e?|cr[ée]{2}e?|le|à|a|on|at|published|updated|posted|last|modified|created|first|date|time|min|hrs?|heures?|utc|gmt|cet|cest|est|edt|bst|am|pm|ist|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|et|and)\b/giu;

/** The day in a line that holds nothing but a date of publication; null when it says anything else. */
export function dayInDateLine(line: Line, language: Language): string | null {
  const text = line.text.trim();
  if (text.length > 140) return null;
  const dates = fullDates(text, language);
  const [first] = dates;
  if (!first) return null;
  let rest = text;
  for (const date of dates) rest = rest.replace(date.text, ' ');
  rest = rest
    .replace(/\bmise? [àa] jour\b/giu, ' ')
    .replace(dateWords, ' ')
    .replace(/\d{1,2}\s?[h:.]\s?\d{0,2}(?::\d{2})?/g, ' ');
  return /\p{L}{2,}/u.test(rest.replace(/[ée]e?\b/giu, ' ')) ? null : first.day;
}

/** The day in an agency's dateline (“PARIS, 12 mai 2026 (AFP) –”) at the start of a paragraph; null without a year. */
export function dayInDateline(text: string, language: Language): string | null {
  const head = /^(.{3,90}?)\s[–—-]{1,2}\s/.exec(text)?.[1];
  if (!head || !/^\p{Lu}/u.test(head)) return null;
  const [first] = fullDates(head, language);
  return first?.day ?? null;
}

const place = "\\p{Lu}[\\p{Lu}\\p{M}’'.]+(?:[- ](?:\\p{Lu}[\\p{Lu}\\p{M}’'.]*))*";
const agencyDateline = new RegExp(
  `^(${place})(?:\\s\\([^()]{2,40}\\))?(?:,\\s[^()–—]{3,30}?)?\\s\\((?:[A-Z]{2,8}|Reuters|Xinhua|Belga|Bloomberg|Associated Press|PA Media|Agence France-Presse)\\)\\s*[–—-]{1,2}\\s`,
  'u',
);

/**
 * The place in an agency's dateline (“PARIS, 12 mai (AFP) –”), in the case of names; null without an agency in
 * brackets, for capitals alone open many a sentence.
 */
export function placeInDateline(text: string): string | null {
  const name = agencyDateline.exec(text)?.[1];
  return name
    ? name
        .split(/([ -])/)
        .map(inNameCase)
        .join('')
    : null;
}

/** “AIX-EN-PROVENCE” is Aix-en-Provence. */
function inNameCase(word: string, index: number): string {
  const lower = word.toLowerCase();
  const isSmall = index > 0 && /^(?:en|sur|sous|de|du|des|la|le|les|lès|et|of|the|upon|on)$/.test(lower);
  return isSmall ? lower : lower.replace(/^(?:[dl][’'])?\p{L}/u, (start) => start.toUpperCase());
}
