import type { Session } from 'electron';
import { formsToLearn, mostIgnored, type Spelling } from '#core/language/spelling';
import type { SettingsStore } from '../settings';

/** How long a dictionary may take to be opened, in milliseconds. It takes some 20. */
const patience = 3_000;
/** Chromium tells the window of a dictionary on a way of its own, which ours may overtake: milliseconds until it knows. */
const wayToWindow = 60;

interface Options {
  readonly session: Session;
  readonly settings: SettingsStore;
  /** The spellings whose dictionary is in its place. */
  readonly placed: ReadonlySet<Spelling>;
}

/**
 * Chromium's spelling checker, in one language at a time: that of the open article. Two at once would take a French word
 * in an English story for right.
 */
export class SpellingChecker {
  private readonly options: Options;
  private current: Spelling | null = null;
  private readonly ignored = new Set<string>();
  /** Ignored before the program was started, and still to be taken out. */
  private leftovers: readonly string[];

  constructor(options: Options) {
    this.options = options;
    this.leftovers = options.settings.get('ignoredWords');
  }

  /** Checks in this spelling from now on, or (null) not at all. @returns whether it is checked */
  async use(spelling: Spelling | null): Promise<boolean> {
    const { session, placed } = this.options;
    const next = spelling !== null && placed.has(spelling) ? spelling : null;
    this.current = next;
    if (next === null) {
      session.setSpellCheckerEnabled(false);
      return false;
    }
    const opened = whenOpened(session, next);
    session.setSpellCheckerLanguages([next]);
    session.setSpellCheckerEnabled(true);
    if (!(await opened) || this.current !== next) return false;
    await this.forgetLeftovers();
    return true;
  }

  /** The person's own dictionary is Chromium's: a list of words in the settings folder. */
  learn(word: string): void {
    for (const form of formsToLearn(word, this.current))
      this.options.session.addWordToSpellCheckerDictionary(form);
  }

  /** Chromium knows no words for a while: they are in the person's dictionary until the program ends. */
  ignore(word: string): void {
    const forms = formsToLearn(word, this.current);
    for (const form of forms) this.ignored.add(form);
    this.remember();
    for (const form of forms) this.options.session.addWordToSpellCheckerDictionary(form);
  }

  private remember(): void {
    const all = [...this.leftovers, ...this.ignored];
    this.options.settings.set('ignoredWords', all.slice(-mostIgnored));
  }

  /** Not sooner than a dictionary is open: Chromium reads the list of words late, and would put back what was taken out. */
  private async forgetLeftovers(): Promise<void> {
    if (this.leftovers.length === 0) return;
    const { session } = this.options;
    const known = new Set(await session.listWordsInSpellCheckerDictionary());
    for (const word of this.leftovers)
      if (known.has(word) && !this.ignored.has(word)) session.removeWordFromSpellCheckerDictionary(word);
    this.leftovers = [];
    this.remember();
  }
}

/** Resolves with whether the dictionary of a spelling is open; one that has to be fetched never will be. */
function whenOpened(session: Session, spelling: Spelling): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOpen: boolean) => (_event: unknown, language: string) => {
      if (language === spelling) finish(isOpen);
    };
    const opened = end(true);
    const missing = end(false);
    const timer = setTimeout(() => finish(true), patience);
    session.on('spellcheck-dictionary-initialized', opened);
    session.on('spellcheck-dictionary-download-begin', missing);
    const finish = (isOpen: boolean): void => {
      clearTimeout(timer);
      session.off('spellcheck-dictionary-initialized', opened);
      session.off('spellcheck-dictionary-download-begin', missing);
      setTimeout(() => resolve(isOpen), wayToWindow);
    };
  });
}
