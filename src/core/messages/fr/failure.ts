import type { FailureCode } from '#core/failure';

export const failure: Record<FailureCode, string> = {
  usage: '{{problem}} « marbre --help » rappelle le mode d’emploi.',
  'input.empty': '{{name}} est vide : il n’y a rien à importer.',
  'input.too-large': '{{name}} dépasse {{limit}} : divisez le fichier ou n’importez que l’article.',
  'input.binary': '{{name}} n’est pas du texte : importez un fichier texte, Markdown ou HTML.',
  'input.malformed': '{{name}} est illisible : vérifiez que le fichier est complet.',
  'input.unknown-format': '« {{format}} » n’est pas un format connu de Marbre : choisissez parmi {{known}}.',
  'input.not-found': '{{name}} est introuvable : vérifiez le nom et le dossier.',
  'format.no-writer': 'Marbre ne sait pas écrire le format {{format}} : choisissez parmi {{known}}.',
  'article.not-found': 'Aucun article « {{id}} » dans ce bureau : il est peut-être dans la corbeille.',
  'article.invalid':
    'Le fichier de cet article est endommagé : rien n’a été modifié ; une copie de son dossier « history » peut aider.',
  'article.newer-version':
    'Cet article a été écrit par une version plus récente de Marbre (version {{version}}) : mettez Marbre à jour pour l’ouvrir ; rien n’a été modifié.',
  'article.conflict':
    'Cet article a été modifié hors de Marbre depuis son ouverture : les deux versions sont conservées, choisissez celle avec laquelle continuer.',
  'article.original-changed':
    'L’original importé de « {{name}} » n’est plus celui qui a été importé : restaurez-le d’une copie ; l’article lui-même est intact.',
  'picture.unknown':
    'Ce fichier n’est pas une image qu’un article peut contenir. Les formats PNG, JPEG, GIF, WebP et AVIF conviennent.',
  'history.not-found': 'Cette version n’est plus dans l’historique.',
  'desk.not-found':
    'Il n’y a pas de bureau dans {{name}} : créez-en un avec « marbre desk init » ou choisissez un autre dossier.',
  'desk.invalid':
    'Le fichier de réglages de ce bureau est endommagé : rien n’a été modifié ; réparez ou restaurez desk.json.',
  'desk.newer-version':
    'Ce bureau a été écrit par une version plus récente de Marbre (version {{version}}) : mettez Marbre à jour pour l’ouvrir ; rien n’a été modifié.',
  'desk.not-empty': '{{name}} contient déjà d’autres fichiers : choisissez un dossier vide ou nouveau.',
  'desk.none-open': 'Aucun bureau n’est ouvert : ouvrez-en un ou créez-en un.',
  'io.not-found': '{{name}} n’est plus là : vérifiez que son disque ou son dossier est accessible.',
  'io.denied':
    'Marbre n’a pas le droit d’écrire dans {{name}} : changez les permissions ou choisissez un autre endroit.',
  'io.disk-full':
    'Le disque est plein : libérez de la place ; votre texte est toujours là et sera enregistré ensuite.',
  'io.read': '{{name}} n’a pas pu être lu : vérifiez le disque, puis réessayez.',
  'io.write': '{{name}} n’a pas pu être écrit : vérifiez le disque, puis réessayez.',
  'request.invalid': 'La demande n’a pas été comprise : rien n’a été modifié.',
  'request.unknown': 'Cette demande est inconnue : rien n’a été modifié.',
  'request.forbidden': 'Cette demande a été refusée : rien n’a été modifié.',
  'link.refused':
    'Ce lien n’a pas été ouvert : seules les adresses web (http, https) et de courrier le sont.',
  internal: 'Marbre a rencontré une erreur : votre texte est conservé ; réessayez.',
};
