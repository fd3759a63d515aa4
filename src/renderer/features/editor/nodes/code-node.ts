import {
  $applyNodeReplacement,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  type SerializedElementNode,
} from 'lexical';

interface SerializedCode extends SerializedElementNode {
  language: string;
}

/** Lines of code: text without marks, broken where the writer broke it. */
export class CodeNode extends ElementNode {
  __language: string;

  static override getType(): string {
    return 'code-block';
  }

  static override clone(node: CodeNode): CodeNode {
    return new CodeNode(node.__language, node.__key);
  }

  static override importJSON(json: Parameters<typeof ElementNode.importJSON>[0]): CodeNode {
    const { language } = json as { language?: unknown };
    return $createCodeNode(typeof language === 'string' ? language.slice(0, 40) : '').updateFromJSON(
      json as unknown as LexicalUpdateJSON<SerializedElementNode>,
    );
  }

  constructor(language = '', key?: NodeKey) {
    super(key);
    this.__language = language;
  }

  override exportJSON(): SerializedCode {
    return { ...super.exportJSON(), language: this.__language };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('pre');
    element.className = 'code-block';
    element.spellcheck = false;
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  getLanguage(): string {
    return this.getLatest().__language;
  }

  override canIndent(): false {
    return false;
  }
}

export function $createCodeNode(language = ''): CodeNode {
  return $applyNodeReplacement(new CodeNode(language));
}

export function $isCodeNode(node: LexicalNode | null | undefined): node is CodeNode {
  return node instanceof CodeNode;
}
