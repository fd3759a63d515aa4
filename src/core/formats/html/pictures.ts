import { limits } from '#core/body/blocks';
import { decodeBase64 } from '#core/encoding/base64';
import { assetNameOf, maximumPictureBytes } from '#core/pictures';

/** A page holds at most this many pictures of its own; the rest is named like one that is elsewhere. */
const most = 200;

/** The pictures that stand in a page as `data:` addresses, by the names that blocks use. */
export class PagePictures {
  readonly found = new Map<string, Uint8Array>();

  /** The address of a picture in the article's assets; null when these are no bytes of one. */
  take(source: string): string | null {
    const [, encoded = ''] =
      /^data:image\/[a-z+.-]{1,20}(?:;[a-z-]+=[^;,]{0,60})*;base64,(.*)$/is.exec(source) ?? [];
    if (encoded === '' || encoded.length > maximumPictureBytes * 1.4) return null;
    const bytes = decodeBase64(encoded.replace(/%([0-9a-f]{2})/gi, asCharacter));
    const name = assetNameOf(bytes);
    if (!name) return null;
    if (!this.found.has(name) && this.found.size >= Math.min(most, limits.blocks)) return null;
    this.found.set(name, bytes);
    return `assets/${name}`;
  }
}

function asCharacter(_: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
