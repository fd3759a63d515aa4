import type { LanguageWords } from '../words';

/** French words that the rules know. Adding one here is all that it takes. */
export const french: LanguageWords = {
  common:
    'le la les des du un une et est dans que qui pour par sur au aux avec ce cette ces son sa ses se il elle ils elles ne pas plus nous vous leur leurs mais ou donc été être avoir a ont sont selon après avant entre sans sous aussi comme'.split(
      ' ',
    ),
  abbreviations:
    'janv févr avr juil sept oct nov déc M MM Mme Mmes Mlle Dr Pr Me Mgr St Ste av bd env etc cf ex p art vol n no nº tél J.-C c.-à-d'.split(
      ' ',
    ),
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  shortMonths: 'janv févr mars avr mai juin juil août sept oct nov déc'.split(' '),
  weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  /** Stems: an ending may follow. */
  speech:
    'accus admet admis affirm ajout alert allégu analys annonc argu assur avanc averti avoue avou clam commente comment conclu concéd concèd confess confirm conseill consid constat critiqu déclar décri demand démen déplor dénonc dit disai disen disant dire expliqu expos exprim fait valoir fait savoir glissé indiqu insist interpell interrog ironis justifi lanc murmur mention observ précis prétend prévien préven promet promis protest racont notait relev lanc écrié appelait appelle rappel rapport reconna reconnu regrett remarqu répét répli répond répliqu répondu résum rétorqu révél sembl signal souffl soulign soup soutien souten suggér témoign tempêt twitt écri estim évoqu'.split(
      ' ',
    ),
  attribution: [
    'selon',
    'd’après',
    'pour sa part',
    'de l’avis de',
    'aux yeux de',
    'citant',
    'cité par',
    'dixit',
    'dans un communiqué',
    'dans un entretien',
    'dans une interview',
    'sur X',
    'sur Twitter',
  ],
  /** A quotation that ends with one of these was cut in the middle. */
  unfinished:
    'de du des le la les un une et ou à au aux que qui dont pour par sur dans avec sans en ne se d’ l’ qu’'.split(
      ' ',
    ),
};
