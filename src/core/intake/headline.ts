import { fold } from '#core/language/words';
import type { Line } from './line';

/** Words that name an outlet when they stand in a short, capitalised name. */
const outletWords =
  /\b(?:news|times|post|journal|courrier|gazette|presse|press|herald|tribune|telegraph|guardian|independent|observer|chronicle|mirror|mail|express|today|matin|soir|monde|figaro|parisien|depeche|voix|republicain|progres|echo|echos|humanite|liberation|marianne|tele|television|radio|tv|info|infos|actu|actus|actualites|media|mediapart|magazine|mag|review|wire|agency|agence|afp|reuters|ap|bbc|cnn|rfi|rtl|rtbf|rts|bfm|bfmtv|lci|cnews|tf1|m6|euronews|bloomberg|axios|politico|sputnik|tass|xinhua|aljazeera|jazeera|dw|npr|abc|cbs|nbc|msnbc|fox|sky|rt|24|24h|online|daily|weekly|hebdo|quotidien|star|sun|globe|standard|ledger|argus|advertiser|recorder|monitor|clarion|nouvelliste|nation|union|eclair|meridional|provencal|telegramme|fanal|inquirer|examiner|bulletin|dispatch|sentinel|blog|web|site|com|fr|net|org)\b/;

const connectors = /^(?:de|du|des|la|le|les|l'|d'|et|the|of|and|for|in|en|au|a)$/i;

/** Names are short and every word of weight in them is capitalised or a figure. */
function looksLikeName(text: string, mostWords: number): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  const isCapital = (word: string): boolean =>
    /^[\p{Lu}\p{N}]/u.test(word.replace(/^[«“"(]|^[ld]['’]/i, '')) || connectors.test(word);
  return (
    words.length > 0 &&
    words.length <= mostWords &&
    words.every(isCapital) &&
    !/[.!?:;,]$/.test(text.replace(/\.(?:com|fr|net|org|info|be|ch)$/i, ''))
  );
}

const domain = /^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?:\/\S*)?$/i;
const bannerWords =
  /^(?:dernieres? (?:nouvelles?|infos?|minutes?|actualites?)|actualites?|l'actualite|a la une|en direct|en continu|breaking news|latest(?: news)?|top (?:news|stories)|news|infos?|world(?: news)?|monde|international|politique|politics|economie|business|sport|sports|culture|societe|france|europe|technology|tech|science|opinion|live)$/;

/** A line above the headline that names the site or its sections and says nothing. */
export function isBanner(line: Line, siteName: string | undefined, next: Line | undefined): boolean {
  const text = line.text.trim();
  if (text.length > 90 || /[.!?…]$/.test(text.replace(/\.[a-z]{2,4}$/i, ''))) return false;
  if (siteName && fold(siteName) === line.folded) return true;
  // The headline under it names it again as its source.
  if (next && [' | ', ' - ', ' – ', ' — '].some((mark) => next.folded.endsWith(`${mark}${line.folded}`)))
    return true;
  if (domain.test(text) || bannerWords.test(line.folded)) return true;
  const parts = text.split(/(?<!\s)(?:\s*[|•·›»>]\s*|\s+[–—-]\s+|\s*::\s*)/).filter(Boolean);
  const arePartsShort = parts.every((part) => part.split(/\s+/).length <= 4);
  if (parts.length > 1 && /[|•·›»>]|::/.test(text) && arePartsShort) return true;
  if (parts.length > 1 && arePartsShort)
    return parts.every((part) => looksLikeName(part, 4)) && parts.some(isOutlet);
  return looksLikeName(text, 5) && isOutlet(text);
}

function isOutlet(text: string): boolean {
  return outletWords.test(fold(text));
}

/** A line that can be a headline: one line, not too long, not a finished sentence of the story. */
export function isHeadline(line: Line): boolean {
  const text = line.text.trim();
  if (line.block.type !== 'paragraph' && line.block.type !== 'heading') return false;
  if (text.length < 3 || text.length > 220 || text.includes('\n')) return false;
  return line.block.type === 'heading' || !/(?:[.…;,:]|\.["”»]|[.]\s?»)$/.test(text);
}

const separator = /(?<!\s)(?:\s+[–—|•·-]\s+|\s*\|\s*)/g;

/**
 * Where a source suffix begins in a headline (“… — RT World News”): the offset of its separator, or null. What
 * follows a bar is a source when it is short; what follows a dash only when it is named like an outlet, or is a short
 * name that the story itself never mentions — so that “Paris – Macron …” and other halves of real headlines stay.
 */
export function sourceSuffix(headline: string, story: string, siteNames: readonly string[]): number | null {
  const last = [...headline.matchAll(separator)].at(-1);
  if (!last) return null;
  const head = headline.slice(0, last.index).trim();
  const suffix = headline.slice(last.index + last[0].length).trim();
  if (head.split(/\s+/).length < 3 || suffix === '' || suffix.length > 45) return null;
  const isKnown = siteNames.some(
    (name) =>
      name !== '' &&
      fold(name)
        .split(/(?<!\s)\s*[|•·]\s*/)
        .includes(fold(suffix)),
  );
  const isSource = isKnown || domain.test(suffix) || isNamedLikeSource(suffix, last[0].includes('|'), story);
  return isSource ? last.index : null;
}

function isNamedLikeSource(suffix: string, isBar: boolean, story: string): boolean {
  if (isBar) return suffix.split(/\s+/).length <= 5 && !/[?!]$/.test(suffix);
  if (!looksLikeName(suffix, 5)) return false;
  return (
    isOutlet(suffix) ||
    (suffix.split(/\s+/).length <= 3 &&
      !fold(story).includes(fold(suffix)) &&
      /^(?:le|la|les|the|l['’])\s?\p{Lu}/iu.test(suffix))
  );
}
