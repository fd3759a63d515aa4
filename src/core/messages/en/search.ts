/** Searching: what is wrong with a query, and how one is written. */
export const search = {
  'problem.unclosed': 'This quotation mark or bracket has no partner. Add the other one, or delete it.',
  'problem.unknown-field':
    'There is no filter “{{field}}:”. To search for the word itself, put it in quotation marks.',
  'problem.unknown-value': '“{{field}}:” does not know “{{value}}”. It knows: {{known}}.',
  'problem.bad-date':
    '“{{value}}” is not a date. Write 2026, 2026-03, 2026-03-04, 2026-01..2026-03 or today.',
  'problem.no-value': 'Nothing stands behind “{{field}}:”. Write the value right after the colon.',
  'problem.dangling': '“OR” and “-” need something beside them. This one is left out.',
  'problem.too-long': 'The query is too long. Everything from here on is left out.',

  'known.claim': 'open, partial, stale, failed, checked, any, none',
  'known.blocked':
    'claim-open, claim-partial, claim-second-check, claim-own-check, claim-original, claim-stale, claim-failed, claim-change, claim-disputed, claim-dependency, query-open, query-answered, comment-open, suggestion-open, placeholder, headline-number, headline-name, sign-off-missing, sign-off-lapsed',
  'known.has':
    'stale, claims, queries, blockers, tags, section, byline, embargo, picture, notes, original, sign-off, due',
  'known.lang': 'fr, en',

  'help.title': 'How to search',
  'help.words': 'All of these words, in any form: plurals, accents and capitals do not matter.',
  'help.phrase': 'These words in this order.',
  'help.prefix': 'Words that begin like this.',
  'help.without': 'Without this word; works before filters and phrases too.',
  'help.or': 'One or the other. OR joins its two neighbours; brackets make groups.',
  'help.headline': 'Only in the headline. Also: standfirst, body, in-claims, source, note.',
  'help.tag': 'With this tag or a narrower one. A comma means “or”.',
  'help.status': 'With this status.',
  'help.section': 'In this section. Quotation marks hold several words together.',
  'help.by': 'By this author.',
  'help.date':
    'Published in these months. Also: created, modified, due; 2026, today, week, month, >=2026-03-04.',
  'help.claim': 'With claims that are still open. Also: {{known}}.',
  'help.has': 'With checks that went stale. Also: {{known}}.',
  'help.assignee': 'With claims that this person checks.',
  'help.lang': 'In this language.',
} as const;
