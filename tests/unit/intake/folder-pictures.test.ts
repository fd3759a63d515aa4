import { describe, expect, it } from 'vitest';
import { folderPictures, pictureMeant } from '#core/intake/folder/pictures';

const pictures = folderPictures([
  'cover.png',
  'notes/images/quay.png',
  'notes/crane.png',
  'archive/2025/crane.png',
  'archive/tide table.png',
  'archive/100%.png',
  'static/img/logo.png',
  'assets/img/mast.png',
  'Photos/E\u0301cluse.JPG',
]);

/** What a note at `notes/today.md` writes, and which picture of the folder that means. */
const meant: readonly (readonly [string, string | null])[] = [
  ['images/quay.png', 'notes/images/quay.png'],
  ['./images/quay.png', 'notes/images/quay.png'],
  ['images\\quay.png', 'notes/images/quay.png'],
  ['images/quay.png?width=300#top', 'notes/images/quay.png'],
  ['../cover.png', 'cover.png'],
  ['cover.png', 'cover.png'],
  ['/cover.png', 'cover.png'],
  ['../archive/tide%20table.png', 'archive/tide table.png'],
  ['/archive/100%.png', 'archive/100%.png'],
  ['/img/logo.png', 'static/img/logo.png'],
  ['/img/mast.png', 'assets/img/mast.png'],
  ['quay.png', 'notes/images/quay.png'],
  ['crane.png', 'notes/crane.png'],
  ['logo.png', 'static/img/logo.png'],
  ['/Photos/\u00c9cluse.jpg', 'Photos/E\u0301cluse.JPG'],
  ['[[quay.png]]', 'notes/images/quay.png'],
  ['[[crane.png]]', 'notes/crane.png'],
  ['[[2025/crane.png]]', 'archive/2025/crane.png'],
  ['[[archive/2025/crane.png]]', 'archive/2025/crane.png'],
  ['[[./images/quay.png]]', 'notes/images/quay.png'],
  ['[[ Quay.PNG ]]', 'notes/images/quay.png'],
  ['', null],
  ['images/', null],
  ['..', null],
  ['../../cover.png', null],
  ['../../../etc/passwd', null],
  ['%2e%2e/%2e%2e/cover.png', null],
  ['%252e%252e/cover.png', null],
  ['..%2f..%2fcover.png', null],
  ['..\\..\\cover.png', null],
  ['images/../../../cover.png', null],
  ['%ZZ.png', null],
  ['[[../../cover.png]]', null],
  ['[[]]', null],
  ['[[ge.png]]', null],
  ['[[no-such.png]]', null],
];

describe('a picture that a note names', () => {
  it.each(meant)('%j means %j', (reference, place) => {
    expect(pictureMeant(reference, 'notes/today.md', pictures)).toBe(place);
  });

  it('is never taken by its name alone where several have it', () => {
    expect(pictureMeant('crane.png', 'elsewhere/today.md', pictures)).toBe(null);
    expect(pictureMeant('[[crane.png]]', 'elsewhere/today.md', pictures)).toBe('notes/crane.png');
  });
});
