export const licencesFile: string;
export function shippedPackages(): string[];
export function writeLicences(): void;
