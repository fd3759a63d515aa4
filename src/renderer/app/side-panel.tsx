import {
  History,
  Inbox,
  ListTree,
  type LucideIcon,
  MessageSquare,
  SearchCheck,
  Stamp,
  Tags,
} from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ComponentType, lazy, Suspense } from 'react';
import { placeholders } from '#core/body/measures';
import { isUnresolved } from '#core/claims/queries';
import { countClaims } from '#core/claims/status';
import { isRestored } from '#core/intake/restore';
import { opened } from '../session/article-session';
import { claimsOf } from '../session/claim-session';
import { reviewOf } from '../session/review-session';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { ClaimsPanel } from './claims-panel';
import { QueriesPanel } from './queries-panel';

/** The first panel is there at once; the others wait on disk until somebody looks at them. */
function later(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}

const DetailsPanel = later(async () => (await import('../features/details')).DetailsPanel);
const CommentsPanel = later(async () => (await import('../features/review')).CommentsPanel);
const OutlinePanel = later(async () => (await import('../features/outline')).OutlinePanel);
const HistoryPanel = later(async () => (await import('../features/history')).HistoryPanel);
const GatePanel = later(async () => (await import('../features/gate')).GatePanel);

const panels = {
  intake: { Panel: QueriesPanel, Icon: Inbox },
  claims: { Panel: ClaimsPanel, Icon: SearchCheck },
  details: { Panel: DetailsPanel, Icon: Tags },
  comments: { Panel: CommentsPanel, Icon: MessageSquare },
  outline: { Panel: OutlinePanel, Icon: ListTree },
  history: { Panel: HistoryPanel, Icon: History },
  gate: { Panel: GatePanel, Icon: Stamp },
} as const satisfies Record<string, { readonly Panel: ComponentType; readonly Icon: LucideIcon }>;

export type PanelId = keyof typeof panels;
const panelIds = Object.keys(panels) as PanelId[];

interface Props {
  readonly panel: PanelId;
  readonly onPanel: (panel: PanelId) => void;
}

/** The right-hand panel: what intake did, what is to be checked, what is known about the article. */
export function SidePanel({ panel, onPanel }: Props) {
  const { t } = useTranslation();
  const counts = useOpenCounts();
  return (
    <aside className="side-panel" aria-label={t('app.panel.label')}>
      <Tabs.Root value={panel} onValueChange={(value) => onPanel(value as PanelId)} className="tabs">
        <Tabs.List className="tab-list" aria-label={t('app.panel.label')}>
          {panelIds.map((id) => {
            const { Icon } = panels[id];
            return (
              <Tabs.Trigger key={id} value={id} className="tab" title={t(`app.panel.${id}`)}>
                <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
                <span className="tab-label">{t(`app.panel.${id}`)}</span>
                {counts[id] > 0 && <span className="count">{counts[id]}</span>}
              </Tabs.Trigger>
            );
          })}
        </Tabs.List>
        {panelIds.map((id) => {
          const { Panel } = panels[id];
          return (
            <Tabs.Content key={id} value={id} className="tab-content" tabIndex={-1}>
              <Suspense>
                <Panel />
              </Suspense>
            </Tabs.Content>
          );
        })}
      </Tabs.Root>
    </aside>
  );
}

/** What still waits for somebody behind each tab. */
function useOpenCounts(): Readonly<Record<PanelId, number>> {
  const article = useStore(opened)?.article;
  if (!article) return { intake: 0, claims: 0, details: 0, comments: 0, outline: 0, history: 0, gate: 0 };
  const claims = countClaims(claimsOf(article).map(({ state }) => state.status));
  const standing = article.cuts.filter((cut) => !isRestored(article.body, cut)).length;
  const queries = article.queries.filter(isUnresolved).length;
  const { comments, suggestions } = reviewOf(article);
  return {
    intake: standing + queries,
    claims: claims.open + claims.partial + claims.stale + claims.failed,
    details: 0,
    comments: comments.filter((view) => view.isOpen).length + suggestions.length,
    outline: placeholders(article.body).length,
    history: 0,
    // Too dear to work out at every pause in typing: the panel says it.
    gate: 0,
  };
}
