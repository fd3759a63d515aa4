import { measureTyping } from './lib/typing.mjs';

/** A key press at 50,000 words with 500 claims painted, at the pace of a key that is held down. */
export function run({ quick }) {
  return measureTyping({ words: 50_000, claims: 500, keys: quick ? 100 : 600, pause: 33 });
}
