/** The closed lists of a desk's files; apart from the schemas, so that the window need not load those. */
export const tagTypes = ['topic', 'person', 'organisation', 'place', 'event'] as const;
export type TagType = (typeof tagTypes)[number];

/** Names of colours that the window has in light and dark; never the only sign. */
export const tagColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export type TagColour = (typeof tagColours)[number];
