import Store from 'electron-store';
import { z } from 'zod';
import { backupPlanSchema } from '#core/backup/schedule';
import { shownColumns } from '#core/desk/table-columns';
import { type Preferences, preferencesSchema } from '#core/ipc/contract';
import { mostIgnored } from '#core/language/spelling';
import { logBug } from './log-bug';

const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(300),
  height: z.int().min(200),
});

const settingsSchema = z.strictObject({
  preferences: preferencesSchema,
  /** Folders of desks, newest first. They never leave the main process. */
  recentDesks: z.array(z.strictObject({ id: z.string(), name: z.string(), folder: z.string() })).max(20),
  /** By the desk's id. */
  backups: z.record(z.string().max(64), backupPlanSchema),
  lastArticle: z.string().nullable(),
  /** Words that are right until the program ends; still here at the next start when it was killed. */
  ignoredWords: z.array(z.string().max(200)).max(mostIgnored),
  bounds: boundsSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

const defaults: Settings = {
  preferences: {
    language: 'system',
    theme: 'system',
    libraryShown: true,
    panelShown: true,
    name: '',
    zoom: 100,
    focusMode: false,
    typewriter: false,
    invisibles: false,
    smartPunctuation: true,
    spelling: true,
    english: 'system',
    libraryWidth: 280,
    panelWidth: 350,
    tableColumns: [...shownColumns],
    tableWidths: {},
    calendarBy: 'due',
    libraryOpen: ['folders'],
    recentSearches: [],
  },
  recentDesks: [],
  backups: {},
  lastArticle: null,
  ignoredWords: [],
  bounds: null,
};

/** Window, recent desks and preferences. Conveniences: losing them loses no word, so electron-store may hold them. */
export class SettingsStore {
  private readonly store: Store<Settings>;

  constructor(folder: string) {
    this.store = new Store<Settings>({ cwd: folder, name: 'settings', clearInvalidConfig: true, defaults });
  }

  /** One value; the default where the file holds something that does not fit. */
  get<K extends keyof Settings>(key: K): Settings[K] {
    const stored = this.store.get(key);
    // Preferences that are newer than the file have their defaults.
    const whole = key === 'preferences' ? { ...defaults.preferences, ...(stored as Preferences) } : stored;
    const parsed = settingsSchema.shape[key].safeParse(whole);
    return parsed.success ? (parsed.data as Settings[K]) : defaults[key];
  }

  set<K extends keyof Settings>(key: K, value: Settings[K]): void {
    try {
      this.store.set(key, value);
    } catch (error) {
      // A full or read-only disk: the preference holds for this run.
      logBug('settings not written', error);
    }
  }

  changePreferences(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const next = { ...this.get('preferences'), ...given };
    this.set('preferences', next);
    return next;
  }

  /** Puts a desk at the head of the recent ones. */
  remember(desk: Settings['recentDesks'][number]): void {
    const others = this.get('recentDesks').filter((other) => other.folder !== desk.folder);
    this.set('recentDesks', [desk, ...others].slice(0, 10));
  }
}
