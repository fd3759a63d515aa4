import { Menu, type WebContents } from 'electron';
import type { Translate } from '#core/messages/index';
import { type ContextActs, contextTemplate } from './context-template';

/** Opens the menu where somebody asks for it: with the other button, Shift+F10 or the key that has a menu on it. */
export function offerContextMenu(
  contents: WebContents,
  translate: () => Translate,
  acts: Omit<ContextActs, 'replace'>,
): void {
  contents.on('context-menu', (_event, where) => {
    const replace = (suggestion: string): void => contents.replaceMisspelling(suggestion);
    const template = contextTemplate(where, translate(), { ...acts, replace });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ x: where.x, y: where.y });
  });
}
