import { app, nativeTheme, shell } from 'electron';
import { safeUrl } from '#core/body/links';
import { failure, success } from '#core/failure';
import type { Output } from '#core/ipc/contract';
import { languageOf } from '#core/messages/index';
import type { MainContext } from '../main-context';
import { readLicences } from '../read-licences';
import type { Handlers } from '../router';
import { openFirstDesk } from '../sample-desk';

type AppHandlers = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    | `app.${string}`
    | `preferences.${string}`
    | `menu.${string}`
    | `window.${string}`
    | `link.${string}`
    | `spelling.${string}`
  >
>;

/** The major version of Electron that users get; older ones serve development and tests. */
const supportedElectron = 45;

/** The window itself: what it starts with, its preferences, its menu, its end. */
export function appHandlers(context: MainContext): AppHandlers {
  const { session, settings, window } = context;
  return {
    'app.start': async () => {
      const desk = session.desk ? success(session.desk) : await openFirstDesk(settings, context.language());
      if (!desk.ok) console.warn('no desk was opened:', desk.code);
      const view = desk.ok ? (session.desk ? session.view(desk.value) : session.enter(desk.value)) : null;
      return success({
        desk: view,
        recentDesks: settings.get('recentDesks').map(({ id, name }) => ({ id, name })),
        preferences: settings.get('preferences'),
        systemLanguage: languageOf(app.getLocale()),
        platform: process.platform as Output<'app.start'>['platform'],
        versions: versions(),
        recovered: window()?.health.takeRecovered() ?? false,
        lastArticle: view ? settings.get('lastArticle') : null,
      });
    },
    'app.licences': readLicences,
    'preferences.set': async (change) => {
      const preferences = settings.changePreferences(change);
      nativeTheme.themeSource = preferences.theme;
      if (change.language) context.rebuildMenu();
      return success(preferences);
    },
    'menu.context': async ({ facts }) => {
      context.setFacts(new Set(facts));
      return success(null);
    },
    'window.ready-to-close': async () => {
      window()?.close();
      return success(null);
    },
    'window.keep-open': async () => {
      window()?.keepOpen();
      return success(null);
    },
    'spelling.use': async ({ spelling }) => success({ isOn: await context.spelling.use(spelling) }),
    'link.open': async ({ url }) => {
      const safe = safeUrl(url);
      if (safe === null) return failure('link.refused');
      await shell.openExternal(safe);
      return success(null);
    },
  };
}

function versions(): Output<'app.start'>['versions'] {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return {
    marbre: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    supported: Number.parseInt(electron, 10) >= supportedElectron,
  };
}
