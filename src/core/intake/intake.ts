import type { Cut } from '#core/article/schema';
import { bodyText } from '#core/body/walk';
import type { Imported, Warning } from '#core/formats/types';
import { detectLanguage } from '#core/language/detect';
import { deskRules, fitsPattern } from './desk-rules';
import { sourceSuffix } from './headline';
import { placeInDateline } from './lead-lines';
import { raiseQueries } from './queries';
import { precedingKept, type Sorted, sortLines, toCuts } from './sorter';
import type { IntakeOptions, IntakeResult } from './types';

/**
 * Raw copy as an article would have it: structure found, cuts proposed, queries raised. Nothing is invented, nothing
 * vanishes: every character of the copy is in a field, in a kept block or in a cut, and every cut can be undone.
 */
export function intake(imported: Imported, options: IntakeOptions): IntakeResult {
  const text = [imported.title, imported.standfirst, bodyText(imported.blocks)].join('\n');
  const guess = detectLanguage(text);
  const language = options.language ?? imported.language ?? guess.language;
  const isGuess = !options.language && !imported.language && !guess.isSure;
  const warnings: Warning[] = [
    ...imported.warnings,
    ...(isGuess ? [{ code: 'language-unsure' } as const] : []),
  ];

  const sorted = sortLines({ imported, options, language });
  const isCleaning = options.clean !== false;
  const suffix = isCleaning ? cutSuffix(sorted, imported, { ...options, language }) : null;
  const cuts = isCleaning
    ? [...(suffix ? [suffix] : []), ...toCuts(sorted, imported), ...gapCuts(sorted, imported)]
    : [];
  const published = options.published ?? sorted.published;
  const blocks = sorted.kept.map((line) => line.block);
  const dateline = placeInDateline(sorted.kept[0]?.text ?? '');
  return {
    format: imported.format,
    encoding: imported.encoding,
    language,
    headline: sorted.headline,
    standfirst: sorted.standfirst,
    byline: sorted.byline,
    published,
    tags: imported.tags ?? [],
    details: { ...(dateline && { dateline }), ...imported.details },
    blocks,
    cuts: cuts.map((cut, index) => ({ ...cut, id: `c${index + 1}` })),
    queries: isQuerying(options) ? raiseQueries(blocks, language, published !== null) : [],
    ...(imported.pictures && { pictures: imported.pictures }),
    ...(imported.wanted && { wanted: imported.wanted }),
    ...(imported.review && { review: imported.review }),
    warnings,
  };
}

function isQuerying({ clean, queries }: IntakeOptions): boolean {
  return clean !== false && queries !== false;
}

/** The name of the source behind the headline, when there is one. Shortens the headline. */
function cutSuffix(sorted: Sorted, imported: Imported, options: IntakeOptions): Cut | null {
  const { headline } = sorted;
  const banners = sorted.cut.filter(({ reason }) => reason === 'site-banner').map(({ line }) => line.text);
  const story = bodyText(sorted.kept.map((line) => line.block)) + sorted.standfirst;
  const byDesk = deskRules(options.cutRules ?? [], options.language ?? 'fr', ['headline-suffix']);
  const start =
    sourceSuffix(headline, story, [imported.siteName ?? '', ...banners]) ??
    [...headline.matchAll(/(?<!\s)\s+[–—|•·-]\s+/g)].find((match) =>
      byDesk.some((rule) => fitsPattern(headline.slice(match.index + match[0].length), rule.pattern)),
    )?.index ??
    null;
  if (start === null) return null;
  sorted.headline = headline.slice(0, start);
  return {
    id: '',
    reason: 'headline-source',
    text: headline.slice(start),
    place: { type: 'field', field: 'headline', start },
  };
}

/** Runs of blank lines: restored, each is an empty paragraph. */
function gapCuts(sorted: Sorted, imported: Imported): Cut[] {
  const kept = new Set(sorted.kept.map((line) => line.block.id));
  const before = precedingKept(imported.blocks, kept);
  return (imported.gaps ?? []).map(({ after, text }, index): Cut => {
    const anchor = after === null || kept.has(after) ? after : (before.get(after) ?? null);
    const blank = { id: `gap${index + 1}`, type: 'paragraph' as const, content: [] };
    return { id: '', reason: 'blank-lines', text, place: { type: 'blocks', after: anchor, blocks: [blank] } };
  });
}
