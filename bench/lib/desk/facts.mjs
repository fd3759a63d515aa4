import { addDays } from './calendar.mjs';

/** Figures and days as the two languages write them. No-break spaces as their desks set them. */
const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const smallNumbers = {
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt'.split(' '),
  en: 'two three four five six seven eight nine ten eleven twelve fifteen twenty'.split(' '),
};
const spans = { fr: ['jours', 'semaines', 'mois', 'ans'], en: ['days', 'weeks', 'months', 'years'] };

function grouped(value, language) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',');
}

function decimal(value, language) {
  return language === 'fr' ? String(value).replace('.', ',') : String(value);
}

/** Small figures are more frequent than big ones, at every size. */
function figure(random, digits) {
  const value = 10 ** (0.8 + random.next() * digits);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - random.between(1, 2));
  return Math.max(2, Math.round(value / unit) * unit);
}

export function number(random, language) {
  return grouped(figure(random, 4.2), language);
}

export function percentage(random, language) {
  const value = random.isOneIn(2) ? random.between(2, 96) : random.between(11, 960) / 10;
  return language === 'fr' ? `${decimal(value, language)}\u00a0%` : `${value}%`;
}

export function money(random, language) {
  const isBig = random.isOneIn(2);
  const value = isBig ? random.between(11, 990) / 10 : figure(random, 4) * 10;
  if (language === 'en') return isBig ? `£${value} million` : `£${grouped(value, language)}`;
  return isBig ? `${decimal(value, language)} millions d’euros` : `${grouped(value, language)} euros`;
}

/** A day of the months around `near`. */
export function date(random, language, near) {
  const [year, month, day] = addDays(near, random.between(-260, 160)).split('-').map(Number);
  const name = months[language][month - 1];
  const isNamed = random.isOneIn(3);
  const number = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${number} ${name}${isNamed ? ` ${year}` : ''}`;
}

export function duration(random, language) {
  return `${random.pick(smallNumbers[language])} ${random.pick(spans[language])}`;
}
