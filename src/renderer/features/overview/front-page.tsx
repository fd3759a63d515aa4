import type { Overview } from '#core/overview/overview';
import { AheadBlock, EmbargoBlock, OverdueBlock, TodayBlock } from './due-blocks';
import { PeopleBlock } from './people-block';
import { SectionsBlock } from './sections-block';
import { StartActions } from './start-actions';
import { StatusBlock } from './status-block';
import { BlockedBlock, QueriesBlock, StaleBlock } from './trouble-blocks';
import { WeeksBlock } from './weeks-block';

/** Everything that a chief sub looks at first, in the order of its urgency. */
export function FrontPage({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <div className="overview-grid">
        <div className="overview-column overview-main">
          <TodayBlock overview={overview} />
          <BlockedBlock overview={overview} />
          <WeeksBlock overview={overview} />
        </div>
        <div className="overview-column overview-side">
          <OverdueBlock overview={overview} />
          <AheadBlock overview={overview} />
          <StaleBlock overview={overview} />
          <QueriesBlock overview={overview} />
          <EmbargoBlock overview={overview} />
        </div>
      </div>
      <div className="overview-grid overview-thirds">
        <StatusBlock overview={overview} />
        <SectionsBlock overview={overview} />
        <PeopleBlock overview={overview} />
      </div>
      <footer className="overview-foot">
        <StartActions isQuiet />
      </footer>
    </>
  );
}
