import { Menu, type MenuItemConstructorOptions } from 'electron';
import {
  type CommandId,
  type ContextFact,
  commandIds,
  commands,
  commandTitle,
  isEnabled,
  menus,
} from '#core/commands/table';
import type { Translate } from '#core/messages/index';

interface MenuContext {
  readonly t: Translate;
  readonly facts: ReadonlySet<ContextFact>;
  readonly run: (id: CommandId) => void;
  readonly platform: NodeJS.Platform;
}

/** The native menu, from the command table. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const appMenu: MenuItemConstructorOptions[] = context.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...appMenu,
    ...menus.map((menu) => ({
      label: context.t(`dialog.menu.${menu}`),
      submenu: commandIds.filter((id) => commands[id].menu === menu).flatMap((id) => items(id, context)),
    })),
  ];
}

function items(id: CommandId, context: MenuContext): MenuItemConstructorOptions[] {
  const { separator, role } = commands[id];
  const item = role ? { role, label: context.t(commandTitle(id)) } : ownItem(id, context);
  return separator ? [{ type: 'separator' }, item] : [item];
}

function ownItem(id: CommandId, { t, facts, run, platform }: MenuContext): MenuItemConstructorOptions {
  const { keys } = commands[id];
  return {
    id,
    label: t(commandTitle(id)),
    enabled: isEnabled(id, facts),
    click: () => run(id),
    ...(keys && { accelerator: keys.replace('Mod', 'CmdOrCtrl') }),
    // The window listens to the same table. On macOS the menu must hold the keys; elsewhere it only shows them,
    // or one press would run a command twice.
    registerAccelerator: platform === 'darwin',
  };
}

/** Greys what cannot run now. The caret changes this often: the menu itself stays as it is. */
export function greyMenu(facts: ReadonlySet<ContextFact>): void {
  const menu = Menu.getApplicationMenu();
  for (const id of commandIds) {
    const item = menu?.getMenuItemById(id);
    if (item) item.enabled = isEnabled(id, facts);
  }
}
