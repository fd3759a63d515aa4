import { type LinkTarget, linkTarget, safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Inline, LineBreak, TextRun } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { isBlank } from '../shared/fold';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { alternativeOf, formulaText, isRule, readDrawing } from './drawing';
import { type Field, isCheckBox, linkOf, noteOf, withAnchor } from './fields';
import { noteName, type Reading, wrappers } from './reading';
import { isOn, type Style, settingOf, switchesOf } from './styles';
import { symbolOf } from './symbols';
import { textIn } from './words';

/** What stands in one paragraph. */
export interface Line {
  readonly content: Inline[];
  /** Pictures and boxes that are anchored in it, by whether words stand before their anchor. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** It is nothing but a horizontal line. */
  readonly isRule: boolean;
}

export const openBox = '☐';
export const tickedBox = '☒';

/** `style` gives what its runs look like where that says something, so not for headings and their like. */
export function readLine(paragraph: XmlElement, reading: Reading, style: Style | undefined): Line {
  return new LineReader(reading, style).read(paragraph);
}

type Handler = (this: LineReader, element: XmlElement) => void;

class LineReader {
  readonly #content: Inline[] = [];
  readonly #before: Block[] = [];
  readonly #after: Block[] = [];
  readonly #links: (LinkTarget | null)[] = [];
  /** Of this paragraph only: a field that is never closed must not swallow the rest of the story. */
  readonly #fields: Field[] = [];
  #marks: Mark[] = [];
  #isRule = false;

  private readonly reading: Reading;
  private readonly style: Style | undefined;

  constructor(reading: Reading, style: Style | undefined) {
    this.reading = reading;
    this.style = style;
  }

  read(paragraph: XmlElement): Line {
    this.#each(paragraph);
    return {
      content: normalizeInline(this.#content),
      before: this.#before,
      after: this.#after,
      isRule: this.#isRule && isBlank(this.#content),
    };
  }

  #each(element: XmlElement): void {
    for (const child of elementsOf(element)) this.#one(child);
  }

