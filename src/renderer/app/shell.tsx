import { lazy, Suspense, useEffect, useState } from 'react';
import { call } from '../bridge/bridge';
import { useCommands } from '../commands/registry';
import { EditorPane } from '../features/editor';
import { GalleyBar, useGalley } from '../features/galley';
import { AlikeDialog, useIntake } from '../features/intake';
import { LibraryPane, useLibraryCommands } from '../features/library';
import { OriginalPane } from '../features/original';
import { desk, enterDesk, preferences, setPreferences } from '../session/app-session';
import { createNewArticle, isOnDisk, opened } from '../session/article-session';
import { restoreBackup } from '../session/backup-session';
import { askBatch, batchForms, undoBatch } from '../session/batch-session';
import { confidential, isUnlocking, lockSources } from '../session/confidential-session';
import { deskViews, middleView, toggleView } from '../session/desk-view';
import { focusWhenOpen, setFact } from '../session/editor-port';
import { isChecking } from '../session/galley-session';
import { type GateFocus, gateFocus } from '../session/gate-session';
import { watchActivity } from '../session/history-session';
import { complain, tell } from '../session/notices';
import { createComment } from '../session/review-session';
import { toggleSpelling } from '../session/spelling-session';
import { useSelected, useStore } from '../session/store';
import { acceptFirstSuggestion } from '../session/tag-suggestions';
import { useTranslation } from '../session/translation';
import { ClosingDialog } from './closing-dialog';
import { ComparisonDialog } from './comparison-dialog';
import { BatchQuestion, Dialogs, type OpenDialog, UnlockQuestion } from './dialogs';
import { NoticeList } from './notice-list';
import { type PanelId, SidePanel } from './side-panel';
import { Splitter } from './splitter';
import { StatusBar } from './status-bar';
import { Welcome } from './welcome';

const OverviewPane = lazy(async () => ({ default: (await import('../features/overview')).OverviewPane }));
const DeskViews = lazy(async () => ({ default: (await import('../features/views')).DeskViews }));

/** Three panes — library, article, panel — and the dialogs over them. */
export function Shell() {
  const { t } = useTranslation();
  const { libraryShown, panelShown, libraryWidth, panelWidth } = useStore(preferences);
  // Not the article itself: it is another one at every pause in typing, and nothing here would look different.
  const generation = useSelected(opened, (current) => current?.generation ?? null);
  const hasArticle = generation !== null;
  const isArticleShown = useSelected(middleView, (current) => current === 'article');
  const isOpen = hasArticle && isArticleShown;
  const currentDesk = useStore(desk);
  const [panel, setPanel] = useState<PanelId>('intake');
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [isOriginalShown, setOriginalShown] = useState(false);
  const { isDropping } = useIntake();
  const isGalley = useStore(isChecking);

  useEffect(() => setFact('desk', currentDesk !== null), [currentDesk]);
  const showPanel = (id: PanelId): void => {
    setPanel(id);
    if (!panelShown) void setPreferences({ panelShown: true });
  };
  useEffect(watchActivity, []);
  useGalley(() => showPanel('claims'));
  useLibraryCommands();
  useShellCommands({ setDialog, showPanel, toggleOriginal: () => setOriginalShown((shown) => !shown) });

  const columns = [
    ...(libraryShown ? [`${libraryWidth}px`, '1px'] : []),
    'minmax(320px, 1fr)',
    ...(isOpen && panelShown ? ['1px', `${panelWidth}px`] : []),
  ].join(' ');
  return (
    <div className="shell">
      <div className="panes" style={{ gridTemplateColumns: columns }}>
        {libraryShown && (
          <>
            <LibraryPane />
            <Splitter preference="libraryWidth" side="left" label={t('app.resize-library')} />
          </>
        )}
        <main className="middle" data-split={(isOriginalShown && isOpen) || undefined}>
          {isOpen && isOriginalShown && <OriginalPane />}
          {isOpen && (
            <div className="article-column">
              {isGalley && <GalleyBar />}
              <EditorPane key={generation} generation={generation} />
            </div>
          )}
          {isArticleShown && !hasArticle && <Welcome />}
          {!isArticleShown && (
            <Suspense>
              <DeskViews overview={OverviewPane} />
            </Suspense>
          )}
        </main>
        {isOpen && panelShown && (
          <>
            <Splitter preference="panelWidth" side="right" label={t('app.resize-panel')} />
            <SidePanel panel={panel} onPanel={setPanel} />
          </>
        )}
      </div>
      <StatusBar />
      <NoticeList />
      {isDropping && <div className="drop-veil">{t('app.intake.drop')}</div>}
      <Dialogs open={dialog} onClose={() => setDialog(null)} />
      <BatchQuestion />
      <UnlockQuestion />
      <AlikeDialog />
      <ComparisonDialog />
      <ClosingDialog />
    </div>
  );
}

