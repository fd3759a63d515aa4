import type { Running } from './launch';

/** What the system was asked to open since the last look; from the first look on, nothing is opened. */
export function openedIn({ app }: Running): Promise<string[]> {
  return app.evaluate(({ shell }) => {
    const known = globalThis as { opened?: string[] };
    const before = known.opened ?? [];
    known.opened = [];
    shell.openExternal = async (url) => void known.opened?.push(url);
    return before;
  });
}
