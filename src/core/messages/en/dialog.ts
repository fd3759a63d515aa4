export const dialog = {} as const;
