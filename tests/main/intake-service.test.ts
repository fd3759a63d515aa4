import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { failure, success } from '#core/failure';
import { readIncoming } from '#storage/read-incoming';
import { IntakeService } from '../../src/main/intake/intake-service';
import type { IntakeAnswer, IntakeQuestion } from '../../src/main/intake/protocol';

const now = '2026-05-12T08:00:00.000Z';
const file = (name: string, text = `# ${name}\n\nSome words.\n`) => ({
  name,
  bytes: new TextEncoder().encode(text),
});

type Behaviour = (question: IntakeQuestion) => IntakeAnswer | 'never' | 'dies';

/** A process that does with each file what `behave` says; `kill` takes effect later, as it does in life. */
class FakeProcess extends EventEmitter {
  isAlive = true;
  private readonly behave: Behaviour;

  constructor(behave: Behaviour) {
    super();
    this.behave = behave;
  }

  postMessage(question: IntakeQuestion): void {
    if (!this.isAlive) return;
    setImmediate(() => {
      const answer = this.behave(question);
      if (answer === 'dies') this.kill();
      else if (answer !== 'never') this.emit('message', structuredClone(answer));
    });
  }

  kill(): void {
    this.isAlive = false;
    setTimeout(() => this.emit('exit'), 5);
  }
}

/** Reads as the real one does; files called `slow` and `deadly` are what they are called. */
const byName: Behaviour = (question) => {
  if (question.method !== 'read') return success('what it says');
  const { file: given, now: at, options } = question.input;
  if (given.name === 'slow.md') return 'never';
  if (given.name === 'deadly.md') return 'dies';
  return readIncoming(given, at, options);
};

function serviceOf(behave: Behaviour = byName, limits = { patience: 200, rest: 10_000 }) {
  const started: FakeProcess[] = [];
  const service = new IntakeService(() => {
    const child = new FakeProcess(behave);
    started.push(child);
    return child;
  }, limits);
  return { service, started };
}

describe('the process that reads files', () => {
  it('is started by the first file and reads those after it, one at a time', async () => {
    let busy = 0;
    const { service, started } = serviceOf((question) => {
      busy += 1;
      setTimeout(() => {
        busy -= 1;
      }, 2);
      expect(busy).toBe(1);
      return byName(question);
    });
    expect(started).toHaveLength(0);
    const first = service.read(file('one.md'), now, {});
    await first;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await service.read(file('two.md'), now, {})).toMatchObject({
      ok: true,
      value: { type: 'copy', article: { original: { name: 'two.md' } } },
    });
    expect(await first).toMatchObject({ ok: true });
    expect(started).toHaveLength(1);
    service.close();
  });

  it('refuses a file that hangs it, ends that process, and a new one reads the next', async () => {
    const { service, started } = serviceOf();
    const answers = await Promise.all(
      ['slow.md', 'after.md'].map((name) => service.read(file(name), now, {})),
    );
    expect(answers[0]).toEqual(failure('input.too-hard', { name: 'slow.md', limit: '0.2 s' }));
    expect(answers[1]).toMatchObject({ ok: true });
    expect(started.map(({ isAlive }) => isAlive)).toEqual([false, true]);
    service.close();
  });

  it('refuses a file that brings it down, and a new one reads the next', async () => {
    const { service, started } = serviceOf();
    expect(await service.read(file('deadly.md'), now, {})).toEqual(
      failure('input.too-hard', { name: 'deadly.md', limit: '768 MB' }),
    );
    expect(await service.read(file('after.md'), now, {})).toMatchObject({ ok: true });
    expect(started).toHaveLength(2);
    service.close();
  });

  it('ends when nobody has had a file for a while, and a file in that moment is still read', async () => {
    const { service, started } = serviceOf(byName, { patience: 500, rest: 30 });
    await service.read(file('one.md'), now, {});
    await expect.poll(() => started[0]?.isAlive).toBe(false);
    expect(await service.read(file('two.md'), now, {})).toMatchObject({ ok: true });
    expect(started).toHaveLength(2);
    service.close();
  });

  it('passes on what a reader refuses, and the text of evidence', async () => {
    const { service } = serviceOf();
    expect(await service.read(file('empty.txt', ''), now, {})).toMatchObject({
      code: 'input.empty',
      params: { name: 'empty.txt' },
    });
    expect(await service.evidenceText(new Uint8Array(), 'html', 'page.html')).toEqual(
      success('what it says'),
    );
    service.close();
  });

  const good = readIncoming(file('story.md'), now, {});
  const article = good.ok && good.value.type === 'copy' ? good.value.article : null;
  const lies: readonly (readonly [string, unknown, string])[] = [
    ['nothing', null, 'input.malformed'],
    ['no article', { type: 'copy', article: { id: '../../x' }, pictures: new Map() }, 'input.malformed'],
    ['no files', { type: 'whole', packed: { article, files: [] } }, 'input.malformed'],
    [
      'a picture outside',
      { type: 'copy', article, pictures: new Map([['../../.bashrc', new Uint8Array()]]) },
      'input.unsafe',
    ],
    [
      'a file outside',
      { type: 'whole', packed: { article, files: new Map([['assets/../../x', new Uint8Array()]]) } },
      'input.unsafe',
    ],
    [
      'a file outside, on Windows',
      { type: 'whole', packed: { article, files: new Map([['assets/..\\..\\x', new Uint8Array()]]) } },
      'input.unsafe',
    ],
  ];
  it.each(lies)('is not believed when a file has taken it over and it answers %s', async (_, lie, code) => {
    expect(article).not.toBeNull();
    const { service } = serviceOf(() => success(lie) as IntakeAnswer);
    expect(await service.read(file('story.md'), now, {})).toMatchObject({ ok: false, code });
    service.close();
  });
});
