import { stringify } from 'yaml';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import type { WriteContext } from '../types';

/** The front matter of an export: always these keys in this order, without the empty ones. */
export function writeFrontMatter({ body, metadata }: Article, { tagLabels }: WriteContext): string {
  const line = (field: 'headline' | 'standfirst' | 'byline'): string =>
    fieldText(body, field).replace(/\s*\n\s*/g, ' ');
  const entries: readonly (readonly [string, string | readonly string[]])[] = [
    ['title', line('headline')],
    ['standfirst', line('standfirst')],
    ['byline', line('byline')],
    ['date', metadata.published ?? ''],
    ['language', metadata.language],
    ['tags', metadata.tags.map((id) => tagLabels.get(id) ?? id)],
    ['section', metadata.section],
    ['status', metadata.status],
    ['slug', metadata.slug],
    ['source', metadata.source],
    ['rights', metadata.rights],
    ['dateline', metadata.dateline],
    ['seo_title', metadata.seoHeadline],
    ['short_title', metadata.shortHeadline],
    ['due', metadata.due ?? ''],
    ['embargo', metadata.embargo?.until ?? ''],
    ['embargo_zone', metadata.embargo?.zone ?? ''],
  ];
  const filled = entries.filter(([, value]) => value.length > 0);
  return `---\n${filled.map(entry).join('')}---\n`;
}

/** Quoted wherever YAML 1.1 or 1.2 would read a number, a date or a truth value into it; a day is one for all. */
function entry([key, value]: readonly [string, string | readonly string[]]): string {
  if (key === 'date' || key === 'due') return `${key}: ${value}\n`;
  return stringify({ [key]: value }, { lineWidth: 0, compat: 'yaml-1.1' });
}
