import { type Language, languages } from '#core/article/values';
import { dayIn } from '../shared/day';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import type { Imported } from '../types';

/** As the schema of an article has them. */
const longestTag = 120;
const mostTags = 200;

export interface Properties extends Pick<Imported, 'tags' | 'language' | 'published'> {
  readonly title?: string;
}

/**
 * What a document says of itself. Who made it, when, and in which language a program was set up say something of the
 * story in our own documents only: in others they tell of the machine and of whoever saved it last.
 */
export function readProperties(root: XmlElement | null, isOurs: boolean): Properties {
  const meta = root && childOf(root, 'office:meta');
  if (!meta) return {};
  const title = wordsOf(meta, 'dc:title');
  const tags = elementsOf(meta, 'meta:keyword')
    .flatMap((keyword) => textOf(keyword).split(/[;,]/))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.length <= longestTag);
  const code = wordsOf(meta, 'dc:language').slice(0, 2).toLowerCase();
  const language = isOurs ? languages.find((one): one is Language => one === code) : undefined;
  const published = isOurs ? dayIn(wordsOf(meta, 'meta:creation-date')) : undefined;
  return {
    ...(title !== '' && { title }),
    ...(tags.length > 0 && { tags: [...new Set(tags)].slice(0, mostTags) }),
    ...(language && { language }),
    ...(published && { published }),
  };
}

function wordsOf(meta: XmlElement, name: string): string {
  const element = childOf(meta, name);
  return element ? textOf(element).replace(/\s+/g, ' ').trim() : '';
}
