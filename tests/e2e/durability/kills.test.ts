import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { diskFileSystem, openDesk, writeAtomically } from '#storage/index';
import { fileText, makeTestDesk, settingsFor, shownText, strangers } from '../../support/durability-desk';
import { killAll, processTree } from '../../support/kill';
import { launch } from '../../support/launch';
import { type Chance, chanceFrom, isSoak, seed } from '../../support/seed';
import { logSaved, type SavedLog, TypedText, typeUntilKilled } from '../../support/typing-driver';

const kills = Number(process.env.MARBRE_KILLS ?? (isSoak ? 200 : 25));
/** Apps that are driven at the same time, each with a desk of its own: one starts while another types. */
const lanes = Math.min(2, kills);
const articles = 3;

/** What an edit may wait for its save, in milliseconds, as docs/durability.md promises it. */
const promised = 1_000;
/**
 * What the machine may add: Chromium's timers and the disk's fsync wait for a processor that this test shares with
 * another app that starts. The time that keys take to arrive is measured and added to it.
 */
const tolerance = 500;

interface Round {
  readonly typed: TypedText;
  readonly saved: SavedLog;
  readonly killedAt: number;
  /** What a save of this size took on this disk just then, in milliseconds. */
  readonly disk: number;
  /** The text on disk. */
  readonly found: string;
}

interface Lane {
  readonly desk: string;
  readonly userData: string;
  readonly chance: Chance;
}

async function round(lane: Lane, desk: Awaited<ReturnType<typeof makeTestDesk>>): Promise<Round> {
  const { chance, userData } = lane;
  const id = chance.pick(desk.articles);
  settingsFor(desk, id, userData);
  const before = fileText(desk.folder, id);
  const { app, page } = await launch({ userData });
  const surface = page.locator('.editor-surface');
  await surface.waitFor();
  // The app itself has opened what the kill before this one left, to the letter.
  const opened = await surface.evaluate((one) =>
    [...one.children].map((block) => block.textContent).join('\n'),
  );
  expect(opened).toBe(before);
  const saved = await logSaved(page);
  await surface.focus();
  await page.keyboard.press('Control+End');
  const typed = new TypedText(before);
  const tree = processTree(app.process().pid ?? 0);
  const typing = typeUntilKilled(page, typed, chance);
  await pause(chance.between(300, 3_000));
  const killedAt = Date.now();
  await killAll(tree);
  await typing;
  const disk = await timeSave(desk.folder);
  return { typed, saved, killedAt, disk, found: await reopen(desk.folder, id) };
}

/** Opens the desk as every Marbre does, and gives the text of one article. */
async function reopen(folder: string, id: string): Promise<string> {
  const desk = await openDesk(folder);
  if (!desk.ok) throw new Error(`the desk does not open: ${desk.code}`);
  const stored = await desk.value.articles.read(id);
  if (!stored.ok) throw new Error(`the article does not open: ${stored.code}`);
  const listing = await desk.value.articles.list();
  expect(listing.problems).toEqual([]);
  expect(listing.articles).toHaveLength(articles);
  expect(strangers(folder)).toEqual([]);
  return shownText(stored.value.article.body);
}

async function timeSave(folder: string): Promise<number> {
  const start = performance.now();
  await writeAtomically(diskFileSystem, join(folder, '.marbre-probe'), new Uint8Array(2_000));
  return performance.now() - start;
}

/** How old the oldest edit is that the kill took, in milliseconds; 0: it took none. */
function oldestLost({ typed, killedAt, found }: Round): number {
  const sent = typed.sent[typed.indexOf(found)];
  return sent === undefined ? 0 : killedAt - sent;
}

function check(one: Round): void {
  const { typed, saved, found, disk } = one;
  const kept = typed.indexOf(found);
  expect(kept, `on disk is a text that nobody typed: ${JSON.stringify(found)}`).toBeGreaterThanOrEqual(0);
  for (const text of saved) {
    const shown = typed.firstIndexOf(text);
    expect(shown, `shown as saved was a text that nobody typed: ${JSON.stringify(text)}`).not.toBe(-1);
    expect(kept, 'a text that was shown as saved is not on disk').toBeGreaterThanOrEqual(shown);
  }
  expect(oldestLost(one), 'the oldest edit that was lost, in milliseconds').toBeLessThan(
    promised + tolerance + typed.slowest + disk,
  );
}

describe('an app that is killed in mid-typing', () => {
  it(`has every text on disk that it has shown as saved, ${kills} times`, {
    timeout: kills * 30_000,
  }, async () => {
    const rounds: Round[] = [];
    const home = mkdtempSync(join(tmpdir(), 'marbre-kills-'));
    let left = kills;
    const run = async (number: number): Promise<void> => {
      const desk = await makeTestDesk(join(home, `desk-${number}`), articles);
      const lane: Lane = {
        desk: desk.folder,
        userData: mkdtempSync(join(home, 'settings-')),
        chance: chanceFrom(seed + number),
      };
      while (left-- > 0) {
        const done = await round(lane, desk);
        rounds.push(done);
        const log = join(home, `round-${rounds.length}.json`);
        try {
          check(done);
        } catch (error) {
          writeFileSync(log, JSON.stringify(done, null, 1));
          throw new Error(`MARBRE_SEED=${seed}, log in ${log}: ${String(error)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, number) => run(number)));
    const ages = rounds.map(oldestLost).sort((a, b) => a - b);
    const shown = rounds.reduce((sum, { saved }) => sum + saved.length, 0);
    const keys = rounds.reduce((sum, { typed }) => sum + typed.sent.length, 0);
    console.info(
      `seed ${seed}: ${rounds.length} kills, ${keys} keys, ${shown} times “saved”; oldest edit lost: median ${ages[Math.floor(ages.length / 2)]} ms, most ${ages.at(-1)} ms; slowest key ${Math.max(...rounds.map(({ typed }) => typed.slowest))} ms, slowest save ${Math.round(Math.max(...rounds.map(({ disk }) => disk)))} ms`,
    );
    // A run that saw no save has proved nothing.
    expect(shown).toBeGreaterThan(kills / 4);
  });
});
