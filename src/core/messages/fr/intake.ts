import type { MessagesLike } from '#core/messages/catalogue';
import type { intake as english } from '#core/messages/en/intake';

export const intake: MessagesLike<typeof english> = {
  'cut.site-banner': 'Nom du site au-dessus du titre',
  'cut.navigation': 'Navigation du site',
  'cut.headline-source': 'Nom de la source après le titre',
  'cut.byline-line': 'Signature, passée dans son champ',
  'cut.date-line': 'Date de publication, passée dans son champ',
  'cut.share-line': 'Invitation à partager',
  'cut.source-link': 'Lien vers la source',
  'cut.read-also': 'Renvoi vers un autre article',
  'cut.newsletter': 'Abonnement ou lettre d’information',
  'cut.advertisement': 'Mention publicitaire',
  'cut.copyright': 'Mention de droits',
  'cut.reading-time': 'Temps de lecture',
  'cut.comments-line': 'Commentaires du site',
  'cut.cookie-notice': 'Avis sur les cookies',
  'cut.wire-slug': 'Code d’agence',
  'cut.end-mark': 'Marque de fin',
  'cut.repeated-line': 'Ligne en double',
  'cut.blank-lines': 'Lignes vides',
  'cut.desk-rule': 'Règle de ce bureau',

  'query.quotation-incomplete': 'Cette citation est-elle entière\u202f? Elle semble coupée.',
  'query.quotation-unbalanced':
    'Où commence et où finit cette citation\u202f? Ses guillemets ne vont pas par paires.',
  'query.quotation-without-speaker': 'Qui parle\u202f? Personne n’est nommé.',
  'query.relative-date': 'Quel jour est-ce\u202f? Il n’y a pas de date à partir de laquelle compter.',

  'warning.encoding-guessed': 'L’encodage a été deviné\u00a0: {{encoding}}.',
  'warning.mojibake-repaired': 'Des accents abîmés ont été réparés.',
  'warning.undecodable-characters': 'Certains caractères n’ont pas pu être décodés.',
  'warning.picture-dropped': 'Une image a été laissée de côté\u00a0: {{name}}',
  'warning.picture-missing': 'Une image n’est pas dans le dossier importé\u00a0: {{name}}',
  'warning.embed-dropped': 'Un son ou un film incorporé a été laissé de côté.',
  'warning.text-dropped': 'Une partie de la page a été laissée de côté\u00a0: «\u00a0{{text}}\u00a0»',
  'warning.link-dropped': 'Un lien a été laissé de côté, son texte gardé\u00a0: {{url}}',
  'warning.hard-wraps-joined': 'Des lignes coupées à largeur fixe ont été rejointes.',
  'warning.front-matter-ignored':
    'Une partie de l’en-tête de métadonnées a été laissée de côté\u00a0: {{text}}',
  'warning.language-unsure': 'La langue est incertaine\u00a0: vérifiez-la.',
  'warning.attachment-dropped': 'Une pièce jointe a été laissée de côté\u00a0: {{name}}',
  'warning.object-dropped': 'Un élément qui n’est pas du texte a été laissé de côté\u00a0: {{name}}',
  'warning.style-dropped': 'Un style inconnu de Marbre a été lu comme du texte simple\u00a0: {{name}}',
  'warning.field-dropped': 'Un champ qui n’a pas de place dans Marbre a été laissé de côté\u00a0: {{text}}',
  'warning.comment-dropped': 'Un commentaire a été laissé de côté\u00a0: «\u00a0{{text}}\u00a0»',
  'warning.change-settled':
    'Une modification suivie n’a pas pu devenir une suggestion et a été acceptée\u00a0: {{text}}',
  'warning.wiki-link-flattened': 'Un lien vers une autre note a été gardé comme texte\u00a0: {{text}}',
};
