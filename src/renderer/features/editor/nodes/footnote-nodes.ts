import {
  $applyNodeReplacement,
  DecoratorNode,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  type SerializedElementNode,
  type SerializedLexicalNode,
} from 'lexical';

/** A note under the story. Its number is painted from outside (`number-notes.ts`): it follows from the calls. */
export class FootnoteNode extends ElementNode {
  static override getType(): string {
    return 'footnote';
  }

  static override clone(node: FootnoteNode): FootnoteNode {
    return new FootnoteNode(node.__key);
  }

  static override importJSON(json: Parameters<typeof ElementNode.importJSON>[0]): FootnoteNode {
    return $createFootnoteNode().updateFromJSON(json as unknown as LexicalUpdateJSON<SerializedElementNode>);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = 'footnote';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  override collapseAtStart(): true {
    return true;
  }
}

export function $createFootnoteNode(): FootnoteNode {
  return $applyNodeReplacement(new FootnoteNode());
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}

interface SerializedCall extends SerializedLexicalNode {
  note: string;
}

/** Where a note is called in the text. */
export class NoteReferenceNode extends DecoratorNode<null> {
  __note: string;

  static override getType(): string {
    return 'note-reference';
  }

  static override clone(node: NoteReferenceNode): NoteReferenceNode {
    return new NoteReferenceNode(node.__note, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): NoteReferenceNode {
    const { note } = json as { note?: unknown };
    const id = typeof note === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(note) ? note : 'unknown';
    return $createNoteReferenceNode(id).updateFromJSON(json);
  }

  constructor(note: string, key?: NodeKey) {
    super(key);
    this.__note = note;
  }

  override exportJSON(): SerializedCall {
    return { ...super.exportJSON(), note: this.__note };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('sup');
    element.className = 'note-call';
    element.dataset.note = this.__note;
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return '';
  }

  override decorate(): null {
    return null;
  }

  getNote(): string {
    return this.getLatest().__note;
  }
}

export function $createNoteReferenceNode(note: string): NoteReferenceNode {
  return $applyNodeReplacement(new NoteReferenceNode(note));
}

export function $isNoteReferenceNode(node: LexicalNode | null | undefined): node is NoteReferenceNode {
  return node instanceof NoteReferenceNode;
}
