import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { decode } from '#core/encoding/decode';
import { failure, type Result, success } from '#core/failure';
import { countedIds } from '#core/ids';
import { type Imported, maximumImportBytes, type Warning } from '../types';
import { readBlocks } from './blocks';
import { readMetadata } from './metadata';
import { find, textOf } from './tree';

/** What stands around a story on a page, and is not the story. */
const furniture = /^(?:nav|aside|footer|form|dialog|menu)$/;

/**
 * An HTML page or fragment: metadata from its head, the story from `<article>`, `<main>` or the body without its
 * furniture. Nothing is fetched, nothing runs.
 */
export function readHtml(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (/(?:<[a-z][^>]{0,40}>\s*){3000}/i.test(text)) return failure('input.malformed');
  const tree = fromHtml(text);
  const main = mainContent(tree);
  const warnings: Warning[] = [...decoded.value.warnings];
  const title = find(main, 'h1') ?? find(tree, 'h1');
  const metadata = readMetadata(tree, title ? textOf(title) : undefined);
  const children = withoutFurniture(main, title, main.type === 'root' || main.tagName === 'body');
  const blocks = readBlocks(children, { newId: countedIds('b'), warnings });
  if (blocks.length === 0 && !metadata.title) return failure('input.empty');
  return success({ format: 'html', encoding, ...metadata, blocks, warnings: unique(warnings) });
}

function mainContent(tree: Root): Root | Element {
  const articles = findAll(tree, 'article');
  // Several articles on one page are teasers: the page itself is then the story.
  if (articles.length === 1 && articles[0]) return articles[0];
  const longest = articles.sort((a, b) => textOf(b).length - textOf(a).length)[0];
  const body = find(tree, 'main') ?? find(tree, 'body') ?? tree;
  return longest && textOf(longest).length > textOf(body).length * 0.6 ? longest : body;
}

function findAll(node: Nodes, tagName: string): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === tagName ? [child] : findAll(child, tagName),
  );
}

/** The children without furniture and without the title, wherever they are nested. */
function withoutFurniture(
  node: Root | Element,
  title: Element | undefined,
  isPage: boolean,
): Element['children'] {
  return node.children.flatMap((child): Element['children'] => {
    if (child.type === 'doctype') return [];
    if (child.type !== 'element') return [child];
    const isPageHeader = isPage && child.tagName === 'header' && find(child, 'h1') === undefined;
    if (child === title || furniture.test(child.tagName) || isPageHeader) return [];
    return [{ ...child, children: withoutFurniture(child, title, isPage) }];
  });
}

/** The same warning once is enough; twenty dropped pictures with names stay twenty. */
function unique(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
}
