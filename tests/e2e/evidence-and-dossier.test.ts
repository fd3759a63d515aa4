import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from '../support/launch';

/** A second of a tone: RIFF, one channel, 8 kHz, 8 bits. */
function tone(seconds: number): number[] {
  const rate = 8_000;
  const data = Array.from({ length: rate * seconds }, (_, at) => 128 + Math.round(60 * Math.sin(at / 5)));
  const word = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >> shift) & 255);
  const text = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));
  const format = [...word(16), 1, 0, 1, 0, ...word(rate), ...word(rate), 1, 0, 8, 0];
  return [
    ...text('RIFF'),
    ...word(36 + data.length),
    ...text('WAVEfmt '),
    ...format,
    ...text('data'),
    ...word(data.length),
    ...data,
  ];
}

describe('evidence and the dossier in the app', () => {
  let running: Running;
  let id: string;
  beforeAll(async () => {
    running = await launch();
    await running.page.waitForSelector('.library-row');
    id = await running.page.evaluate(async () => {
      const asked = { query: 'claim:stale', typing: false, sort: null, offset: 0, limit: 1 };
      const found = (await window.marbre.call('library.search', {
        ...asked,
        facets: false,
        shelf: 'articles',
        today: '2026-05-12',
      })) as { value: { hits: { article: { id: string } }[] } };
      return found.value.hits[0]?.article.id ?? '';
    });
  });
  afterAll(() => running.app.close());

  const add = (name: string, bytes: readonly number[]): Promise<string> =>
    running.page.evaluate(
      async ({ article, file, content }) => {
        const added = (await window.marbre.call('evidence.add', {
          confidential: false,
          id: article,
          name: file,
          bytes: Uint8Array.from(content),
        })) as { ok: boolean; code?: string; value: { sha256: string; extension: string } };
        if (!added.ok) return added.code ?? '';
        return `marbre://app/evidence/${article}/${added.value.sha256}.${added.value.extension}`;
      },
      { article: id, file: name, content: [...bytes] },
    );

  it('plays sound, and goes to a moment in it', async () => {
    const url = await add('entretien.wav', tone(20));
    const [duration, moment] = await running.page.evaluate(async (source) => {
      const audio = new Audio(source);
      const event = (name: string): Promise<void> =>
        new Promise((resolve, reject) => {
          audio.addEventListener(name, () => resolve(), { once: true });
          audio.addEventListener('error', () => reject(new Error(String(audio.error?.message))), {
            once: true,
          });
        });
      audio.load();
      await event('loadedmetadata');
      audio.currentTime = 15;
      await event('seeked');
      return [audio.duration, audio.currentTime];
    }, url);
    expect([Math.round(duration ?? 0), moment]).toEqual([20, 15]);
  });

  it('never runs what was attached', async () => {
    const page = '<script>parent.canary = true; document.title = "ran"</script><p>Bonjour</p>';
    const url = await add('page.html', [...new TextEncoder().encode(page)]);
    const shown = await running.page.evaluate(async (source) => {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      await new Promise((resolve) => setTimeout(resolve, 200));
      frame.remove();
      return 'canary' in window;
    }, url);
    expect(shown).toBe(false);
    expect(await add('program.exe', [77, 90, 0, 0])).toBe('evidence.unknown-kind');
  });

  it.each(['html', 'json', 'pdf'] as const)('saves the dossier as %s', async (format) => {
    const path = join(running.userData, `dossier.${format}`);
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    const saved = await running.page.evaluate((input) => window.marbre.call('dossier.save', input), {
      id,
      format,
      confidential: false,
    });
    expect(saved).toEqual({ ok: true, value: { name: `dossier.${format}` } });
    expect(existsSync(path) && statSync(path).size).toBeGreaterThan(4_000);
    const head = readFileSync(path).subarray(0, 15).toString('latin1');
    expect(head).toMatch({ html: /^<!doctype html>/, json: /^\{/, pdf: /^%PDF-1\./ }[format]);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('complained of nothing', () => {
    expect(running.complaints).toEqual([]);
  });
});
