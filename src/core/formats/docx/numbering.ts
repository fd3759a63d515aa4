import { childOf, elementsOf, type XmlElement } from '../shared/xml';
import { settingOf } from './styles';

/** One level of one numbering: what stands in front of its paragraphs. */
export interface Level {
  /** `none`: nothing stands there, the paragraph only stands under one that has something. */
  readonly kind: 'bullet' | 'number' | 'none';
  /** The bullet is a box: whether it is ticked. */
  readonly box?: boolean;
  readonly start: number;
  /** Numberings that share a count have the same one. */
  readonly counter: string;
  /** The count begins anew where this numbering is first used. */
  readonly restarts: boolean;
}

export interface Numbering {
  /** Null for a numbering that the document does not have, and for the one that stands for none (0). */
  readonly level: (id: string, level: number) => Level | null;
}

const openBoxes = new Set(['☐', '❏', '❑', '□']);
const tickedBoxes = new Set(['☑', '☒', '🗹', '🗷']);
/** Characters of the Wingdings fonts that are boxes to tick, as code points or in the private use area. */
const wingdings = new Set(['q', 'o', '¨', '\uf071', '\uf06f', '\uf0a8']);
const wingdingsTicked = new Set(['þ', 'ý', '\uf0fe', '\uf0fd']);

export function readNumbering(root: XmlElement | null): Numbering {
  const abstract = byId(root, 'w:abstractNum', 'w:abstractNumId');
  const concrete = byId(root, 'w:num', 'w:numId');
  const linked = new Map(
    [...abstract].flatMap(([id, element]) => {
      const name = settingOf(element, 'w:styleLink');
      return name === undefined ? [] : [[name, id] as const];
    }),
  );
  return {
    level: (id, level) => {
      const num = concrete.get(id);
      if (!num) return null;
      const abstractId = followLink(settingOf(num, 'w:abstractNumId') ?? '', abstract, linked);
      const override = atLevel(num, 'w:lvlOverride', level);
      const definition =
        (override && childOf(override, 'w:lvl')) ?? atLevel(abstract.get(abstractId), 'w:lvl', level);
      if (!definition) return null;
      const restart = settingOf(override, 'w:startOverride');
      return {
        ...kindOf(definition),
        start: Number(restart ?? settingOf(definition, 'w:start') ?? 1),
        counter: `${abstractId}:${level}`,
        restarts: restart !== undefined,
      };
    },
  };
}

/** A list style that stands for another one: one step, as Word makes it. */
function followLink(
  id: string,
  abstract: ReadonlyMap<string, XmlElement>,
  linked: ReadonlyMap<string, string>,
): string {
  const name = settingOf(abstract.get(id), 'w:numStyleLink');
  return (name !== undefined && linked.get(name)) || id;
}

function byId(root: XmlElement | null, name: string, key: string): Map<string, XmlElement> {
  return new Map(
    (root ? elementsOf(root, name) : []).map((element) => [element.attributes[key] ?? '', element]),
  );
}

function atLevel(element: XmlElement | undefined, name: string, level: number): XmlElement | undefined {
  return (
    element && elementsOf(element, name).find(({ attributes }) => attributes['w:ilvl'] === String(level))
  );
}

function kindOf(level: XmlElement): Pick<Level, 'kind' | 'box'> {
  const format = settingOf(level, 'w:numFmt') ?? 'decimal';
  const text = (settingOf(level, 'w:lvlText') ?? '').trim();
  const isPicture = childOf(level, 'w:lvlPicBulletId') !== undefined;
  if (format === 'none' || (format === 'bullet' && text === '' && !isPicture)) return { kind: 'none' };
  if (format !== 'bullet') return { kind: 'number' };
  const fonts = childOf(level, 'w:rPr', 'w:rFonts')?.attributes ?? {};
  const isWingdings = /^wingdings/i.test(fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '');
  if (openBoxes.has(text) || (isWingdings && wingdings.has(text))) return { kind: 'bullet', box: false };
  if (tickedBoxes.has(text) || (isWingdings && wingdingsTicked.has(text)))
    return { kind: 'bullet', box: true };
  return { kind: 'bullet' };
}
