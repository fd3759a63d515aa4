import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { articleSchema } from '#core/article/schema';
import { type Failure, failureCodes } from '#core/failure';
import { formats } from '#core/formats/registry';
import { writeZip } from '#core/formats/shared/zip';
import { readIncoming } from '#storage/read-incoming';
import { chanceFrom, isSoak, seed } from '../../support/seed';

const root = join(import.meta.dirname, '../../fixtures');
const now = '2026-05-12T08:00:00.000Z';
const runs = isSoak ? 10_000 : 1_000;
/** Milliseconds of this process's own time that one file may take. */
const patience = 2_000;
/** Mutants stay small, so that there can be many. */
const largest = 64 * 1024;

const random = chanceFrom(seed).next;
const upTo = (end: number): number => Math.floor(random() * end);
const pick = <T>(from: readonly T[]): T => {
  const picked = from[upTo(from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every file that some reader of ours has been shown, by its name. */
const corpus = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => ({
    name: entry.name,
    bytes: new Uint8Array(readFileSync(join(entry.parentPath, entry.name))),
  }))
  .filter(({ bytes }) => bytes.byteLength > 0);
const readers = formats.filter(({ read, readWhole }) => read ?? readWhole);

const pieces = [
  '<div>'.repeat(3_000),
  '> '.repeat(2_000),
  '['.repeat(5_000),
  '{"a":'.repeat(5_000),
  '<!--'.repeat(500),
  '*_'.repeat(2_000),
  '9'.repeat(400),
  '-1e309',
  '\u0000\u0008\u001b[2J\u202e\ufeff',
  '\r\r\n\u2028\u2029',
  '"__proto__":{"polluted":true},',
  '---\n__proto__: &a [*a, *a]\n---\n',
  '&#x110000;&lt;&#0;',
  'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'.repeat(50),
  '\ud800',
  `| a ${'| b '.repeat(500)}|\n|${'---|'.repeat(501)}\n`,
  '=?utf-8?q?=00=?=',
].map(encode);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

const changes: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => {
    const flipped = bytes.slice();
    for (let left = 1 + upTo(16); left > 0; left -= 1) {
      const at = upTo(flipped.byteLength);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << upTo(8));
    }
    return flipped;
  },
  (bytes) => bytes.subarray(0, upTo(bytes.byteLength)),
  (bytes) => bytes.subarray(upTo(bytes.byteLength)),
  (bytes) => {
    const other = pick(corpus).bytes;
    return joined(bytes.subarray(0, upTo(bytes.byteLength)), other.subarray(upTo(other.byteLength)));
  },
  (bytes) => {
    const start = upTo(bytes.byteLength);
    const chunk = bytes.subarray(start, start + 1 + upTo(200));
    return joined(
      bytes.subarray(0, start),
      ...Array.from({ length: 1 + upTo(200) }, () => chunk),
      bytes.subarray(start),
    );
  },
  (bytes) => {
    const at = upTo(bytes.byteLength);
    return joined(bytes.subarray(0, at), pick(pieces), bytes.subarray(at));
  },
  (bytes) =>
    encode(new TextDecoder().decode(bytes).replace(/\d+/g, () => pick(['0', '-1', '1e309', '9'.repeat(40)]))),
  (bytes) => writeZip(new Map([[pick(['article.json', 'mimetype', 'word/document.xml', 'x']), bytes]])),
];

function mutant(): { name: string; bytes: Uint8Array; did: string } {
  const first = pick(corpus);
  const second = pick(readers);
  let bytes = first.bytes;
  const did: number[] = [];
  for (let left = 1 + upTo(3); left > 0 && bytes.byteLength > 0; left -= 1) {
    const change = upTo(changes.length);
    did.push(change);
    bytes = (changes[change]?.(bytes) ?? bytes).slice(0, largest);
  }
  const name = random() < 0.5 ? first.name : `mutant.${pick(second.extensions)}`;
  return { name, bytes, did: `${first.name} → ${name}, changes ${did.join(', ')}` };
}

/** What is wrong with what came of it; null for an article that can be kept, or a failure with a code. */
function problemOf(file: { name: string; bytes: Uint8Array }): string | null {
  const checkFailure = ({ code }: Failure): string | null =>
    failureCodes.includes(code) && code !== 'internal' ? null : `code ${code}`;
  const taken = readIncoming(file, now, {});
  if (!taken.ok) return checkFailure(taken);
  const { article } = taken.value.type === 'whole' ? taken.value.packed : taken.value;
  const parsed = articleSchema.safeParse(article);
  return parsed.success ? null : `no article: ${JSON.stringify(parsed.error.issues[0])}`;
}

/** The same bytes given to a reader that they are not for: a wrong ending is how most of them get there. */
function problemOfReader(bytes: Uint8Array): string | null {
  const format = pick(readers);
  const result = format.read?.(bytes, { now }) ?? format.readWhole?.(bytes);
  return typeof result?.ok === 'boolean' ? null : `${format.id} gave no result`;
}

let slowest = 0;
afterAll(() => console.log(`fuzz: MARBRE_SEED=${seed}, ${runs} inputs, slowest ${Math.round(slowest)} ms`));

it(`reads ${runs} damaged files without a crash, a hang or half an article (MARBRE_SEED=${seed})`, () => {
  expect(corpus.length).toBeGreaterThan(50);
  const problems: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { name, bytes, did } = mutant();
    const before = process.cpuUsage();
    let problem: string | null;
    try {
      problem = problemOf({ name, bytes }) ?? problemOfReader(bytes);
    } catch (error) {
      problem = error instanceof Error ? (error.stack ?? String(error)).slice(0, 600) : String(error);
    }
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1_000;
    slowest = Math.max(slowest, took);
    if (problem === null && took > patience) problem = `took ${took} ms`;
    if (problem !== null) problems.push(`run ${run}: ${did}, ${bytes.byteLength} bytes: ${problem}`);
  }
  expect(problems.slice(0, 5), `${problems.length} problems; MARBRE_SEED=${seed}`).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
}, 1_200_000);
