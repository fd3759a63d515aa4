/** The closed lists of an article's metadata; apart from the schemas, so that the window need not load those. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** How far an article can be. A desk names its own statuses; each of them means one of these. */
export const stages = ['raw', 'in-progress', 'in-check', 'ready', 'published', 'archived'] as const;
export type Stage = (typeof stages)[number];

/** What the length of an article is counted in. French desks count characters, blanks included. */
export const lengthUnits = ['words', 'characters'] as const;
export type LengthUnit = (typeof lengthUnits)[number];
