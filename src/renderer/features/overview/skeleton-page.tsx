const columns = [
  ['today', 'blocked'],
  ['overdue', 'ahead', 'stale'],
] as const;

/** Where things will stand, until the figures are there. */
export function SkeletonPage() {
  return (
    <div className="overview-grid overview-skeleton" aria-hidden="true">
      {columns.map((blocks, place) => (
        <div key={blocks[0]} className={`overview-column overview-${place === 0 ? 'main' : 'side'}`}>
          {blocks.map((block) => (
            <div key={block} className={`overview-block overview-${block}`}>
              <span />
              <span />
              <span />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
