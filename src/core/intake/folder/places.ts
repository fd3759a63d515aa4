/** What lies in a folder that is imported. Places are paths below it, with forward slashes: `notes/quay.md`. */

/** What lies beside copy in a folder and is none itself: pictures, sound, pages' styles, settings, programs. */
const besideCopy =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|ai|mp3|m4a|wav|ogg|flac|mp4|mov|webm|mkv|ogv|avi|3gp|css|s[ac]ss|js|mjs|cjs|tsx?|jsx|map|woff2?|ttf|otf|eot|canvas|base|toml|ya?ml|lock|db|sqlite|exe|dll|so|dylib|bin|iso|dmg)$/i;
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** Folders that programs fill; whoever keeps notes there has not been found. */
const filled: ReadonlySet<string> = new Set(['node_modules', '__pycache__', '__MACOSX']);

/** Whether what is called so is passed over without a word: hidden things, and what programs fill. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || filled.has(name);
}

export type PlaceKind = 'note' | 'picture' | 'other';

/** What a file is taken for by its name. A note is everything that copy may be in: its reader decides. */
export function kindOfFile(name: string): PlaceKind {
  if (picture.test(name)) return 'picture';
  return besideCopy.test(name) ? 'other' : 'note';
}

const hugoSettings = /^(?:hugo|config)\.(?:toml|ya?ml|json)$/;
/** What Hugo makes, and what it makes it with: pages of the same stories, and patterns of pages. */
const hugoOwn: ReadonlySet<string> = new Set([
  'archetypes',
  'config',
  'data',
  'i18n',
  'layouts',
  'public',
  'resources',
  'themes',
]);

/** Whether a folder with these names in it is a site of Hugo's: its stories then lie in `content/` only. */
export function isHugoSite(names: readonly string[]): boolean {
  return names.includes('content') && names.some((name) => hugoSettings.test(name) || name === 'config');
}

/** Whether Hugo's own folder is passed over; `place` stands at the top of a site. */
export function isHugoOwn(place: string): boolean {
  return hugoOwn.has(place);
}

/** Whether a note at this place of a Hugo site is a story. */
export function isHugoStory(place: string): boolean {
  return place.startsWith('content/');
}
