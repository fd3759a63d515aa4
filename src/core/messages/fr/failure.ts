import type { FailureCode } from '#core/failure';

export const failure: Record<FailureCode, string> = {
  usage: '{{problem}} « marbre --help » rappelle le mode d’emploi.',
  'input.empty': '{{name}} est vide : il n’y a rien à importer.',
  'input.too-large': '{{name}} dépasse {{limit}} : divisez le fichier ou n’importez que l’article.',
  'input.binary': '{{name}} n’est pas du texte : importez un fichier texte, Markdown ou HTML.',
  'input.malformed': '{{name}} est illisible : vérifiez que le fichier est complet.',
  'input.unknown-format': '« {{format}} » n’est pas un format connu de Marbre : choisissez parmi {{known}}.',
  'input.unsupported':
    '{{name}} est un fichier {{kind}}, que Marbre ne lit pas\u00a0: enregistrez-le en {{instead}}, puis importez-le.',
  'input.encrypted':
    '{{name}} est protégé par un mot de passe\u00a0: enregistrez-le sans protection, puis importez-le.',
  'input.no-file':
    '{{name}} est un lien ou un périphérique, non un fichier de ce dossier\u00a0: rien n’est lu hors du dossier. Importez le fichier lui-même.',
  'folder.too-many':
    '{{name}} contient plus de {{limit}} notes, ou plus de fichiers qu’on n’en peut parcourir\u00a0: rien n’a été importé. Importez un à un les dossiers qu’il contient.',
  'folder.is-desk': '{{name}} est un bureau de Marbre\u00a0: ouvrez-le au lieu de l’importer.',
  'input.unsafe':
    '{{name}} contient un élément qui sortirait de son dossier ({{entry}})\u00a0: rien n’a été importé.',
  'input.too-hard':
    'La lecture de {{name}} demande plus de {{limit}}\u00a0: divisez le fichier ou n’importez que l’article.',
  'input.not-found': '{{name}} est introuvable : vérifiez le nom et le dossier.',
  'format.no-writer': 'Marbre ne sait pas écrire le format {{format}} : choisissez parmi {{known}}.',
  'format.no-reader': 'Marbre ne sait pas lire le format {{format}} : choisissez parmi {{known}}.',
  'format.needs-address':
    'Ce format demande l’adresse de la publication et le slug de l’article\u00a0: indiquez d’abord où paraît la publication.',
  'format.nothing-to-write':
    'Cet article n’a rien à mettre dans le format {{format}}\u00a0: aucune affirmation vérifiée.',
  'format.app-only':
    'Seule l’application imprime le format {{format}}\u00a0: exportez depuis l’application, ou convertissez en HTML.',
  'format.set-only':
    'Le format {{format}} se compose de plusieurs fichiers\u00a0: indiquez un dossier avec --out-dir.',
  'article.not-found': 'Aucun article « {{id}} » dans ce bureau : il est peut-être dans la corbeille.',
  'article.invalid':
    'Le fichier de cet article est endommagé ou incomplet\u00a0: rien n’a été modifié. Attendez la fin de la synchronisation, ou remettez une copie de son dossier «\u00a0history\u00a0» ou d’une sauvegarde.',
  'article.newer-version':
    'Cet article a été écrit par une version plus récente de Marbre (version {{version}}) : mettez Marbre à jour pour l’ouvrir ; rien n’a été modifié.',
  'article.conflict':
    'Cet article a été modifié hors de Marbre depuis son ouverture : les deux versions sont conservées, choisissez celle avec laquelle continuer.',
  'article.original-changed':
    'L’original importé de « {{name}} » n’est plus celui qui a été importé : restaurez-le d’une copie ; l’article lui-même est intact.',
  'picture.unknown':
    'Ce fichier n’est pas une image qu’un article peut contenir. Les formats PNG, JPEG, GIF, WebP et AVIF conviennent.',
  'history.not-found': 'Cette version n’est plus dans l’historique.',
  'article.missing':
    'Le fichier de cet article n’est plus dans son dossier\u00a0: il était endommagé et se trouve en quarantaine, ou il a été supprimé hors de Marbre. Une version gardée peut prendre sa place.',
  'article.changed-outside':
    'Cet article n’est plus tel que Marbre l’a écrit\u00a0: quelqu’un l’a modifié hors de Marbre, ou le disque l’a altéré. Comparez-le dans l’historique avec la version précédente, qui est conservée.',
  'picture.too-many-pixels':
    'Une image de {{name}} compte plus de {{limit}} millions de pixels\u00a0: réduisez-la, puis recommencez.',
  'picture.missing': 'L’image «\u00a0{{name}}\u00a0» est absente\u00a0: restaurez-la d’une copie du bureau.',
  'picture.changed':
    'L’image «\u00a0{{name}}\u00a0» n’est plus celle qui a été placée\u00a0: restaurez-la d’une copie du bureau.',
  'history.damaged':
    'Cette version a été altérée sur le disque\u00a0: elle ne peut plus servir\u202f; les autres sont intactes.',
  'history.none-whole':
    'Aucune version entière de cet article n’est gardée\u00a0: cherchez son texte dans les dossiers «\u00a0quarantine\u00a0» et «\u00a0original\u00a0», ou dans une sauvegarde.',
  'desk.restored':
    '{{name}} était endommagé\u00a0: les derniers réglages sains ont pris sa place\u202f; le fichier endommagé est en quarantaine.',
  'vocabulary.invalid':
    'Le fichier des mots-clés de ce bureau est endommagé\u00a0: rien n’a été modifié\u202f; réparez ou restaurez vocabulary.json.',
  'file.changed-outside':
    'Ce fichier n’est plus tel que Marbre l’a écrit\u00a0: quelqu’un l’a modifié, ou le disque l’a altéré. Vérifiez-le\u202f; le prochain enregistrement le rendra conforme.',
  'desk.not-found':
    'Il n’y a pas de bureau dans {{name}} : créez-en un avec « marbre desk init » ou choisissez un autre dossier.',
  'desk.invalid':
    'Le fichier de réglages de ce bureau est endommagé : rien n’a été modifié ; réparez ou restaurez desk.json.',
  'desk.newer-version':
    'Ce bureau a été écrit par une version plus récente de Marbre (version {{version}}) : mettez Marbre à jour pour l’ouvrir ; rien n’a été modifié.',
  'desk.not-empty': '{{name}} contient déjà d’autres fichiers : choisissez un dossier vide ou nouveau.',
  'backup.inside':
    '{{name}} se trouve dans le dossier à copier, ou le contient : choisissez un dossier ailleurs, de préférence sur un autre disque.',
  'backup.none':
    '{{name}} n’est pas une sauvegarde : choisissez le dossier d’une sauvegarde, qui porte sa date et son heure.',
  'backup.invalid':
    'La liste des fichiers de la sauvegarde {{name}} est abîmée : prenez une autre sauvegarde ; les fichiers eux-mêmes sont peut-être intacts.',
  'backup.newer-version':
    'Cette sauvegarde a été faite par une version plus récente de Marbre (version {{version}}) : mettez Marbre à jour pour l’utiliser ; rien n’a été modifié.',
  'backup.file-missing': '{{name}} manque dans la sauvegarde : prenez-le dans une autre.',
  'backup.file-changed':
    '{{name}} a été altéré dans la sauvegarde depuis qu’elle a été faite : prenez-le dans une autre.',
  'backup.stopped':
    'La copie a été arrêtée\u00a0: rien d’inachevé ne reste, et les sauvegardes précédentes sont intactes.',
  'backup.busy':
    'Une sauvegarde ou une restauration est en cours\u00a0: attendez qu’elle soit terminée, ou arrêtez-la.',
  'backup.off':
    'Aucun dossier de sauvegarde n’est choisi pour ce bureau : choisissez-en un dans les réglages du bureau.',
  'index.unavailable':
    'La bibliothèque ne répond pas. Vos articles sont intacts dans leur dossier ; réessayez, ou fermez le bureau et rouvrez-le.',
  'template.not-found': 'Ce modèle n’est plus sur le bureau\u00a0: choisissez-en un autre.',
  'template.too-many': 'Ce bureau a déjà {{limit}} modèles, le maximum\u00a0: supprimez-en un d’abord.',
  'template.invalid':
    'Le fichier des modèles de ce bureau est abîmé\u00a0: rien n’a été modifié\u00a0; réparez ou restaurez templates.json.',
  'template.newer-version':
    'Les modèles de ce bureau viennent d’une version plus récente de Marbre (version {{version}})\u00a0: mettez Marbre à jour pour les utiliser\u00a0; rien n’a été modifié.',
  'desk.read-only':
    'Ce bureau est en lecture seule\u00a0: rien n’a été modifié. Rendez son dossier accessible en écriture, puis rouvrez le bureau.',
  'desk.none-open': 'Aucun bureau n’est ouvert : ouvrez-en un ou créez-en un.',
  'io.not-found': '{{name}} n’est plus là : vérifiez que son disque ou son dossier est accessible.',
  'io.denied':
    'Marbre n’a pas le droit d’écrire dans {{name}} : changez les permissions ou choisissez un autre endroit.',
  'io.disk-full':
    'Le disque est plein : libérez de la place ; votre texte est toujours là et sera enregistré ensuite.',
  'io.busy':
    'Un autre programme occupe {{name}}, ou trop de fichiers sont ouverts\u00a0: fermez-le ou attendez un instant\u202f; votre texte est toujours là et sera enregistré ensuite.',
  'io.read': '{{name}} n’a pas pu être lu : vérifiez le disque, puis réessayez.',
  'io.write': '{{name}} n’a pas pu être écrit : vérifiez le disque, puis réessayez.',
  'request.invalid': 'La demande n’a pas été comprise : rien n’a été modifié.',
  'request.unknown': 'Cette demande est inconnue : rien n’a été modifié.',
  'request.forbidden': 'Cette demande a été refusée : rien n’a été modifié.',
  'claim.detached': 'Les mots de ce point ne sont plus dans le texte : un résultat doit porter sur des mots.',
  'claim.wrong-check':
    'Ce contrôle ne concerne pas ce type de point : seule une citation est vérifiée comme prononcée.',
  'claim.unknown-outcome':
    '« {{value}} » n’est pas dans l’échelle des résultats de ce bureau : choisissez-en un autre.',
  'claim.unknown-evidence':
    'Une source citée n’est plus attachée à ce point : choisissez parmi celles qui le sont.',
  'claim.no-grounds':
    'Un résultat demande une source ou une raison écrite : ajoutez-la, puis donnez-le à nouveau.',
  'claim.needs-evidence':
    'Ce résultat demande une source, une raison ne suffit pas : ajoutez-la, puis donnez-le à nouveau.',
  'claim.no-change': 'Ce résultat confirme d’autres mots que ceux-ci : écrivez ce qui doit les remplacer.',
  'claim.no-original':
    'Une citation traduite n’est pas vérifiée sans les mots d’origine : écrivez-les d’abord à côté d’elle.',
  'query.no-question': 'La question est vide : écrivez ce que vous voulez savoir.',
  'query.no-reason': 'Écrivez la réponse, ou pourquoi la question est réglée.',
  'query.resolved': 'Cette question est réglée : rouvrez-la d’abord.',
  'query.not-resolved': 'Cette question est déjà ouverte.',
  'sign-off.no-name': 'Un visa demande un nom : écrivez d’abord le vôtre dans les réglages.',
  'sign-off.own-copy':
    '{{name}} a écrit cette copie et ne peut la vérifier dans ce bureau : demandez à quelqu’un d’autre, ou déclarez le bureau tenu par une seule personne.',
  'sign-off.same-person':
    '{{name}} a signé comme premier vérificateur : le second doit être quelqu’un d’autre.',
  'sign-off.not-found': 'Il n’y a pas de visa de ce nom à retirer.',
  'sign-off.no-reason': 'Écrivez pourquoi le visa est retiré.',
  'override.no-reason':
    'Publier malgré ce qui reste ouvert demande une raison écrite : elle entre au dossier.',
  'override.nothing': 'Rien ne bloque cette copie : il n’y a rien à outrepasser.',
  'correction.empty': 'Le rectificatif est vide : écrivez ce que les lecteurs doivent lire.',
  'gate.refuses':
    'Ce bureau ne laisse pas sortir une copie tant que quelque chose la bloque ({{count}}) : réglez-le, ou outrepassez avec une raison.',
  'evidence.unknown-kind':
    '{{name}} ne peut pas servir de pièce : les PDF, images, sons, pages enregistrées, courriels et textes le peuvent.',
  'evidence.missing': 'La pièce « {{name}} » est absente : restaurez-la d’une copie du bureau.',
  'evidence.changed':
    'La pièce « {{name}} » n’est plus celle qui a été versée : restaurez-la d’une copie du bureau.',
  'confidential.not-set-up':
    'Ce bureau n’a pas encore de phrase secrète\u00a0: choisissez-en une dans ses réglages pour chiffrer les sources confidentielles.',
  'confidential.exists': 'Ce bureau a déjà une phrase secrète.',
  'confidential.damaged':
    'Les clés des sources confidentielles sont illisibles\u00a0: restaurez le dossier « confidential » d’une copie du bureau.',
  'confidential.newer-version':
    'Les sources confidentielles ont été chiffrées par un Marbre plus récent\u00a0: ouvrez le bureau avec celui-là.',
  'confidential.too-short':
    'Une phrase secrète compte au moins {{count}} caractères\u00a0: quelques mots que vous retiendrez.',
  'confidential.wrong-passphrase':
    'Ce n’est pas la phrase secrète de ce bureau. Réessayez autant de fois que vous voulez.',
  'confidential.locked':
    'Les sources confidentielles sont verrouillées\u00a0: ouvrez-les avec la phrase secrète du bureau.',
  'confidential.missing': 'Une source chiffrée est absente\u00a0: restaurez-la d’une copie du bureau.',
  'confidential.changed': 'Une source chiffrée est abîmée\u00a0: restaurez-la d’une copie du bureau.',
  'confidential.other-key':
    'Cette source a été chiffrée avec une clé antérieure\u00a0: déverrouillez avec la phrase secrète d’alors.',
  'confidential.busy':
    'Le chiffrement des sources confidentielles est déjà en cours\u00a0: attendez la fin, ou annulez.',
  'batch.busy': 'Des articles sont déjà en cours de modification\u00a0: attendez la fin, ou annulez.',
  'batch.forgotten': 'Cela ne peut plus être annulé\u00a0: Marbre ou le bureau a été fermé depuis.',
  'batch.changed-since': 'Quelqu’un l’a modifié depuis\u00a0: il garde ce qu’il a.',
  'tag.unknown':
    'Aucun mot-clé «\u00a0{{name}}\u00a0» dans ce bureau\u00a0: «\u00a0marbre tag list\u00a0» et le vocabulaire les montrent tous.',
  'tag.no-name': 'Un mot-clé a besoin d’un nom, en français ou en anglais\u00a0: écrivez-en un.',
  'tag.name-taken':
    '«\u00a0{{name}}\u00a0» est déjà un nom du mot-clé «\u00a0{{other}}\u00a0»\u00a0: choisissez-en un autre, ou fusionnez les deux.',
  'tag.iptc-taken':
    '{{code}} appartient déjà au mot-clé «\u00a0{{other}}\u00a0»\u00a0: retirez-le d’abord de celui-ci, ou fusionnez les deux.',
  'tag.circle':
    '«\u00a0{{parent}}\u00a0» se trouve sous «\u00a0{{name}}\u00a0» et ne peut être aussi au-dessus\u00a0: choisissez un mot-clé plus large.',
  'tag.in-use':
    'Articles avec le mot-clé «\u00a0{{name}}\u00a0»\u00a0: {{count}}. Retirez-le d’abord de ces articles, ou mettez-le hors d’usage.',
  'tag.too-many':
    'Un vocabulaire compte {{limit}} mots-clés au plus\u00a0: supprimez ceux dont personne ne se sert.',
  'tag.too-many-names':
    'Un mot-clé a {{limit}} autres noms au plus\u00a0: supprimez-en, ou fusionnez-en moins à la fois.',
  'tag.changed-since':
    '«\u00a0{{name}}\u00a0» a été modifié depuis\u00a0: annuler effacerait aussi cette modification, rien n’a donc été fait.',
  'tag.nothing-to-undo': 'Ce n’est plus annulable\u00a0: un autre bureau a été ouvert, ou c’est déjà annulé.',
  'tag.busy':
    'Des articles sont encore en cours de modification\u00a0: attendez la fin, ou arrêtez l’opération.',
  'iptc.invalid':
    '{{name}} n’est pas une liste de Media Topics au format JSON de l’IPTC\u00a0: téléchargez-la depuis cv.iptc.org, format JSON.',
  'link.refused':
    'Ce lien n’a pas été ouvert : seules les adresses web (http, https) et de courrier le sont.',
  internal: 'Marbre a rencontré une erreur : votre texte est conservé ; réessayez.',
};
