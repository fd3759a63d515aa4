import { evidenceFileName } from '#core/claims/evidence';
import type { EvidenceFile, Locator } from '#core/claims/schema';

export interface Visit {
  /** Where to open; null: at the beginning. */
  readonly locator: Locator | null;
  /** Another number asks to go there again. */
  readonly count: number;
}

export interface PlaceProps {
  readonly visit: Visit;
  /** A place that somebody has chosen in the preview. */
  readonly onLocator: (locator: Locator) => void;
}

export interface FilePreviewProps extends PlaceProps {
  /** Id of the article that the file belongs to. */
  readonly article: string;
  readonly file: EvidenceFile;
}

/** The address under which the window gets a file of evidence. */
export function fileAddress(article: string, file: EvidenceFile): string {
  return `/evidence/${article}/${evidenceFileName(file)}`;
}
