export const allowedLicences: ReadonlySet<string>;
export function isAllowed(expression: string | undefined): boolean;
