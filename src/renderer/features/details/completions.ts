import type { Language } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';
import { tagLabel } from '../../ui/tag-label';

const most = 8;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** How well a tag fits what is typed: 0 a label begins with it, 1 a word does, 2 an alias does; -1 not at all. */
function rankOf(tag: Tag, typed: string): number {
  const labels = [tag.labels.fr, tag.labels.en].flatMap((label) => (label ? [plain(label)] : []));
  if (labels.some((label) => label.startsWith(typed))) return 0;
  if (labels.some((label) => label.split(/[\s’'-]+/).some((word) => word.startsWith(typed)))) return 1;
  return tag.aliases.some((alias) => plain(alias).startsWith(typed)) ? 2 : -1;
}

/** Tags of the vocabulary that complete what is typed, best first, without those the article already has. */
export function completions(
  known: readonly Tag[],
  taken: readonly string[],
  text: string,
  language: Language,
): Tag[] {
  const typed = plain(text);
  if (typed === '') return [];
  return known
    .filter((tag) => !taken.includes(tag.id))
    .map((tag) => ({ tag, rank: rankOf(tag, typed), label: tagLabel(known, tag.id, language) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.label.localeCompare(b.label, language))
    .slice(0, most)
    .map(({ tag }) => tag);
}
