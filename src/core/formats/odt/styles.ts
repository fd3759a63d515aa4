import type { Mark } from '#core/body/marks';
import { childOf, elementsOf, type XmlElement } from '../shared/xml';
import { codeName, displayName, foldName, looklessName, ownMark, type Role, roleNamed } from './names';

/** What looks say of a stretch of text; what is not there is as it is around it. */
export type Looks = { readonly [K in Mark | 'hidden']?: boolean };

export interface Style {
  readonly role: Role | null;
  readonly looks: Looks;
  /** A line under it: an empty paragraph of this style is a rule. */
  readonly isRuled: boolean;
}

export type ListKindRead = 'bullet' | 'number' | 'none';
export interface ListLevel {
  readonly kind: ListKindRead;
  readonly start: number;
}

export interface Styles {
  /** Written by us, whoever saved it last. */
  readonly isOurs: boolean;
  readonly paragraph: (name: string | undefined) => Style;
  readonly text: (name: string | undefined) => Looks;
  /** `level` counts from 1. */
  readonly list: (name: string | undefined, level: number) => ListLevel;
}

const noStyle: Style = { role: null, looks: {}, isRuled: false };
/** Parents of parents; a circle ends here too. */
const longestChain = 30;

/** Named styles, and those that a program made for single paragraphs; the latter are of the story's own part. */
export function readStyles(named: XmlElement | null, content: XmlElement): Styles {
  const { byName, lists } = gather(named, content);
  const listLevels = new Map<string, ListLevel>();
  return {
    isOurs: byName.has(`paragraph:${ownMark}`),
    paragraph: remembered((name) => {
      const chain = chainOf(byName, 'paragraph', name);
      return chain.length === 0 ? { ...noStyle, role: roleNamed(name) } : styleOf(chain);
    }),
    text: remembered((name) => {
      const chain = chainOf(byName, 'text', name);
      return chain.length === 0 ? namedLooks(name, {}) : looksOf(chain);
    }),
    list: (name, level) => {
      const key = `${level} ${name ?? ''}`;
      const found = listLevels.get(key) ?? levelOf(lists.get(name ?? ''), level);
      listLevels.set(key, found);
      return found;
    },
  };
}

type ByName = Map<string, XmlElement>;

function gather(named: XmlElement | null, content: XmlElement): { byName: ByName; lists: ByName } {
  const groups = [
    named && childOf(named, 'office:styles'),
    childOf(content, 'office:styles'),
    childOf(content, 'office:automatic-styles'),
  ].flatMap((group) => (group ? elementsOf(group) : []));
  const found = { byName: new Map<string, XmlElement>(), lists: new Map<string, XmlElement>() };
  for (const element of groups) {
    const { 'style:name': name = '', 'style:family': family = '' } = element.attributes;
    if (element.name === 'style:style') found.byName.set(`${family}:${name}`, element);
    if (element.name === 'text:list-style') found.lists.set(name, element);
  }
  return found;
}

/** A style, its parent, and so on. */
function chainOf(byName: ByName, family: string, name: string): XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next: string | undefined = name; next !== undefined && chain.length < longestChain; ) {
    const element = byName.get(`${family}:${next}`);
    if (!element) break;
    chain.push(element);
    next = element.attributes['style:parent-style-name'];
  }
  return chain;
}

function remembered<T>(find: (name: string) => T): (name: string | undefined) => T {
  const found = new Map<string, T>();
  return (name = '') => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const value = find(name);
    found.set(name, value);
    return value;
  };
}

function namesOf({ attributes }: XmlElement): string[] {
  const { 'style:display-name': display, 'style:name': name = '' } = attributes;
  return [...(display === undefined ? [] : [display]), displayName(name)];
}

function styleOf(chain: readonly XmlElement[]): Style {
  return { role: roleOf(chain), looks: looksOf(chain), isRuled: isRuled(chain) };
}

/** The nearest style that says what it is for, by name or by its level in the outline. */
function roleOf(chain: readonly XmlElement[]): Role | null {
  for (const element of chain) {
    for (const name of namesOf(element)) {
      const role = roleNamed(name);
      if (role) return role;
    }
    const level = Number(element.attributes['style:default-outline-level']);
    if (Number.isInteger(level) && level >= 1 && level <= 10) return { type: 'heading', level };
  }
  return null;
}

function looksOf(chain: readonly XmlElement[]): Looks {
  let looks: Looks = {};
  for (const element of [...chain].reverse()) {
    const own = ownLooks(childOf(element, 'style:text-properties')?.attributes ?? {});
    looks = { ...looks, ...own };
    for (const name of namesOf(element)) looks = namedLooks(name, looks);
  }
  return looks;
}

function namedLooks(name: string, looks: Looks): Looks {
  const folded = foldName(name);
  if (looklessName.test(folded)) return {};
  if (codeName.test(folded)) return { ...looks, code: true };
  if (folded === 'strong emphasis') return { ...looks, bold: true };
  return folded === 'emphasis' ? { ...looks, italic: true } : looks;
}

type Attributes = XmlElement['attributes'];

/** What the properties of one style switch on or off. */
function ownLooks(attributes: Attributes): Looks {
  const looks: { -readonly [K in keyof Looks]: Looks[K] } = {};
  const weight = attributes['fo:font-weight'];
  if (weight !== undefined) looks.bold = weight === 'bold' || Number(weight) >= 600;
  const slope = attributes['fo:font-style'];
  if (slope !== undefined) looks.italic = slope !== 'normal';
  const under = attributes['style:text-underline-style'] ?? attributes['style:text-underline-type'];
  if (under !== undefined) looks.underline = under !== 'none';
  const through = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  if (through !== undefined) looks.strikethrough = through !== 'none';
  const position = attributes['style:text-position']?.trim();
  if (position !== undefined) {
    const raised = Number.parseFloat(position);
    looks.superscript = position.startsWith('super') || raised > 0;
    looks.subscript = position.startsWith('sub') || raised < 0;
  }
  const shown = attributes['text:display'];
  if (shown !== undefined) looks.hidden = shown === 'none';
  return looks;
}

function isRuled(chain: readonly XmlElement[]): boolean {
  for (const element of chain) {
    const line = childOf(element, 'style:paragraph-properties')?.attributes['fo:border-bottom'];
    if (line !== undefined) return line !== 'none' && !/^0(?:\D|$)/.test(line);
  }
  return false;
}

const levels: Readonly<Record<string, ListKindRead>> = {
  'text:list-level-style-number': 'number',
  'text:list-level-style-bullet': 'bullet',
  'text:list-level-style-image': 'bullet',
};

/** A list whose style is not there has bullets, as every program shows it. */
function levelOf(style: XmlElement | undefined, level: number): ListLevel {
  const found =
    style && elementsOf(style).find(({ attributes }) => attributes['text:level'] === String(level));
  const kind = found ? (levels[found.name] ?? 'bullet') : 'bullet';
  const start = Number(found?.attributes['text:start-value'] ?? 1);
  const isBare = kind === 'number' && (found?.attributes['style:num-format'] ?? '') === '';
  return { kind: isBare ? 'none' : kind, start: Number.isInteger(start) && start >= 0 ? start : 1 };
}
