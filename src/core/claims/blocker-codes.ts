/** What can stand between copy and its publication; apart from the gate, so that a query needs not load that. */
export const blockerCodes = [
  'claim-open',
  'claim-partial',
  'claim-second-check',
  'claim-own-check',
  'claim-original',
  'claim-stale',
  'claim-failed',
  'claim-change',
  'claim-disputed',
  'claim-dependency',
  'query-open',
  'query-answered',
  'comment-open',
  'suggestion-open',
  'placeholder',
  'headline-number',
  'headline-name',
  'sign-off-missing',
  'sign-off-lapsed',
] as const;
export type BlockerCode = (typeof blockerCodes)[number];
