import type { Element, Root } from 'hast';
import { sampleOf, type Warnings } from '../shared/warnings';
import { embeds, holdsSentence, isFurniture, isHidden, isInvisible } from './elements';
import { attribute, elements, find, findTag, textOf } from './tree';

/** The share of a page's text that a part must hold to be its story when the page does not say so itself. */
const enough = { named: 0.25, dense: 0.6 } as const;

/**
 * The part of a page that is the story: `<article>`, `<main>`, or else the element in which most of the copy stands.
 * When in doubt it is the whole page: a line too many is cut by hand, a line too few is lost.
 */
export function mainContent(tree: Root): Root | Element {
  const body = findTag(tree, 'body') ?? tree;
  const whole = copyLength(body);
  const longest = (candidates: Element[]): Element | undefined =>
    candidates
      .map((element) => ({ element, length: copyLength(element) }))
      .sort((a, b) => b.length - a.length)[0]?.element;
  const all = [...elements(body)].filter((element) => !isFurniture(element, false) && !isHidden(element));
  const holds = (element: Element | undefined, share: number): element is Element =>
    element !== undefined && copyLength(element) >= whole * share;
  const articles = all.filter(({ tagName }) => tagName === 'article');
  const article = longest(articles);
  // Several articles of about one length are teasers: the page itself is then the story.
  const others = articles.filter(
    (other) => other !== article && !contains(other, article) && !contains(article, other),
  );
  const rival = Math.max(0, ...others.map(copyLength));
  if (holds(article, enough.named) && rival < copyLength(article) * 0.5) return article;
  const main = longest(
    all.filter((element) => element.tagName === 'main' || attribute(element, 'role') === 'main'),
  );
  if (holds(main, enough.named)) return main;
  const dense = densest(all);
  return holds(dense, enough.dense) ? dense : body;
}

function contains(outer: Element | undefined, inner: Element | undefined): boolean {
  return (
    outer !== undefined && inner !== undefined && find(outer, (element) => element === inner) !== undefined
  );
}

/** Characters of text that is neither hidden, nor furniture, nor a link: what counts as copy. */
function copyLength(element: Element | Root): number {
  const isLeftOut = (inner: Element): boolean =>
    inner.tagName === 'a' || isInvisible(inner) || isHidden(inner) || isFurniture(inner, false);
  return textOf(element, isLeftOut).length;
}

/** The element in which most paragraphs stand directly. */
function densest(all: readonly Element[]): Element | undefined {
  const score = (element: Element): number =>
    element.children
      .filter(
        (child): child is Element =>
          child.type === 'element' && /^(?:p|blockquote|h[2-4]|ul|ol)$/.test(child.tagName),
      )
      .reduce((sum, child) => sum + copyLength(child), 0);
  const scored = all
    .filter(({ tagName }) => /^(?:div|section|td|center)$/.test(tagName))
    .map((element) => ({ element, score: score(element) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.element : undefined;
}

/** Says what stands outside of the story and reads as somebody's sentences. */
export function warnOfRest(tree: Root, main: Root | Element, warnings: Warnings): void {
  if (main.type === 'root') return;
  const body = findTag(tree, 'body') ?? tree;
  const isLeftOut = (element: Element): boolean =>
    element === main || isInvisible(element) || embeds.has(element.tagName);
  const paragraphs = partsOutside(body, main).filter(({ tagName }) => !isLeftOutTag(tagName));
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph, isLeftOut);
    if (holdsSentence(text)) warnings.add('text-dropped', { text: sampleOf(text) });
  }
}

const isLeftOutTag = (tagName: string): boolean => /^(?:script|style|noscript|template|svg)$/.test(tagName);

/** The largest elements that do not hold the story. */
function partsOutside(body: Root | Element, main: Element): Element[] {
  const parents = new Map<Element, Root | Element>();
  for (const outer of [body, ...elements(body)])
    for (const child of outer.children) if (child.type === 'element') parents.set(child, outer);
  const path = new Set<Root | Element>();
  for (let at = parents.get(main); at; at = at.type === 'element' ? parents.get(at) : undefined) path.add(at);
  return [...path].flatMap((outer) =>
    [...outer.children].filter(
      (child): child is Element => child.type === 'element' && child !== main && !path.has(child),
    ),
  );
}
