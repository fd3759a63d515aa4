import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { suggestionFor } from '#core/language/spelling';
import type { Translate } from '#core/messages/index';

/** What the items of the menu do. */
export interface ContextActs {
  readonly replace: (suggestion: string) => void;
  readonly learn: (word: string) => void;
  readonly ignore: (word: string) => void;
}

type Where = Pick<
  ContextMenuParams,
  'isEditable' | 'misspelledWord' | 'dictionarySuggestions' | 'selectionText' | 'editFlags'
>;

/** The menu of a place in the window; empty where there is nothing to do. */
export function contextTemplate(where: Where, t: Translate, acts: ContextActs): MenuItemConstructorOptions[] {
  const groups = [spellingItems(where, t, acts), editItems(where, t)].filter(({ length }) => length > 0);
  return groups.flatMap((items, index) => (index === 0 ? items : [{ type: 'separator' as const }, ...items]));
}

function spellingItems(where: Where, t: Translate, acts: ContextActs): MenuItemConstructorOptions[] {
  const word = where.misspelledWord;
  if (!where.isEditable || word === '') return [];
  const suggestions = where.dictionarySuggestions.map((one) => suggestionFor(word, one));
  const offered: MenuItemConstructorOptions[] = suggestions.map((suggestion) => ({
    // An ampersand would underline what follows it.
    label: suggestion.replaceAll('&', '&&'),
    click: () => acts.replace(suggestion),
  }));
  return [
    ...(offered.length > 0 ? offered : [{ label: t('dialog.spelling.none'), enabled: false }]),
    { type: 'separator' },
    { label: t('dialog.spelling.learn'), click: () => acts.learn(word) },
    { label: t('dialog.spelling.ignore'), click: () => acts.ignore(word) },
  ];
}

function editItems(
  { isEditable, selectionText, editFlags }: Where,
  t: Translate,
): MenuItemConstructorOptions[] {
  const { canCut, canCopy, canPaste, canSelectAll } = editFlags;
  const copy: MenuItemConstructorOptions = { role: 'copy', label: t('command.edit.copy'), enabled: canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', label: t('command.edit.cut'), enabled: canCut },
    copy,
    { role: 'paste', label: t('command.edit.paste'), enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: t('command.edit.select-all'), enabled: canSelectAll },
  ];
}
