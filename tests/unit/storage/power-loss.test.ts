import { describe, expect, it } from 'vitest';
import { faultyFileSystem } from '../../support/faulty-file-system';
import { articleFile, diskWithDesk, must, openOn, type Work, works } from '../../support/memory-desk';
import {
  afterPowerCut,
  type Change,
  type Fate,
  RecordingDisk,
  type Step,
  type Tree,
} from '../../support/recording-file-system';
import { chanceFrom, isSoak, seed } from '../../support/seed';

/** A state that the disk may be in when the power goes, and how it came about. */
interface State {
  readonly told: string;
  readonly tree: Tree;
  /** How many steps had returned. */
  readonly steps: number;
}

interface Pending {
  readonly change: Change;
  readonly isSafe: boolean;
}

/** The changes of the first `count` steps, and which of them a sync has made safe. A rename needs both its folders. */
function changesBefore(steps: readonly Step[], count: number): Pending[] {
  const begun = steps.slice(0, count);
  return begun.flatMap((step, index) => {
    if ('sync' in step) return [];
    const later = new Set(begun.slice(index).flatMap((one) => ('sync' in one ? [one.sync] : [])));
    return [{ change: step.change, isSafe: step.safeAfter.some((sync) => later.has(sync)) }];
  });
}

/**
 * After each step: everything done, nothing done that is not safe, each change that is not safe done without the others,
 * lost without the others, and cut in half or zeroed; and some arbitrary mixtures.
 */
function* statesOf(before: Tree, steps: readonly Step[], random: () => number): Generator<State> {
  for (let count = 0; count <= steps.length; count += 1) {
    const pending = changesBefore(steps, count);
    const open = pending.flatMap(({ isSafe }, index) => (isSafe ? [] : [index]));
    const state = (told: string, fate: (index: number) => Fate): State => ({
      told: `after ${count} steps, ${told}`,
      steps: count,
      tree: afterPowerCut(
        before,
        pending.map(({ change, isSafe }, index) => [change, isSafe ? 'done' : fate(index)]),
      ),
    });
    yield state('all done', () => 'done');
    if (open.length === 0) continue;
    yield state('nothing done', () => 'lost');
    for (const one of open) yield* statesAround(one, pending[one]?.change, state);
    for (let at = 0; at < (isSoak ? 40 : 2); at += 1)
      yield state(`mixture ${at}`, () => (random() < 0.5 ? 'done' : 'lost'));
  }
}

/** One change came later than all behind it, or not whole; or it came before all others. */
function* statesAround(
  one: number,
  change: Change | undefined,
  state: (told: string, fate: (index: number) => Fate) => State,
): Generator<State> {
  const fates: readonly Fate[] = change?.type === 'data' ? ['lost', 'half', 'zeros'] : ['lost'];
  for (const fate of fates) yield state(`${one} ${fate}`, (index) => (index === one ? fate : 'done'));
  yield state(`only ${one}`, (index) => (index === one ? 'done' : 'lost'));
}

/** An hour and more later, on whatever is left: everything is old enough to be swept. */
function restarted(tree: Tree): RecordingDisk {
  return new RecordingDisk(tree.copy(), Date.parse('2026-05-12T12:00:00.000Z'));
}

async function recorded(work: Work) {
  const disk = await diskWithDesk();
  const before = disk.tree.copy();
  const desk = await openOn(faultyFileSystem(null, { under: disk.fs, most: 700 }).fs);
  const old = await work.look(desk);
  const done = await work.run(desk);
  if (!done.ok) throw new Error(done.code);
  return { before, steps: disk.steps, old, now: await work.look(desk) };
}

describe('a power cut', () => {
  let states = 0;

  it.each(works)('leaves the old or the new, whole, while $name', async (work) => {
    const { before, steps, old, now } = await recorded(work);
    for (const { tree, told, steps: returned } of statesOf(before, steps, chanceFrom(seed).next)) {
      states += 1;
      const where = `${told}; seed ${seed}`;
      const disk = restarted(tree);
      const desk = await openOn(disk.fs);
      await desk.tidy();
      const found = await work.look(desk);
      expect([old, now], where).toContain(found);
      // When everything had returned it was called saved: that must hold, whatever was still under way.
      if (returned === steps.length) expect(found, where).toBe(now);
      expect((await desk.articles.list()).problems, where).toEqual([]);
      const left = [...disk.tree.files().keys()].filter((path) => path.includes('.tmp'));
      expect(left, where).toEqual([]);
    }
  });

  it('was tried in at least 500 states', () => {
    expect(states).toBeGreaterThanOrEqual(500);
  });

  it('may come again at any moment of the recovery: the end is the same, and nothing is lost', async () => {
    const damaged = await damagedDesk();
    const recover = async (disk: RecordingDisk): Promise<void> => {
      const desk = await openOn(disk.fs);
      await desk.tidy();
      await desk.setAside(['le-pont--a1']);
      must(await desk.articles.recover('a1'));
    };
    const first = restarted(damaged);
    await recover(first);
    const wanted = contents(first.tree);
    let tried = 0;
    for (const { tree, told } of statesOf(damaged, first.steps, chanceFrom(seed).next)) {
      const again = restarted(tree);
      await recover(again);
      const where = `${told}; seed ${seed}`;
      for (const content of wanted) expect(contents(again.tree), where).toContain(content);
      expect(contents(again.tree).size, where).toBe(wanted.size);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(50);
  });
});

/**
 * Every content that is on a disk, wherever: quarantine gives names with chance in them, and as nothing is ever deleted
 * there, halves of copies stay.
 */
function contents(tree: Tree): Set<string> {
  const files = [...tree.files()].filter(([path]) => !/\/quarantine\/.*\.tmp$/.test(path));
  return new Set(files.map(([, bytes]) => Buffer.from(bytes).toString('latin1')));
}

/** A damaged article, damaged settings that there is a copy of, and what killed saves have left. */
async function damagedDesk(): Promise<Tree> {
  const disk = await diskWithDesk();
  await (await openOn(disk.fs)).tidy();
  const { tree } = disk;
  for (const path of [articleFile, '/press/desk/desk.json', '/press/desk/vocabulary.json']) {
    const file = tree.file(path);
    file.bytes = file.bytes.subarray(0, file.bytes.byteLength - 9);
  }
  const left = new TextEncoder().encode('half');
  tree.put(`${articleFile.replace('article.json', '.article.json.0123456789ab.tmp')}`, {
    kind: 'file',
    bytes: left,
    modified: 0,
  });
  return tree.copy();
}
