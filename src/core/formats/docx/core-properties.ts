import { type Language, languages } from '#core/article/values';
import { dayIn } from '../shared/day';
import { childOf, textOf, type XmlElement } from '../shared/xml';
import type { Imported } from '../types';
import type { Package } from './package';

/** As the schema of an article has them. */
const longestTag = 120;
const mostTags = 200;

/**
 * What the properties of a document say of the story. Their title and author are not asked: they tell of the template
 * and of whose copy of Word it was. Their language is that of the program, and their date the day on which somebody began:
 * both say something of the story in our own documents only.
 */
export function readProperties(
  pack: Package,
  isOurs: boolean,
): Pick<Imported, 'tags' | 'language' | 'published'> {
  const part = [...pack.relations('').values()].find(({ type }) => type === 'core-properties')?.target;
  const root = part === undefined ? null : pack.xml(part);
  if (!root) return {};
  const tags = wordsOf(root, 'cp:keywords')
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.length <= longestTag);
  const code = wordsOf(root, 'dc:language').slice(0, 2).toLowerCase();
  const language = isOurs ? languages.find((one): one is Language => one === code) : undefined;
  const published = isOurs ? dayIn(wordsOf(root, 'dcterms:created')) : undefined;
  return {
    ...(tags.length > 0 && { tags: [...new Set(tags)].slice(0, mostTags) }),
    ...(language && { language }),
    ...(published && { published }),
  };
}

function wordsOf(root: XmlElement, name: string): string {
  const element = childOf(root, name);
  return element ? textOf(element).trim() : '';
}
