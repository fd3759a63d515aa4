import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/axe';
import { launch, type Running } from '../support/launch';

const { packages, texts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../out/licences.json'), 'utf8'),
) as { packages: { name: string; version: string; licence: string; text: number }[]; texts: string[] };

describe('About Marbre', () => {
  let running: Running;
  beforeAll(async () => {
    running = await launch({ language: 'fr' });
    await running.page.waitForSelector('.library-row');
    await running.page.keyboard.press('Control+Shift+p');
    await running.page.locator('.palette-input').fill('À propos');
    await running.page.keyboard.press('Enter');
    await running.page.waitForSelector('.licences option');
  });
  afterAll(() => running.app.close());

  const shown = () => running.page.locator('.licences pre').evaluate((element) => element.textContent);

  it('says what it runs on', async () => {
    const versions = await running.app.evaluate(() => process.versions);
    const text = await running.page.locator('.about dl').innerText();
    for (const version of [versions.electron, versions.chrome, versions.node])
      expect(text).toContain(version);
  });

  it('lists every package that is shipped, with version and licence', async () => {
    const listed = await running.page.locator('.licences option').allInnerTexts();
    expect(listed).toEqual(packages.map(({ name, version, licence }) => `${name} ${version} · ${licence}`));
    expect(await running.page.locator('.licences').innerText()).toContain(`${packages.length} paquets`);
  });

  it('shows the whole licence of the one that the arrow keys choose', async () => {
    const { page } = running;
    expect(await shown()).toBe(texts[packages[0]?.text ?? -1]);
    await page.locator('.licences select').focus();
    await page.keyboard.press('End');
    const last = packages.at(-1);
    expect(await shown()).toBe(texts[last?.text ?? -1]);
    await page.keyboard.press('Tab');
    const region = page.locator('.licences-columns > section');
    expect(await region.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await region.getAttribute('aria-label')).toBe(`Licence de ${last?.name}`);
  });

  it('has nothing that stands in the way of a screen reader, and closes with Escape', async () => {
    expect(await faultsOf(running.page)).toEqual([]);
    await running.page.keyboard.press('Escape');
    await expect.poll(() => running.page.locator('dialog[open]').count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });
});
