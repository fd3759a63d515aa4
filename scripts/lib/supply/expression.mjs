/**
 * The licences under which something may be part of the product, by their SPDX ids. No GPL, LGPL or AGPL: the product
 * is handed on as one archive, whose parts nobody can exchange.
 */
export const allowedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether an SPDX expression can be met with allowed licences alone: of `A OR B` one is enough, of `A AND B` both are
 * needed. What cannot be read is not allowed; `WITH` (an exception to a licence) is not read on purpose.
 * @param {string | undefined} expression
 */
export function isAllowed(expression) {
  const words = expression?.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const single = () => {
    const word = words[at++];
    if (word !== '(') return allowedLicences.has(word);
    const inside = either();
    return words[at++] === ')' && inside;
  };
  const both = () => {
    let all = single();
    while (words[at] === 'AND') {
      at += 1;
      // Read before it is combined: the rest of the expression must be consumed whatever the answer is.
      const next = single();
      all = all && next;
    }
    return all;
  };
  function either() {
    let some = both();
    while (words[at] === 'OR') {
      at += 1;
      const next = both();
      some = some || next;
    }
    return some;
  }
  const answer = words.length > 0 && either();
  return answer && at === words.length;
}
