import { mkdtempSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFileSystem, writeAtomically } from '../out/bench/storage/index.mjs';
import { makeArticle, makeStory } from './lib/story.mjs';

/** 50,000 words through the writer: temporary file, fsync, read back, rename, fsync of the folder. Milliseconds. */
export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-bench-save-'));
  const bytes = new TextEncoder().encode(makeArticle('bench00001', makeStory(50_000, 500)));
  const ours = [];
  const peerSamples = [];
  for (let round = 0; round < (quick ? 20 : 100); round += 1) {
    ours.push(await time(() => writeAtomically(diskFileSystem, join(folder, 'ours.json'), bytes)));
    peerSamples.push(await time(() => plainWrite(join(folder, 'peer.json'), bytes)));
  }
  return { unit: 'ms', ours, peerSamples };
}

async function time(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function plainWrite(path, bytes) {
  const handle = await open(path, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
}
