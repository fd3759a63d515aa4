import { app, type BrowserWindow, type Session } from 'electron';

/** Nothing but our own files, and no inline script or style: the renderer cannot reach the network at all. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  // A PDF beside a claim: our own address, and only that.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Before the app is ready. */
export function hardenProcess(): void {
  // Root cannot have Chromium's sandbox; only build machines start it so, and the script that does says it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('session-created', refuseAll);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** What any session begins with, whoever makes it: it may ask for nothing and bring nothing onto the disk. */
function refuseAll(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Refuses every permission but one, and every request that is not for our own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.webRequest.onBeforeRequest((details, decide) => {
    const isOurs = /^(?:marbre|devtools|data|blob):/.test(details.url);
    decide({ cancel: !isOurs });
  });
}

/** The copy button of the export preview writes text to the clipboard; nothing else may ask for anything. */
function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** What every window of this app is made with. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  // Reads the dictionaries that are shipped; `offline.ts` says why it cannot fetch one.
  spellcheck: true,
  navigateOnDragDrop: false,
} as const satisfies NonNullable<ConstructorParameters<typeof BrowserWindow>[0]>['webPreferences'];