  #one(element: XmlElement): void {
    if (wrappers.has(element.name)) this.#each(element);
    else if (Object.hasOwn(LineReader.handlers, element.name))
      LineReader.handlers[element.name]?.call(this, element);
  }

  #say(text: string): void {
    if (text === '' || this.#isSilent) return;
    this.#push(textRun(text, this.#marks, [], this.reading.review.carried(text)));
  }

  #push(leaf: TextRun | LineBreak): void {
    const target = this.#target;
    this.#content.push(target === null ? leaf : { type: 'link', ...target, content: [leaf] });
  }

  /** Inside the instruction of a field, or in a result that something else stands for. */
  get #isSilent(): boolean {
    return this.#fields.some((field) => !field.isResult || this.#noteOf(field) !== undefined);
  }

  get #target(): LinkTarget | null {
    const link = this.#links.findLast((target) => target !== null);
    if (link) return link;
    const address = this.#fields
      .filter(({ isResult }) => isResult)
      .map(linkOf)
      .findLast((url) => url !== null);
    const url = address ? this.#safe(address) : null;
    return url === null ? null : { url };
  }

  #safe(address: string): string | null {
    const url = safeUrl(address);
    if (url === null) this.reading.warnings.add('link-dropped', { url: sampleOf(address) });
    return url;
  }

  #noteOf(field: Field): string | undefined {
    const bookmark = noteOf(field);
    return bookmark === null ? undefined : this.reading.bookmarks.get(bookmark);
  }

  #call(note: string): void {
    if (!this.reading.notes.has(note)) return;
    this.reading.calls.add(note);
    this.#content.push({ type: 'note-reference', note });
  }

  #change(kind: 'inserted' | 'deleted', element: XmlElement): void {
    this.reading.review.within(kind, element, () => this.#each(element));
  }

  #run(element: XmlElement): void {
    const properties = childOf(element, 'w:rPr');
    if (properties && childOf(properties, 'w:rPrChange'))
      this.reading.warnings.add('change-settled', { text: sampleOf(textOf(element)) });
    const on = this.#switches(properties);
    if (on.has('hidden')) {
      const text = textOf(element).trim();
      if (text !== '') this.reading.warnings.add('text-dropped', { text: sampleOf(text) });
      return;
    }
    const outer = this.#marks;
    this.#marks = [...on] as Mark[];
    // A mark of one's own choice stands behind the call that it replaces.
    const custom = elementsOf(element).findIndex(({ attributes }) =>
      ['1', 'true', 'on'].includes(attributes['w:customMarkFollows'] ?? ''),
    );
    const children = elementsOf(element);
    for (const child of custom < 0 ? children : children.slice(0, custom + 1)) this.#one(child);
    this.#marks = outer;
  }

  /** ECMA-376 part 1, 17.7.3: what styles of two kinds switch on together is off; the run itself decides. */
  #switches(properties: XmlElement | undefined): Set<string> {
    const ofRun = switchesOf(properties);
    const ofCharacter = this.reading.styles.get(settingOf(properties, 'w:rStyle'))?.switches ?? {};
    const ofParagraph = this.style?.switches ?? {};
    const toggles = ['bold', 'italic', 'strikethrough', 'hidden'] as const;
    const others = ['underline', 'superscript', 'subscript', 'code'] as const;
    const isToggled = (name: (typeof toggles)[number]) =>
      ofRun[name] ?? (ofCharacter[name] ?? false) !== (ofParagraph[name] ?? false);
    const isSet = (name: (typeof others)[number]) => ofRun[name] ?? ofCharacter[name] ?? ofParagraph[name];
    return new Set([...toggles.filter(isToggled), ...others.filter(isSet)]);
  }

  #field(element: XmlElement): void {
    const kind = element.attributes['w:fldCharType'];
    if (kind === 'begin') {
      const box = childOf(element, 'w:ffData', 'w:checkBox');
      const ticked = box && (isOn(childOf(box, 'w:checked')) ?? isOn(childOf(box, 'w:default')) ?? false);
      this.#fields.push({ instruction: '', isResult: false, ...(box && { box: ticked ?? false }) });
      return;
    }
    const field = this.#fields.at(-1);
    if (!field) return;
    if (kind === 'separate') this.#beginResult(field);
    if (kind === 'end') {
      this.#fields.pop();
      if (isCheckBox(field)) this.#say(field.box ? tickedBox : openBox);
    }
  }

  #beginResult(field: Field): void {
    field.isResult = true;
    const note = this.#noteOf(field);
    if (note !== undefined) this.#call(note);
  }

  #withField(instruction: string, element: XmlElement): void {
    const field = { instruction, isResult: false };
    this.#fields.push(field);
    this.#beginResult(field);
    this.#each(element);
    this.#fields.pop();
  }

  #link({ attributes }: XmlElement): LinkTarget | null {
    const relation = this.reading.relations.get(attributes['r:id'] ?? '');
    const url = relation?.isExternal ? this.#safe(withAnchor(relation.target, attributes['w:anchor'])) : null;
    return url === null ? null : linkTarget(url, attributes['w:tooltip']);
  }

  #drawn(blocks: readonly Block[]): void {
    (isBlank(this.#content) ? this.#before : this.#after).push(...blocks);
  }

  #control(element: XmlElement): void {
    const properties = childOf(element, 'w:sdtPr');
    const box = properties && childOf(properties, 'w14:checkbox');
    if (box) {
      const ticked = childOf(box, 'w14:checked')?.attributes['w14:val'];
      this.#say(ticked === '1' || ticked === 'true' ? tickedBox : openBox);
    } else if (!properties || !isOn(childOf(properties, 'w:showingPlcHdr'))) this.#each(element);
  }

  #pointComment(name: string): void {
    const at = this.#content.findLastIndex((node) => node.type === 'text' || node.type === 'link');
    const node = this.#content[at];
    const comment = this.reading.review.pointComment(name, node ? plainText([node]) : '');
    if (comment === null || !node) return;
    const commented = (run: TextRun | LineBreak): TextRun | LineBreak =>
      run.type === 'text' ? { ...run, comments: [...(run.comments ?? []), comment] } : run;
    if (node.type === 'link') this.#content[at] = { ...node, content: node.content.map(commented) };
    else if (node.type === 'text') this.#content[at] = commented(node);
  }

  /** One entry for each element that says something; whatever is not here has nothing to say. */
  static readonly handlers: Readonly<Record<string, Handler>> = {
    'w:r'(element) {
      this.#run(element);
    },
    'w:hyperlink'(element) {
      this.#links.push(this.#link(element));
      this.#each(element);
      this.#links.pop();
    },
    'w:ins'(element) {
      this.#change('inserted', element);
    },
    'w:moveTo'(element) {
      this.#change('inserted', element);
    },
    'w:del'(element) {
      this.#change('deleted', element);
    },
    'w:moveFrom'(element) {
      this.#change('deleted', element);
    },
    'w:fldSimple'(element) {
      this.#withField(element.attributes['w:instr'] ?? '', element);
    },
    'w:sdt'(element) {
      this.#control(element);
    },
    'w:ruby'(element) {
      this.#each(element);
    },
    'mc:AlternateContent'(element) {
      for (const child of alternativeOf(element)) this.#one(child);
    },
    'w:commentRangeStart'({ attributes }) {
      this.reading.review.openComment(attributes['w:id'] ?? '');
    },
    'w:commentRangeEnd'({ attributes }) {
      this.reading.review.closeComment(attributes['w:id'] ?? '');
    },
    'w:commentReference'({ attributes }) {
      this.#pointComment(attributes['w:id'] ?? '');
    },
    'w:footnoteReference'({ attributes }) {
      this.#call(noteName('footnote', attributes['w:id'] ?? ''));
    },
    'w:endnoteReference'({ attributes }) {
      this.#call(noteName('endnote', attributes['w:id'] ?? ''));
    },
    'w:t'(element) {
      this.#say(textIn(element));
    },
    'w:delText'(element) {
      this.#say(textIn(element));
    },
    'w:tab'() {
      this.#say('\t');
    },
    'w:ptab'() {
      this.#say('\t');
    },
    'w:noBreakHyphen'() {
      this.#say('\u2011');
    },
    'w:softHyphen'() {
      this.#say('\u00ad');
    },
    'w:br'({ attributes }) {
      const kind = attributes['w:type'] ?? 'textWrapping';
      // The end of a page or column is not the end of a line: paper is not the article.
      if (kind !== 'textWrapping') this.#say(' ');
      else if (!this.#isSilent) this.#push({ type: 'break' });
    },
    'w:cr'() {
      if (!this.#isSilent) this.#push({ type: 'break' });
    },
    'w:sym'({ attributes }) {
      const symbol = symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
      if (symbol === null) this.reading.warnings.add('undecodable-characters');
      this.#say(symbol ?? '\ufffd');
    },
    'w:fldChar'(element) {
      this.#field(element);
    },
    'w:instrText'(element) {
      const field = this.#fields.at(-1);
      if (field && !field.isResult) field.instruction += textOf(element);
    },
    'w:drawing'(element) {
      this.#drawn(readDrawing(element, this.reading));
    },
    'w:pict'(element) {
      this.#isRule ||= isRule(element);
      this.#drawn(readDrawing(element, this.reading));
    },
    'w:object'(element) {
      this.#drawn(readDrawing(element, this.reading));
    },
    'm:oMath'(element) {
      this.reading.warnings.add('object-dropped', { name: sampleOf(formulaText(element)) });
    },
    'm:oMathPara'(element) {
      this.reading.warnings.add('object-dropped', { name: sampleOf(formulaText(element)) });
    },
  };
}
