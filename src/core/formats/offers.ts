import type { FormatId } from './types';

/** Formats as they are offered for export, by what one wants them for. Free of readers and writers: the window reads it. */
export const exportGroups = {
  web: [
    'markdown',
    'html',
    'html-fragment',
    'html-email',
    'markdown-commonmark',
    'markdown-hugo',
    'markdown-obsidian',
  ],
  document: ['docx', 'docx-review', 'odt', 'pdf', 'epub', 'icml'],
  text: ['text', 'text-wrapped'],
  agency: ['ninjs', 'nitf', 'news-article', 'claim-review'],
  own: ['bundle', 'json'],
} as const satisfies Readonly<Record<string, readonly FormatId[]>>;

export type ExportGroup = keyof typeof exportGroups;
export const exportGroupNames = Object.keys(exportGroups) as readonly ExportGroup[];

/** What makes one work of several articles. */
export const setFormats = ['epub', 'site'] as const satisfies readonly FormatId[];

export function isSetFormat(id: FormatId): boolean {
  return (setFormats as readonly FormatId[]).includes(id);
}

/** What the app prints on. */
export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];
