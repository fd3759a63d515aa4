import type { ListKind } from '#core/body/blocks';
import { tag } from '../shared/xml';

const abstract: Readonly<Record<ListKind, number>> = { bullet: 1, number: 2, check: 3 };
const bullets = ['•', '–', '▪'] as const;

/** The numberings of a document. Each list has its own: it counts from its own start, and two in a row stay two. */
export class Lists {
  readonly #all: { readonly kind: ListKind; readonly start: number; readonly level: number }[] = [];

  /** The number of a list (`w:numId`). */
  next(kind: ListKind, start: number, level: number): number {
    this.#all.push({ kind, start, level });
    return this.#all.length;
  }

  /** `word/numbering.xml` */
  xml(namespace: string): string {
    const kinds = (['bullet', 'number', 'check'] as const).map((kind) =>
      tag(
        'w:abstractNum',
        { 'w:abstractNumId': abstract[kind] },
        tag('w:multiLevelType', { 'w:val': 'hybridMultilevel' }) +
          Array.from({ length: 9 }, (_, level) => levelXml(kind, level)).join(''),
      ),
    );
    const nums = this.#all.map(({ kind, start, level }, index) => {
      const own = tag('w:lvlOverride', { 'w:ilvl': level }, tag('w:startOverride', { 'w:val': start }));
      return numXml(index + 1, abstract[kind], kind === 'number' ? own : '');
    });
    return tag('w:numbering', { 'xmlns:w': namespace }, [...kinds, ...nums].join(''));
  }
}

function numXml(id: number, kind: number, override: string): string {
  return tag('w:num', { 'w:numId': id }, tag('w:abstractNumId', { 'w:val': kind }) + override);
}

/** Boxes of a check list stand in the text, where a click ticks them: nothing stands in front of them. */
function levelXml(kind: ListKind, level: number): string {
  const text =
    kind === 'number' ? `%${level + 1}.` : kind === 'bullet' ? (bullets[level % bullets.length] ?? '•') : '';
  const indent = tag('w:ind', { 'w:left': 567 * (level + 1), 'w:hanging': kind === 'check' ? 0 : 340 });
  return tag(
    'w:lvl',
    { 'w:ilvl': level },
    [
      tag('w:start', { 'w:val': 1 }),
      tag('w:numFmt', { 'w:val': kind === 'number' ? 'decimal' : 'bullet' }),
      tag('w:lvlText', { 'w:val': text }),
      tag('w:lvlJc', { 'w:val': 'left' }),
      tag('w:pPr', {}, indent),
    ].join(''),
  );
}
