import { textWidth } from './width';

/** What stands before the first word of an item, and is blank before its other lines. */
const lead = /^\s*(?:(?:-|\[[ x]\]|\d{1,9}\.|\[\d{1,9}\]|—) )?/;
/** Only these part words: a no-break space holds its neighbours together. */
const blanks = /[ \t]+/;

/**
 * One line as lines that fit into a measure (columns). A word that is longer than the measure, such as an address,
 * stands on a line of its own, whole. Lines under an item hang under its first word.
 */
export function wrapped(line: string, measure: number): string[] {
  if (textWidth(line) <= measure) return [line];
  const [head = ''] = lead.exec(line) ?? [];
  const hang = ' '.repeat(textWidth(head));
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(head.length).split(blanks)) {
    const indent = lines.length === 0 ? head : hang;
    if (current === '') current = indent + word;
    else if (textWidth(current) + 1 + textWidth(word) <= measure && !isTrap(word)) current += ` ${word}`;
    else if (isTrap(word)) current += ` ${word}`;
    else {
      lines.push(current);
      current = hang + word;
    }
  }
  return current === '' ? lines : [...lines, current];
}

/** A sign that would open an item if it stood at the beginning of a line stays where it is. */
function isTrap(word: string): boolean {
  return /^(?:[-•*‣◦▪]|\d{1,3}[.)])$/.test(word);
}
