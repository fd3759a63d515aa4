/** The closed lists of a desk's files; apart from the schemas, so that the window need not load those. */
export const tagTypes = ['topic', 'person', 'organisation', 'place', 'event'] as const;
export type TagType = (typeof tagTypes)[number];

/** Names of colours that the window has in light and dark; never the only sign. */
export const tagColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export type TagColour = (typeof tagColours)[number];

/** The most that a vocabulary and one of its tags hold. */
export const maximumTags = 50_000;
export const maximumAliases = 50;
export const maximumFormerIds = 500;
export const longestName = 120;
