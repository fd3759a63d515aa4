import { success } from '#core/failure';
import { lostInText } from '../text/index';
import { writeText } from '../text/write';
import type { Format } from '../types';
import { textWidth } from './width';
import { wrapped } from './wrap';

/** Characters to a line, as mail and news have had it since they were typed. */
const measure = 72;

/** Plain text whose lines end before the margin. It is read as text is. */
export const textWrapped: Format = {
  loses: lostInText,
  id: 'text-wrapped',
  extensions: ['txt'],
  mediaTypes: ['text/plain'],
  write: (article) =>
    success(
      new TextEncoder().encode(
        writeText(article, { measure, wrap: (line) => wrapped(line, measure), width: textWidth }),
      ),
    ),
};
