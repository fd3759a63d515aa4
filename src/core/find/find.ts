/** What a person typed into the find bar, and how it is meant. */
export interface FindQuery {
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  readonly regex: boolean;
}

/** UTF-16 units in the searched text, `end` exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

export type CompiledQuery =
  | { readonly ok: true; readonly pattern: RegExp }
  /** `detail`: the engine's own words on what is wrong with the expression. */
  | { readonly ok: false; readonly detail: string };

/** More matches than this in one text are not looked for. */
export const mostMatches = 10_000;

/**
 * The pattern that a query stands for. Accents count (“cote” is not “côte”), case only when asked; a typed blank
 * finds every kind of blank, and both apostrophes find each other. A whole word is bounded by letters and digits of
 * any script, which `\b` does not know.
 */
export function compileQuery({ text, caseSensitive, wholeWord, regex }: FindQuery): CompiledQuery {
  const source = regex ? text : literal(text);
  const bounded = wholeWord ? `(?<![\\p{L}\\p{N}\\p{M}_])(?:${source})(?![\\p{L}\\p{N}\\p{M}_])` : source;
  try {
    return { ok: true, pattern: new RegExp(bounded, caseSensitive ? 'gu' : 'giu') };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

const signs: Readonly<Record<string, string>> = {
  ' ': '[ \\u00a0\\u202f\\u2009]',
  "'": "['’]",
  '’': "['’]",
};

function literal(text: string): string {
  return [...text].map((sign) => signs[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('');
}

/** Matches in reading order; they do not overlap, and none is empty. */
export function findIn(text: string, pattern: RegExp): Match[] {
  const found: Match[] = [];
  pattern.lastIndex = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue;
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length >= mostMatches) break;
  }
  return found;
}

/**
 * What goes into the place of one match. In a regular expression `$1` … `$9` and `$&` stand for what was found and
 * `$$` for a dollar; in plain text the template is taken as it is.
 */
export function replacementFor(text: string, match: Match, pattern: RegExp, template: string): string {
  const found = text.slice(match.start, match.end);
  const alone = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
  alone.lastIndex = match.start;
  const groups = alone.exec(text) ?? [found];
  return template.replace(/\$([$&]|\d)/g, (_sign, name: string) => {
    if (name === '$') return '$';
    return (name === '&' ? found : groups[Number(name)]) ?? '';
  });
}
