import { failure, type Result, success } from '#core/failure';
import { currentVersion, migrations } from './migrations';
import { type Article, articleSchema } from './schema';

export const articleFormat = 'marbre-article';

/** The largest article file that is read, in bytes: a 50,000-word story with a thousand claims is about 2 MB. */
export const maximumArticleBytes = 64 * 1024 * 1024;

/**
 * The text of `article.json`: an envelope `{format, version, article}`, two-space indented, keys in schema order,
 * so that a desk in version control shows a changed paragraph as a changed line.
 */
export function serializeArticle(article: Article): string {
  return `${JSON.stringify({ format: articleFormat, version: currentVersion, article }, null, 2)}\n`;
}

/**
 * Reads `article.json`. Older versions are migrated step by step, newer ones refused untouched.
 * Codes: `input.malformed` (not JSON, not an envelope), `article.newer-version`, `article.invalid`.
 */
export function parseArticle(text: string): Result<Article> {
  const envelope = readEnvelope(text);
  if (!envelope.ok) return envelope;
  let { version, content } = envelope.value;
  if (version > currentVersion) return failure('article.newer-version', { version });
  for (; version < currentVersion; version += 1) {
    const migrate = migrations[version];
    if (!migrate) return failure('article.invalid', {}, `no migration from version ${version}`);
    content = migrate(content);
  }
  const parsed = articleSchema.safeParse(content);
  if (!parsed.success) return failure('article.invalid', {}, parsed.error.issues[0]?.path.join('.'));
  return success(parsed.data);
}

function readEnvelope(text: string): Result<{ version: number; content: unknown }> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failure('input.malformed', {}, 'not JSON');
  }
  if (typeof json !== 'object' || json === null) return failure('input.malformed');
  const { format, version, article } = json as Record<string, unknown>;
  if (format !== articleFormat || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure('input.malformed', {}, 'not an article envelope');
  }
  return success({ version, content: article });
}
