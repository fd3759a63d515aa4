import type { MessagesLike } from '#core/messages/catalogue';
import type { metadata as english } from '#core/messages/en/metadata';

export const metadata: MessagesLike<typeof english> = {
  'length.good_one': '{{number}} signe sur {{limit}}',
  'length.good_other': '{{number}} signes sur {{limit}}',
  'length.long_one': '{{number}} signe sur {{limit}}\u00a0: parfois coupé',
  'length.long_other': '{{number}} signes sur {{limit}}\u00a0: parfois coupé',
  'length.over_one': '{{number}} signe sur {{limit}}\u00a0: coupé presque partout',
  'length.over_other': '{{number}} signes sur {{limit}}\u00a0: coupé presque partout',
  'length.of': 'Longueur de «\u00a0{{field}}\u00a0»',
  'length.headline-instead': 'À défaut, le titre\u00a0: {{reading}}',

  'group.publication': 'Publication',
  'group.headlines': 'Titres et adresse',
  'group.origin': 'Provenance et droits',
  'group.picture': 'Image',
  'group.work': 'Travail',
  'group.file': 'Fichier',

  due: 'À rendre le',
  headline: 'Titre',
  'seo-headline': 'Titre pour les moteurs de recherche',
  'short-headline': 'Titre court (mobile, notifications)',
  dateline: 'Lieu (en tête de dépêche)',
  rights: 'Droits',
  bylines: 'Signé par',

  'slug.from-headline': 'D’après le titre',
  'slug.becomes':
    'Enregistré sous la forme «\u00a0{{slug}}\u00a0»\u00a0: minuscules, chiffres et traits d’union.',
  'slug.empty': 'Il faut au moins une lettre ou un chiffre\u00a0: le précédent est conservé.',
  'slug.hint': 'Donne leur nom aux fichiers exportés. Le dossier de l’article suit quand on le renomme.',

  'embargo.legend': 'Embargo',
  'embargo.until': 'Pas avant',
  'embargo.zone': 'Fuseau horaire',
  'embargo.lift': 'Lever l’embargo',
  'embargo.holds': 'Pas avant le {{when}} ({{zone}}, {{offset}}).',
  'embargo.over': 'Levé depuis le {{when}} ({{zone}}, {{offset}}).',
  'embargo.here': 'À l’heure de cette machine\u00a0: {{when}}.',
  'embargo.never':
    'On avance les horloges cette nuit-là\u00a0: {{time}} n’existe pas, c’est une heure de plus qui compte.',
  'embargo.twice':
    'On recule les horloges cette nuit-là\u00a0: {{time}} revient deux fois, c’est la seconde qui compte.',
  'embargo.unknown-zone':
    '«\u00a0{{zone}}\u00a0» n’est pas un fuseau horaire\u00a0: choisissez-en un, par exemple Europe/Paris.',
  'embargo.export': 'Sous embargo\u00a0: pas avant le {{when}} ({{zone}}). Prévenez qui recevra ce fichier.',

  'picture.none': 'Sans image',
  'picture.this': 'Image {{number}}',
  'picture.add': 'Ajouter une image…',
  'picture.hint':
    'Les images de l’article sont proposées ici\u00a0; celle qu’on ajoute ici n’entre pas dans le texte.',

  'statuses.legend': 'Statuts',
  'statuses.hint':
    'Dans l’ordre où la copie les traverse. Un nom vide reprend celui du logiciel\u00a0; le sens d’un statut décide de ce qu’en font le bon à tirer et la vue d’ensemble.',
  'statuses.one': 'Statut «\u00a0{{name}}\u00a0»',
  'statuses.stage': 'Sens',
  'statuses.up': 'Monter «\u00a0{{name}}\u00a0»',
  'statuses.down': 'Descendre «\u00a0{{name}}\u00a0»',
  'statuses.remove': 'Supprimer «\u00a0{{name}}\u00a0»',
  'statuses.add': 'Ajouter un statut',
  'statuses.in-use_one': 'Utilisé\u00a0: {{number}} article.',
  'statuses.in-use_other': 'Utilisé\u00a0: {{number}} articles.',
  'statuses.last-published': 'Un statut doit dire qu’un article est publié.',
  'statuses.too-few': 'Un bureau a besoin de deux statuts.',

  'template.choose': 'Nouvel article d’après un modèle',
  'template.hint': 'Tapez le nom d’un modèle',
  'template.own': 'Modèles de ce bureau',
  'template.starters': 'Prêts à l’emploi',
  'template.none': 'Aucun modèle de ce nom.',
  'template.none-yet':
    'Aucun modèle à vous pour l’instant\u00a0: ouvrez un article et choisissez «\u00a0Enregistrer comme modèle…\u00a0».',
  'template.preview': 'Aperçu',
  'template.keys': 'Entrée commence l’article. Suppr retire un modèle de ce bureau.',
  'template.removed': '«\u00a0{{name}}\u00a0» a été supprimé.',
  'template.undo': 'Annuler (Ctrl+Z)',
  'template.save-title': 'Enregistrer comme modèle',
  'template.name': 'Nom du modèle',
  'template.save-hint':
    'Garde le texte, la langue, la rubrique, le statut, les mots-clés, la longueur visée et les notes. Le titre devient un TK à remplir\u00a0; points à vérifier, commentaires et images restent dans l’article.',
  'template.replaces': 'Remplace le modèle «\u00a0{{name}}\u00a0».',
  'template.save': 'Enregistrer',
  'template.replace': 'Remplacer',
  'template.saved': 'Enregistré comme modèle «\u00a0{{name}}\u00a0».',
};
