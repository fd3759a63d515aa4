import { textRun } from '#core/body/normalize';
import type { Block, ListItem } from '#core/body/schema';
import { listOf, paragraphOf, unnumbered } from '../shared/fold';

/** What opens an item. No dash but the hyphen: in French, the longer ones open a line of dialogue. */
const item = /^(\s*)(?:[-•*‣◦▪]|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)/;

export function isItem(line: string): boolean {
  return item.test(line);
}

interface Entry {
  readonly indent: number;
  readonly number: number | null;
  text: string;
}

/** Lines of which each is an item, or goes on with the one above. Items that are further in are nested. */
export function listFrom(lines: readonly string[]): Block[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const match = item.exec(line);
    const last = entries.at(-1);
    if (match) {
      const [whole, indent = '', number] = match;
      const text = line.slice(whole.length).trimEnd();
      entries.push({ indent: widthOf(indent), number: number ? Number(number) : null, text });
    } else if (last) last.text += ` ${line.trim()}`;
  }
  return isList(entries) ? build(entries) : lines.flatMap((line) => paragraphOf([textRun(line.trim())]));
}

/** Numbers must count up by one: lines that begin with house numbers or scores are no list. */
function isList(entries: readonly Entry[]): boolean {
  const outer = entries.filter(({ indent }) => indent <= (entries[0]?.indent ?? 0) + 1);
  return outer.every(({ number }, index) => {
    const before = outer[index - 1];
    if (!before) return true;
    return number === null || before.number === null
      ? number === before.number
      : number === before.number + 1;
  });
}

function build(entries: readonly Entry[]): Block[] {
  const [first] = entries;
  return listOf(first?.number === null ? 'bullet' : 'number', itemsOf(entries), first?.number);
}

function itemsOf(entries: readonly Entry[]): ListItem[] {
  const items: ListItem[] = [];
  const outer = entries[0]?.indent ?? 0;
  for (let at = 0; at < entries.length; ) {
    let end = at + 1;
    while (end < entries.length && (entries[end]?.indent ?? 0) > outer + 1) end += 1;
    const inner = entries.slice(at + 1, end);
    items.push({
      id: unnumbered,
      content: [textRun(entries[at]?.text ?? '')],
      ...(inner.length > 0 && {
        list: {
          kind: inner[0]?.number === null ? ('bullet' as const) : ('number' as const),
          items: itemsOf(inner),
        },
      }),
    });
    at = end;
  }
  return items;
}

function widthOf(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}
