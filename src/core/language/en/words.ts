import type { LanguageWords } from '../words';

/** English words that the rules know. Adding one here is all that it takes. */
export const english: LanguageWords = {
  common:
    'the of and to in is was that for on with as at by from it its be has have had were are this which but they their his her he she will would been after before between without under also said an or who more than'.split(
      ' ',
    ),
  abbreviations:
    'Mr Mrs Ms Dr Prof St Sr Jr Gen Sen Rep Gov Lt Col Sgt Capt Rev Hon Inc Ltd Corp Co vs etc e.g i.e No vol approx U.S U.K U.N E.U a.m p.m Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(
      ' ',
    ),
  months: 'January February March April May June July August September October November December'.split(' '),
  shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' '),
  weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  speech:
    'said say says stated states noted notes called saying told tell tells add adds added adding accus acknowledg admit admitt admits announc argu argue ask assert assur believ boast caution claim comment complain conced conclud confess confirm contend declar demand den deni describ disclos emphas exclaim explain express insist interject jok lament maintain mention not note observ plead pledg predict promis protest quip quot recall reiterat remark repl repli report respond reveal shout stress suggest testif tweet urg vow warn whisper wonder writ wrot wrote writes'.split(
      ' ',
    ),
  attribution: [
    'according to',
    'in the words of',
    'in a statement',
    'in an interview',
    'quoted',
    'as saying',
    'on X',
    'on Twitter',
  ],
  unfinished: 'of the a an and or to that which who for by on in with without from as at but than'.split(' '),
};
