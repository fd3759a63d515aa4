import { fieldText } from '#core/body/fields';
import { useCommands } from '../../commands/registry';
import { preferences, setPreferences } from '../../session/app-session';
import { opened } from '../../session/article-session';
import { type LibraryWish, libraryWish, showSimilar } from '../../session/search-session';
import { rebuildIndex } from './rebuild';

/** Commands of the library; what needs the pane brings it onto the screen. */
export function useLibraryCommands(): void {
  const wish = (what: LibraryWish): void => {
    showLibrary();
    libraryWish.set(what);
  };
  useCommands({
    'focus.library': () => wish('list'),
    'library.search': () => wish('field'),
    'search.save': () => wish('save'),
    'library.rebuild': () => void rebuildIndex(),
    'article.similar': () => {
      const article = opened.get()?.article;
      if (!article) return;
      showLibrary();
      showSimilar({ id: article.id, title: fieldText(article.body, 'headline') });
    },
  });
}

function showLibrary(): void {
  if (!preferences.get().libraryShown) void setPreferences({ libraryShown: true });
}
