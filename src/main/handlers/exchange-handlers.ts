import { basename } from 'node:path';
import { gate } from '#core/claims/gate';
import { mayLeave } from '#core/claims/overrides';
import { type Result, success } from '#core/failure';
import { type DeskStore, readChosenFile, writeWork } from '#storage/index';
import type { MainContext } from '../main-context';
import { readClipboard } from '../read-clipboard';
import { render } from '../render-article';
import type { Handlers } from '../router';
import { importLimit } from './intake-handlers';

type ExchangeHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `export.${string}` | `picture.${string}` | `clipboard.${string}`>
>;

/** Pictures and words that come in one by one, and what goes out. */
export function exchangeHandlers({ session, dialogs }: MainContext): ExchangeHandlers {
  return {
    'picture.add': ({ id, bytes }) => session.with((desk) => addPicture(desk, id, bytes)),
    'picture.choose': ({ id }) =>
      session.with(async (desk) => {
        const path = await dialogs.choosePicture();
        if (path === null) return success(null);
        const file = await readChosenFile(path, importLimit);
        return file.ok ? addPicture(desk, id, file.value) : file;
      }),
    'clipboard.read': async () => success({ text: (await readClipboard()).text }),
    'export.render': ({ id, format, paper }) =>
      session.with(async (desk) => {
        const rendered = await render(desk, id, format, { paper });
        if (!rendered.ok) return rendered;
        const { bytes, text, isBinary, stem, extension, article, missingPictures } = rendered.value;
        const fileName = `${stem}.${extension}`;
        const { blockers } = gate(article, desk.settings);
        const refused = !mayLeave(article, desk.settings).ok;
        const size = bytes.byteLength;
        const shown = { text, isBinary, fileName, size, missingPictures };
        return success({ ...shown, blockers: blockers.length, refused });
      }),
    'export.save': ({ id, format, paper }) =>
      session.with(async (desk) => {
        const rendered = await render(desk, id, format, { paper });
        if (!rendered.ok) return rendered;
        const leave = mayLeave(rendered.value.article, desk.settings);
        if (!leave.ok) return leave;
        const { stem, extension } = rendered.value;
        const path = await dialogs.chooseTarget(`${stem}.${extension}`);
        if (path === null) return success(null);
        const written = await writeWork(path, rendered.value);
        return written.ok ? success({ name: basename(path) }) : written;
      }),
  };
}

async function addPicture(
  desk: DeskStore,
  id: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly asset: string }>> {
  const added = await desk.articles.addPicture(id, bytes);
  return added.ok ? success({ asset: added.value }) : added;
}
