/** What the font Symbol shows for the capital and small letters of ASCII. */
const capitals = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const smalls = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

const symbol: Readonly<Record<number, string>> = {
  45: '−',
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  210: '®',
  211: '©',
  212: '™',
  214: '√',
  215: '⋅',
  226: '®',
  227: '©',
  228: '™',
  229: '∑',
  242: '∫',
};
const wingdings: Readonly<Record<number, string>> = {
  34: '✂',
  40: '☎',
  42: '✉',
  74: '☺',
  76: '☹',
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  159: '•',
  167: '▪',
  168: '☐',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/**
 * The character that a font of signs shows for a code (`w:sym`); null when it is not known. Codes stand as they are or
 * in the private use area behind U+F000.
 */
export function symbolOf(font: string, code: string): string | null {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value) || value < 0x20 || value > 0x10ffff) return null;
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  if (/^symbol/i.test(font)) return symbol[low] ?? letter(low);
  if (/^wingdings$/i.test(font)) return wingdings[low] ?? null;
  const isPrivate = (value >= 0xe000 && value <= 0xf8ff) || (value >= 0xd800 && value <= 0xdfff);
  return isPrivate ? null : String.fromCodePoint(value);
}

function letter(low: number): string | null {
  if (low >= 0x41 && low <= 0x5a) return capitals[low - 0x41] ?? null;
  if (low >= 0x61 && low <= 0x7a) return smalls[low - 0x61] ?? null;
  return low < 0x40 ? String.fromCharCode(low) : null;
}
