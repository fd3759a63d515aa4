import { describe, expect, it } from 'vitest';
import { newEvidence } from '#core/claims/create';
import { sha256Hex } from '#core/hash';
import { type DeskStore, verifyDesk } from '#storage/index';
import { seal, sealOf } from '#storage/seal';
import { at, claimIn, withClaim, withRecord } from '../../support/checking';
import {
  articleFile,
  deskFolder,
  diskWithDesk,
  must,
  openOn,
  pdf,
  picture,
  version,
} from '../../support/memory-desk';
import type { RecordingDisk } from '../../support/recording-file-system';
import { chanceFrom, isSoak, seed } from '../../support/seed';

const later = 2 * 3_600_000;
/** Each article brings its text, original, a kept version, a file of evidence and a picture. */
const articles = isSoak ? 200 : 40;

const idOf = (number: number): string => `n${String(number).padStart(3, '0')}`;

async function fill(desk: DeskStore, number: number): Promise<void> {
  const id = idOf(number);
  const words = `Le navire ${number} est entré au port à l’aube.`;
  const bytes = new TextEncoder().encode(`${words}\n`);
  const plain = { ...version(words), id };
  const imported = {
    ...plain,
    original: {
      sha256: sha256Hex(bytes),
      name: 'copie.txt',
      format: 'text',
      encoding: 'utf-8',
      size: bytes.length,
    },
  };
  const { base } = must(await desk.articles.create(imported, bytes));
  const file = must(
    await desk.articles.evidence.add(id, `rapport-${number}.pdf`, Buffer.concat([pdf, bytes])),
  );
  const asset = must(await desk.articles.addPicture(id, Buffer.concat([picture, bytes])));
  const marked = withClaim(imported, 'k1', 'à l’aube');
  const claimed = withRecord(marked, {
    ...claimIn(marked, 'k1'),
    evidence: [newEvidence(file, { id: 'e1', at, by: '' })],
  });
  const article = { ...claimed, id, metadata: { ...claimed.metadata, picture: asset } };
  must(await desk.articles.save(article, base));
  must(await must(await desk.articles.history(id)).keep(article, 'writing', '', at));
}

async function fullDisk(): Promise<RecordingDisk> {
  const disk = await diskWithDesk();
  const desk = await openOn(disk.fs);
  must(await desk.articles.trash('a1'));
  for (let number = 0; number < articles; number += 1) await fill(desk, number);
  must(await desk.ensureTag('Ports', 'fr'));
  must(
    await desk.saveTemplate({
      id: 'breve',
      name: 'Brève',
      language: 'fr',
      section: '',
      status: 'raw',
      tags: [],
      target: null,
      notes: '',
      body: version('[TK titre]').body,
    }),
  );
  must(await desk.change({ onePerson: false }));
  await desk.tidy();
  disk.clock += later;
  return disk;
}

const ways: Readonly<Record<string, (bytes: Uint8Array, random: () => number) => Uint8Array>> = {
  'a flipped bit'(bytes, random) {
    const at = Math.floor(random() * bytes.byteLength);
    const bit = Math.floor(random() * 8);
    return bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));
  },
  'a cut': (bytes, random) => bytes.slice(0, Math.floor(random() * bytes.byteLength)),
  zeros(bytes, random) {
    const from = Math.floor(random() * bytes.byteLength);
    return bytes.map((byte, index) => (index >= from && index < from + 64 ? 0 : byte));
  },
  'zeros to the end'(bytes, random) {
    const from = Math.floor(random() * bytes.byteLength);
    return bytes.map((byte, index) => (index >= from ? 0 : byte));
  },
};

describe.each(Object.entries(ways))('%s on the disk', (_, spoil) => {
  it('is noticed in every single file, set aside where it cannot be used, and never deleted', async () => {
    const random = chanceFrom(seed).next;
    const disk = await fullDisk();
    const desk = await openOn(disk.fs);
    expect(await verifyDesk(desk)).toEqual([]);
    const whole = disk.tree.copy();
    const paths = [...whole.files().keys()].filter(
      (path) => !path.includes('/.marbre/') && !path.includes('/trash/'),
    );
    expect(paths.length).toBeGreaterThanOrEqual(isSoak ? 1_000 : 200);
    for (const path of paths) {
      const where = `${path}; seed ${seed}`;
      const file = disk.tree.file(path);
      const before = file.bytes;
      const after = spoil(before, random);
      if (Buffer.compare(before, after) === 0) continue;
      file.bytes = after;
      const opened = await openOn(disk.fs);
      const folder = path.split('/').slice(0, 5).join('/');
      // Only this folder is looked at, so that 200 files take seconds: the others are as they were.
      const found = await problemsOf(disk, opened, path, folder);
      expect(found.length, where).toBeGreaterThan(0);
      const kept = [...disk.tree.files().values()].some((bytes) => Buffer.compare(bytes, after) === 0);
      expect(kept, where).toBe(true);
      for (const { quarantined } of found)
        if (quarantined !== undefined)
          expect(quarantined, where).toMatch(new RegExp(`^quarantine/${relative(path)}\\.`));
      disk.tree = whole.copy();
    }
    expect((await (await openOn(disk.fs)).articles.list()).articles).toHaveLength(articles);
  });
});

