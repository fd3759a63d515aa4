import type { Element } from 'hast';
import type { Mark } from '#core/body/marks';
import { attribute } from './tree';

/** The mark that an element stands for. Presentation and meaning (b, strong) are the same to an article. */
const markOfTag: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  del: 'strikethrough',
  strike: 'strikethrough',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/** The marks of an element inside `outer`: its tag's, and what its style adds or takes back, as clipboards write it. */
export function marksOf(element: Element, outer: readonly Mark[]): readonly Mark[] {
  const marks = new Set(outer);
  const own = markOfTag[element.tagName];
  if (own) marks.add(own);
  const style = attribute(element, 'style');
  if (style === '') return own ? [...marks] : outer;
  const weight = /(?<![\w-])font-weight\s*:\s*(bold|bolder|normal|lighter|\d+)/i
    .exec(style)?.[1]
    ?.toLowerCase();
  // Google Docs wraps a whole clipboard in a `<b>` that is not bold.
  if (weight) toggle(marks, 'bold', /^bold/.test(weight) || Number(weight) >= 600);
  const slant = /(?<![\w-])font-style\s*:\s*(italic|oblique|normal)/i.exec(style)?.[1]?.toLowerCase();
  if (slant) toggle(marks, 'italic', slant !== 'normal');
  const line = /text-decoration(?:-line)?\s*:\s*([^;]+)/i.exec(style)?.[1] ?? '';
  if (/underline/i.test(line) && element.tagName !== 'a') marks.add('underline');
  if (/line-through/i.test(line)) marks.add('strikethrough');
  const raised = /vertical-align\s*:\s*(super|sub)/i.exec(style)?.[1]?.toLowerCase();
  if (raised) marks.add(raised === 'super' ? 'superscript' : 'subscript');
  return [...marks];
}

function toggle(marks: Set<Mark>, mark: Mark, isOn: boolean): void {
  if (isOn) marks.add(mark);
  else marks.delete(mark);
}

/** Never shown as text to a reader of the page. */
const invisible: ReadonlySet<string> = new Set(
  'script style template noscript svg math head title link meta base button select input textarea option datalist canvas map area param source track colgroup rp'.split(
    ' ',
  ),
);

/** Sound, film and other people's pages. */
export const embeds: ReadonlySet<string> = new Set(
  'iframe object embed video audio applet frame frameset'.split(' '),
);

/** What stands around a story on a page, and is not the story. */
const furniture: ReadonlySet<string> = new Set('nav aside footer form dialog'.split(' '));
const furnitureRoles =
  /^(?:navigation|complementary|contentinfo|search|dialog|alertdialog|banner|menu|menubar|toolbar)$/;

/** Names that pages give to what they put between the paragraphs of a story. */
const furnitureNames =
  /(?:^|[\s_-])(?:share|sharing|social|related|newsletter|cookies?|comments?|breadcrumbs?|promo|advert|advertisement|ads?|sponsored|outbrain|taboola|paywall|toolbar|sidebar|navbar|partage|partager|commentaires?|pub|publicite|lire-aussi|a-lire-aussi|read-more|also-read)(?:$|[\s_-])/i;

export function isInvisible(element: Element): boolean {
  return invisible.has(element.tagName);
}

/** Written into the page and kept from its readers. */
export function isHidden(element: Element): boolean {
  const style = attribute(element, 'style');
  return (
    'hidden' in element.properties ||
    attribute(element, 'ariaHidden') === 'true' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0)/i.test(
      style,
    )
  );
}

/** What stands beside the story. A quotation's footer names its source, so it is part of it. */
export function isFurniture(element: Element, isInQuote: boolean): boolean {
  if (/(?:^| )(?:pull-quote|fact-box)(?: |$)/.test(attribute(element, 'className'))) return false;
  if (furniture.has(element.tagName)) return !(isInQuote && element.tagName === 'footer');
  if (furnitureRoles.test(attribute(element, 'role'))) return true;
  const names = `${attribute(element, 'className')} ${attribute(element, 'id')}`;
  return (
    furnitureNames.test(names) &&
    !/^(?:article|main|body|html|p|h\d|figure|img|a|em|strong)$/.test(element.tagName)
  );
}

/** Eight words and a full stop: something that somebody wrote, and that must not vanish without a word. */
export function holdsSentence(text: string): boolean {
  const later = text.trim().split(/\s+/).slice(7);
  return later.some((word) => /[\p{L}\p{N}»”"’)][.!?…»”"]/u.test(word));
}
