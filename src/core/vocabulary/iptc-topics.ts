/** One topic of a list that can be brought into a vocabulary. */
export interface Concept {
  /** `medtop:04000000` */
  readonly code: string;
  readonly labels: { readonly fr?: string; readonly en?: string };
  readonly aliases: readonly string[];
  /** Codes of wider topics. */
  readonly broader: readonly string[];
  /** IPTC does not use it any more. */
  readonly retired: boolean;
}

/**
 * The top level of IPTC Media Topics, with the names that IPTC publishes. Copyright IPTC, CC BY 4.0
 * (https://iptc.org/standards/media-topics/); docs/dependencies.md says so, too.
 */
const topics: readonly (readonly [code: string, en: string, fr: string])[] = [
  ['01000000', 'arts, culture, entertainment and media', 'Arts, culture, divertissement et médias'],
  ['02000000', 'crime, law and justice', 'Criminalité, droit et justice'],
  ['03000000', 'disaster, accident and emergency incident', 'Désastres et accidents'],
  ['04000000', 'economy, business and finance', 'Économie et finances'],
  ['05000000', 'education', 'Éducation'],
  ['06000000', 'environment', 'Environnement'],
  ['07000000', 'health', 'Santé'],
  ['08000000', 'human interest', 'Gens, animaux, insolite'],
  ['09000000', 'labour', 'Social'],
  ['10000000', 'lifestyle and leisure', 'Vie quotidienne et loisirs'],
  ['11000000', 'politics and government', 'Politique'],
  ['12000000', 'religion', 'Religion et croyance'],
  ['13000000', 'science and technology', 'Science et technologie'],
  ['14000000', 'society', 'Société'],
  ['15000000', 'sport', 'Sport'],
  ['16000000', 'conflict, war and peace', 'Conflits, guerres et paix'],
  ['17000000', 'weather', 'Météo'],
];

export const iptcTopics: readonly Concept[] = topics.map(([code, en, fr]) => ({
  code: `medtop:${code}`,
  labels: { fr, en },
  aliases: [],
  broader: [],
  retired: false,
}));
