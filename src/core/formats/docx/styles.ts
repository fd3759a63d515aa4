import type { Mark } from '#core/body/marks';
import { childOf, elementsOf, type XmlElement } from '../shared/xml';
import { foldName, isCodeName, isReferenceName, ourStyles, type Role, roleNamed } from './names';

/** What properties of a run switch on and off; what they do not mention is missing. */
type Switches = { readonly [K in Mark | 'hidden']?: boolean | undefined };

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly isCustom: boolean;
  readonly role: Role | null;
  /** Of the style and of those that it is based on. */
  readonly switches: Switches;
  /** The numbering that the style brings along. */
  readonly numbering: XmlElement | undefined;
  /** For tables: its first row looks unlike the others. */
  readonly marksFirstRow: boolean;
}

export interface Styles {
  readonly get: (id: string | undefined) => Style | undefined;
  /** Whether the document was written by us, whoever has worked on it since. */
  readonly isOurs: boolean;
}

/** A property that is on unless it says otherwise (`w:val`). */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '');
}

export function settingOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return element && childOf(element, ...path)?.attributes['w:val'];
}

/** What the properties of a run (`w:rPr`) say of its marks. */
export function switchesOf(properties: XmlElement | undefined): Switches {
  if (!properties) return {};
  const raised = settingOf(properties, 'w:vertAlign');
  const underline = childOf(properties, 'w:u');
  const struck = childOf(properties, 'w:strike') ?? childOf(properties, 'w:dstrike');
  const found: Switches = {
    bold: isOn(childOf(properties, 'w:b')),
    italic: isOn(childOf(properties, 'w:i')),
    // An underline without a kind is none: Word shows nothing.
    underline: underline && underline.attributes['w:val'] !== undefined && isOn(underline),
    strikethrough: isOn(struck),
    superscript: raised === undefined ? undefined : raised === 'superscript',
    subscript: raised === undefined ? undefined : raised === 'subscript',
    hidden: isOn(childOf(properties, 'w:vanish')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map(
    (root ? elementsOf(root, 'w:style') : []).map((element) => [
      element.attributes['w:styleId'] ?? '',
      element,
    ]),
  );
  const known = new Map<string, Style>();
  for (const id of elements.keys()) known.set(id, readStyle(id, elements));
  const box = foldName(ourStyles['fact-box']);
  const isOurs = [...known.values()].some(({ id, name }) => foldName(id) === box || foldName(name) === box);
  return { get: (id) => (id === undefined ? undefined : known.get(id)), isOurs };
}

/** A style, then those that it is based on. No chain that people make is longer; some files have rings. */
function chainOf(id: string, elements: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next = elements.get(id); next && chain.length < 20; ) {
    chain.push(next);
    const base: string | undefined = settingOf(next, 'w:basedOn');
    const found: XmlElement | undefined = base === undefined ? undefined : elements.get(base);
    next = found && !chain.includes(found) ? found : undefined;
  }
  return chain;
}

function readStyle(id: string, elements: ReadonlyMap<string, XmlElement>): Style {
  const chain = chainOf(id, elements);
  const [own] = chain;
  const name = settingOf(own, 'w:name') ?? id;
  const isCharacter = own?.attributes['w:type'] === 'character';
  const switches: Switches = Object.assign(
    {},
    ...chain.map((element) => switchesOf(childOf(element, 'w:rPr'))).reverse(),
  );
  const isReference = isReferenceName(name) || isReferenceName(id);
  const isCode = isCharacter && chain.some((element) => isCodeName(settingOf(element, 'w:name') ?? ''));
  return {
    id,
    name,
    isCustom: ['1', 'true', 'on'].includes(own?.attributes['w:customStyle'] ?? ''),
    role: own?.attributes['w:type'] === 'paragraph' ? roleOf(chain) : null,
    switches: isReference ? {} : { ...switches, ...(isCode && { code: true }) },
    numbering: chain.map((element) => childOf(element, 'w:pPr', 'w:numPr')).find((found) => found),
    marksFirstRow: chain.some((element) =>
      elementsOf(element, 'w:tblStylePr').some(({ attributes }) => attributes['w:type'] === 'firstRow'),
    ),
  };
}

/** The nearest style of a chain that says what it is: by name, by id, by its level in the outline. */
function roleOf(chain: readonly XmlElement[]): Role | null {
  for (const element of chain) {
    const role =
      roleNamed(settingOf(element, 'w:name') ?? '') ?? roleNamed(element.attributes['w:styleId'] ?? '');
    if (role) return role;
    const level = settingOf(element, 'w:pPr', 'w:outlineLvl');
    if (level !== undefined) return outlineRole(level) ?? { type: 'plain' };
  }
  return null;
}

/** Levels of the outline count from 0; 9 is body text. */
export function outlineRole(level: string | undefined): Role | null {
  return level !== undefined && /^[0-8]$/.test(level) ? { type: 'heading', level: Number(level) + 1 } : null;
}
