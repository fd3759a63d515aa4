import type { MessagesLike } from '#core/messages/catalogue';
import type { confidential as english } from '#core/messages/en/confidential';

export const confidential: MessagesLike<typeof english> = {
  title: 'Sources confidentielles',
  'state.none': 'Les sources marquées confidentielles sont en clair sur ce disque.',
  'state.locked': 'Chiffrées et verrouillées.',
  'state.unlocked':
    'Chiffrées ; déverrouillées jusqu’à ce que vous les verrouilliez, fermiez le bureau ou n’y touchiez pas pendant {{minutes}} minutes.',
  'state.damaged': 'Les clés de ce bureau sont illisibles.',
  what: 'Avec une phrase secrète, les sources que vous marquez comme confidentielles sont chiffrées sur ce disque : fichiers, titres, emplacements, mots et contacts. En ajouter une ne demande pas la phrase, la consulter si. Les titres des articles, la copie, les points et leurs notes ne sont pas chiffrés.',
  loss: 'Sans cette phrase, personne ne peut les ouvrir : ni vous, ni nous. Écrivez-la et gardez-la en lieu sûr.',
  passphrase: 'Phrase secrète',
  again: 'La même, encore une fois',
  'new-passphrase': 'Nouvelle phrase secrète',
  'new-again': 'La nouvelle, encore une fois',
  show: 'Montrer ce que je tape',
  'strength.short': 'Au moins {{count}} caractères : quelques mots que vous retiendrez.',
  'strength.weak': 'Facile à deviner.',
  'strength.fair': 'Correcte. Quelques mots de plus la rendraient solide.',
  'strength.strong': 'Solide.',
  different: 'Les deux ne sont pas identiques.',
  understood: 'Je l’ai mise en lieu sûr. Sans elle, les sources sont perdues.',
  'set-up': 'Chiffrer les sources confidentielles',
  'set-up-done': 'Les sources confidentielles sont désormais chiffrées.',
  unlock: 'Déverrouiller',
  'unlock-title': 'Déverrouiller les sources confidentielles',
  'unlock-what': 'La phrase secrète du bureau « {{name}} ».',
  'unlock-lost':
    'Oubliée ? Ce qui est chiffré ne peut pas être ouvert sans elle. Les réglages du bureau permettent de continuer avec une nouvelle.',
  lock: 'Verrouiller',
  'locked-notice': 'Les sources confidentielles sont verrouillées.',
  working: 'Un instant…',
  'change-passphrase': 'Changer la phrase secrète',
  'change-passphrase-what':
    'Les fichiers restent tels quels ; seule leur clé est protégée autrement. Les copies du bureau faites avant s’ouvrent toujours avec l’ancienne.',
  'change-passphrase-done': 'La phrase secrète a été changée.',
  'change-key': 'Changer la clé',
  'change-key-what':
    'Chiffre de nouveau chaque fichier, avec une clé que personne n’a vue. À faire quand quelqu’un d’autre peut avoir à la fois la phrase secrète et une copie du bureau.',
  'change-key-done': 'Tous les fichiers sont chiffrés avec la nouvelle clé.',
  'change-key-stopped':
    'Arrêté. Certains fichiers ont la nouvelle clé, les autres encore l’ancienne ; tous s’ouvrent. Changez encore la clé pour finir.',
  unfinished:
    'Un changement de clé n’est pas terminé. Tous les fichiers s’ouvrent ; changez encore la clé pour finir.',
  'start-over': 'J’ai perdu la phrase secrète',
  'start-over-what':
    'Ce qui est chiffré reste sur le disque et ne peut pas être ouvert, à moins que quelqu’un ne se souvienne de l’ancienne phrase. Les nouvelles sources confidentielles sont chiffrées avec une nouvelle. Rien n’est supprimé.',
  'start-over-do': 'Continuer avec une nouvelle phrase',
  'start-over-done': 'Les nouvelles sources confidentielles sont chiffrées avec la nouvelle phrase.',
  'given-up_one':
    '{{count}} clé antérieure a été abandonnée. Déverrouillez avec sa phrase secrète pour voir ses sources.',
  'given-up_other':
    '{{count}} clés antérieures ont été abandonnées. Déverrouillez avec la phrase secrète de l’une d’elles pour voir ses sources.',
  protect: 'Chiffrer ce qui est encore en clair',
  'protect-what': 'Parcourt tous les articles, leurs versions gardées et la corbeille.',
  protected_one: '{{number}} article avait des sources confidentielles en clair ; elles sont chiffrées.',
  protected_other: '{{number}} articles avaient des sources confidentielles en clair ; elles sont chiffrées.',
  'protected-none': 'Rien de confidentiel n’était en clair.',
  refused_one: '{{number}} n’a pas pu être traité et reste tel quel.',
  refused_other: '{{number}} n’ont pas pu être traités et restent tels quels.',
  progress: 'Chiffrement',
  'progress-at': '{{done}} sur {{total}}',
  stop: 'Arrêter',
  'sealed-source': 'Source confidentielle',
  'sealed-locked': 'Chiffrée : verrouillée',
  'sealed-opening': 'Ouverture…',
  removed: 'Une source confidentielle a été retirée du point.',
  open: 'Ouvrir…',
  'clear-hint':
    'Ce bureau n’a pas de phrase secrète : marquée, mais pas chiffrée. Choisissez-en une dans les réglages du bureau.',
};
