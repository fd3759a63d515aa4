import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allowedAddresses, refusedAddresses } from '../../support/hostile';
import type { Running } from '../../support/launch';
import { openedIn } from '../../support/opened';

const paths = [
  '../main/index.js',
  '..%2fmain%2findex.js',
  '%2e%2e/%2e%2e/package.json',
  '..%5c..%5cpackage.json',
  '%252e%252e/package.json',
  'index.html%00.js',
  'index.html/../../main/index.js',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  'asset/../../../etc/passwd',
  `asset/x/${'a'.repeat(64)}.png/../../../../package.json`,
  `asset/..%2f..%2fx/${'a'.repeat(64)}.png`,
  `asset/x/${'a'.repeat(64)}.svg`,
  `asset/x/${'a'.repeat(64)}.png`,
  `evidence/../x/${'a'.repeat(64)}.pdf`,
  `evidence/x/..%2f..%2farticle.json`,
  `evidence/x/${'a'.repeat(64)}.exe`,
  `evidence/x/${'a'.repeat(64)}.pdf`,
  'assets/',
  '.',
  '',
];

export function addressTests(running: () => Running): void {
  it('asks the system to open no address that may be no link', async () => {
    await openedIn(running());
    const codes = await running().page.evaluate(
      (all) =>
        Promise.all(
          all.map(
            async (url) => ((await window.marbre.call('link.open', { url })) as { code?: string }).code,
          ),
        ),
      [...refusedAddresses],
    );
    expect(codes.filter((code) => code !== 'link.refused')).toEqual([]);
    expect(await openedIn(running())).toEqual([]);
  });

  it('asks it to open those that may, as they are written', async () => {
    await openedIn(running());
    for (const url of allowedAddresses)
      await running().page.evaluate((address) => window.marbre.call('link.open', { url: address }), url);
    expect(await openedIn(running())).toEqual([...allowedAddresses]);
  });

  it('serves nothing from outside of its build, whatever the address', async () => {
    const { app } = running();
    const answers = await app.evaluate(
      async ({ session }, all) =>
        Promise.all(
          all.map(async (path) => {
            const answer = await session.defaultSession.fetch(`marbre://app/${path}`);
            return `${path} ${answer.status} ${(await answer.text()).slice(0, 20)}`;
          }),
        ),
      paths,
    );
    expect(answers.filter((answer) => !/ (?:404|405) not found$| 404 $/.test(answer))).toEqual([]);
    const others = await app.evaluate(async ({ session }) => {
      const all = [
        'marbre://other/index.html',
        'marbre://app.example.org/index.html',
        'marbre://app@other/index.html',
      ];
      return Promise.all(
        all.map((url) =>
          session.defaultSession.fetch(url).then(
            ({ status }) => status,
            () => 404,
          ),
        ),
      );
    });
    expect(others).toEqual([404, 404, 404]);
  });

  it('serves its pages to GET only', async () => {
    const statuses = await running().app.evaluate(async ({ session }) =>
      Promise.all(
        ['POST', 'PUT', 'DELETE'].map(
          async (method) =>
            (await session.defaultSession.fetch('marbre://app/index.html', { method })).status,
        ),
      ),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('brings nothing onto the disk that a page offers for download', async () => {
    const { app, page } = running();
    await app.evaluate(({ session }) => {
      (globalThis as { downloads?: string[] }).downloads = [];
      session.defaultSession.on('will-download', (event) => {
        (globalThis as { downloads?: string[] }).downloads?.push(
          event.defaultPrevented ? 'stopped' : 'begun',
        );
      });
    });
    await page.evaluate(async () => {
      const link = document.createElement('a');
      link.href = 'data:application/octet-stream,canary';
      link.download = 'canary.exe';
      document.body.append(link);
      link.click();
      link.remove();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    const seen = await app.evaluate(() => (globalThis as { downloads?: string[] }).downloads);
    expect(seen?.filter((one) => one !== 'stopped')).toEqual([]);
  });

  it('is built without an address of any other origin in its page', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../out/renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/https?:\/\//);
  });
}
