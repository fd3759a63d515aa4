import type { Cut, Language } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import type { Imported } from '#core/formats/types';
import { fold } from '#core/language/words';
import { reasonToCut, type Zone } from './cut-rules';
import { deskRules, fitsPattern } from './desk-rules';
import { isBanner, isHeadline } from './headline';
import { bylineIn, dayInDateLine, dayInDateline } from './lead-lines';
import { type Line, lineOf } from './line';
import type { CutReason, IntakeOptions } from './types';

/** What each line of the copy turned out to be. */
export interface Sorted {
  headline: string;
  standfirst: string;
  byline: string;
  published: string | null;
  /** What is kept, in order. */
  readonly kept: Line[];
  readonly cut: { readonly line: Line; readonly reason: CutReason }[];
  /** Lines that went into a field, by their block's id. */
  readonly fields: Set<string>;
}

/** Sites put their furniture within this many lines of either end. */
const headZone = 8;
const tailZone = 10;

interface Sorting {
  readonly imported: Imported;
  readonly options: IntakeOptions;
  readonly language: Language;
}

/** Finds headline, byline, date and standfirst, and takes out what is not the story. */
export function sortLines(sorting: Sorting): Sorted {
  const { imported, options } = sorting;
  const lines = imported.blocks.map(lineOf).filter((line) => line.text !== '' || isSilent(line.block));
  const sorted: Sorted = {
    headline: imported.title ?? '',
    standfirst: imported.standfirst ?? '',
    byline: imported.byline ?? '',
    published: imported.published ?? null,
    kept: [],
    cut: [],
    fields: new Set(),
  };
  const isCleaning = options.clean !== false;
  const rest = isCleaning ? cutFurniture(lines, sorting, sorted) : lines;
  const body = takeHeadline(rest, sorting, sorted, isCleaning);
  const story = isCleaning ? takeLeadLines(body, sorting, sorted) : body;
  sorted.kept.push(...takeStandfirst(story, sorted));
  sorted.published ??=
    sorted.kept.length > 0 ? dayInDateline(sorted.kept[0]?.text ?? '', sorting.language) : null;
  return sorted;
}

/** Lines that a rule, the desk's rules or a repetition takes out, from both ends and from the middle. */
function cutFurniture(lines: readonly Line[], { options, language }: Sorting, sorted: Sorted): Line[] {
  const own = options.cutRules ?? [];
  const seen = new Set<string>();
  const last = lines.length - 1;
  return lines.filter((line, index) => {
    const zones: Zone[] = [
      'anywhere',
      ...(index < headZone && index < last ? (['head'] as const) : []),
      ...(index > Math.max(0, last - tailZone) ? (['tail'] as const) : []),
    ];
    const reason = zones.map((zone) => reasonToCut(line, zone)).find(Boolean) ?? null;
    const fits = deskRules(own, language, zones).some((rule) => fitsPattern(line.text, rule.pattern));
    const isRepeated = line.text.length > 60 && seen.has(line.folded);
    seen.add(line.folded);
    const why: CutReason | null = reason ?? (fits ? 'desk-rule' : isRepeated ? 'repeated-line' : null);
    if (why) sorted.cut.push({ line, reason: why });
    return why === null;
  });
}

function takeHeadline(
  lines: readonly Line[],
  { imported }: Sorting,
  sorted: Sorted,
  isCleaning: boolean,
): Line[] {
  if (sorted.headline !== '') return isCleaning ? withoutRepeats(lines, sorted) : [...lines];
  const rest = [...lines];
  // A banner is one only above something that can be the headline.
  while (
    isCleaning &&
    rest[0] &&
    rest[1] &&
    isBanner(rest[0], imported.siteName, rest[1]) &&
    isHeadline(rest[1])
  ) {
    sorted.cut.push({ line: rest[0], reason: 'site-banner' });
    rest.shift();
  }
  const [first] = rest;
  if (!first || !isHeadline(first) || rest.length < 2) return rest;
  sorted.headline = first.text.trim();
  sorted.fields.add(first.block.id);
  return rest.slice(1);
}

