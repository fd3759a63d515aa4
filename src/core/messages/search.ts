import type { Language } from '#core/article/values';
import type { QueryProblem } from '#core/search/query';
import { closedFieldNamed } from '#core/search/query-fields';
import type { Translate } from './index';

/** What is wrong with a part of a query, and what to write instead. */
export function queryProblemSentence(t: Translate, { code, params }: QueryProblem): string {
  const field = closedFieldNamed(params.field ?? '');
  return t(`search.problem.${code}`, field ? { ...params, known: t(`search.known.${field}`) } : params);
}

interface QueryHelp {
  readonly key: (typeof helpKeys)[number];
  /** A query that one can try as it stands. */
  readonly example: Readonly<Record<Language, string>>;
}

const helpKeys = [
  'words',
  'phrase',
  'prefix',
  'without',
  'or',
  'headline',
  'tag',
  'status',
  'section',
  'by',
  'date',
  'claim',
  'has',
  'assignee',
  'lang',
] as const;

/** The query language in examples, the most useful first; `queryHelpSentence` explains one. */
export const queryHelp: readonly QueryHelp[] = [
  { key: 'words', example: { en: 'harbour wall', fr: 'digue port' } },
  { key: 'phrase', example: { en: '"harbour wall"', fr: '«\u00a0digue du port\u00a0»' } },
  { key: 'prefix', example: { en: 'elect*', fr: 'élect*' } },
  { key: 'without', example: { en: 'storm -football', fr: 'tempête -football' } },
  { key: 'or', example: { en: 'storm OR flood', fr: 'tempête OU crue' } },
  { key: 'headline', example: { en: 'headline:mayor', fr: 'titre:maire' } },
  { key: 'tag', example: { en: 'tag:port,sea', fr: 'mot-clé:port,mer' } },
  { key: 'status', example: { en: 'status:ready', fr: 'statut:prêt' } },
  { key: 'section', example: { en: 'section:"Local news"', fr: 'rubrique:"Vie locale"' } },
  { key: 'by', example: { en: 'by:martin', fr: 'par:martin' } },
  { key: 'date', example: { en: 'date:2026-01..2026-03', fr: 'publié:2026-01..2026-03' } },
  { key: 'claim', example: { en: 'claim:open', fr: 'point:ouvert' } },
  { key: 'has', example: { en: 'has:stale', fr: 'avec:périmé' } },
  { key: 'assignee', example: { en: 'assignee:"Ana Ruiz"', fr: 'vérificateur:"Ana Ruiz"' } },
  { key: 'lang', example: { en: 'lang:fr', fr: 'langue:fr' } },
];

/** What an example finds, and what else could be written there. */
export function queryHelpSentence(t: Translate, { key }: QueryHelp): string {
  const known = key === 'claim' || key === 'has' ? { known: t(`search.known.${key}`) } : {};
  return t(`search.help.${key}`, known);
}
