import { type LinkTarget, linkTarget, safeUrl } from '#core/body/links';
import { type Mark, marks } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Inline, LineBreak, TextRun } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { isBlank } from '../shared/fold';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, isElement, type XmlElement } from '../shared/xml';
import { isDrawn, readDrawing } from './drawing';
import { readNote } from './notes-read';
import type { Reading } from './reading';
import type { Looks } from './styles';
import { spacesIn, wordsIn } from './words';

/** What stands in one paragraph. */
export interface Line {
  readonly content: Inline[];
  /** Pictures and boxes that are anchored in it, by whether words stand before their anchor. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** Several when paragraphs that somebody took out are put back; each as it would have stood. */
export function readLine(paragraph: XmlElement, reading: Reading, looks: Looks): Line[] {
  return new LineReader(reading, looks).read(paragraph);
}

type Handler = (this: LineReader, element: XmlElement) => void;

class LineReader {
  readonly #lines: Line[] = [];
  #content: Inline[] = [];
  #before: Block[] = [];
  #after: Block[] = [];
  readonly #links: (LinkTarget | null)[] = [];
  #looks: Looks;
  /** White space that follows white space, or begins a paragraph, says nothing (ODF 1.3, part 3, 6.1.2). */
  #isSpaced = true;

  private readonly reading: Reading;

  constructor(reading: Reading, looks: Looks) {
    this.reading = reading;
    this.#looks = looks;
  }

  read(paragraph: XmlElement): Line[] {
    this.#each(paragraph);
    this.#endLine();
    return this.#lines;
  }

  #endLine(): void {
    const content = normalizeInline(this.#content);
    this.#lines.push({ content, before: this.#before, after: this.#after });
    this.#content = [];
    this.#before = [];
    this.#after = [];
    this.#isSpaced = true;
  }

  #each(element: XmlElement): void {
    for (const child of element.children) {
      if (isElement(child)) this.#one(child);
      else this.#characters(child);
    }
  }