it('damage to every third article leaves all the others open, and changes nothing of them', async () => {
  const disk = await fullDisk();
  const desk = await openOn(disk.fs);
  const random = chanceFrom(seed).next;
  const files = [...disk.tree.files().keys()].filter((path) => path.endsWith('/article.json')).sort();
  const spoilt = files.filter((path, index) => path.includes('/articles/') && index % 3 === 0);
  for (const path of spoilt) {
    const file = disk.tree.file(path);
    file.bytes = file.bytes.slice(0, Math.floor(random() * file.bytes.byteLength));
  }
  const before = disk.tree.files();
  const quarantined = (await verifyDesk(desk, true)).map((problem) => problem.quarantined);
  expect(quarantined.filter((path) => path !== undefined)).toHaveLength(spoilt.length);
  const listing = await desk.articles.list();
  expect(listing.articles).toHaveLength(articles - spoilt.length);
  expect(listing.problems.map(({ failure }) => failure.code)).toEqual(spoilt.map(() => 'article.missing'));
  for (const path of files.filter((one) => !spoilt.includes(one)))
    expect(disk.tree.file(path).bytes).toBe(before.get(path));
});

const relative = (path: string): string => path.slice(deskFolder.length + 1).replaceAll('.', '\\.');

/** What verifying tells, on a desk of this article alone. */
async function problemsOf(disk: RecordingDisk, desk: DeskStore, path: string, folder: string) {
  if (path.startsWith(`${deskFolder}/articles/`)) {
    const shelf = disk.tree.folder(`${deskFolder}/articles`);
    for (const name of [...shelf.entries.keys()])
      if (`${deskFolder}/articles/${name}` !== folder) shelf.entries.delete(name);
  }
  const settings = path.startsWith(`${deskFolder}/articles/`) ? [] : await desk.tidy();
  return [...settings, ...(await verifyDesk(desk, true))];
}

describe('a damaged article', () => {
  const spoiled = async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    const file = disk.tree.file(articleFile);
    file.bytes = file.bytes.subarray(0, file.bytes.byteLength >> 1);
    return { disk, desk, half: file.bytes };
  };

  it('that was written just now stays where it is: it may still be on its way', async () => {
    const { disk, desk } = await spoiled();
    const found = await verifyDesk(desk, true);
    expect(found).toMatchObject([{ name: 'le-pont--a1', failure: { code: 'article.invalid' } }]);
    expect(found[0]?.quarantined).toBeUndefined();
    // The clock goes back: a file from the future is no older.
    disk.clock -= later;
    expect((await verifyDesk(desk, true))[0]?.quarantined).toBeUndefined();
    disk.clock += 2 * later;
    expect((await verifyDesk(desk, true))[0]?.quarantined).toMatch(
      /^quarantine\/articles\/le-pont--a1\/article\.json\.2026-/,
    );
    expect(await desk.articles.read('a1')).toMatchObject({ ok: false, code: 'article.missing' });
  });

  it('comes back as the last whole version, by a person’s word, and twice is once', async () => {
    const { disk, desk, half } = await spoiled();
    const recovered = must(await desk.articles.recover('a1'));
    expect(recovered.article.body).toEqual(version('La version d’avant.').body);
    expect(must(await desk.articles.recover('a1'))).toEqual(recovered);
    const aside = [...disk.tree.files()].filter(([path]) => path.includes('/quarantine/'));
    expect(aside.map(([, bytes]) => bytes)).toEqual([half]);
    expect((await desk.articles.save(version('Et la suite.'), recovered.base)).ok).toBe(true);
  });

  it('without a whole version is left alone, and the person is told where else to look', async () => {
    const { disk, desk, half } = await spoiled();
    const [kept] = await disk.fs.list(`${articleFile}/../history`.replace('article.json/../', ''));
    disk.tree.file(articleFile.replace('article.json', `history/${kept}`)).bytes = new Uint8Array(7);
    expect(await desk.articles.recover('a1')).toMatchObject({ ok: false, code: 'history.none-whole' });
    expect(disk.tree.file(articleFile).bytes).toEqual(half);
  });

  it('of a newer Marbre, of another program or in the middle of a merge is never moved', async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    disk.clock += later;
    const text = new TextDecoder().decode(disk.tree.file(articleFile).bytes);
    const left = [
      text.replace(/"version": \d+/, '"version": 99'),
      '{"some":"other program"}',
      text.replace('  "article": {', '<<<<<<< ours\n"article": {\n=======\n"article": {\n>>>>>>> theirs'),
    ];
    for (const content of left) {
      const bytes = new TextEncoder().encode(content);
      disk.tree.file(articleFile).bytes = bytes;
      expect(await verifyDesk(desk, true)).toHaveLength(1);
      expect(disk.tree.file(articleFile).bytes).toBe(bytes);
    }
  });
});

