import { compareQuotation } from '#core/claims/quote-guard';
import { findQuote } from '../find-quote';
import type { GuardAnswers, GuardTask } from './ask';

/** Looks for words in a long text where it cannot hold up a key press. */
self.onmessage = ({ data }: MessageEvent<GuardTask>): void => {
  const answer: GuardAnswers[GuardTask['type']] =
    data.type === 'compare' ? compareQuotation(data.words, data.text) : findQuote(data.locator, data.text);
  self.postMessage(answer);
};
