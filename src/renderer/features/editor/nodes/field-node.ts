import {
  $applyNodeReplacement,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  type SerializedElementNode,
} from 'lexical';
import { type FieldType, fieldTypes } from '#core/body/blocks';

interface SerializedFieldNode extends SerializedElementNode {
  field: FieldType;
}

/** What JSON says the field is; it may come from a clipboard, so it may say anything. */
function fieldIn(json: object): FieldType {
  const { field } = json as { field?: unknown };
  return fieldTypes.find((type) => type === field) ?? 'headline';
}

const tags: Readonly<Record<FieldType, string>> = { headline: 'h1', standfirst: 'p', byline: 'p' };

/**
 * Headline, standfirst and byline: lines at the head of the article that are always there and never turn into
 * anything else. They live in the same editor as the story, so undo, search and claims know no border.
 */
export class FieldNode extends ElementNode {
  __field: FieldType;

  static override getType(): string {
    return 'field';
  }

  static override clone(node: FieldNode): FieldNode {
    return new FieldNode(node.__field, node.__key);
  }

  static override importJSON(json: Parameters<typeof ElementNode.importJSON>[0]): FieldNode {
    return $createFieldNode(fieldIn(json)).updateFromJSON(
      json as unknown as LexicalUpdateJSON<SerializedElementNode>,
    );
  }

  constructor(field: FieldType, key?: NodeKey) {
    super(key);
    this.__field = field;
  }

  override exportJSON(): SerializedFieldNode {
    return { ...super.exportJSON(), field: this.__field };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(tags[this.__field]);
    element.className = `field field-${this.__field}`;
    element.dataset.field = this.__field;
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  getField(): FieldType {
    return this.getLatest().__field;
  }

  /** Backspace at its start changes nothing: a field cannot become a paragraph. */
  override collapseAtStart(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }
}

export function $createFieldNode(field: FieldType): FieldNode {
  return $applyNodeReplacement(new FieldNode(field));
}

export function $isFieldNode(node: LexicalNode | null | undefined): node is FieldNode {
  return node instanceof FieldNode;
}
