import { articleSchema } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import { inFolder } from '#core/formats/bundle/archive';
import { longestReference, mostWanted } from '#core/formats/shared/local-pictures';
import { assetName } from '#core/pictures';
import type { Taken } from '#storage/index';

/**
 * What the reading process gave, once it is what it says. A file that has taken that process over could answer
 * anything: no answer may name a file outside of an article's folder, or be an article that cannot be read again.
 */
export function checked(answer: unknown, name: string): Result<Taken> {
  const taken = answer as Taken;
  const isWhole = taken?.type === 'whole';
  const article: unknown = isWhole ? taken.packed?.article : taken?.article;
  const files: unknown = isWhole ? taken.packed?.files : taken?.pictures;
  const parsed = articleSchema.safeParse(article);
  if (!parsed.success || !(files instanceof Map))
    return failure('input.malformed', { name }, parsed.error?.issues[0]?.path.join('.'));
  const names = isWhole ? inFolder : assetName;
  const unsafe = [...files.keys()].map(String).find((path) => !names.test(path) || path.includes('\\'));
  if (unsafe !== undefined) return failure('input.unsafe', { name, entry: unsafe.slice(0, 80) });
  if (!isWhole && !areReferences(taken.wanted)) return failure('input.malformed', { name }, 'wanted');
  return success(taken);
}

function areReferences(wanted: unknown): boolean {
  return (
    Array.isArray(wanted) &&
    wanted.length <= mostWanted &&
    wanted.every((one) => typeof one === 'string' && one.length <= longestReference + '[[]]'.length)
  );
}
