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

/** Prints one result: a JSON object on one line, or a sentence. The ratio is of the medians, ours by theirs. */
export function report({ name, unit, ours, peer, peerSamples, target }, isJson) {
  const own = summary(ours);
  const other = { name: peer, ...summary(peerSamples) };
  const ratio = round(own.p50 / other.p50);
  if (isJson)
    process.stdout.write(`${JSON.stringify({ name, unit, ours: own, peer: other, ratio, target })}\n`);
  else {
    const verdict = ratio <= target ? 'within' : 'beyond';
    process.stdout.write(
      `${name}: ${own.p50} ${unit} (p95 ${own.p95}), ${other.name}: ${other.p50} ${unit} (p95 ${other.p95}); ratio ${ratio}, ${verdict} the target of ${target}\n`,
    );
  }
}