  #one(element: XmlElement): void {
    const handler = Object.hasOwn(LineReader.handlers, element.name)
      ? LineReader.handlers[element.name]
      : null;
    if (handler) handler.call(this, element);
    else if (isDrawn(element)) this.#drawn(readDrawing(element, this.reading));
    // Whatever else of the text there is (dates, numbers, names of chapters) is there with the words that it shows.
    else if (element.name.startsWith('text:')) this.#each(element);
  }

  #characters(raw: string): void {
    let text = raw.replace(/[ \t\r\n]+/g, ' ');
    if (this.#isSpaced && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.#say(text);
    this.#isSpaced = text.endsWith(' ');
  }

  #say(text: string): void {
    this.#isSpaced = false;
    if (this.#looks.hidden) {
      if (text.trim() !== '') this.reading.warnings.add('text-dropped', { text: sampleOf(text) });
      return;
    }
    const on = marks.filter((mark: Mark) => this.#looks[mark]);
    this.#push(textRun(text, on, [], this.reading.review.carried(text)));
  }

  #push(leaf: TextRun | LineBreak): void {
    const target = this.#links.findLast((link) => link !== null);
    this.#content.push(target ? { type: 'link', ...target, content: [leaf] } : leaf);
  }

  #within(looks: Looks, element: XmlElement): void {
    const outer = this.#looks;
    this.#looks = { ...outer, ...looks };
    this.#each(element);
    this.#looks = outer;
  }

  #link(element: XmlElement): void {
    const {
      'xlink:href': address = '',
      'office:title': title,
      'text:style-name': style,
    } = element.attributes;
    const url = safeUrl(address);
    // What leads to another place in the document leads nowhere in an article, and was never meant to leave it.
    if (url === null && !address.startsWith('#') && address !== '')
      this.reading.warnings.add('link-dropped', { url: sampleOf(address) });
    this.#links.push(url === null ? null : linkTarget(url, title));
    this.#within(this.reading.styles.text(style), element);
    this.#links.pop();
  }

  #call(note: string | null): void {
    if (note !== null && !this.#looks.hidden) this.#content.push({ type: 'note-reference', note });
    this.#isSpaced = false;
  }

  #drawn(blocks: readonly Block[]): void {
    (isBlank(this.#content) ? this.#before : this.#after).push(...blocks);
  }

  #comment(element: XmlElement): void {
    const at = this.#content.findLastIndex((node) => node.type === 'text' || node.type === 'link');
    const node = this.#content[at];
    const id = this.reading.review.comment(element, node ? plainText([node]) : '');
    if (id === null || !node) return;
    const commented = (run: TextRun | LineBreak): TextRun | LineBreak =>
      run.type === 'text' ? { ...run, comments: [...(run.comments ?? []), id] } : run;
    if (node.type === 'link') this.#content[at] = { ...node, content: node.content.map(commented) };
    else if (node.type === 'text') this.#content[at] = commented(node);
  }

  /**
   * Paragraphs that were taken out stand alone again where they began the line; where the ends of two were joined, they
   * stay so, and that is said.
   */
  #deleted(paragraphs: readonly XmlElement[]): void {
    const isWhole = isBlank(this.#content);
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0 && isWhole) this.#endLine();
      else if (index > 0) {
        this.#say(' ');
        this.reading.warnings.add('change-settled', { text: sampleOf(wordsIn(paragraph)) });
      }
      if (/^text:[ph]$/.test(paragraph.name)) this.#each(paragraph);
      else this.#say(sampleOf(wordsIn(paragraph), 2_000));
    }
  }

  /** One entry for each element that does not just show its words. */
  static readonly handlers: Readonly<Record<string, Handler>> = {
    'text:span'(element) {
      this.#within(this.reading.styles.text(element.attributes['text:style-name']), element);
    },
    'text:a'(element) {
      this.#link(element);
    },
    'text:s'(element) {
      this.#say(spacesIn(element));
    },
    'text:tab'() {
      this.#say('\t');
    },
    'text:line-break'() {
      if (!this.#looks.hidden) this.#push({ type: 'break' });
      // White space behind it is meant: code is indented so.
      this.#isSpaced = false;
    },
    // The end of a page is not the end of a line: paper is not the article.
    'text:soft-page-break'() {},
    'text:note'(element) {
      this.#call(readNote(element, this.reading));
    },
    'text:note-ref'({ attributes }) {
      const name = attributes['text:ref-name'] ?? '';
      if (this.reading.noteNames.has(name)) this.#call(name);
    },
    'text:ruby'(element) {
      const base = childOf(element, 'text:ruby-base');
      if (base) this.#each(base);
    },
    'text:hidden-text'(element) {
      const text = element.attributes['text:string-value'] ?? wordsIn(element);
      this.reading.warnings.add('text-dropped', { text: sampleOf(text) });
    },
    'text:placeholder'(element) {
      this.reading.warnings.add('field-dropped', { text: sampleOf(wordsIn(element)) });
    },
    'text:script'({ attributes }) {
      const name = attributes['script:language'] ?? 'script';
      this.reading.warnings.add('object-dropped', { name: sampleOf(name) });
    },
    'text:execute-macro'(element) {
      this.reading.warnings.add('object-dropped', { name: element.attributes['text:name'] ?? 'macro' });
      this.#each(element);
    },
    'text:change-start'({ attributes }) {
      this.reading.review.begin(attributes['text:change-id'] ?? '');
    },
    'text:change-end'({ attributes }) {
      this.reading.review.end(attributes['text:change-id'] ?? '');
    },
    'text:change'({ attributes }) {
      const name = attributes['text:change-id'] ?? '';
      this.reading.review.deletedAt(name, (paragraphs) => this.#deleted(paragraphs));
    },
    'office:annotation'(element) {
      this.#comment(element);
    },
    'office:annotation-end'({ attributes }) {
      this.reading.review.endComment(attributes['office:name'] ?? '');
    },
    'text:p'(element) {
      // Inside what only stands around text; by itself it is a line.
      this.#each(element);
    },
  };
}

/** Whether there is a form, a button or the like below an element. */
export function hasForms(element: XmlElement): boolean {
  return elementsOf(element).some(({ name }) => name.startsWith('form:'));
}
