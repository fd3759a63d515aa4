import { basename } from 'node:path';
import { failure, success } from '#core/failure';
import { createDesk } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';
import { openSampleDesk } from '../sample-desk';

type DeskHandlers = Pick<Handlers, Extract<keyof Handlers, `desk.${string}` | `template.${string}`>>;

/** Choosing desks, and what lies on the open one. */
export function deskHandlers({ session, settings, dialogs, language }: MainContext): DeskHandlers {
  return {
    'desk.choose': async () => {
      const folder = await dialogs.chooseFolder('dialog.desk.choose');
      return folder === null ? success(null) : session.open(folder);
    },
    'desk.create': async () => {
      const folder = await dialogs.chooseFolder('dialog.desk.create', { canCreate: true });
      if (folder === null) return success(null);
      const created = await createDesk(folder, { name: basename(folder), language: language() });
      return created.ok ? success(session.enter(created.value)) : created;
    },
    'desk.open-sample': async () => {
      const opened = await openSampleDesk(language());
      return opened.ok ? success(session.enter(opened.value)) : opened;
    },
    'desk.open-recent': async ({ id }) => {
      const recent = settings.get('recentDesks').find((desk) => desk.id === id);
      return recent ? session.open(recent.folder) : failure('desk.not-found', { name: id });
    },
    'desk.change': (change) =>
      session.with(async (desk) => {
        const changed = await desk.change(change);
        if (!changed.ok) return changed;
        await session.library.ask('settings', null);
        return success(session.view(desk));
      }),
    'desk.outcomes-used': () => session.library.ask('outcomesUsed', null),
    'template.list': () => session.with((desk) => desk.templates()),
    'template.save': ({ template }) => session.with((desk) => desk.saveTemplate(template)),
    'template.remove': ({ id }) => session.with((desk) => desk.removeTemplate(id)),
  };
}