describe('an article that was changed outside', () => {
  const changed = async () => {
    const disk = await diskWithDesk();
    const file = disk.tree.file(articleFile);
    const text = new TextDecoder().decode(file.bytes).replace('212 mètres', '213 mètres');
    file.bytes = new TextEncoder().encode(text);
    return { disk, desk: await openOn(disk.fs) };
  };

  it('opens and says so; the next save makes it right, and keeps it with the version before for ever', async () => {
    const { disk, desk } = await changed();
    const { isChangedOutside, base, article } = must(await desk.articles.read('a1'));
    expect(isChangedOutside).toBe(true);
    expect(await verifyDesk(desk, true)).toMatchObject([{ failure: { code: 'article.changed-outside' } }]);
    must(await desk.articles.save({ ...article, metadata: { ...article.metadata, notes: 'vu' } }, base));
    expect(must(await desk.articles.read('a1')).isChangedOutside).toBe(false);
    const history = must(await desk.articles.history('a1'));
    // Years of work later both are still there.
    disk.clock += 3 * 365 * 24 * 3_600_000;
    must(await history.keep(version('Bien plus tard.'), 'writing', '', new Date(disk.clock).toISOString()));
    expect((await history.list()).map(({ reason }) => reason)).toEqual(['writing', 'outside', 'opened']);
  });

  it('without a hash opens as ever, and gets one at the next save', async () => {
    const { disk, desk } = await changed();
    const file = disk.tree.file(articleFile);
    const text = new TextDecoder().decode(file.bytes).replace(/ {2}"hash".*\n/, '');
    file.bytes = new TextEncoder().encode(text);
    const { isChangedOutside, base, article } = must(await desk.articles.read('a1'));
    expect([isChangedOutside, sealOf(file.bytes)]).toEqual([false, 'none']);
    must(await desk.articles.save(article, base));
    expect(sealOf(disk.tree.file(articleFile).bytes)).toBe('right');
  });
});

describe('the hash in a file', () => {
  it('covers every bit of it', () => {
    const bytes = seal(
      '{\n  "format": "marbre-article",\n  "version": 4,\n  "article": {"titre": "Été"}\n}\n',
    );
    expect(sealOf(bytes)).toBe('right');
    for (let bit = 0; bit < bytes.byteLength * 8; bit += 1) {
      const flipped = bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(sealOf(flipped), `bit ${bit}`).toBe('wrong');
    }
    for (let length = 0; length < bytes.byteLength; length += 1)
      expect(sealOf(bytes.subarray(0, length)), `first ${length}`).toBe('wrong');
  });

  it('stays right where git has put other line ends in', () => {
    const bytes = seal('{\n  "format": "marbre-desk",\n  "version": 4,\n  "id": "a"\n}\n');
    const windows = new TextDecoder().decode(bytes).replaceAll('\n', '\r\n');
    expect(sealOf(new TextEncoder().encode(windows))).toBe('right');
    expect(sealOf(new TextEncoder().encode(windows.replace('"a"', '"b"')))).toBe('wrong');
  });
});

describe('pictures and evidence', () => {
  it('that the disk has spoiled go into quarantine when the right bytes are placed again', async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    const asset = must(await desk.articles.addPicture('a1', picture));
    const path = articleFile.replace('article.json', `assets/${asset}`);
    const spoilt = Uint8Array.from(picture).fill(0, 9);
    disk.tree.file(path).bytes = spoilt;
    expect(await desk.articles.picture('a1', asset)).toBeNull();
    must(await desk.articles.addPicture('a1', picture));
    expect(await desk.articles.picture('a1', asset)).toEqual(picture);
    const aside = [...disk.tree.files()].filter(([name]) => name.includes('/quarantine/'));
    expect(aside.map(([, bytes]) => bytes)).toEqual([spoilt]);
  });
});

describe('the settings of a desk', () => {
  it('that are damaged do not keep the desk shut: the last good ones are back, the others in quarantine', async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    must(await desk.change({ onePerson: false }));
    await desk.tidy();
    const path = `${deskFolder}/desk.json`;
    const file = disk.tree.file(path);
    const [good, bad] = [file.bytes, file.bytes.subarray(0, 100)];
    file.bytes = bad;
    const opened = await openOn(disk.fs);
    expect(opened.settings.onePerson).toBe(false);
    disk.clock += later;
    expect(await opened.tidy()).toMatchObject([{ name: 'desk.json', failure: { code: 'desk.restored' } }]);
    expect(disk.tree.file(path).bytes).toEqual(good);
    const aside = [...disk.tree.files()].filter(([name]) => name.includes('/quarantine/'));
    expect(aside.map(([, bytes]) => bytes)).toEqual([bad]);
  });
});
