import { describe, expect, it } from 'vitest';
import { success } from '#core/failure';
import { type ChannelName, channels } from '#core/ipc/contract';
import { answer, type Handlers } from '../../src/main/router';

const origin = 'marbre://app';
const trusted = { url: `${origin}/index.html`, isMainFrame: true, isOurWindow: true };

/** One input for each channel that its schema must refuse. A channel without one does not compile. */
const hostile: Record<ChannelName, unknown> = {
  'app.start': { path: '/etc/passwd' },
  'app.licences': { file: '../../package.json' },
  'preferences.set': { theme: 'url(javascript:1)' },
  'menu.context': { facts: ['root'] },
  'window.ready-to-close': 1,
  'window.keep-open': 1,
  'link.open': { url: 'x'.repeat(5_000) },
  'spelling.use': { spelling: '../../etc/passwd' },
  'desk.choose': { folder: '/' },
  'desk.create': { folder: '/' },
  'desk.open-sample': '/',
  'desk.open-recent': { id: 'x'.repeat(65) },
  'desk.change': { frenchSpace: 'wide' },
  'desk.outcomes-used': { folder: '/' },
  'library.search': { query: 'x', path: '/etc' },
  'library.ids': {
    query: 'x',
    sort: { by: 'folder', descending: false },
    shelf: 'articles',
    today: '2026-05-12',
  },
  'library.counts': { queries: ['x'], today: '../..' },
  'library.problems': '/etc',
  'library.status': '/etc',
  'library.rebuild': { file: '/etc/passwd' },
  'library.similar': { id: '../x' },
  'library.overview': { today: '2026-05-12', weeks: 1_000_000 },
  'article.open': { id: '../x' },
  'article.peek': { id: '../x' },
  'article.update-from': { id: 'x', from: '../x' },
  'article.create': { language: 'fr', template: '../x' },
  'article.save': { article: '{"id":"x"}', base: '' },
  'article.set-aside': { article: null },
  'article.rename': { id: 'a/b', title: 'x' },
  'article.trash': { id: '' },
  'article.restore': { id: 'a\0b' },
  'article.recover': { id: '../x' },
  'article.original': { id: ['x'] },
  'batch.change': { ids: ['x'], change: { type: 'status', status: 'ready', path: '/etc' } },
  'batch.undo': { token: 'x'.repeat(65) },
  'batch.cancel': { signal: 9 },
  'batch.export': { ids: ['../x'], format: 'markdown' },
  'intake.choose': '/etc/passwd',
  'intake.folder': { folder: '/etc' },
  'intake.files': { files: [{ name: 'x', bytes: '/etc/passwd' }] },
  'intake.paste': 'x',
  'intake.save-report': { text: 'x', path: '/etc/cron.d/x' },
  'picture.add': { id: 'x', bytes: '/etc/passwd' },
  'picture.choose': { id: '../x' },
  'clipboard.read': 'x',
  'history.list': { id: '..' },
  'history.read': { id: 'x', snapshot: '../../../etc/passwd' },
  'history.keep': { id: 'x', reason: 'because', name: '' },
  'history.forget': { id: 'x', snapshot: '../article' },
  'export.render': { id: 'x', format: 'exe' },
  'export.save': { id: 'x', format: 'markdown', path: '/tmp/x' },
  'evidence.choose': { id: '../x', confidential: false },
  'evidence.add': { id: 'x', name: 'x.pdf', bytes: '/etc/passwd', confidential: false },
  'evidence.read': {
    id: 'x',
    file: { type: 'file', sha256: '../../x', extension: 'pdf', name: 'x', size: 1 },
  },
  'evidence.text': {
    id: 'x',
    file: { type: 'file', sha256: 'a'.repeat(64), extension: 'exe', name: 'x', size: 1 },
  },
  'confidential.state': '/etc',
  'confidential.set-up': { passphrase: ['x'] },
  'confidential.unlock': { passphrase: 'x'.repeat(1_001) },
  'confidential.lock': { except: 'x' },
  'confidential.change-passphrase': { passphrase: 'x' },
  'confidential.start-over': { passphrase: 'a long passphrase', folder: '/' },
  'confidential.change-key': {},
  'confidential.protect': { folder: '/' },
  'confidential.stop': { signal: 9 },
  'confidential.open': { id: 'x', seal: '../../../etc/passwd', file: null },
  'confidential.seal': {
    id: 'x',
    secret: {
      source: { type: 'sealed', seal: 'a'.repeat(32), file: null, hasOrigin: false },
      locator: null,
      quote: '',
      origin: '',
    },
    file: null,
  },
  'confidential.reveal': { id: '../x', seal: 'a'.repeat(32), file: null },
  'claims.similar': { id: 'x', claim: { id: 'x' } },
  'queries.list': '/etc',
  'dossier.render': { id: '../x', confidential: false },
  'dossier.save': { id: 'x', format: 'exe', confidential: true },
  'tag.list': 'x',
  'tag.create': { label: '', language: 'fr' },
  'tag.add': { labels: { fr: 'Port' }, formerIds: ['mer'] },
  'tag.change': { id: 'port', fields: { parent: { id: 'mer' } }, keepNames: true },
  'tag.preview': { ids: [] },
  'tag.merge': { ids: ['x'.repeat(121)], into: 'port' },
  'tag.retire': { ids: 'port', retired: true },
  'tag.remove': { id: 'port', force: 'yes' },
  'tag.add-iptc': { concepts: [] },
  'tag.import-iptc': '/etc/passwd',
  'tag.undo': { step: -1 },
  'tag.stop': 1,
  'backup.status': { folder: '/' },
  'backup.change': { isOn: true, folder: '/etc' },
  'backup.choose': '/etc',
  'backup.now': { folder: '/etc' },
  'backup.stop': 9,
  'backup.restore': { from: '/etc', to: '/' },
  'backup.open-restored': { folder: '/etc' },
  'template.list': { folder: '/' },
  'template.save': { template: { id: '../x', name: 'x', body: [] } },
  'template.remove': { id: '../templates' },
};

