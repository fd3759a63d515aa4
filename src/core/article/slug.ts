const longest = 60;

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
