import type { Language } from '#core/article/schema';
import type { ContextFact } from '#core/commands/table';
import type { Translate } from '#core/messages/index';
import type { ConfidentialSession } from './confidential/confidential-session';
import type { DeskSession } from './desk-session';
import type { Dialogs } from './dialogs';
import type { IntakeService } from './intake/intake-service';
import type { MainWindow } from './main-window';
import type { SettingsStore } from './settings';
import type { SpellingChecker } from './spelling/spelling-checker';

/** What the handlers stand on; index.ts puts it together, tests put together another one. */
export interface MainContext {
  readonly settings: SettingsStore;
  readonly session: DeskSession;
  readonly confidential: ConfidentialSession;
  /** Reads files of strangers, in a process of its own. */
  readonly intake: IntakeService;
  readonly dialogs: Dialogs;
  readonly spelling: SpellingChecker;
  readonly window: () => MainWindow | null;
  readonly language: () => Language;
  readonly translate: () => Translate;
  readonly setFacts: (facts: ReadonlySet<ContextFact>) => void;
  readonly rebuildMenu: () => void;
}
