import type { Line } from './line';
import type { CutReason } from './types';

/** Where in the copy a rule may propose a cut: before the story, behind it, or anywhere. */
export type Zone = 'head' | 'tail' | 'anywhere';

export interface CutRule {
  readonly reason: CutReason;
  readonly zones: readonly Zone[];
  /** Longer lines (characters) are copy. */
  readonly longest: number;
  /** Matched against the folded line: lower case, no accents, straight apostrophes. */
  readonly fr?: readonly RegExp[];
  readonly en?: readonly RegExp[];
  /** Matched against the folded line in any language. */
  readonly any?: readonly RegExp[];
  /** Matched against the line to the letter. */
  readonly raw?: readonly RegExp[];
}

const networks =
  'facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|instagram|messenger|e-?mail|courriel|mail|sms|imprimer|print|copier le lien|copy link|copy|link|bluesky|threads|mastodon|youtube|tiktok|flipboard|partager|share|tweet|tweeter|save|enregistrer|flux rss|rss|plus|more';

/**
 * The lines that aggregators and sites put around a story. Both languages are always tried: machine-translated copy
 * mixes them. A line that is cut comes back with one key, but a sentence of the story must not be cut at all: every
 * pattern covers a whole line, and all but the plainest are bounded in length.
 */
export const cutRules: readonly CutRule[] = [
  {
    reason: 'share-line',
    zones: ['anywhere'],
    longest: 140,
    any: [new RegExp(`^(?:(?:${networks})(?: sur| on| via| with| by)?[ ,|/·:•-]*){1,12}$`)],
    fr: [
      /^(?:vous pouvez |n'hesitez pas a |pensez a |merci de )?partage[rz]? (?:cet article|cette (?:histoire|actualite|info|information|page|publication|nouvelle|video)|l'(?:article|info|actu)|ce (?:contenu|billet|texte|message)|avec vos (?:amis|proches)|sur (?:les reseaux|vos reseaux|facebook|twitter|x|whatsapp|linkedin))\b[^.]{0,80}\.?$/,
      /^(?:partager|partagez)(?: (?:l'article|cet article|sur))? ?:?$/,
      /^(?:suivez|rejoignez|retrouvez)[- ]nous\b.{0,100}$/,
      /^suivez (?:toute )?l'actualite .{0,90}$/,
    ],
    en: [
      /^(?:you can |please )?(?:share|tweet|e-?mail|print) (?:this|the) (?:story|article|post|page|news|content|video)\b(?:(?: (?:on|via|with|to|by|in|across|using)\b| ?[:!-])[^.]{0,80})?\.?$/,
      /^share (?:on|via|with friends|this|it)\b ?[^.]{0,50}$/,
      /^(?:follow|like|join|find) us (?:on|at)\b.{0,100}$/,
    ],
  },
  {
    reason: 'source-link',
    zones: ['tail'],
    longest: 220,
    any: [
      /^https?:\/\/\S+$/,
      /^www\.\S+$/,
      /^(?:source|sources|lien|link|via|url) ?:? ?(?:https?:\/\/|www\.)\S+$/,
    ],
    fr: [
      /^(?:lien|liens|source|sources|lien source|lien de la source|lien vers la source|source du lien|source originale|article original|article source|lire l'article (?:original|complet|source|en entier)|lire la suite)(?: ?(?::|sur|->|→|\|).{0,120})?$/,
      /^(?:cet article|ce contenu|ce texte|l'article .{1,160}) (?:est |a ete |est d'abord |est initialement )?(?:paru|apparu|publie|initialement publie|initialement paru)(?: en premier| d'abord| pour la premiere fois| initialement)? (?:sur|dans|chez|par) .{1,80}$/,
      /^(?:credit|credits?|credit photo|photo) ?: .{1,100}$/,
    ],
    en: [
      /^(?:source|sources|source link|link to source|original article|original source|original story|via)(?: ?[:|>-].{0,120})?$/,
      /^(?:read|see|view|continue reading) (?:the )?(?:full|original|complete|whole|rest of the) (?:story|article|post|report)\b.{0,80}$/,
      /^(?:this (?:article|story|post)|the (?:post|article) .{1,160}) (?:was )?(?:first |originally )?(?:appeared|published)(?: first| originally)? (?:on|in|at|by) .{1,80}$/,
    ],
  },
  {
    reason: 'read-also',
    zones: ['anywhere'],
    longest: 240,
    fr: [
      /^\(?(?:a lire aussi|lire aussi|a lire egalement|lire egalement|lisez aussi|a voir aussi|voir aussi|a ecouter aussi|a relire)\b.{0,200}$/,
      /^(?:a lire|a voir|a ecouter|sur le meme (?:sujet|theme)|articles? (?:lies?|connexes?|similaires?|recommandes?)|pour aller plus loin|notre dossier|dans la meme rubrique|a decouvrir(?: aussi)?|en savoir plus|sujets? associes?)(?: ?[:>|»→-].{0,200})?$/,
    ],
    en: [
      /^[([]?(?:read also|also read|see also|read next|watch next|you may also like|you might also like|recommended(?: for you| reading)?|related (?:articles?|stories|news|content|topics|coverage|posts?)|more on this(?: story)?|further reading|trending(?: now)?|most read|don't miss)\b(?: ?[:>|→-]? ?.{0,200})?$/,
      /^(?:read more|related|watch|listen|more from .{1,60}|explainer|in pictures)(?: ?[:>|→-] ?.{1,200})?$/,
    ],
  },
  {
    reason: 'newsletter',
    zones: ['anywhere'],
    longest: 220,
    fr: [
      /^(?:abonnez-vous|inscrivez-vous|je m'abonne|s'abonner|je m'inscris|deja abonne)\b.{0,180}$/,
      /^recevez (?:notre|nos|la|le meilleur|chaque|gratuitement|toute l'actualite)\b.{0,160}$/,
      /^telechargez (?:notre|l')\s?(?:appli|application)\b.{0,140}$/,
      /^soutenez (?:notre|le|la|un) .{0,60}(?:journalisme|redaction|independan).{0,80}$/,
    ],
    en: [
      /^(?:subscribe|sign up|log in to|already a subscriber|register)\b(?: (?:to|for|now|today|here|free|and)\b| ?[!:.?-]|$).{0,180}$/,
      /^get (?:our|the|all the) (?:free |daily |weekly |latest )?(?:newsletter|news|headlines|app|stories|email)\b.{0,140}$/,
      /^download (?:our|the) (?:free |new )?app\b.{0,140}$/,
      /^(?:support|become a (?:member|subscriber)|join) (?:our|independent|us|the|of)?\b.{0,40}(?:journalism|newsroom|newsletter|community|members?)\b.{0,80}$/,
    ],
  },
  {
    reason: 'advertisement',
    zones: ['anywhere'],
    longest: 90,
    fr: [
      /^\[?(?:publicite|annonce|annonces|sponsorise|contenu sponsorise|article sponsorise|contenu partenaire|publi-?(?:reportage|redactionnel))\]?$/,
      /^(?:la suite (?:de l'article )?apres (?:la|cette|votre) publicite|la suite apres la pub|votre annonce ici)$/,
    ],
    en: [
      /^\[?(?:advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted|paid post|partner content)\]?$/,
      /^(?:story continues below|article continues (?:below|after)|continue reading below|scroll (?:down )?to continue|advertisement - ).{0,40}$/,
    ],
  },
  {
    reason: 'copyright',
    zones: ['tail', 'head'],
    longest: 260,
    any: [/^(?:©|\(c\) ?(?:\d{4}|copyright|[a-z])|copyright\b).{0,200}$/],
    fr: [
      /^(?:.{0,80}[-–—.,©] ?)?tous droits (?:de reproduction )?(?:et de representation )?reserves\b.{0,120}$/,
      /^(?:toute )?reproduction (?:meme partielle |totale ou partielle )?.{0,40}interdite\b.{0,100}$/,
    ],
    en: [
      /^(?:.{0,80}[-–—.,©] ?)?all rights reserved\b.{0,120}$/,
      /^(?:this material may not be|no part of this) (?:published|reproduced|publication|article).{0,160}$/,
    ],
  },
  {
    reason: 'reading-time',
    zones: ['head', 'tail'],
    longest: 60,
    fr: [
      /^(?:temps de lecture|lecture|duree) ?:? ?(?:environ )?\d{1,3} ?(?:min|mn|minutes?)\.?$/,
      /^\d{1,3} ?(?:min|mn|minutes?) de lecture$/,
    ],
    en: [
      /^\d{1,3}[ -]?min(?:ute)?s? read$/,
      /^(?:reading time|read time|time to read|estimated reading time) ?:? ?.{0,25}$/,
    ],
  },
  {
    reason: 'comments-line',
    zones: ['head', 'tail'],
    longest: 90,
    any: [/^\(?(?:\d{1,5} )?(?:commentaires?|comments?|reactions?)\)? ?(?:\(\d{1,5}\))?$/],
    fr: [
      /^(?:laisser|laissez|ajouter|poster|ecrire|voir|lire|afficher) (?:un|les|tous les|vos|votre|\d{1,5}) ?commentaires?\b.{0,40}$/,
      /^(?:soyez le premier a|connectez-vous pour) (?:commenter|reagir)\b.{0,40}$/,
      /^(?:reagir|commenter)(?: a cet article)?$/,
    ],
    en: [
      /^(?:leave|post|add|view|write|show|join) (?:a|your|all|the|\d{1,5}) ?(?:comments?|reply|conversation|discussion)\b.{0,40}$/,
      /^be the first to comment\b.{0,30}$/,
    ],
  },
  {
    reason: 'cookie-notice',
    zones: ['head', 'tail'],
    longest: 400,
    fr: [
      /^(?:ce site|notre site|nous|en poursuivant|en continuant|gerer|accepter|tout accepter)\b.{0,160}\bcookies?\b.{0,240}$/,
    ],
    en: [
      /^(?:this (?:site|website)|our (?:site|website)|we|by continuing|by clicking|accept|manage)\b.{0,160}\bcookies?\b.{0,240}$/,
    ],
  },
  {
    reason: 'navigation',
    zones: ['head'],
    longest: 160,
    fr: [
      /^(?:aller au contenu(?: principal)?|menu|rechercher|recherche|connexion|se connecter|mon compte|mon espace|retour)$/,
      /^accueil(?: ?[>›»/|].{0,140})?$/,
    ],
    en: [
      /^(?:skip to (?:main )?content|menu|search|log ?in|sign in|my account|back|back to top|close)$/,
      /^home ?[>›»/|].{0,140}$/,
      /^home$/,
    ],
  },
  {
    reason: 'wire-slug',
    zones: ['head'],
    longest: 60,
    raw: [
      /^[A-Z]{2,8}(?:[-/][A-Z0-9]{2,14}){1,5}$/,
      /^\(?(?:AFP|Reuters|REUTERS|AP|Associated Press|ANSA|EFE|dpa|DPA|Belga|BELGA|ATS|PA Media|Xinhua|TASS|UPI)\)?$/,
      // Takes and leads of a running story.
      /^\(?(?:\d{1,2}(?:E|EME|ÈME|ERE|ÈRE|ST|ND|RD|TH)\s)?(?:LEAD|LD|TAKE|PRISE|ADD|WRITETHRU)(?:[- ](?:WRITETHRU|LEAD|\d{1,2})){0,2}\)?$/,
      /^(?:URGENT|ALERTE|FLASH|BREAKING|BREAKING NEWS|LEAD|UPDATE \d|REPRISE|EMBARGO)\s?[:!.-]?$/,
    ],
  },
  {
    reason: 'end-mark',
    zones: ['tail'],
    longest: 40,
    any: [
      /^(?:-+ ?30 ?-+|-?30-?|#{2,6}|\*{2,8}|-{2,10}|_{3,20}|\(?(?:fin|end|ends|more|suite|a suivre|to be continued|fin de l'article|end of article)\)?\.?|- ?(?:fin|ends?|more) ?-)$/,
      /^[a-z]{2,4}(?:[/-][a-z]{2,4}){1,5}$/,
    ],
  },
];

/** The reason for which a line may be cut in a zone; null: it is copy. */
export function reasonToCut(line: Line, zone: Zone): CutReason | null {
  const rule = cutRules.find(
    ({ zones, longest, fr = [], en = [], any = [], raw = [] }) =>
      (zones.includes(zone) || zones.includes('anywhere')) &&
      line.text.length <= longest &&
      ([...fr, ...en, ...any].some((pattern) => pattern.test(line.folded)) ||
        raw.some((pattern) => pattern.test(line.text.trim()))),
  );
  return rule?.reason ?? null;
}