/** A headline or standfirst that the format already gave must not stand in the story a second time. */
function withoutRepeats(lines: readonly Line[], sorted: Sorted): Line[] {
  const known = [sorted.headline, sorted.standfirst].filter((text) => text !== '').map(fold);
  return lines.filter((line, index) => {
    const isRepeat =
      index < headZone && known.some((text) => text === line.folded || text.startsWith(`${line.folded} | `));
    if (isRepeat) sorted.cut.push({ line, reason: 'repeated-line' });
    return !isRepeat;
  });
}

/** Lines between headline and story that say who and when: their text moves to its field, the line is a cut. */
function takeLeadLines(lines: readonly Line[], { options, language }: Sorting, sorted: Sorted): Line[] {
  const last = lines.length - 1;
  return lines.filter((line, index) => {
    const isNear = index < 5 || index > last - 3;
    if (!isNear || lines.length < 2 || line.block.type === 'list') return true;
    const byline = bylineIn(line);
    if (byline) {
      sorted.byline ||= byline;
      sorted.cut.push({ line, reason: 'byline-line' });
      return false;
    }
    const day = dayInDateLine(line, options.language ?? language);
    if (!day) return true;
    sorted.published ??= day;
    sorted.cut.push({ line, reason: 'date-line' });
    return false;
  });
}

/** The paragraph under the headline, when it is clearly shorter than those that follow, or set apart by its type. */
function takeStandfirst(lines: readonly Line[], sorted: Sorted): Line[] {
  const [first, ...rest] = lines;
  if (!first || sorted.standfirst !== '' || sorted.headline === '' || first.block.type !== 'paragraph')
    return [...lines];
  const paragraphs = rest.filter((line) => line.block.type === 'paragraph').map((line) => line.text.length);
  if (paragraphs.length < 2) return [...lines];
  const median = [...paragraphs].sort((a, b) => a - b)[Math.floor(paragraphs.length / 2)] ?? 0;
  const { text } = first;
  const isShort = text.length <= 320 && text.length <= median * 0.6 && text.length >= 25;
  const isLine =
    !text.includes('\n') && !/^[«“"]/.test(text.trim()) && (text.match(/[.!?…](?=\s|$)/g)?.length ?? 0) <= 2;
  if (!isLine || !(isShort || (isEmphasised(first.block) && text.length <= 500))) return [...lines];
  sorted.standfirst = text.trim();
  sorted.fields.add(first.block.id);
  return rest;
}

/** Blocks that say something without a word. */
function isSilent({ type }: Block): boolean {
  return type === 'divider' || type === 'picture' || type === 'table' || type === 'embed';
}

function isEmphasised(block: Block): boolean {
  return (
    'content' in block &&
    block.content.every(
      (node) => node.type === 'text' && (node.marks?.includes('bold') || node.marks?.includes('italic')),
    )
  );
}

/** Cuts as they are stored, each with the place to which it goes back. Blocks keep their ids. */
export function toCuts(sorted: Sorted, imported: Imported): Cut[] {
  const kept = new Set(sorted.kept.map((line) => line.block.id));
  const before = precedingKept(imported.blocks, kept);
  const order = new Map(imported.blocks.map((block, index) => [block.id, index]));
  const place = (id: string): number => order.get(id) ?? 0;
  return [...sorted.cut]
    .sort((a, b) => place(a.line.block.id) - place(b.line.block.id))
    .map(({ line, reason }) => ({
      id: '',
      reason,
      text: line.text,
      place: { type: 'blocks', after: before.get(line.block.id) ?? null, blocks: [line.block] },
    }));
}

/** For each block, the nearest one before it that is kept; null at the head of the story. */
export function precedingKept(
  blocks: readonly Block[],
  kept: ReadonlySet<string>,
): Map<string, string | null> {
  const before = new Map<string, string | null>();
  let last: string | null = null;
  for (const { id } of blocks) {
    before.set(id, last);
    if (kept.has(id)) last = id;
  }
  return before;
}
