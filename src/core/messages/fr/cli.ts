import type { MessagesLike } from '#core/messages/catalogue';
import type { cli as english } from '#core/messages/en/cli';

export const cli: MessagesLike<typeof english> = {
  help: `Marbre\u00a0: copie brute en entrée, copie vérifiée en sortie. Local et hors ligne.

  marbre inspect <fichier|-> [--json] [--language fr|en] [--published AAAA-MM-JJ]
  marbre convert <fichier|-> --to <format> [-o FICHIER|-] [--from <format>] [--report FICHIER]
                 [--no-clean] [--language fr|en] [--published AAAA-MM-JJ]
                 [--base-url URL] [--publication NOM]
  marbre convert <fichier|dossier|motif>... --to <format> --out-dir DOSSIER [...]
  marbre formats [--json]
  marbre claims <fichier|-> [--json] [--language fr|en] [--published AAAA-MM-JJ]
  marbre desk init <dossier>
  marbre import <fichier|dossier|motif>... --desk <dossier> [--report FICHIER] [--json]
  marbre list --desk <dossier> [<requête>] [--limit N] [--sort <clé>[:asc|desc]] [--json]
  marbre search --desk <dossier> <requête> [--limit N] [--sort <clé>[:asc|desc]] [--json]
  marbre show <id> --desk <dossier> [--json]
  marbre export <id> --desk <dossier> --to <format> [-o FICHIER|-]
  marbre check <id> --desk <dossier> [--json]
  marbre dossier <id> --desk <dossier> --to html|json [-o FICHIER|-] [--confidential]
  marbre tag list --desk <dossier> [--json]
  marbre tag add <nom> --desk <dossier> [--language fr|en] [--parent <mot-clé>] [--alias <nom>]...
             [--type topic|person|organisation|place|event] [--json]
  marbre tag remove <mot-clé> --desk <dossier> [--force] [--json]
  marbre tag rename <mot-clé> <nom> --desk <dossier> [--language fr|en] [--json]
  marbre tag merge <mot-clé>... --into <mot-clé> --desk <dossier> [--dry-run] [--json]
  marbre verify --desk <dossier> [--json]
  marbre backup <cible> --desk <dossier> [--json]
  marbre backup verify <sauvegarde> [--json]
  marbre restore <sauvegarde> <nouveau dossier> [--json]
  marbre stats --desk <dossier> [--json]
  marbre reindex --desk <dossier> [--json]

Tri par relevance, modified, created, published, due, title, status, section, byline, language,
words ou checked. Une requête tient en un argument ou en plusieurs.

inspect, convert, claims et import refusent un fichier qui demande plus d’une minute ou de 1\u202f024\u00a0Mo\u202f;
--max-seconds N et --max-memory MO fixent d’autres limites.

Codes de sortie\u00a0: 0 fait\u202f; 1 quelque chose ne va pas (verify, check, backup, restore)\u202f; 2 mauvais emploi\u202f;
3 entrée refusée\u202f; 4 lecture ou écriture impossible. Un <mot-clé> est un identifiant, un nom ou un
autre nom.`,
  'usage.verb': 'La commande «\u00a0{{verb}}\u00a0» n’existe pas.',
  'usage.missing': 'Il manque {{what}}.',
  'usage.option': 'L’option {{option}} est inconnue ici, ou n’a pas de valeur.',
  'usage.value': '«\u00a0{{value}}\u00a0» n’est pas une valeur pour {{option}}.',
  'usage.either': 'Donnez {{one}} ou {{other}}, pas les deux.',
  'import.known': '{{name}} a déjà été importé, sous {{id}}\u00a0: il ne l’est pas de nouveau.',
  'import.stopped':
    'Arrêt après {{done}} fichiers sur {{total}}\u00a0; ce qui est importé reste sur le bureau.',
  'convert.progress': '{{done}} fichiers sur {{total}}',
  'usage.extra': '«\u00a0{{value}}\u00a0» est de trop.',
  'inspect.format': 'Format',
  'inspect.language': 'Langue',
  'inspect.title': 'Titre',
  'inspect.standfirst': 'Chapô',
  'inspect.byline': 'Signature',
  'inspect.published': 'Publication',
  'inspect.words': 'Mots',
  'inspect.cuts': 'Coupes',
  'inspect.queries': 'Questions',
  'inspect.warnings': 'Avertissements',
  'desk.created': 'Bureau créé\u00a0: {{name}}',
  imported: '{{title}}\u00a0: coupes {{cuts}}, questions {{queries}} ({{id}})',
  'check.open': 'Rien ne bloque cette copie.',
  'check.blocked_one': '{{count}} point bloque cette copie.',
  'check.blocked_other': '{{count}} points bloquent cette copie.',
  'check.overridden': 'Outrepassé par {{by}}\u00a0: {{reason}}',
  'tag.added': 'Mot-clé ajouté\u00a0: {{name}} ({{id}})',
  'tag.removed_one': 'Mot-clé supprimé\u00a0: {{name}}. {{count}} article modifié.',
  'tag.removed_other': 'Mot-clé supprimé\u00a0: {{name}}. {{count}} articles modifiés.',
  'tag.renamed':
    '«\u00a0{{before}}\u00a0» s’appelle désormais «\u00a0{{after}}\u00a0»\u00a0; l’ancien nom le trouve toujours.',
  'tag.merged_one': 'Fusionné dans «\u00a0{{name}}\u00a0»\u00a0: {{count}} article modifié.',
  'tag.merged_other': 'Fusionné dans «\u00a0{{name}}\u00a0»\u00a0: {{count}} articles modifiés.',
  'tag.would-merge_one': 'La fusion dans «\u00a0{{name}}\u00a0» modifierait {{count}} article.',
  'tag.would-merge_other': 'La fusion dans «\u00a0{{name}}\u00a0» modifierait {{count}} articles.',
  'tag.refused': '{{id}}\u00a0: {{problem}}',
  'tag.retired': 'hors d’usage',
  'export.embargo': 'Sous embargo\u00a0: pas avant le {{local}} ({{zone}}).',
  'verify.ok': 'Tout va bien\u00a0: {{count}} articles.',
  'backup.made_one':
    'Sauvegardé\u00a0: {{count}} fichier, dont {{fresh}} nouveau\u202f; anciennes sauvegardes supprimées\u00a0: {{removed}}.',
  'backup.made_other':
    'Sauvegardé\u00a0: {{count}} fichiers, dont {{fresh}} nouveaux\u202f; anciennes sauvegardes supprimées\u00a0: {{removed}}.',
  'backup.whole_one': 'La sauvegarde est intacte\u00a0: {{count}} fichier.',
  'backup.whole_other': 'La sauvegarde est intacte\u00a0: {{count}} fichiers.',
  'backup.damaged_one': '{{count}} fichier de la sauvegarde manque ou a été altéré.',
  'backup.damaged_other': '{{count}} fichiers de la sauvegarde manquent ou ont été altérés.',
  'restore.done_one': 'Restauré dans {{name}}\u00a0: {{count}} fichier.',
  'restore.done_other': 'Restauré dans {{name}}\u00a0: {{count}} fichiers.',
  'verify.problem': '{{name}}\u00a0: {{problem}}',
  'verify.quarantined':
    '{{name}}\u00a0: {{problem}} Le fichier endommagé se trouve désormais ici\u00a0: {{quarantined}}.',
  'index.progress': 'Lecture des articles\u00a0: {{done}} sur {{total}}',
  'search.total_one': '{{count}} article trouvé.',
  'search.total_other': '{{count}} articles trouvés.',
  'reindex.done_one': 'Index refait\u00a0: {{count}} article en {{seconds}} s.',
  'reindex.done_other': 'Index refait\u00a0: {{count}} articles en {{seconds}} s.',
  'reindex.problems_one':
    '{{count}} dossier n’est pas un article lisible\u00a0: «\u00a0marbre verify\u00a0» dit lequel.',
  'reindex.problems_other':
    '{{count}} dossiers ne sont pas des articles lisibles\u00a0: «\u00a0marbre verify\u00a0» dit lesquels.',
  'stats.articles': 'Articles',
  'stats.words': 'Mots',
  'stats.claims': 'Points à vérifier',
  'stats.checked': 'Points vérifiés',
  'stats.stale': 'Vérifications périmées',
  'stats.queries': 'Questions ouvertes',
  'stats.problems': 'Dossiers illisibles',
  'stats.status': 'Statut',
  'stats.section': 'Rubrique',
  'stats.language': 'Langue',
  'stats.tag': 'Mots-clés',
  'stats.month': 'Parus en',
  'stats.more_one': 'et {{count}} autre',
  'stats.more_other': 'et {{count}} autres',
};
