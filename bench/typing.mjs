import { measureTyping } from './lib/typing.mjs';

/** A key press at 10,000 words with 200 claims painted. */
export function run({ quick }) {
  return measureTyping({ words: 10_000, claims: 200, keys: quick ? 60 : 300, pause: 0 });
}
