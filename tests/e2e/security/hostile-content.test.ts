import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '#core/formats/registry';
import { hostileCases } from '../../support/hostile';
import { type HostileDesk, makeHostileDesk, secret } from '../../support/hostile-desk';
import { markdownAsPage } from '../../support/hostile-oracle';
import { launch, type Running } from '../../support/launch';
import { visitPages } from '../../support/plain-browser';
import { expectNothing, textsBelow, watch } from './watch';

const cases = hostileCases();
const writers = formats.filter(({ write }) => write);

/** Every view of the window that shows something of the desk, by the command that brings it. */
const views = [
  'view.overview',
  'view.table',
  'view.board',
  'view.calendar',
  'view.calendar',
  'panel.intake',
  'panel.claims',
  'panel.details',
  'panel.comments',
  'panel.outline',
  'panel.history',
  'panel.gate',
  'original.toggle',
  'original.toggle',
  'galley.toggle',
  'galley.toggle',
  'queries.open',
  'panel.history',
] as const;

const dialogs = [
  'vocabulary.open',
  'article.new-from-template',
  'article.quick-open',
  'template.save',
  'search.save',
  'settings.open',
  'desk.settings',
  'palette.open',
  'help.about',
  'article.rename',
  'snapshot.create',
  'export.open',
] as const;

/** A picture of the article lies beside a fragment and a Markdown file; a whole page holds it inside. */
const isForeign =
  (name: string) =>
  (url: string): boolean =>
    !/ (?:markdown(?:-\w+)?|html-fragment)$/.test(name) || !/^file:.*\/assets\/[0-9a-f]{64}\.png$/.test(url);

