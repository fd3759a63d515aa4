import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Language } from '#core/article/schema';
import { type TagType, tagTypes } from '#core/desk/values';
import { type Failure, type Result, success } from '#core/failure';
import { type FormatId, formatIds } from '#core/formats/types';
import { calendarDay } from '#core/language/dates';
import { type SearchSort, type SortKey, sortKeys } from '#core/search/request';
import { type Console, usage } from './console';
import { defaultLimits, type ReadingLimits } from './reading-thread';

const known = {
  json: { type: 'boolean' },
  language: { type: 'string' },
  published: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  'out-dir': { type: 'string' },
  report: { type: 'string' },
  'base-url': { type: 'string' },
  'max-seconds': { type: 'string' },
  'max-memory': { type: 'string' },
  publication: { type: 'string' },
  output: { type: 'string', short: 'o' },
  clean: { type: 'boolean' },
  desk: { type: 'string' },
  confidential: { type: 'boolean' },
  type: { type: 'string' },
  parent: { type: 'string' },
  alias: { type: 'string', multiple: true },
  into: { type: 'string' },
  force: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  limit: { type: 'string' },
  sort: { type: 'string' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

export type OptionName = keyof typeof known;

export interface Options {
  readonly json: boolean;
  readonly language?: Language;
  readonly published?: string;
  readonly to?: FormatId;
  readonly from?: FormatId;
  readonly output?: string;
  readonly outDir?: string;
  readonly report?: string;
  readonly baseUrl?: string;
  readonly publication?: string;
  /** What one file may cost. */
  readonly limits: ReadingLimits;
  readonly clean: boolean;
  readonly desk?: string;
  readonly confidential: boolean;
  readonly type?: TagType;
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly into?: string;
  readonly force: boolean;
  readonly dryRun: boolean;
  /** How many articles at most. */
  readonly limit?: number;
  readonly sort?: SearchSort;
  readonly files: readonly string[];
}

/** How many words a verb takes beside its options. */
export interface Arity {
  readonly least: number;
  readonly most: number;
  /** What is named when one is missing. */
  readonly name: string;
  /** The words are a query: `-port` is one of them, and no option. */
  readonly isQuery?: true;
}

/** In front of a word that would be taken for an option; no command line can hold it. */
const shield = '\u0000';

/** Reads the words after a verb; each wrong one is a sentence that names it. */
export function readOptions(
  io: Console,
  args: readonly string[],
  allowed: readonly OptionName[],
  arity: Arity,
): Result<Options> {
  const shielded = arity.isQuery ? args.map((word) => word.replace(/^-(?!-)/, `${shield}-`)) : args;
  const parsed = parse(io, shielded, allowed);
  if ('ok' in parsed) return parsed;
  const { values } = parsed;
  const positionals = parsed.positionals.map((word) => word.replace(shield, ''));
  if (positionals.length < arity.least) return usage(io.t('cli.usage.missing', { what: arity.name }));
  if (positionals.length > arity.most)
    return usage(io.t('cli.usage.extra', { value: positionals[arity.most] ?? '' }));
  const problem = checkValues(io, values);
  if (problem) return problem;
  const missing = (['desk', 'to'] as const).find(
    (name) => required(allowed, name) && values[name] === undefined,
  );
  if (missing) return usage(io.t('cli.usage.missing', { what: `--${missing}` }));
  const sort = typeof values.sort === 'string' ? readSort(values.sort) : null;
  return success({
    ...(values as Pick<
      Options,
      | 'language'
      | 'published'
      | 'to'
      | 'from'
      | 'output'
      | 'report'
      | 'publication'
      | 'desk'
      | 'type'
      | 'parent'
      | 'into'
    >),
    json: values.json === true,
    clean: values.clean !== false,
    confidential: values.confidential === true,
    aliases: Array.isArray(values.alias) ? values.alias : [],
    force: values.force === true,
    ...(typeof values['out-dir'] === 'string' && { outDir: values['out-dir'] }),
    ...(typeof values['base-url'] === 'string' && { baseUrl: values['base-url'] }),
    limits: limitsOf(values),
    dryRun: values['dry-run'] === true,
    ...(typeof values.limit === 'string' && { limit: Number(values.limit) }),
    ...(sort && { sort }),
    files: positionals,
  });
}

/** A desk is needed wherever one may be named; so is a target format. */
function required(allowed: readonly OptionName[], name: OptionName): boolean {
  return allowed.includes(name);
}

type Values = { readonly [K in OptionName]?: string | boolean | readonly string[] };

function limitsOf(values: Values): ReadingLimits {
  return {
    seconds: Number(values['max-seconds'] ?? defaultLimits.seconds),
    megabytes: Number(values['max-memory'] ?? defaultLimits.megabytes),
  };
}

function parse(
  io: Console,
  args: readonly string[],
  allowed: readonly OptionName[],
): { values: Values; positionals: string[] } | Failure {
  const options = Object.fromEntries(allowed.map((name) => [name, known[name]]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      allowNegative: true,
      strict: true,
    });
    return { values: values as Values, positionals };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(String(error))?.[1] ?? args.find((word) => word.startsWith('-')) ?? '';
    return usage(io.t('cli.usage.option', { option }));
  }
}

function checkValues(io: Console, values: Values): Failure | null {
  const isDay = (value: string): boolean => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    return calendarDay(Number(year), Number(month), Number(day)) !== null;
  };
  // What a format can do is known to the thread that loads it: here its name is enough.
  const isFormat = (value: string): boolean => formatIds.some((id) => id === value);
  const checks: readonly [Extract<OptionName, string>, (value: string) => boolean][] = [
    ['language', (value) => value === 'fr' || value === 'en'],
    ['published', isDay],
    ['type', (value) => (tagTypes as readonly string[]).includes(value)],
    ['limit', (value) => /^[1-9]\d{0,8}$/.test(value)],
    ['sort', (value) => readSort(value) !== null],
    ['to', isFormat],
    ['from', isFormat],
    ['max-seconds', (value) => /^[1-9]\d{0,4}$/.test(value)],
    ['max-memory', (value) => /^[1-9]\d{1,4}$/.test(value)],
    ['base-url', (value) => /^https?:$/.test(protocolOf(value))],
  ];
  for (const [name, isFine] of checks) {
    const value = values[name];
    if (typeof value === 'string' && !isFine(value))
      return usage(io.t('cli.usage.value', { value, option: `--${name}` }));
  }
  return null;
}

/** What one reads from the top: the newest, the longest, the best. Names and deadlines begin at their beginning. */
const descendingByNature: ReadonlySet<SortKey> = new Set([
  'relevance',
  'modified',
  'created',
  'published',
  'words',
  'checked',
]);

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}

/** `title`, `modified:asc`; null when it is neither. */
function readSort(value: string | boolean | undefined): SearchSort | null {
  const [key, way, ...rest] = String(value ?? '').split(':');
  const by = sortKeys.find((known) => known === key);
  if (!by || rest.length > 0 || (way !== undefined && way !== 'asc' && way !== 'desc')) return null;
  return { by, descending: way === undefined ? descendingByNature.has(by) : way === 'desc' };
}
