export function toBdic(dictionary: { readonly affixes: string; readonly words: string }): Buffer;
