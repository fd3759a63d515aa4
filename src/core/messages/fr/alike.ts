import type { MessagesLike } from '#core/messages/catalogue';
import type { alike as english } from '#core/messages/en/alike';

export const alike: MessagesLike<typeof english> = {
  title: 'Cette dépêche est peut-être déjà là',
  story_one: '« {{title}} » ressemble à un article de ce bureau.',
  story_other: '« {{title}} » ressemble à {{count}} articles de ce bureau.',
  'same-file': 'Le même fichier a déjà été importé',
  share: '{{share}} % du texte est identique',
  show: 'Voir les différences',
  update: 'Mettre à jour cet article',
  discard: 'Abandonner le nouveau',
  keep: 'Garder les deux',
  left_one: 'Encore une dépêche après celle-ci',
  left_other: 'Encore {{count}} dépêches après celle-ci',
  updated:
    '« {{title}} » a reçu le nouveau texte. La version d’avant est dans son historique, l’import dans la corbeille.',
};
