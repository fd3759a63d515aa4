import type { ListKind } from '#core/body/blocks';
import { tag } from '../shared/xml';

const abstract: Readonly<Record<ListKind, number>> = { bullet: 1, number: 2, check: 3 };
const bullets = ['•', '–', '▪'] as const;

/** The numberings of a document. Each numbered list has its own, so that it counts from its own start. */
export class Lists {
  readonly #numbered: { readonly start: number; readonly level: number }[] = [];

  /** The number of a list (`w:numId`). */
  next(kind: ListKind, start: number, level: number): number {
    if (kind !== 'number') return kind === 'bullet' ? 1 : 2;
    this.#numbered.push({ start, level });
    return this.#numbered.length + 2;
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
    const nums = [
      numXml(1, abstract.bullet),
      numXml(2, abstract.check),
      ...this.#numbered.map(({ start, level }, index) =>
        numXml(
          index + 3,
          abstract.number,
          tag('w:lvlOverride', { 'w:ilvl': level }, tag('w:startOverride', { 'w:val': start })),
        ),
      ),
    ];
    return tag('w:numbering', { 'xmlns:w': namespace }, [...kinds, ...nums].join(''));
  }
}

function numXml(id: number, kind: number, override = ''): string {
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
