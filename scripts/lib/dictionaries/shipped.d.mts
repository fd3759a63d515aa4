export const dictionaryPackages: Readonly<Record<'fr' | 'en-US' | 'en-GB', string>>;
export function dictionaryFile(language: 'fr' | 'en-US' | 'en-GB'): string;
export function writeDictionaries(): void;