describe('hostile content in every place of the window', () => {
  let desk: HostileDesk;
  let running: Running;
  let ids: string[] = [];
  beforeAll(async () => {
    desk = await makeHostileDesk();
    running = await launch({ userData: desk.userData });
    await running.page.waitForSelector('.library-row');
    await watch(running);
  });
  afterEach(() => expectNothing(running, desk.canary));
  afterAll(() => running.app.close());

  const call = (name: string, payload?: unknown): Promise<{ ok: boolean; code?: string; value: unknown }> =>
    running.page.evaluate(([channel, input]) => window.marbre.call(channel as string, input), [
      name,
      payload,
    ] as const) as never;
  const run = (id: string): Promise<void> =>
    running.app.evaluate(({ BrowserWindow }, command) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('marbre:event', 'command.run', { id: command });
    }, id);
  const settle = (): Promise<void> => running.page.waitForTimeout(150);

  it('imported from files that somebody chose, the story comes through', async () => {
    const folder = join(desk.userData, 'incoming');
    mkdirSync(folder);
    const paths = cases.map(({ file, bytes }) => {
      const path = join(folder, `<img src=x onerror=canary()> \u202e${file}`.replaceAll('/', '_'));
      writeFileSync(path, bytes);
      return path;
    });
    await running.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    }, paths);
    const report = await call('intake.choose');
    const { imported, refused } = report.value as { imported: { id: string }[]; refused: unknown[] };
    expect(refused).toEqual([]);
    expect(imported.length).toBe(cases.length);
    ids = ['hostile1', ...imported.map(({ id }) => id)];
    for (const [index, { keeps }] of cases.entries()) {
      const peeked = await call('article.peek', { id: ids[index + 1] });
      expect(JSON.stringify(peeked.value)).toContain(keeps);
    }
  });

  it('opened, one after the other', async () => {
    const rows = running.page.locator('.library-row-open');
    // The list holds as many rows as one can see; what was imported last stands on top.
    await expect.poll(() => rows.count()).toBeGreaterThan(8);
    for (let index = 0; index < 9; index += 1) {
      await rows.nth(index).click();
      await running.page.waitForSelector('.editor-surface');
      await settle();
      await expectNothing(running, desk.canary);
    }
  });

  it('searched for, in results with marked words', async () => {
    const { page } = running;
    await page.locator('.library-filter').fill('canary');
    await page.waitForSelector('.library-row mark');
    await page.locator('.library-filter').fill('"><img src=x onerror=canary()> tag:"<script>"');
    await settle();
    await page.locator('.library-filter').fill('');
    await settle();
  });

  it('shown in every view and panel', async () => {
    await running.page.locator('.library-row-open').first().click();
    for (const view of views) {
      await run(view);
      await settle();
      await expectNothing(running, desk.canary);
    }
    await running.page.keyboard.press('Escape');
  });

  it('shown in every dialog', async () => {
    const { page } = running;
    for (const dialog of dialogs) {
      await run(dialog);
      await settle();
      await expectNothing(running, desk.canary);
      for (
        let presses = 0;
        presses < 3 && (await page.locator('dialog[open], .palette').count()) > 0;
        presses += 1
      )
        await page.keyboard.press('Escape');
    }
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  });

  it('compared with an earlier version', async () => {
    const { page } = running;
    await page.locator('.library-row-open').first().click();
    await page.waitForSelector('.editor-surface');
    await page.locator('.field-headline').click();
    await page.keyboard.type('<img src=x onerror=canary()> ');
    await page.waitForSelector('.save-status[data-state="saved"]');
    await run('panel.history');
    await page.locator('.timeline-show').first().click();
    await page.waitForSelector('.difference');
    await expectNothing(running, desk.canary);
    await page.keyboard.press('Escape');
  });

  it.each(['text/html', 'text/plain'])('pasted and dropped into the text as %s', async (type) => {
    const { page } = running;
    for (const { bytes } of cases) {
      await page.evaluate(
        ([format, content]) => {
          const data = new DataTransfer();
          data.setData(format as string, content as string);
          const surface = document.querySelector<HTMLElement>('.editor-surface');
          surface?.focus();
          const options = { bubbles: true, cancelable: true, composed: true };
          surface?.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
          const drop = { ...options, inputType: 'insertFromDrop', dataTransfer: data };
          surface?.dispatchEvent(new InputEvent('beforeinput', drop));
        },
        [type, new TextDecoder().decode(bytes)] as const,
      );
    }
    await settle();
  });

  it('dropped on the window as files with hostile names', async () => {
    const { page } = running;
    const known = readdirSync(join(desk.folder, 'articles')).length;
    await page.evaluate(() => {
      const data = new DataTransfer();
      for (const name of [
        '<img src=x onerror=canary()>.html',
        '../../../etc/passwd',
        'annual\u202efdp.exe',
        'constructor',
      ])
        data.items.add(new File(['<p>A line of copy.</p><script>canary()</script>'], name));
      const target = document.querySelector('.shell');
      target?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await expect.poll(() => readdirSync(join(desk.folder, 'articles')).length).toBe(known + 4);
    await settle();
  });

  it('imported from the clipboard', async () => {
    const html = new TextDecoder().decode(cases[0]?.bytes);
    await running.app.evaluate(
      async ({ clipboard }, content) =>
        (clipboard as unknown as { writeHTML(html: string): void }).writeHTML(content),
      html,
    );
    expect(await call('intake.paste')).toMatchObject({ ok: true });
  });

  it('exported in every format and opened in any browser: 0 scripts, 0 requests', async () => {
    // What needs an address writes nothing here: its own test says so.
    const told = writers.filter(({ id }) => id !== 'claim-review');
    const asked = ids.flatMap((id) => told.map(({ id: format }) => ({ id, format })));
    const [written, dossiers] = await running.page.evaluate(
      async ([all, articles]) => {
        const ask = async (name: string, input: object): Promise<Record<string, string>> =>
          ((await window.marbre.call(name, input)) as { value: Record<string, string> }).value;
        const texts = all.map((input) => ask('export.render', input));
        const records = articles.map((id) => ask('dossier.render', { id, confidential: true }));
        return [await Promise.all(texts), await Promise.all(records)] as const;
      },
      [asked, ids] as const,
    );
    expect(
      written.map(({ fileName }) => fileName).filter((name) => !/^[a-z0-9-]+\.[a-z0-9]+$/.test(name ?? '')),
    ).toEqual([]);
    const pages = asked.flatMap(({ id, format }, index) => {
      const [text = '', name] = [written[index]?.text, `${id} ${format}`];
      // What a shortcode is given Hugo escapes; it is no Markdown.
      const copy = format === 'markdown-hugo' ? text.replace(/\{\{<[\s\S]*?>\}\}/g, '') : text;
      if (format.startsWith('markdown')) return [{ name, html: markdownAsPage(copy) }];
      const isPage = writers.find((one) => one.id === format)?.mediaTypes.includes('text/html');
      return isPage ? [{ name, html: text }] : [];
    });
    pages.push(...ids.map((id, index) => ({ name: `${id} dossier`, html: dossiers[index]?.html ?? '' })));
    const visits = await visitPages(running.app, pages);
    const shown = told.filter(
      ({ id, mediaTypes }) => /markdown/.test(id) || mediaTypes.includes('text/html'),
    );
    expect(visits.length).toBe(ids.length * (shown.length + 1));
    expect(
      visits.filter(({ name, calls, requests }) => calls !== 0 || requests.some(isForeign(name))),
    ).toEqual([]);
  });

  it.each(writers.map(({ id }) => id))(
    'saved as %s: the bytes of the preview, under a name of ours',
    async (format) => {
      const path = join(desk.userData, 'out', format);
      mkdirSync(join(desk.userData, 'out'), { recursive: true });
      const asked = await running.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
        return filePath;
      }, path);
      const saved = await call('export.save', { id: 'hostile1', format });
      // A desk that knows no address of its publication tells no search engine of its checks.
      if (format === 'claim-review') return expect(saved).toMatchObject({ code: 'format.needs-address' });
      expect(saved).toMatchObject({ ok: true });
      const { value } = await call('export.render', { id: 'hostile1', format });
      const rendered = value as { text: string; isBinary: boolean; size: number };
      if (rendered.isBinary) expect(statSync(asked).size).toBe(rendered.size);
      else expect(readFileSync(asked, 'utf8')).toBe(rendered.text);
    },
  );

  it('printed: a PDF that runs and opens nothing', async () => {
    const path = join(desk.userData, 'out', 'dossier.pdf');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    expect(await call('dossier.save', { id: 'hostile1', format: 'pdf', confidential: true })).toMatchObject({
      ok: true,
    });
    const pdf = readFileSync(path, 'latin1');
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).not.toMatch(/\/(?:JavaScript|JS|Launch|EmbeddedFile|SubmitForm|GoToR|OpenAction)\b/);
    const addresses = [...pdf.matchAll(/\/URI \(([^)]*)/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^(?:https?|mailto):/.test(address))).toEqual([]);
  });

  it('is on the desk and in the exports without a word of the canary', () => {
    const texts = [...textsBelow(desk.folder), ...textsBelow(join(desk.userData, 'out'))];
    expect(texts.length).toBeGreaterThan(cases.length);
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(readdirSync(desk.userData).filter((name) => /passwd|\.exe/.test(name))).toEqual([]);
  });

  it('would have been noticed: the cases themselves run or load in that browser', async () => {
    const raw = cases
      .filter(({ file }) => file.endsWith('.html') && !['base.html', 'metadata.html'].includes(file))
      .map(({ file, bytes }) => ({ name: file, html: new TextDecoder().decode(bytes) }));
    const visits = await visitPages(running.app, raw);
    expect(
      visits.filter(({ calls, requests }) => calls + requests.length === 0).map(({ name }) => name),
    ).toEqual([]);
  });
});
