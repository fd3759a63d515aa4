/** The value of a figure as the language writes it: “200 000”, “3,5”; “1,234.5”. */
export function figureValue(text: string, language: 'fr' | 'en'): number {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]/g, '');
  const isGrouped = (mark: string): boolean =>
    mark === '.'
      ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)
      : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain);
  // “3,500” is three and a half in French only when it cannot be thousands of an English source.
  if (language === 'en' ? isGrouped(',') : isGrouped(',') && !/^0/.test(plain) && /\.\d/.test(plain))
    return Number(plain.replace(/,/g, ''));
  if (language === 'fr' && isGrouped('.')) return Number(plain.replace(/\./g, '').replace(',', '.'));
  return Number(plain.replace(',', '.'));
}

/** What the parts make together: 4 · 20 + 10 + 7, 2 · 100 + 5. */
export function composed(parts: readonly number[]): number {
  let total = 0;
  let current = 0;
  for (const part of parts) {
    if (part >= 1000) {
      total += Math.max(1, current) * part;
      current = 0;
    } else if (part === 100 || (part === 20 && current === 4)) current = Math.max(1, current) * part;
    else current += part;
  }
  return total + current;
}
