/** An article on the desk that resembles another one. */
export interface AlikeArticle {
  readonly id: string;
  readonly title: string;
  /** ISO instant of its last change. */
  readonly modified: string;
  /** `file`: imported from the very same bytes. `copy`: much of the text is the same. */
  readonly kind: 'file' | 'copy';
  /** How much of both texts is shared, from 0 to 1; 1 for the same file. */
  readonly share: number;
}

/** From here on two texts are taken for versions of one story: less is one agency's manner of writing. */
export const alikeShare = 0.5;

/** The most that are told of: who is alike more articles than this is a form letter. */
export const mostAlike = 5;
