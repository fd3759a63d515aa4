/** The value below which a share of the samples lies. */
function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value) => Math.round(value * 100) / 100;
const summary = (samples) => ({
  p50: round(percentile(samples, 0.5)),
  p95: round(percentile(samples, 0.95)),
});

/**
 * Prints one result: a JSON object on one line, or a sentence. The ratio is of the medians, ours by theirs; null when
 * the peer has no samples, or nothing that can be divided by. `limit` is what our own 95th percentile may be.
 */
export function report({ name, unit, ours, peer, peerSamples, target, limit, remark }, isJson) {
  const own = summary(ours);
  const other = { name: peer, ...(peerSamples.length > 0 ? summary(peerSamples) : { p50: null, p95: null }) };
  const ratio = other.p50 > 0 ? round(own.p50 / other.p50) : null;
  if (isJson) {
    const result = { name, unit, ours: own, peer: other, ratio, target, limit, remark };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const parts = [
    `${name}: ${own.p50} ${unit} (p95 ${own.p95})`,
    other.p50 === null ? null : `, ${other.name}: ${other.p50} ${unit} (p95 ${other.p95})`,
    ratio === null || target === undefined
      ? null
      : `; ratio ${ratio}, ${verdict(ratio <= target)} the target of ${target}`,
    limit === undefined ? null : `; p95 ${verdict(own.p95 <= limit)} the limit of ${limit} ${unit}`,
    remark ? `; ${remark}` : null,
  ];
  process.stdout.write(`${parts.filter((part) => part !== null).join('')}\n`);
}

function verdict(isMet) {
  return isMet ? 'within' : 'beyond';
}
