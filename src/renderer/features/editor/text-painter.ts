import { $getNodeByKey, $isTextNode, type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import { placeholder } from '#core/body/measures';
import { NearPainter } from './near-painter';

/** Highlights that follow from the letters alone. */
const kinds = { placeholder, 'no-break': /\u00a0/g, 'narrow-no-break': /\u202f/g } as const;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

/**
 * Paints placeholders, and the spaces that nobody sees when they are asked for. Each run of text is looked at when
 * it changes, and no other; nothing is added to the document.
 */
export class TextPainter {
  private readonly painter: NearPainter<Kind>;
  private readonly unregister: () => void;
  private readonly editor: LexicalEditor;
  private shown: readonly Kind[] = ['placeholder'];

  constructor(editor: LexicalEditor) {
    this.editor = editor;
    this.painter = new NearPainter(editor.getRootElement(), names);
    this.unregister = editor.registerMutationListener(TextNode, (mutations) => {
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') this.painter.delete(key);
          else this.$paint(key);
        }
      });
    });
  }

  showInvisibles(isOn: boolean): void {
    const shown = isOn ? names : (['placeholder'] as const);
    if (shown.join() === this.shown.join()) return;
    this.shown = shown;
    this.editor.getEditorState().read(() => {
      for (const [key, node] of this.editor.getEditorState()._nodeMap)
        if ($isTextNode(node)) this.$paint(key);
    });
  }

  dispose(): void {
    this.unregister();
    this.painter.dispose();
  }

  private $paint(key: NodeKey): void {
    const node = $getNodeByKey(key);
    const text = $isTextNode(node) ? node.getTextContent() : '';
    const found = this.shown.flatMap((name) =>
      [...text.matchAll(kinds[name])].map((match) => ({
        name,
        start: match.index,
        end: match.index + match[0].length,
      })),
    );
    const element = this.editor.getElementByKey(key);
    const dom = firstText(element);
    if (found.length === 0 || !element || dom?.length !== text.length) {
      this.painter.delete(key);
      return;
    }
    const paints = found.map(({ name, start, end }) => ({
      name,
      range: new StaticRange({ startContainer: dom, startOffset: start, endContainer: dom, endOffset: end }),
    }));
    this.painter.set(key, element, paints);
  }
}

/** The text in the DOM that a run of text is drawn as. */
export function firstText(element: Node | null): Text | null {
  let node: Node | null = element;
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}
