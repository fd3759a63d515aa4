import { type ComponentType, lazy, Suspense } from 'react';
import { batchQuestion } from '../session/batch-session';
import { isUnlocking } from '../session/confidential-session';
import { useSelected, useStore } from '../session/store';

interface DialogProps {
  readonly onClose: () => void;
}

/** Nobody sees a dialog in the first second: the window starts without them. */
function later(load: () => Promise<ComponentType<DialogProps>>) {
  return lazy(async () => ({ default: await load() }));
}

const dialogs = {
  palette: later(async () => (await import('../features/palette')).CommandPalette),
  'quick-open': later(async () => (await import('../features/palette')).QuickOpen),
  shortcuts: later(async () => (await import('../features/help')).ShortcutSheet),
  about: later(async () => (await import('../features/help')).AboutDialog),
  'new-from-template': later(async () => (await import('../features/templates')).TemplateDialog),
  'save-template': later(async () => (await import('../features/templates')).SaveTemplateDialog),
  export: later(async () => (await import('../features/publish')).ExportDialog),
  keep: later(async () => (await import('../features/history')).KeepDialog),
  settings: later(async () => (await import('../features/settings')).SettingsDialog),
  'desk-settings': later(async () => (await import('../features/settings')).DeskDialog),
  ask: later(async () => (await import('../features/queries')).AskDialog),
  queries: later(async () => (await import('../features/queries')).QueriesDialog),
  'import-report': later(async () => (await import('../features/intake')).ImportReportDialog),
  vocabulary: later(async () => (await import('../features/vocabulary')).VocabularyDialog),
} as const;

const BatchDialog = lazy(async () => ({ default: (await import('../features/views')).BatchDialog }));

const UnlockDialog = lazy(async () => ({ default: (await import('../features/confidential')).UnlockDialog }));

/** Asks for the passphrase of the desk, whoever needs it. */
export function UnlockQuestion() {
  const isAsked = useStore(isUnlocking);
  return isAsked ? (
    <Suspense>
      <UnlockDialog />
    </Suspense>
  ) : null;
}

/** What is asked about the selected articles, if anything: any list of the window may ask it. */
export function BatchQuestion() {
  const isAsked = useSelected(batchQuestion, (question) => question !== null);
  return isAsked ? (
    <Suspense>
      <BatchDialog />
    </Suspense>
  ) : null;
}

export type OpenDialog = keyof typeof dialogs;

/** The one dialog that is open, if any. */
export function Dialogs({ open, onClose }: DialogProps & { readonly open: OpenDialog | null }) {
  if (open === null) return null;
  const Dialog = dialogs[open];
  return (
    <Suspense>
      <Dialog onClose={onClose} />
    </Suspense>
  );
}
