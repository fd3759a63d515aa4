import { $applyNodeReplacement, DecoratorNode, type LexicalNode, type SerializedLexicalNode } from 'lexical';

/** A rule between two parts of a story. */
export class DividerNode extends DecoratorNode<null> {
  static override getType(): string {
    return 'divider';
  }

  static override clone(node: DividerNode): DividerNode {
    return new DividerNode(node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): DividerNode {
    return $createDividerNode().updateFromJSON(json);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('hr');
    element.className = 'divider';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return '\n';
  }

  override decorate(): null {
    return null;
  }
}

export function $createDividerNode(): DividerNode {
  return $applyNodeReplacement(new DividerNode());
}

export function $isDividerNode(node: LexicalNode | null | undefined): node is DividerNode {
  return node instanceof DividerNode;
}
