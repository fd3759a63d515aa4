import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderOf, makeTestDesk, settingsFor } from '../../support/durability-desk';
import { launch, type Running } from '../../support/launch';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const secret = new TextEncoder().encode('What lies outside of the desk.\n');
/** The smallest picture that there is. */
const picture = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const kinds = [
  { part: 'evidence', address: 'evidence', name: `${hashOf(secret)}.txt`, bytes: secret },
  { part: 'assets', address: 'asset', name: `${hashOf(picture)}.png`, bytes: picture },
] as const;

describe('a link on the disk, asked for through the address of the program', () => {
  let running: Running;
  let outside: string;
  let desk: string;
  const [id, other] = ['test000001', 'test000002'];

  beforeAll(async () => {
    const place = mkdtempSync(join(tmpdir(), 'marbre-links-'));
    outside = join(place, 'outside');
    const made = await makeTestDesk(join(place, 'Proof'), 2);
    desk = made.folder;
    for (const { part, name, bytes } of kinds) {
      mkdirSync(join(outside, part), { recursive: true });
      writeFileSync(join(outside, part, name), bytes);
    }
    running = await launch({ userData: settingsFor(made, id) });
    await running.page.waitForSelector('.editor-surface:has-text("Begun.")');
  });
  afterAll(() => running.app.close());

  const partOf = (article: string, part: string): string => join(folderOf(desk, article), part);
  const ask = (
    article: string,
    { address, name }: (typeof kinds)[number],
    headers: Record<string, string> = {},
  ) =>
    running.app.evaluate(
      async ({ session }, [url, given]) => {
        const answer = await session.defaultSession.fetch(url, { headers: given });
        return { status: answer.status, size: (await answer.arrayBuffer()).byteLength };
      },
      [`marbre://app/${address}/${article}/${name}`, headers] as const,
    );

  it.each(kinds)('$part: a plain file is given, so that the rest of this says something', async (kind) => {
    mkdirSync(partOf(id, kind.part));
    writeFileSync(join(partOf(id, kind.part), kind.name), kind.bytes);
    expect(await ask(id, kind)).toEqual({ status: 200, size: kind.bytes.byteLength });
    rmSync(partOf(id, kind.part), { recursive: true });
  });

  it.each(kinds)('$part: a link in the place of the file leads nowhere', async (kind) => {
    mkdirSync(partOf(id, kind.part));
    symlinkSync(join(outside, kind.part, kind.name), join(partOf(id, kind.part), kind.name));
    expect((await ask(id, kind)).status).toBe(404);
    expect((await ask(id, kind, { range: 'bytes=0-3' })).status).toBe(404);
    rmSync(partOf(id, kind.part), { recursive: true });
  });

  it.each(kinds)('$part: a file that was given once, and is a link now, is not given again', async (kind) => {
    mkdirSync(partOf(id, kind.part));
    const path = join(partOf(id, kind.part), kind.name);
    writeFileSync(path, kind.bytes);
    expect((await ask(id, kind)).status).toBe(200);
    rmSync(path);
    symlinkSync(join(outside, kind.part, kind.name), path);
    expect((await ask(id, kind)).status).toBe(404);
    rmSync(partOf(id, kind.part), { recursive: true });
  });

  it.each(kinds)('$part: a link in the place of the folder leads nowhere', async (kind) => {
    symlinkSync(join(outside, kind.part), partOf(id, kind.part));
    expect((await ask(id, kind)).status).toBe(404);
    rmSync(partOf(id, kind.part));
  });

  it.each(kinds)('$part: a link in the place of an article leads nowhere', async (kind) => {
    rmSync(folderOf(desk, other), { recursive: true });
    symlinkSync(outside, folderOf(desk, other));
    expect((await ask(other, kind)).status).toBe(404);
    rmSync(folderOf(desk, other));
    mkdirSync(folderOf(desk, other));
  });
});
