import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Block } from '#core/body/schema';
import type { IdSource } from '#core/ids';
import { numberBlocks } from '../shared/fold';
import { Warnings } from '../shared/warnings';
import { readBlocks } from './blocks';
import { attribute, elements, find, textOf } from './tree';

/**
 * What a clipboard says in HTML, as blocks: structure is kept, the junk of word processors and pages is not. Nothing
 * is taken for furniture and nothing is guessed: somebody has chosen exactly this.
 */
export function readClipboardHtml(html: string, newId: IdSource): Block[] {
  const tree = fromHtml(fragmentIn(html), { fragment: true });
  tidy(tree);
  const notes = new Set(
    [...elements(tree)]
      .filter((element) => attribute(element, 'className').split(' ').includes('footnote'))
      .map((element) => attribute(element, 'id')),
  );
  const blocks = readBlocks(tree.children, {
    warnings: new Warnings(),
    base: null,
    taken: new Set(),
    notes,
    isChosen: true,
  });
  return numberBlocks(blocks, newId);
}

/** Windows marks the part that was selected with comments; what stands around it is the page's frame. */
function fragmentIn(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  // Table rows alone would lose their table.
  if (start < 0 || end <= start || /^\s*<t(?:r|d|body)\b/i.test(html.slice(start + 20, end))) return html;
  return html.slice(start + 20, end);
}

function tidy(tree: Root): void {
  for (const parent of [tree, ...elements(tree)]) {
    parent.children = joinWordLists(parent.children.filter(isKept) as ElementContent[]) as never;
  }
  for (const element of elements(tree)) {
    readWordNote(element);
    unwrapLink(element);
  }
}

/** Word's own elements that say nothing on paper: `<o:p>`, smart tags' definitions, XML islands. */
function isKept(node: RootContent): boolean {
  return node.type !== 'comment' && !(node.type === 'element' && /^(?:o:p|xml|w:|v:|m:)/.test(node.tagName));
}

const listParagraph = /mso-list\s*:\s*l\d+\s+level(\d)/i;

interface WordItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly element: Element;
}

/** Word writes lists as paragraphs that carry a level and a printed mark. */
function joinWordLists(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let items: WordItem[] = [];
  const flush = (): void => {
    if (items.length > 0) result.push(listFrom(items));
    items = [];
  };
  for (const node of nodes) {
    const item = node.type === 'element' ? wordItem(node) : null;
    if (item) items.push(item);
    else if (items.length > 0 && node.type === 'text' && node.value.trim() === '') continue;
    else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}

function wordItem(element: Element): WordItem | null {
  const level = Number(listParagraph.exec(attribute(element, 'style'))?.[1] ?? 0);
  if (element.tagName !== 'p' || level === 0) return null;
  const mark = find(element, isPrintedMark);
  return {
    level,
    ordered: mark !== undefined && /^\(?(?:\d{1,4}|[a-z]|[ivxlc]{1,6})[.)]/i.test(textOf(mark)),
    element: { ...element, tagName: 'li', children: withoutMarks(element.children) },
  };
}

function isPrintedMark(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(attribute(element, 'style'));
}

function withoutMarks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes
    .filter((node) => !(node.type === 'element' && isPrintedMark(node)))
    .map((node) => (node.type === 'element' ? { ...node, children: withoutMarks(node.children) } : node));
}

function listFrom(items: readonly WordItem[]): Element {
  const [first] = items;
  const outer = Math.min(...items.map(({ level }) => level));
  const children: Element[] = [];
  for (let at = 0; at < items.length; ) {
    let end = at;
    while (end < items.length && (items[end]?.level ?? outer) > outer) end += 1;
    const last = children.at(-1);
    if (end > at) {
      const nested = listFrom(items.slice(at, end));
      if (last) last.children.push(nested);
      else children.push({ type: 'element', tagName: 'li', properties: {}, children: [nested] });
      at = end;
    } else {
      const item = items[at];
      if (item) children.push(item.element);
      at += 1;
    }
  }
  return { type: 'element', tagName: first?.ordered ? 'ol' : 'ul', properties: {}, children };
}

/** Google's documents lead every link over Google. */
function unwrapLink(element: Element): void {
  const href = attribute(element, 'href');
  if (element.tagName !== 'a' || !href.startsWith('https://www.google.com/url?')) return;
  const target = new URLSearchParams(href.slice(href.indexOf('?'))).get('q');
  if (target) element.properties = { ...element.properties, href: target };
}

/** Word's notes, `ftn1` and `_ftnref1`, become what our own pages have. */
function readWordNote(element: Element): void {
  const href = attribute(element, 'href');
  const style = attribute(element, 'style');
  if (element.tagName === 'a' && /^#_(?:ftn|edn)\d+$/.test(href)) {
    element.tagName = 'sup';
    element.properties = {};
    element.children = [
      {
        type: 'element',
        tagName: 'a',
        properties: { href: href.replace('#_', '#') },
        children: element.children,
      },
    ];
  } else if (/mso-element\s*:\s*(?:footnote|endnote)(?:;|$)/i.test(style)) {
    const [line] = element.children.filter((child) => child.type === 'element');
    if (line?.type !== 'element') return;
    line.properties = { id: attribute(element, 'id'), className: ['footnote'] };
    line.tagName = 'p';
  }
}
