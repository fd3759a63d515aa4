/** What the command line says to people; standard output carries data only. */
export const cli = {
  help: `Marbre: raw copy in, checked copy out. Local and offline.

  marbre inspect <file|-> [--json] [--language fr|en] [--published YYYY-MM-DD]
  marbre convert <file|-> --to <format> [-o FILE|-] [--from <format>] [--report FILE]
                 [--no-clean] [--language fr|en] [--published YYYY-MM-DD]
                 [--base-url URL] [--publication NAME]
  marbre convert <file|folder|pattern>... --to <format> --out-dir DIR [...]
  marbre formats [--json]
  marbre claims <file|-> [--json] [--language fr|en] [--published YYYY-MM-DD]
  marbre desk init <dir>
  marbre import <file|folder|pattern>... --desk <dir> [--report FILE] [--json]
  marbre list --desk <dir> [<query>] [--limit N] [--sort <key>[:asc|desc]] [--json]
  marbre search --desk <dir> <query> [--limit N] [--sort <key>[:asc|desc]] [--json]
  marbre show <id> --desk <dir> [--json]
  marbre export <id> --desk <dir> --to <format> [-o FILE|-]
  marbre check <id> --desk <dir> [--json]
  marbre dossier <id> --desk <dir> --to html|json [-o FILE|-] [--confidential]
  marbre tag list --desk <dir> [--json]
  marbre tag add <label> --desk <dir> [--language fr|en] [--parent <tag>] [--alias <label>]...
             [--type topic|person|organisation|place|event] [--json]
  marbre tag remove <tag> --desk <dir> [--force] [--json]
  marbre tag rename <tag> <label> --desk <dir> [--language fr|en] [--json]
  marbre tag merge <tag>... --into <tag> --desk <dir> [--dry-run] [--json]
  marbre verify --desk <dir> [--json]
  marbre backup <target> --desk <dir> [--json]
  marbre backup verify <backup> [--json]
  marbre restore <backup> <new dir> [--json]
  marbre stats --desk <dir> [--json]
  marbre reindex --desk <dir> [--json]

Sort by relevance, modified, created, published, due, title, status, section, byline, language,
words or checked. A query is one argument or several.

inspect, convert, claims and import refuse a file that takes longer than a minute or more than 1,024 MB;
--max-seconds N and --max-memory MB set other limits.

Exit codes: 0 done; 1 something is wrong (verify, check, backup, restore); 2 wrong usage; 3 input refused;
4 could not read or write. A <tag> is an id, a label or another name.`,
  'usage.verb': 'There is no command “{{verb}}”.',
  'usage.missing': '{{what}} is missing.',
  'usage.option': 'The option {{option}} is not known here, or lacks its value.',
  'usage.value': '“{{value}}” is no value for {{option}}.',
  'usage.either': 'Give {{one}} or {{other}}, not both.',
  'import.known': '{{name}} was imported before, as {{id}}: it is not imported again.',
  'import.stopped': 'Stopped after {{done}} of {{total}} files; what was imported stays on the desk.',
  'convert.progress': '{{done}} of {{total}} files',
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
  'tag.added': 'Tag added: {{name}} ({{id}})',
  'tag.removed_one': 'Tag removed: {{name}}. {{count}} article was changed.',
  'tag.removed_other': 'Tag removed: {{name}}. {{count}} articles were changed.',
  'tag.renamed': '“{{before}}” is now “{{after}}”; the old name still finds it.',
  'tag.merged_one': 'Merged into “{{name}}”: {{count}} article was changed.',
  'tag.merged_other': 'Merged into “{{name}}”: {{count}} articles were changed.',
  'tag.would-merge_one': 'Would merge into “{{name}}” and change {{count}} article.',
  'tag.would-merge_other': 'Would merge into “{{name}}” and change {{count}} articles.',
  'tag.refused': '{{id}}: {{problem}}',
  'tag.retired': 'retired',
  'export.embargo': 'Under embargo: not before {{local}} ({{zone}}).',
  'verify.ok': 'All is well: {{count}} articles.',
  'backup.made_one': 'Backed up: {{count}} file, {{fresh}} of them new; old backups removed: {{removed}}.',
  'backup.made_other': 'Backed up: {{count}} files, {{fresh}} of them new; old backups removed: {{removed}}.',
  'backup.whole_one': 'The backup is whole: {{count}} file.',
  'backup.whole_other': 'The backup is whole: {{count}} files.',
  'backup.damaged_one': '{{count}} file of the backup is missing or altered.',
  'backup.damaged_other': '{{count}} files of the backup are missing or altered.',
  'restore.done_one': 'Restored to {{name}}: {{count}} file.',
  'restore.done_other': 'Restored to {{name}}: {{count}} files.',
  'verify.problem': '{{name}}: {{problem}}',
  'verify.quarantined': '{{name}}: {{problem}} The damaged file is now {{quarantined}}.',
  'index.progress': 'Reading articles: {{done}} of {{total}}',
  'search.total_one': '{{count}} article found.',
  'search.total_other': '{{count}} articles found.',
  'reindex.done_one': 'Index built anew: {{count}} article in {{seconds}} s.',
  'reindex.done_other': 'Index built anew: {{count}} articles in {{seconds}} s.',
  'reindex.problems_one': '{{count}} folder is no readable article: “marbre verify” tells which.',
  'reindex.problems_other': '{{count}} folders are no readable articles: “marbre verify” tells which.',
  'stats.articles': 'Articles',
  'stats.words': 'Words',
  'stats.claims': 'Claims',
  'stats.checked': 'Checked claims',
  'stats.stale': 'Stale checks',
  'stats.queries': 'Open queries',
  'stats.problems': 'Unreadable folders',
  'stats.status': 'Status',
  'stats.section': 'Section',
  'stats.language': 'Language',
  'stats.tag': 'Tags',
  'stats.month': 'Published in',
  'stats.more_one': 'and {{count}} more',
  'stats.more_other': 'and {{count}} more',
} as const;
