import { type BlockerCode, blockerCodes } from '#core/claims/blocker-codes';
import { fold } from '#core/language/words';
import {
  type ClaimFilter,
  claimFilters,
  type DateField,
  dateFields,
  type Have,
  haves,
  type TextField,
} from './query';

/** Filters by their English name, which is the one that Marbre writes itself. */
export const filterFields = [
  'tag',
  'status',
  'section',
  'by',
  'lang',
  'claim',
  'has',
  'blocked',
  'id',
  'assignee',
  ...dateFields,
] as const;
export type FilterField = (typeof filterFields)[number];

/** What a name before a colon means. */
export type QueryField =
  | { readonly type: 'text'; readonly field: TextField }
  | { readonly type: 'filter'; readonly field: Exclude<FilterField, DateField> }
  | { readonly type: 'days'; readonly field: DateField };

type Names = Readonly<Record<string, string>>;

/** The names of each field, English first. */
export const textFieldNames: Readonly<Record<TextField, string>> = {
  headline: 'headline title titre',
  standfirst: 'standfirst chapô',
  body: 'body text texte corps',
  claims: 'in-claims dans-points dans-affirmations',
  evidence: 'evidence source preuve',
  notes: 'note notes',
};

export const filterFieldNames: Readonly<Record<FilterField, string>> = {
  tag: 'tag étiquette mot-clé',
  status: 'status statut',
  section: 'section rubrique',
  by: 'by author par auteur',
  lang: 'lang language langue',
  claim: 'claim point affirmation',
  has: 'has avec',
  blocked: 'blocked bloqué',
  id: 'id',
  assignee: 'assignee vérificateur',
  date: 'date published publié',
  created: 'created créé',
  modified: 'modified modifié',
  due: 'due échéance',
};

export const claimNames: Readonly<Record<ClaimFilter, string>> = {
  open: 'open ouvert ouverte',
  partial: 'partial partiel partielle',
  stale: 'stale périmé périmée',
  failed: 'failed erroné erronée',
  checked: 'checked vérifié vérifiée',
  any: 'any tous toutes oui',
  none: 'none aucun aucune non',
};

export const haveNames: Readonly<Record<Have, string>> = {
  stale: 'stale périmé',
  claims: 'claims points affirmations',
  queries: 'queries questions',
  blockers: 'blockers blocages',
  tags: 'tags étiquettes mots-clés',
  section: 'section rubrique',
  byline: 'byline signature',
  embargo: 'embargo',
  picture: 'picture photo image',
  notes: 'notes',
  original: 'original',
  'sign-off': 'sign-off visa',
  due: 'due échéance',
};

export const blockedNames: Readonly<Record<BlockerCode, string>> = {
  'claim-open': 'claim-open point-ouvert',
  'claim-partial': 'claim-partial point-partiel',
  'claim-second-check': 'claim-second-check second-contrôle',
  'claim-own-check': 'claim-own-check propre-contrôle',
  'claim-original': 'claim-original texte-d-origine',
  'claim-stale': 'claim-stale point-périmé',
  'claim-failed': 'claim-failed point-erroné',
  'claim-change': 'claim-change correction',
  'claim-disputed': 'claim-disputed point-contesté',
  'claim-dependency': 'claim-dependency dépendance',
  'query-open': 'query-open question-ouverte',
  'query-answered': 'query-answered question-répondue',
  'comment-open': 'comment-open commentaire',
  'suggestion-open': 'suggestion-open suggestion',
  placeholder: 'placeholder tk',
  'headline-number': 'headline-number chiffre-du-titre',
  'headline-name': 'headline-name nom-du-titre',
  'sign-off-missing': 'sign-off-missing visa-manquant',
  'sign-off-lapsed': 'sign-off-lapsed visa-caduc',
};

export const languageNames: Readonly<Record<'fr' | 'en', string>> = {
  fr: 'fr french français',
  en: 'en english anglais',
};

function byName<Key extends string>(names: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> {
  const keys = Object.keys(names) as Key[];
  return new Map(
    keys.flatMap((key) =>
      fold((names as Names)[key] ?? '')
        .split(' ')
        .map((name) => [name, key] as const),
    ),
  );
}

const textFieldsByName = byName(textFieldNames);
const filterFieldsByName = byName(filterFieldNames);

/** The words that a closed filter knows, folded; the values are those of the query. */
export const knownValues = {
  claim: byName(claimNames),
  has: byName(haveNames),
  blocked: byName(blockedNames),
  lang: byName(languageNames),
} as const satisfies Readonly<Record<string, ReadonlyMap<string, string>>>;

/** Those words as an error lists them. */
export const knownLists: Readonly<Record<keyof typeof knownValues, readonly string[]>> = {
  claim: claimFilters,
  has: haves,
  blocked: blockerCodes,
  lang: ['fr', 'en'],
};

/** The field of a name as it was typed; case and accents do not count. Null: there is no such field. */
export function fieldNamed(name: string): QueryField | null {
  const folded = fold(name);
  const text = textFieldsByName.get(folded);
  if (text) return { type: 'text', field: text };
  const filter = filterFieldsByName.get(folded);
  if (!filter) return null;
  const days = dateFields.find((field) => field === filter);
  if (days) return { type: 'days', field: days };
  return { type: 'filter', field: filter as Exclude<FilterField, DateField> };
}

/** The field of a name when it takes only some words, or null. */
export function closedFieldNamed(name: string): keyof typeof knownValues | null {
  const field = fieldNamed(name)?.field;
  return field !== undefined && Object.hasOwn(knownValues, field)
    ? (field as keyof typeof knownValues)
    : null;
}
