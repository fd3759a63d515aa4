import {
  $applyNodeReplacement,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  type SerializedElementNode,
} from 'lexical';
import type { SlotName } from '#core/body/blocks';
import { slotsOf } from '#core/body/blocks';
import { safeUrl } from '#core/body/links';

/** The blocks that hold several lines, and what each has beside them. */
export type CompositeData =
  | { readonly kind: 'quote' | 'pull-quote' | 'fact-box' }
  | { readonly kind: 'picture'; readonly asset: string; readonly alt: string; readonly width: number }
  | { readonly kind: 'embed'; readonly url: string };

export type CompositeKind = CompositeData['kind'];

/** The theme of our editor says where its article's pictures are. */
interface ArticleTheme {
  readonly assets?: string;
}

interface SerializedComposite extends SerializedElementNode {
  data: CompositeData;
}

const assetName = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)$/;

/** What JSON says the block is; it may come from a clipboard, so it may say anything. */
function dataIn(json: object): CompositeData {
  const { data } = json as { data?: unknown };
  const { kind, asset, alt, width, url } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === 'picture' && typeof asset === 'string' && assetName.test(asset)) {
    return { kind, asset, alt: typeof alt === 'string' ? alt.slice(0, 2_000) : '', width: widthIn(width) };
  }
  if (kind === 'embed' && typeof url === 'string') return { kind, url: safeUrl(url) ?? '' };
  return { kind: kind === 'pull-quote' || kind === 'fact-box' ? kind : 'quote' };
}

function widthIn(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 10 && value <= 100 ? value : 100;
}

/**
 * A block of several named lines: a quotation and who said it, a picture with caption and credit. Its lines are
 * always there and keep their order (`registerComposites`), as the fields of the article do.
 */
export class CompositeNode extends ElementNode {
  __data: CompositeData;

  static override getType(): string {
    return 'composite';
  }

  static override clone(node: CompositeNode): CompositeNode {
    return new CompositeNode(node.__data, node.__key);
  }

  static override importJSON(json: Parameters<typeof ElementNode.importJSON>[0]): CompositeNode {
    return $createCompositeNode(dataIn(json)).updateFromJSON(
      json as unknown as LexicalUpdateJSON<SerializedElementNode>,
    );
  }

  constructor(data: CompositeData, key?: NodeKey) {
    super(key);
    this.__data = data;
  }

  override exportJSON(): SerializedComposite {
    return { ...super.exportJSON(), data: this.__data };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const { __data: data } = this;
    const element = document.createElement(elements[data.kind]);
    element.className = `composite composite-${data.kind}`;
    if (data.kind === 'picture') element.append(pictureElement(data, config.theme as ArticleTheme));
    if (data.kind === 'picture') element.style.width = `${data.width}%`;
    if (data.kind === 'embed') element.append(addressElement(data.url));
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.__data !== this.__data;
  }

  /** Lines stand behind the picture, or before the address. */
  override getDOMSlot(element: HTMLElement) {
    const slot = super.getDOMSlot(element);
    const fixed = element.querySelector<HTMLElement>(':scope > [data-fixed]');
    if (!fixed) return slot;
    return this.__data.kind === 'picture' ? slot.withAfter(fixed) : slot.withBefore(fixed);
  }

  getData(): CompositeData {
    return this.getLatest().__data;
  }

  setData(data: CompositeData): this {
    const self = this.getWritable();
    self.__data = data;
    return self;
  }

  getSlot(name: SlotName): SlotNode | undefined {
    return this.getChildren()
      .filter($isSlotNode)
      .find((slot) => slot.getName() === name);
  }

  override canBeEmpty(): false {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  /** A range that covers a part of it takes the words, not the frame. */
  override extractWithChild(): boolean {
    return false;
  }
}

const elements: Readonly<Record<CompositeKind, string>> = {
  quote: 'blockquote',
  'pull-quote': 'blockquote',
  'fact-box': 'aside',
  picture: 'figure',
  embed: 'div',
};

function pictureElement(data: CompositeData & { kind: 'picture' }, theme: ArticleTheme): HTMLElement {
  const image = document.createElement('img');
  image.src = `${theme.assets ?? ''}${data.asset}`;
  image.alt = data.alt;
  image.draggable = false;
  image.contentEditable = 'false';
  image.dataset.fixed = '';
  return image;
}

function addressElement(url: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = url;
  element.className = 'embed-address';
  element.contentEditable = 'false';
  element.dataset.fixed = '';
  return element;
}

export function $createCompositeNode(data: CompositeData): CompositeNode {
  return $applyNodeReplacement(new CompositeNode(data));
}

export function $isCompositeNode(node: LexicalNode | null | undefined): node is CompositeNode {
  return node instanceof CompositeNode;
}

/** The lines of a composite, in order. */
export function slotNames(kind: CompositeKind): readonly SlotName[] {
  return slotsOf[kind];
}

interface SerializedSlot extends SerializedElementNode {
  slot: SlotName;
}

const names: readonly SlotName[] = ['content', 'attribution', 'credit', 'title'];

/** One line of a composite. */
export class SlotNode extends ElementNode {
  __slot: SlotName;

  static override getType(): string {
    return 'slot';
  }

  static override clone(node: SlotNode): SlotNode {
    return new SlotNode(node.__slot, node.__key);
  }

  static override importJSON(json: Parameters<typeof ElementNode.importJSON>[0]): SlotNode {
    const { slot } = json as { slot?: unknown };
    return $createSlotNode(names.find((name) => name === slot) ?? 'content').updateFromJSON(
      json as unknown as LexicalUpdateJSON<SerializedElementNode>,
    );
  }

  constructor(slot: SlotName, key?: NodeKey) {
    super(key);
    this.__slot = slot;
  }

  override exportJSON(): SerializedSlot {
    return { ...super.exportJSON(), slot: this.__slot };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = `slot slot-${this.__slot}`;
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  getName(): SlotName {
    return this.getLatest().__slot;
  }

  override canIndent(): false {
    return false;
  }

  /** Backspace at its start is for `registerComposites` to decide. */
  override collapseAtStart(): true {
    return true;
  }
}

export function $createSlotNode(slot: SlotName): SlotNode {
  return $applyNodeReplacement(new SlotNode(slot));
}

export function $isSlotNode(node: LexicalNode | null | undefined): node is SlotNode {
  return node instanceof SlotNode;
}

/** A composite with the given nodes in its lines. */
export function $buildComposite(
  data: CompositeData,
  lines: Partial<Record<SlotName, readonly LexicalNode[]>>,
): CompositeNode {
  const slots = slotNames(data.kind).map((name) => $createSlotNode(name).append(...(lines[name] ?? [])));
  return $createCompositeNode(data).append(...slots);
}
