import { $getNodeByKey, $isTextNode, type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import { placeholder } from '#core/body/measures';

/** Highlights that follow from the letters alone. */
const kinds = { placeholder, 'no-break': /\u00a0/g, 'narrow-no-break': /\u202f/g } as const;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

/**
 * Paints placeholders, and the spaces that nobody sees when they are asked for. Each run of text is looked at when
 * it changes, and no other; nothing is added to the document.
 */
export class TextPainter {
  private readonly painted = new Map<NodeKey, { kind: Kind; range: StaticRange }[]>();
  private readonly highlights = new Map<Kind, Highlight>();
  private readonly unregister: () => void;
  private readonly editor: LexicalEditor;
  private shown: ReadonlySet<Kind> = new Set<Kind>(['placeholder']);

  constructor(editor: LexicalEditor) {
    this.editor = editor;
    for (const name of names) {
      const highlight = new Highlight();
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    this.unregister = editor.registerMutationListener(TextNode, (mutations) => {
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          this.forget(key);
          if (mutation !== 'destroyed') this.$paint(key);
        }
      });
    });
  }

  showInvisibles(isOn: boolean): void {
    this.shown = new Set(isOn ? names : (['placeholder'] as const));
    this.editor.getEditorState().read(() => {
      for (const [key, node] of this.editor.getEditorState()._nodeMap) {
        if (!$isTextNode(node)) continue;
        this.forget(key);
        this.$paint(key);
      }
    });
  }

  dispose(): void {
    this.unregister();
    for (const name of names) CSS.highlights.delete(name);
  }

  private $paint(key: NodeKey): void {
    const node = $getNodeByKey(key);
    const text = $isTextNode(node) ? node.getTextContent() : '';
    const found = names
      .filter((name) => this.shown.has(name))
      .flatMap((kind) => {
        return [...text.matchAll(kinds[kind])].map((match) => ({
          kind,
          start: match.index,
          end: match.index + match[0].length,
        }));
      });
    if (found.length === 0) return;
    const dom = firstText(this.editor.getElementByKey(key));
    if (dom?.length !== text.length) return;
    const entries = found.map(({ kind, start, end }) => {
      const range = new StaticRange({
        startContainer: dom,
        startOffset: start,
        endContainer: dom,
        endOffset: end,
      });
      this.highlights.get(kind)?.add(range);
      return { kind, range };
    });
    this.painted.set(key, entries);
  }

  private forget(key: NodeKey): void {
    for (const { kind, range } of this.painted.get(key) ?? []) this.highlights.get(kind)?.delete(range);
    this.painted.delete(key);
  }
}

/** The text in the DOM that a run of text is drawn as. */
export function firstText(element: Node | null): Text | null {
  let node: Node | null = element;
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}
