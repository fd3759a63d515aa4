import { CornerDownRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Blocker } from '#core/claims/gate';
import { type BlockerGroup, groupBlockers } from '#core/claims/gate-view';
import { blockerSentence } from '#core/messages/blockers';
import type { GateView } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showNumber } from '../../ui/time';
import { goToTarget } from './go-to-target';

/** Rows of a group that are shown before somebody asks for all. */
const shownAtFirst = 12;

/** Every blocker by what is wrong; each is a button that goes to what it is about. */
export function BlockerList({ view }: { readonly view: GateView }) {
  const { t } = useTranslation();
  const { blockers } = view.gate;
  const groups = useMemo(() => groupBlockers(blockers), [blockers]);
  return (
    <section className="gate-blockers" aria-label={t('gate.blockers')}>
      {groups.map((group) => (
        <Group key={group.code} group={group} view={view} />
      ))}
    </section>
  );
}

function Group({ group, view }: { readonly group: BlockerGroup; readonly view: GateView }) {
  const { t, language } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const { code, blockers } = group;
  const hasMore = blockers.length > shownAtFirst;
  const shown = isWhole ? blockers : blockers.slice(0, shownAtFirst);
  return (
    <details className="blocker-group" data-code={code} open>
      <summary>
        {t(`gate.group.${code}`)} <span className="count">{showNumber(blockers.length, language)}</span>
      </summary>
      <ul>
        {shown.map((blocker, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one thing may be named twice, and the list is made as a whole
          <Row key={`${blocker.target.id} ${index}`} blocker={blocker} view={view} />
        ))}
      </ul>
      {hasMore && (
        <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? t('gate.show-fewer')
            : t('gate.show-all', { number: showNumber(blockers.length, language) })}
        </Button>
      )}
    </details>
  );
}

function Row({ blocker, view }: { readonly blocker: Blocker; readonly view: GateView }) {
  const { t, language } = useTranslation();
  const { target } = blocker;
  return (
    <li>
      <button
        type="button"
        className="blocker-row"
        data-target={`${target.type}:${target.id}`}
        onClick={() => goToTarget(target)}
      >
        <CornerDownRight size={14} strokeWidth={1.75} aria-hidden="true" />
        <span>{blockerSentence(t, language, view.desk.outcomeScale, blocker)}</span>
      </button>
    </li>
  );
}
