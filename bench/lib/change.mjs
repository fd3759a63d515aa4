import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadGenerator, standardSeed } from './desks.mjs';
import { openLibrary, request, valueIn } from './library.mjs';

/** Long enough for the watcher to be quiet, in milliseconds. */
const rest = 200;
/** Given up after, in milliseconds: an ear on 100,000 folders takes seconds to open. */
const patience = 120_000;

/**
 * From an article that lies on the disk with a new word to the moment at which that word is found, in milliseconds;
 * `times` over, each time another article of the `articles` of `desk`. What was changed is put back, as the generator
 * wrote it: what a run that was broken off has left is mended by the next.
 */
export async function measureChange({ desk, file, articles, times }) {
  const files = await filesOf(articles, times);
  for (const { folder, text } of files) writeFileSync(pathOf(desk, folder), text);
  const { promise: looked, resolve: hasLooked } = deferred();
  const library = await openLibrary(desk, file, ({ type }) => type === 'changed' && hasLooked());
  const ours = [];
  try {
    await looked;
    // The first one shows that the watcher listens, and is not counted.
    for (const [round, given] of [files[0], ...files].entries()) {
      const taken = await changeOne(library, { path: pathOf(desk, given.folder), before: given.text, round });
      if (round > 0) ours.push(taken);
    }
  } finally {
    await library.close();
  }
  return { unit: 'ms', ours, peerSamples: [] };
}

function pathOf(desk, folder) {
  return join(desk, 'articles', folder, 'article.json');
}

/** Articles from all over the desk. */
async function filesOf(articles, times) {
  const { articleAt, fileOf, planDesk } = await loadGenerator();
  const plan = planDesk({ articles, seed: standardSeed });
  return Array.from({ length: times }, (_, at) =>
    fileOf(articleAt(plan, Math.floor((at * articles) / times))),
  );
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function changeOne(library, { path, before, round }) {
  const word = `zyx${'abcdefghij'[round % 10]}${'klmnopqrst'[Math.floor(round / 10) % 10]}wv`;
  const changed = JSON.parse(before);
  changed.article.body[0].content = [{ type: 'text', text: `Un titre ${word}` }];
  try {
    return await untilFound(library, word, () =>
      writeFileSync(path, `${JSON.stringify(changed, null, 2)}\n`),
    );
  } finally {
    writeFileSync(path, before);
    await pause(rest);
  }
}

async function untilFound(library, word, write) {
  write();
  const began = performance.now();
  while (performance.now() - began < patience) {
    const { total } = valueIn(await library.methods.search(request(word, { facets: false })));
    if (total > 0) return performance.now() - began;
    await pause(2);
  }
  throw new Error(`“${word}” was not found`);
}
