import { clipboard } from 'electron';

/** Electron before 42 read the clipboard at once and by kind; since then it gives items, as the web does. */
interface OldClipboard {
  readHTML(): string;
}

/** The clipboard's text, and its HTML where it has some. */
export async function readClipboard(): Promise<{ readonly text: string; readonly html: string }> {
  return { text: await clipboard.readText(), html: await readHtml() };
}

async function readHtml(): Promise<string> {
  const old = clipboard as unknown as Partial<OldClipboard>;
  if (old.readHTML) return old.readHTML.call(clipboard);
  for (const item of await clipboard.read()) {
    if (item.types.includes('text/html')) return (await item.getType<'text/html'>('text/html')).text();
  }
  return '';
}
