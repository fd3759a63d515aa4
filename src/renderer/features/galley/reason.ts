import type { Language } from '#core/article/values';
import type { Translate } from '#core/messages/index';
import { suggestionReason } from '#core/messages/reasons';
import type { Suggestion } from '#core/suggest/types';

/** Why the rules found it, and the day that a date means. */
export function reasonSentence(t: Translate, suggestion: Suggestion, language: Language): string {
  const reason = suggestionReason(t, suggestion.reason);
  if (suggestion.resolved === null) return reason;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${suggestion.resolved}T00:00:00Z`),
  );
  return `${reason} ${day}.`;
}
