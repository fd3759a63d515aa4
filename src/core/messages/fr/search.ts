import type { MessagesLike } from '#core/messages/catalogue';
import type { search as english } from '#core/messages/en/search';

export const search: MessagesLike<typeof english> = {
  'problem.unclosed':
    'Ce guillemet ou cette parenthèse n’a pas son pendant. Ajoutez l’autre, ou supprimez-le.',
  'problem.unknown-field':
    'Il n’existe pas de filtre «\u00a0{{field}}:\u00a0». Pour chercher le mot lui-même, mettez-le entre guillemets.',
  'problem.unknown-value':
    '«\u00a0{{field}}:\u00a0» ne connaît pas «\u00a0{{value}}\u00a0». Valeurs connues\u00a0: {{known}}.',
  'problem.bad-date':
    '«\u00a0{{value}}\u00a0» n’est pas une date. Écrivez 2026, 2026-03, 2026-03-04, 2026-01..2026-03 ou aujourd’hui.',
  'problem.no-value':
    'Il n’y a rien derrière «\u00a0{{field}}:\u00a0». Écrivez la valeur juste après les deux-points.',
  'problem.dangling':
    '«\u00a0OU\u00a0» et «\u00a0-\u00a0» portent sur ce qui les touche. Ici il n’y a rien\u00a0: ce signe est ignoré.',
  'problem.too-long': 'La requête est trop longue. Tout ce qui suit est ignoré.',

  'known.claim': 'ouvert, partiel, périmé, erroné, vérifié, oui, non',
  'known.blocked':
    'point-ouvert, point-partiel, second-contrôle, propre-contrôle, texte-d-origine, point-périmé, point-erroné, correction, point-contesté, dépendance, question-ouverte, question-répondue, commentaire, suggestion, tk, chiffre-du-titre, nom-du-titre, visa-manquant, visa-caduc',
  'known.has':
    'périmé, points, questions, blocages, mots-clés, rubrique, signature, embargo, photo, notes, original, visa, échéance',
  'known.lang': 'fr, en',

  'help.title': 'Comment chercher',
  'help.words':
    'Tous ces mots, sous toutes leurs formes\u00a0: pluriels, accents et majuscules ne comptent pas.',
  'help.phrase': 'Ces mots dans cet ordre.',
  'help.prefix': 'Les mots qui commencent ainsi.',
  'help.without': 'Sans ce mot\u00a0; s’emploie aussi devant un filtre ou des guillemets.',
  'help.or': 'L’un ou l’autre. OU relie ses deux voisins\u00a0; les parenthèses groupent.',
  'help.headline': 'Dans le titre seulement. De même\u00a0: chapô, texte, dans-points, source, note.',
  'help.tag': 'Avec ce mot-clé ou un mot-clé plus étroit. La virgule veut dire «\u00a0ou\u00a0».',
  'help.status': 'À ce statut.',
  'help.section': 'Dans cette rubrique. Les guillemets tiennent plusieurs mots ensemble.',
  'help.by': 'De cet auteur.',
  'help.date':
    'Publié pendant ces mois. De même\u00a0: créé, modifié, échéance\u00a0; 2026, aujourd’hui, semaine, mois, >=2026-03-04.',
  'help.claim': 'Avec des points qui restent à vérifier. De même\u00a0: {{known}}.',
  'help.has': 'Avec des vérifications périmées. De même\u00a0: {{known}}.',
  'help.assignee': 'Avec des points confiés à cette personne.',
  'help.lang': 'Dans cette langue.',
};
