import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react';
import type { Tag } from '#core/desk/schema';
import { labelOf } from '#core/vocabulary/names';
import type { TreeRow } from '#core/vocabulary/tree';
import { useTranslation } from '../../session/translation';
import { TagMark } from '../../ui/tag-mark';
import { showNumber } from '../../ui/time';
import type { Selection } from './use-selection';
import { useCounts } from './use-vocabulary-list';

/** CSS pixels; vocabulary.css sets the same. */
const rowHeight = 28;

interface Props {
  readonly tags: readonly Tag[];
  readonly rows: readonly TreeRow[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: (id: string, isFolded: boolean) => void;
  readonly selection: Selection;
  /** Return: to the form. */
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  /** Up from the first row: back to the search. */
  readonly onLeave: () => void;
  readonly element: RefObject<HTMLDivElement | null>;
}

/** The vocabulary as an outline; only the rows that are seen are drawn. */
export function TagTree({ tags, rows, folded, selection, element, ...on }: Props) {
  const { t } = useTranslation();
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => element.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const shown = list.getVirtualItems();
  const counts = useCounts(
    tags,
    shown.flatMap(({ index }) => rows[index]?.tag.id ?? []),
  );
  const at = rows.findIndex(({ tag }) => tag.id === selection.active);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const isActiveDrawn = shown.some(({ index }) => index === at);
  return (
    <div
      ref={element}
      className="tag-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('vocabulary.tree')}
      aria-multiselectable="true"
      aria-activedescendant={isActiveDrawn ? rowId(selection.active) : undefined}
      onFocus={() => selection.active === null && selection.choose(rows[0]?.tag.id ?? null)}
      onKeyDown={(event) => onTreeKey(event, { rows, at, folded, selection, ...on })}
    >
      <div role="presentation" className="tag-tree-rows" style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <Row
              key={row.tag.id}
              row={row}
              top={start}
              count={counts.get(row.tag.id)}
              isFolded={folded.has(row.tag.id)}
              isSelected={selection.ids.has(row.tag.id)}
              isActive={row.tag.id === selection.active}
              onFold={on.onFold}
              onChoose={selection.choose}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowId(id: string | null): string {
  return `vocabulary-row-${id}`;
}

interface RowProps {
  readonly row: TreeRow;
  readonly top: number;
  readonly count: number | undefined;
  readonly isFolded: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly onFold: Props['onFold'];
  readonly onChoose: Selection['choose'];
}

function Row({ row, top, count, isFolded, isSelected, isActive, onFold, onChoose }: RowProps) {
  const { t, language } = useTranslation();
  const { tag, depth, children } = row;
  const number = count === undefined ? '' : showNumber(count, language);
  const key = children > 0 ? 'vocabulary.with-narrower' : 'vocabulary.articles';
  const onClick = (event: MouseEvent): void =>
    onChoose(tag.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys for its rows
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus, and names its active row
    <div
      id={rowId(tag.id)}
      className="tag-row"
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isSelected}
      aria-expanded={children > 0 ? !isFolded : undefined}
      data-active={isActive || undefined}
      data-retired={tag.retired || undefined}
      style={{ top, paddingLeft: 6 + Math.min(depth, 8) * 16 }}
      onClick={onClick}
    >
      <span className="tag-row-check" aria-hidden="true">
        {isSelected && <Check size={13} strokeWidth={2.25} />}
      </span>
      {children > 0 ? (
        <span
          className="tag-row-fold"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onFold(tag.id, !isFolded);
          }}
        >
          {isFolded ? <ChevronRight size={13} /> : <ChevronDown size={13} />}
        </span>
      ) : (
        <span className="tag-row-fold" />
      )}
      <TagMark type={tag.type} colour={tag.colour} name={t(`vocabulary.type.${tag.type}`)} />
      <span className="tag-row-name">{labelOf(tag, language)}</span>
      {tag.retired && <span className="tag-row-note">{t('vocabulary.retired-mark')}</span>}
      {count !== undefined && (
        <span className="tag-row-count" title={t(key, { count, number })}>
          {number}
          <span className="visually-hidden">{t(key, { count, number })}</span>
        </span>
      )}
    </div>
  );
}

type KeyContext = Pick<
  Props,
  'rows' | 'folded' | 'selection' | 'onFold' | 'onEdit' | 'onRemove' | 'onLeave'
> & {
  readonly at: number;
};

const page = 12;

/** The keys of a tree as everywhere: arrows walk and unfold, Space selects, Return opens. */
function onTreeKey(event: KeyboardEvent, context: KeyContext): void {
  const { rows, at, folded, selection, onFold, onEdit, onRemove, onLeave } = context;
  const row = rows[at];
  const go = (to: number): void => {
    const id = rows[Math.max(0, Math.min(to, rows.length - 1))]?.tag.id;
    if (id !== undefined) selection.choose(id, event.shiftKey ? 'range' : event.ctrlKey ? 'go' : 'alone');
  };
  const fold = (isFolded: boolean): void => row && onFold(row.tag.id, isFolded);
  const isOpen = row !== undefined && row.children > 0 && !folded.has(row.tag.id);
  const actions = new Map<string, () => void>([
    ['ArrowDown', () => go(at + 1)],
    ['ArrowUp', () => (at <= 0 ? onLeave() : go(at - 1))],
    ['Home', () => go(0)],
    ['End', () => go(rows.length - 1)],
    ['PageDown', () => go(at + page)],
    ['PageUp', () => go(at - page)],
    ['ArrowLeft', () => (isOpen ? fold(true) : go(above(rows, at)))],
    ['ArrowRight', () => (isOpen ? go(at + 1) : fold(false))],
    [' ', () => row && selection.choose(row.tag.id, 'toggle')],
    ['Enter', onEdit],
    ['F2', onEdit],
    ['Delete', onRemove],
  ]);
  const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
  const act = isAll ? selection.chooseAll : actions.get(event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

/** The row that a row stands below. */
function above(rows: readonly TreeRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  for (let up = at - 1; up >= 0; up -= 1) if ((rows[up]?.depth ?? 0) < depth) return up;
  return at;
}
