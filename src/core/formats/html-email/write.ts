import type { Element, ElementContent } from 'hast';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { element, text } from '../html/inline-write';
import { attribute, find, textOf } from '../html/tree';
import { articleElement, onLines, serialize } from '../html/write';
import { columnStyles, styleOfClass, styleOfTag } from './styles';

/** Elements that mail programs do not know, and what says the same to them. */
const plainTag: Readonly<Record<string, string>> = {
  article: 'div',
  header: 'div',
  section: 'div',
  aside: 'div',
  footer: 'p',
  time: 'span',
};

/**
 * The article as a message that stands alone. A picture cannot come along (Gmail shows no `data:` address, and a
 * `cid:` one needs the message around it), so its description, caption and credit stand in its place.
 */
export function writeEmail(article: Article): string {
  const { language, seoHeadline, slug } = article.metadata;
  const title =
    seoHeadline.trim() || fieldText(article.body, 'headline').replace(/(?<!\s)\s*\n\s*/g, ' ') || slug;
  const column = element('div', onLines([forMail(articleElement(article))]), { style: columnStyles.column });
  const cell = element('td', onLines([column]), { style: columnStyles.outer });
  const frame = element('table', onLines([element('tbody', [element('tr', [cell])])]), {
    role: 'presentation',
    style: columnStyles.frame,
  });
  const head = element(
    'head',
    onLines([
      element('meta', [], { charSet: 'utf-8' }),
      element('meta', [], { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', [text(title)]),
    ]),
  );
  const body = element('body', onLines([frame]), { style: columnStyles.body });
  const page = element('html', onLines([head, body]), { lang: language });
  return `${serialize({ type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, page] })}\n`;
}

function forMail(node: Element): Element {
  if (node.tagName === 'figure') return describedPicture(node);
  const names = attribute(node, 'className').split(' ');
  const style = names.map((name) => styleOfClass[name]).find(Boolean) ?? styleOfTag[node.tagName];
  const { className: _, ...properties } = node.properties;
  return {
    ...node,
    tagName: plainTag[node.tagName] ?? node.tagName,
    properties: { ...withoutTime(properties), ...(style && { style }) },
    children: node.children.map((child) => (child.type === 'element' ? forMail(child) : child)),
  };
}

/** The moment of a `<time>` is no attribute of what stands for it. */
function withoutTime({ dateTime: _, ...others }: Element['properties']): Element['properties'] {
  return others;
}

/** What a picture shows, in words. */
function describedPicture(figure: Element): Element {
  const image = find(figure, ({ tagName }) => tagName === 'img');
  const caption = find(figure, ({ tagName }) => tagName === 'figcaption');
  const alt = image ? attribute(image, 'alt').trim() : '';
  const isTold = caption !== undefined && textOf(caption).startsWith(alt);
  const lines: ElementContent[][] = [
    ...(alt === '' || isTold ? [] : [[element('em', [text(alt)])]]),
    ...(caption ? [forMail(caption).children] : []),
  ];
  const children = lines.flatMap((line, index) => (index === 0 ? line : [element('br', []), ...line]));
  return element('p', children, { style: styleOfClass.picture });
}
