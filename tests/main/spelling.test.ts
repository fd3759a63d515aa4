import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Spelling, spellings } from '#core/language/spelling';
import { createTranslate } from '#core/messages/index';
import type { SettingsStore } from '../../src/main/settings';
import { contextTemplate } from '../../src/main/spelling/context-template';
import { chromiumNames, placeDictionaries } from '../../src/main/spelling/dictionaries';
import { SpellingChecker } from '../../src/main/spelling/spelling-checker';

afterEach(() => vi.restoreAllMocks());

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'marbre-dictionaries-'));
  const [shipped, settings] = [join(root, 'shipped'), join(root, 'settings')];
  mkdirSync(shipped);
  mkdirSync(settings);
  for (const spelling of spellings) writeFileSync(join(shipped, `${spelling}.bdic`), `BDic ${spelling}`);
  const placed = join(settings, 'Dictionaries');
  const held = (spelling: Spelling) => readFileSync(join(placed, chromiumNames[spelling]), 'utf8');
  return { shipped, settings, placed, held };
}

describe('placing the dictionaries', () => {
  it('lays each where Chromium looks, and nothing else', () => {
    const { shipped, settings, placed, held } = folders();
    expect(placeDictionaries(shipped, settings)).toEqual(new Set(spellings));
    expect(readdirSync(placed).sort()).toEqual(Object.values(chromiumNames).sort());
    for (const spelling of spellings) expect(held(spelling)).toBe(`BDic ${spelling}`);
  });

  it('touches a file that is right no second time, and replaces one with other bytes', () => {
    const { shipped, settings, placed, held } = folders();
    placeDictionaries(shipped, settings);
    const file = (spelling: Spelling) => join(placed, chromiumNames[spelling]);
    const before = statSync(file('fr'));
    writeFileSync(file('en-GB'), 'cut off');
    expect(placeDictionaries(shipped, settings)).toEqual(new Set(spellings));
    expect(statSync(file('fr'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(held('en-GB')).toBe('BDic en-GB');
  });

  it('leaves out what cannot be written or is not there, says so in the log without a path, and goes on', () => {
    const { shipped, settings, placed } = folders();
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    mkdirSync(join(placed, chromiumNames.fr, 'in-the-way'), { recursive: true });
    expect(placeDictionaries(shipped, settings)).toEqual(new Set(['en-GB', 'en-US']));
    expect(log).toHaveBeenCalledOnce();
    expect(String(log.mock.calls[0]?.[0]).split('\n')[0]).toMatch(
      /^dictionary of fr not placed: Error E\w+$/,
    );
    expect(readdirSync(placed).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(placeDictionaries(join(shipped, 'nowhere'), settings)).toEqual(new Set());
    writeFileSync(join(settings, 'file'), '');
    expect(placeDictionaries(shipped, join(settings, 'file'))).toEqual(new Set());
  });
});

/** As much of Chromium as the checker speaks to. */
class FakeSession extends EventEmitter {
  readonly words: Set<string>;
  languages: string[] = [];
  isEnabled = false;
  answer: 'spellcheck-dictionary-initialized' | 'spellcheck-dictionary-download-begin' =
    'spellcheck-dictionary-initialized';

  constructor(words: readonly string[] = []) {
    super();
    this.words = new Set(words);
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isEnabled = isEnabled;
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.languages = languages;
    setTimeout(() => this.emit(this.answer, {}, languages[0]), 5);
  }
  addWordToSpellCheckerDictionary(word: string): boolean {
    this.words.add(word);
    return true;
  }
  removeWordFromSpellCheckerDictionary(word: string): boolean {
    return this.words.delete(word);
  }
  async listWordsInSpellCheckerDictionary(): Promise<string[]> {
    return [...this.words];
  }
}

function checker(session: FakeSession, ignoredWords: string[] = []) {
  const kept = { ignoredWords };
  const settings = {
    get: (key: 'ignoredWords') => kept[key],
    set: (key: 'ignoredWords', value: string[]) => {
      kept[key] = value;
    },
  } as unknown as SettingsStore;
  const placed = new Set<Spelling>(['fr', 'en-GB']);
  return {
    kept,
    checker: new SpellingChecker({ session: session as unknown as Session, settings, placed }),
  };
}

describe('the spelling checker', () => {
  it('checks in one language at a time, and answers when its dictionary is open', async () => {
    const session = new FakeSession();
    const { checker: spelling } = checker(session);
    expect(await spelling.use('fr')).toBe(true);
    expect(session).toMatchObject({ isEnabled: true, languages: ['fr'] });
    const overtaken = spelling.use('en-GB');
    expect(await spelling.use(null)).toBe(false);
    expect(await overtaken).toBe(false);
    expect(session.isEnabled).toBe(false);
  });

  it('is off where there is no dictionary, and where Chromium would have to fetch one', async () => {
    const session = new FakeSession();
    const { checker: spelling } = checker(session);
    expect(await spelling.use('en-US')).toBe(false);
    expect(session).toMatchObject({ isEnabled: false, languages: [] });
    session.answer = 'spellcheck-dictionary-download-begin';
    expect(await spelling.use('fr')).toBe(false);
    expect(session.listenerCount('spellcheck-dictionary-initialized')).toBe(0);
  });

  it('forgets at the next start what was ignored, and keeps what was learnt', async () => {
    const session = new FakeSession();
    const { checker: first, kept } = checker(session);
    await first.use('en-GB');
    first.learn('Brizoulet');
    first.ignore('Quolibrand');
    expect([...session.words]).toEqual(['Brizoulet', 'Quolibrand']);
    expect(kept.ignoredWords).toEqual(['Quolibrand']);
    const { checker: next, kept: later } = checker(session, kept.ignoredWords);
    await next.use('fr');
    expect([...session.words]).toEqual(['Brizoulet']);
    expect(later.ignoredWords).toEqual([]);
  });
});

describe('the context menu', () => {
  const t = createTranslate('en');
  const editFlags = {
    canCut: true,
    canCopy: true,
    canPaste: true,
    canSelectAll: true,
    canUndo: false,
    canRedo: false,
    canDelete: false,
    canEditRichly: true,
  };
  const acts = { replace: vi.fn(), learn: vi.fn(), ignore: vi.fn() };
  const where = {
    isEditable: true,
    misspelledWord: '',
    dictionarySuggestions: [] as string[],
    selectionText: '',
    editFlags,
  };
  const labels = (place: typeof where) =>
    contextTemplate(place, t, acts).map(({ type, label }) => (type === 'separator' ? '—' : label));
  const editing = ['Cut', 'Copy', 'Paste', '—', 'Select All'];

  it('offers suggestions before all else, an ampersand as it stands', () => {
    const place = { ...where, misspelledWord: 'R&T', dictionarySuggestions: ['R&D', 'RT'] };
    expect(labels(place)).toEqual(['R&&D', 'RT', '—', 'Add to Dictionary', 'Ignore', '—', ...editing]);
    const [first] = contextTemplate(place, t, acts);
    (first?.click as (() => void) | undefined)?.();
    expect(acts.replace).toHaveBeenCalledWith('R&D');
  });

  it('says that nothing is suggested', () => {
    expect(labels({ ...where, misspelledWord: 'qzx' })[0]).toBe('No suggestions');
  });

  it('cuts, copies and pastes where one writes, copies elsewhere, and is not there for nothing', () => {
    expect(labels(where)).toEqual(editing);
    expect(labels({ ...where, isEditable: false, selectionText: 'a word' })).toEqual(['Copy']);
    expect(labels({ ...where, isEditable: false, selectionText: ' ' })).toEqual([]);
    expect(labels({ ...where, isEditable: false, misspelledWord: 'x' })).toEqual([]);
  });
});
