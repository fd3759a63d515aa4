/** The shape that every catalogue shares: the English one decides the keys, the French one must have them all. */
export type MessagesLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : MessagesLike<T[K]> };

type PluralForm = '_one' | '_other';
type WithoutPlural<K extends string> = K extends `${infer Base}${PluralForm}` ? Base : K;

/** `area.key` paths of a catalogue; keys that come in a `_one` and an `_other` form are named without them. */
export type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];
