import type { Article } from '#core/article/schema';
import { ArticleEditor } from './article-editor';

type Options = ConstructorParameters<typeof ArticleEditor>[1];

/** How many articles keep their undo history while others are open. */
const most = 12;

interface Kept {
  readonly editor: ArticleEditor;
  /** What the newest opening gave. */
  readonly latest: { options: Options };
}

const kept = new Map<string, Kept>();

/**
 * The editor of an article: the one that it had when it was last open, with its undo history, as long as its text is
 * still the same; else a new one.
 */
export function takeEditor(article: Article, options: Options): ArticleEditor {
  const known = kept.get(article.id);
  kept.delete(article.id);
  if (known && JSON.stringify(known.editor.readBody()) === JSON.stringify(article.body)) {
    known.latest.options = options;
    kept.set(article.id, known);
    return known.editor;
  }
  known?.editor.dispose();
  const latest = { options };
  const entry: Kept = { latest, editor: new ArticleEditor(article.body, following(latest)) };
  kept.set(article.id, entry);
  const [oldest] = kept;
  if (oldest && kept.size > most) {
    oldest[1].editor.dispose();
    kept.delete(oldest[0]);
  }
  return entry.editor;
}

/** Options that are looked up when they are needed: each opening connects the editor anew. */
function following(latest: Kept['latest']): Options {
  const now = (): Options => latest.options;
  return {
    onTouch: () => now().onTouch(),
    isKnownClaim: (claim) => now().isKnownClaim(claim),
    onPicture: (file) => now().onPicture?.(file),
    suggestions: {
      isOn: () => now().suggestions?.isOn() ?? false,
      create: () => now().suggestions?.create() ?? '',
    },
    get assets() {
      return now().assets ?? '';
    },
  };
}