const names = Object.keys(channels) as ChannelName[];
let calls: string[] = [];
const handlers = Object.fromEntries(
  names.map((name) => [
    name,
    async () => {
      calls.push(name);
      return success(null);
    },
  ]),
) as unknown as Handlers;

describe('the router', () => {
  it.each(names)('refuses a hostile input to %s without calling its handler', async (name) => {
    calls = [];
    expect(await answer(handlers, origin, trusted, name, hostile[name])).toMatchObject({
      code: 'request.invalid',
    });
    expect(calls).toEqual([]);
  });

  it.each([
    ['a sub-frame', { ...trusted, isMainFrame: false }],
    ['another window', { ...trusted, isOurWindow: false }],
    ['another origin', { ...trusted, url: 'https://example.org/' }],
    ['an origin that begins like ours', { ...trusted, url: 'marbre://app.example.org/' }],
    ['a frame that is gone', { ...trusted, url: null }],
  ])('refuses %s', async (_who, sender) => {
    calls = [];
    expect(await answer(handlers, origin, sender, 'library.list', undefined)).toMatchObject({
      code: 'request.forbidden',
    });
    expect(calls).toEqual([]);
  });

  it.each(['nothing.known', '__proto__', 'constructor', 'toString', 7, null])(
    'does not know %s',
    async (name) => {
      expect(await answer(handlers, origin, trusted, name, undefined)).toMatchObject({
        code: 'request.unknown',
      });
    },
  );

  it.each([
    ['preferences.set', '{"__proto__":{"theme":"dark"}}', 'theme'],
    ['article.open', '{"id":"x","__proto__":{"path":"/etc"}}', 'path'],
    ['tag.add', '{"labels":{"en":"Port","__proto__":{"fr":"x"}}}', 'path'],
  ])('gives the handler of %s nothing that %s hides in a prototype', async (name, json, hidden) => {
    let given: unknown;
    const listening = {
      ...handlers,
      [name]: async (input: unknown) => {
        given = input;
        return success(null);
      },
    };
    await answer(listening as Handlers, origin, trusted, name, JSON.parse(json));
    expect((given as Record<string, unknown> | undefined)?.[hidden]).toBeUndefined();
    expect(({} as Record<string, unknown>)[hidden]).toBeUndefined();
  });

  it('turns a bug into “internal” and keeps its text to itself', async () => {
    const broken: Handlers = {
      ...handlers,
      'library.status': async () => {
        throw new Error('secret path /home/somebody');
      },
    };
    const log = console.error;
    console.error = () => undefined;
    const result = await answer(broken, origin, trusted, 'library.status', undefined);
    console.error = log;
    expect(JSON.stringify(result)).toBe('{"ok":false,"code":"internal"}');
  });
});