/** One for each view of the desk, and for each thing that can be done to what is selected in it. */
const viewCommands: Parameters<typeof useCommands>[0] = {
  ...Object.fromEntries(deskViews.map((id) => [`view.${id}`, () => toggleView(id)])),
  ...Object.fromEntries(batchForms.map((form) => [`batch.${form}`, () => askBatch(form)])),
  'batch.undo': () => void undoBatch().then((isUndone) => isUndone || tell('views.nothing-to-undo')),
};

interface ShellActions {
  readonly setDialog: (dialog: OpenDialog | null) => void;
  readonly showPanel: (panel: PanelId) => void;
  readonly toggleOriginal: () => void;
}

function useShellCommands({ setDialog, showPanel, toggleOriginal }: ShellActions): void {
  const { libraryShown, panelShown } = useStore(preferences);
  const showGate = (part: GateFocus['part']): void => {
    showPanel('gate');
    gateFocus.set({ part });
  };
  useCommands({
    ...viewCommands,
    'article.new': () => {
      focusWhenOpen();
      void createNewArticle();
    },
    'article.new-from-template': () => setDialog('new-from-template'),
    'template.save': () => setDialog('save-template'),
    'desk.open': () => void openDesk('desk.choose'),
    'desk.create': () => void openDesk('desk.create'),
    'desk.sample': () => void openDesk('desk.open-sample'),
    'desk.restore': () => void restoreDesk(),
    'intake.report': () => setDialog('import-report'),
    'export.open': () => setDialog('export'),
    'palette.open': () => setDialog('palette'),
    'article.quick-open': () => setDialog('quick-open'),
    'snapshot.create': () => setDialog('keep'),
    'settings.open': () => setDialog('settings'),
    'desk.settings': () => setDialog('desk-settings'),
    'query.ask': () => setDialog('ask'),
    'queries.open': () => setDialog('queries'),
    'vocabulary.open': () => setDialog('vocabulary'),
    'confidential.unlock': () =>
      confidential.get().state === 'none' ? setDialog('desk-settings') : isUnlocking.set(true),
    'confidential.lock': () => void lockSources(),
    'tag.accept-suggestion': () => {
      showPanel('details');
      acceptFirstSuggestion();
    },
    'comment.create': () => {
      if (createComment() !== null) showPanel('comments');
    },
    'help.shortcuts': () => setDialog('shortcuts'),
    'help.about': () => setDialog('about'),
    'original.toggle': toggleOriginal,
    'panel.intake': () => showPanel('intake'),
    'panel.claims': () => showPanel('claims'),
    'panel.details': () => showPanel('details'),
    'panel.comments': () => showPanel('comments'),
    'panel.outline': () => showPanel('outline'),
    'panel.history': () => showPanel('history'),
    'panel.gate': () => showGate('verdict'),
    'sign-off.give': () => showGate('sign'),
    'dossier.save': () => showGate('dossier'),
    'view.library': () => void setPreferences({ libraryShown: !libraryShown }),
    'view.panel': () => void setPreferences({ panelShown: !panelShown }),
    'edit.spelling': toggleSpelling,
    'view.theme-light': () => void setPreferences({ theme: 'light' }),
    'view.theme-dark': () => void setPreferences({ theme: 'dark' }),
    'view.theme-system': () => void setPreferences({ theme: 'system' }),
    'view.language-fr': () => void setPreferences({ language: 'fr' }),
    'view.language-en': () => void setPreferences({ language: 'en' }),
    'view.language-system': () => void setPreferences({ language: 'system' }),
  });
}

type Opening = 'desk.choose' | 'desk.create' | 'desk.open-sample' | 'backup.open-restored';

async function openDesk(channel: Opening): Promise<void> {
  // Main writes to the desk that was chosen last: what belongs to this one goes to it first.
  if (!(await isOnDisk())) return;
  const chosen = await call(channel);
  if (!chosen.ok) complain(chosen);
  else if (chosen.value) await enterDesk(chosen.value);
}

/** Copying takes its time, and one can work meanwhile: only the opening needs everything on disk. */
async function restoreDesk(): Promise<void> {
  if (await restoreBackup()) await openDesk('backup.open-restored');
}
