import type { Language } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import { fold } from '#core/language/words';

/** A name as people mean it: no blanks at its ends, single ones inside, accents composed. */
export function cleanName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A name to compare by: case, accents, ligatures and the kind of apostrophe do not count. */
export function foldName(text: string): string {
  return fold(text).replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}

/** The labels that a tag has, the French one first. */
export function labelsOf({ labels }: Pick<Tag, 'labels'>): string[] {
  return [labels.fr, labels.en].filter((label) => label !== undefined && label !== '') as string[];
}

/** Everything that a tag is called. */
export function namesOf(tag: Pick<Tag, 'labels' | 'aliases'>): string[] {
  return [...labelsOf(tag), ...tag.aliases];
}

/** A tag as people read it: its label in their language, else in the other one, else its id. */
export function labelOf({ id, labels }: Pick<Tag, 'id' | 'labels'>, language: Language): string {
  return labels[language] || labels[language === 'fr' ? 'en' : 'fr'] || id;
}

/** A label for sentences that have no language of their own. */
export function anyLabel(tag: Pick<Tag, 'id' | 'labels'>): string {
  return labelOf(tag, 'fr');
}
