import type { LibraryPart } from '#core/ipc/contract';
import { preferences, setPreferences } from '../../session/app-session';
import { useSelected } from '../../session/store';

/** Whether a part of the library is unfolded, and what folds it; both outlive the window. */
export function useFold(part: LibraryPart): readonly [isOpen: boolean, toggle: () => void] {
  const isOpen = useSelected(preferences, ({ libraryOpen }) => libraryOpen.includes(part));
  const toggle = (): void => {
    const { libraryOpen } = preferences.get();
    const others = libraryOpen.filter((other) => other !== part);
    void setPreferences({ libraryOpen: isOpen ? others : [...others, part] });
  };
  return [isOpen, toggle];
}
