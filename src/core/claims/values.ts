/** The default scale of outcomes: what a check found. */
export const outcomeValues = ['confirmed', 'incorrect', 'unconfirmed', 'on-author', 'not-checkable'] as const;
export type OutcomeValue = (typeof outcomeValues)[number];
