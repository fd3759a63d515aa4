/** What the command line says to people; standard output carries data only. */
export const cli = {
  help: `Marbre: raw copy in, checked copy out. Local and offline.

  marbre inspect <file|-> [--json] [--language fr|en] [--published YYYY-MM-DD]
  marbre convert <file|-> --to markdown|html|html-fragment|text|json [-o FILE|-]
                 [--no-clean] [--language fr|en] [--published YYYY-MM-DD]
  marbre claims <file|-> [--json] [--language fr|en] [--published YYYY-MM-DD]
  marbre desk init <dir>
  marbre import <file...> --desk <dir> [--json]
  marbre list --desk <dir> [--json]
  marbre show <id> --desk <dir> [--json]
  marbre export <id> --desk <dir> --to <format> [-o FILE|-]
  marbre check <id> --desk <dir> [--json]
  marbre dossier <id> --desk <dir> --to html|json [-o FILE|-] [--confidential]
  marbre verify --desk <dir> [--json]

Exit codes: 0 done; 1 something is wrong (verify, check); 2 wrong usage; 3 input refused;
4 could not read or write.`,
  'usage.verb': 'There is no command “{{verb}}”.',
  'usage.missing': '{{what}} is missing.',
  'usage.option': 'The option {{option}} is not known here, or lacks its value.',
  'usage.value': '“{{value}}” is no value for {{option}}.',
  'usage.extra': '“{{value}}” is one argument too many.',
  'inspect.format': 'Format',
  'inspect.language': 'Language',
  'inspect.title': 'Headline',
  'inspect.standfirst': 'Standfirst',
  'inspect.byline': 'Byline',
  'inspect.published': 'Published',
  'inspect.words': 'Words',
  'inspect.cuts': 'Cuts',
  'inspect.queries': 'Queries',
  'inspect.warnings': 'Warnings',
  'desk.created': 'Desk created: {{name}}',
  imported: '{{title}}: cuts {{cuts}}, queries {{queries}} ({{id}})',
  'check.open': 'Nothing blocks this copy.',
  'check.blocked_one': '{{count}} thing blocks this copy.',
  'check.blocked_other': '{{count}} things block this copy.',
  'check.overridden': 'Overridden by {{by}}: {{reason}}',
  'verify.ok': 'All is well: {{count}} articles.',
  'verify.problem': '{{name}}: {{problem}}',
} as const;
