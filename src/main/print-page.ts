import { app, BrowserWindow, session as sessions } from 'electron';
import { failure, type Result, success } from '#core/failure';
import type { PaperSize } from '#core/formats/offers';
import { logBug } from './log-bug';
import { scheme } from './protocol';
import { webPreferences } from './security';

const address = `${scheme}://print/page.html`;
/** How long a page may take to print, in milliseconds: thousands of claims take seconds. */
const patience = 120_000;

/** Where offices are stocked with Letter: the rest of the world has A4 (CLDR, paper sizes by territory). */
const letterCountries = new Set('BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE'.split(' '));

function usualPaper(): PaperSize {
  return letterCountries.has(app.getLocaleCountryCode()) ? 'letter' : 'a4';
}

let count = 0;

/**
 * A page of ours as PDF. It is printed by a window that nobody sees, in a session of its own: sandboxed, without
 * scripts, and with no address to load but this page. `paper`: what it is printed on, else what is usual here.
 */
export async function printPage(html: string, paper: PaperSize = usualPaper()): Promise<Result<Uint8Array>> {
  count += 1;
  // Without “persist:” the session lives in memory, and a new one knows nothing of the last.
  const session = sessions.fromPartition(`print-${count}`);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: details.url !== address }));
  session.protocol.handle(scheme, () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' };
    return new Response(html, { headers });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...webPreferences, session, javascript: false },
  });
  const timer = setTimeout(() => window.destroy(), patience);
  try {
    await window.loadURL(address);
    const bytes = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      pageSize: paper === 'a4' ? 'A4' : 'Letter',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width:100%;font-size:8px;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
    });
    return success(new Uint8Array(bytes));
  } catch (error) {
    logBug('print', error);
    return failure('internal');
  } finally {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
    session.protocol.unhandle(scheme);
  }
}
