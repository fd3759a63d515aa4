const longest = 60;

/** What a slug may be: lower-case letters and digits, hyphens between them. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const longestSlug = 80;

export function isSlug(text: string): boolean {
  return text.length <= longestSlug && slugPattern.test(text);
}

/** A slug from a headline: ASCII, lower case, hyphens, at most 60 characters, cut between words; never empty. */
export function slugify(text: string, fallback = 'article'): string {
  const plain = text
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const cut = plain.length <= longest ? plain : plain.slice(0, longest + 1).replace(/-[^-]*$/, '');
  return cut.slice(0, longest).replace(/-$/, '') || fallback;
}
