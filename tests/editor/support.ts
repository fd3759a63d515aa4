import { $getRoot, $isElementNode, $isTextNode, type TextNode } from 'lexical';
import type { Body } from '#core/body/schema';
import { countedIds } from '#core/ids';
import { ArticleEditor } from '../../src/renderer/features/editor/article-editor';

// jsdom lacks both; Lexical asks of every paste which of them it is.
globalThis.DragEvent ??= class extends Event {} as unknown as typeof DragEvent;
globalThis.ClipboardEvent ??= class extends Event {} as unknown as typeof ClipboardEvent;

/** A live editor on a page of jsdom, as the window has one. */
export function openEditor(
  body: Body,
  isKnownClaim: (claim: string) => boolean = () => true,
  suggestions?: ConstructorParameters<typeof ArticleEditor>[1]['suggestions'],
) {
  const surface = document.createElement('div');
  surface.contentEditable = 'true';
  document.body.append(surface);
  let touches = 0;
  const editor = new ArticleEditor(body, {
    onTouch: () => {
      touches += 1;
    },
    isKnownClaim,
    ...(suggestions && { suggestions }),
    newId: countedIds('n'),
  });
  editor.lexical.setRootElement(surface);
  return {
    editor,
    surface,
    touches: () => touches,
    /** Runs `change` as one update, at once. */
    update: (change: () => void) => editor.lexical.update(change, { discrete: true }),
    dispose: () => {
      editor.dispose();
      surface.remove();
    },
  };
}

/** The first run of text that contains `part`. Inside of an update or a read. */
export function $textWith(part: string): TextNode {
  const found = $getRoot()
    .getChildren()
    .flatMap((block) => ($isElementNode(block) ? block.getAllTextNodes() : []))
    .find((node) => $isTextNode(node) && node.getTextContent().includes(part));
  if (!found) throw new Error(`no text with “${part}”`);
  return found;
}

/** What a browser hands over, without a browser. */
export function transfer(given: Readonly<Record<string, string>> = {}) {
  const data = new Map(Object.entries(given));
  return {
    get types() {
      return [...data.keys()];
    },
    files: [],
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, value: string) => void data.set(type, value),
  };
}
