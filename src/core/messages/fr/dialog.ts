import type { MessagesLike } from '#core/messages/catalogue';
import type { dialog as english } from '#core/messages/en/dialog';

export const dialog: MessagesLike<typeof english> = {
  'menu.file': 'Fichier',
  'menu.edit': 'Édition',
  'menu.insert': 'Insertion',
  'menu.format': 'Format',
  'menu.check': 'Vérification',
  'menu.view': 'Affichage',
  'menu.help': 'Aide',
  'import.title': 'Importer des dépêches',
  'import.files': 'Dépêches (texte, Markdown, HTML)',
  'import.all': 'Tous les fichiers',
  'picture.title': 'Choisir une image',
  'picture.files': 'Images',
  'evidence.title': 'Joindre un fichier comme pièce',
  'evidence.files': 'Pièces (PDF, images, sons, pages, courriels, textes)',
  'dossier.title': 'Enregistrer le dossier de vérification',
  'export.title': 'Exporter l’article',
  'export.folder': 'Choisir un dossier pour les articles exportés',
  'desk.choose': 'Ouvrir un bureau',
  'desk.create': 'Choisir un dossier vide pour le nouveau bureau',
  'desk.sample': 'Bureau d’exemple',
  'window.gone': 'La fenêtre de Marbre s’est arrêtée plusieurs fois.',
  'window.gone-detail':
    'Vos articles sont en sécurité sur le disque. Rouvrez la fenêtre, ou quittez Marbre et relancez-le.',
  'window.hangs': 'La fenêtre de Marbre ne répond plus.',
  'window.hangs-detail':
    'Attendez-la, ou rouvrez-la\u00a0: ce qui a été saisi dans la dernière seconde avant l’arrêt peut être perdu, le reste est enregistré.',
  'window.reopen': 'Rouvrir la fenêtre',
  'window.wait': 'Attendre',
  'window.quit': 'Quitter',
  clipboard: 'Presse-papiers',
  'topics.title': 'Importer les Media Topics de l’IPTC',
  'topics.files': 'Liste de l’IPTC en JSON',
};
