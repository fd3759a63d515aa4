import type { Format } from '../types';
import { writeClaimReviews } from './write';

/**
 * The checks of an article as schema.org's ClaimReview, in JSON-LD. It is given the claims, and tells of them what may be
 * told.
 */
export const claimReview: Format = {
  id: 'claim-review',
  extensions: ['jsonld'],
  mediaTypes: ['application/ld+json'],
  whole: true,
  write: writeClaimReviews,
};
