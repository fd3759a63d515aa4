import { femaleFirstNames, maleFirstNames } from '#core/language/first-names';
import { fold } from '#core/language/words';

/** Plurals that no rule makes, and the word that they are found by. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    women: 'woman',
    men: 'man',
    children: 'child',
    yeux: 'oeil',
    cieux: 'ciel',
    maux: 'mal',
    baux: 'bail',
    travaux: 'travail',
    vitraux: 'vitrail',
    coraux: 'corail',
    soupiraux: 'soupirail',
    noyaux: 'noyau',
    tuyaux: 'tuyau',
    joyaux: 'joyau',
    boyaux: 'boyau',
    materiaux: 'materiau',
    landaus: 'landau',
  }),
);

/** Words that end like a plural and would be another word without the ending: `mais` is no month, `news` is not new. */
export const notPlurals: ReadonlySet<string> = new Set(
  `mais mois fois trois fils bras dans sans sous tous nous vous plus pays tres apres alors hors lors vers puis
   jamais moins depuis cours corps temps mars repas proces acces repos propos dessous dessus ours news plus this thus
   always perhaps species series paris margaux`.split(/\s+/),
);

/** Words that end like a feminine and would be another word without the ending; first names are among them. */
export const notFeminines: ReadonlySet<string> = new Set([
  ...`france medecine marche course droite retraite plainte corpse refugee committee trustee`.split(' '),
  ...fold(`${maleFirstNames} ${femaleFirstNames}`).split(/[ -]/),
]);
