import type { Block } from '#core/body/schema';
import type { Warnings } from '../shared/warnings';
import type { XmlElement } from '../shared/xml';
import type { Package } from './package';
import type { ReviewReading } from './review-read';
import type { Styles } from './styles';

/** What every part of the reader needs to know. */
export interface Reading {
  readonly pack: Package;
  readonly styles: Styles;
  readonly warnings: Warnings;
  readonly review: ReviewReading;
  /** Filled by whoever finds a picture. */
  readonly pictures: Map<string, Uint8Array>;
  /** Notes by the names that calls have for them, in the order in which they are called. */
  readonly notes: Map<string, Block[]>;
  /** Names of all notes that there are: a second call may stand before the first. */
  readonly noteNames: ReadonlySet<string>;
  /** Lists by their ids, with the number of their last item: another may go on with it. */
  readonly counts: Map<string, number>;
  /** Headings by the levels that the document gives them, 1 to 10. */
  readonly levels: Map<Block, number>;
  /** Width of the text on the page, in hundredths of a millimetre. */
  readonly measure: number;
  /** Paragraphs, lists and tables inside something else, as blocks. */
  readonly readInside: (container: XmlElement) => Block[];
}
