/** Names that nobody bears, and that can be pronounced: one for each rank, in each language. */
const syllables = {
  fr: {
    first:
      'Ba Bel Ber Bri Car Cha Cor Cou Da Del Du Fa Fer Flo Gar Ger Gou Gra Jar Jo La Le Li Lor Ma Mar Mer Mo Na Nor Pa Per Pi Por Qui Ra Ri Ro Sa Sau Ser Ta Ti Tou Tra Va Ver Vi Vo Za',
    middle:
      'ba be bi bo da de di do fa fi ga ge go la le li lo lu ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vi vo zi',
    surname:
      'chard din dier doux fort gnac laud let lier ly mont nard neau net niot quet rand ras rel rieux rin ron rot roux sart sel tand tel tier ton veau vel vet vin zac',
    town: 'ville court mont lieu gnac ny bourg vières zelle sac rac loire gueux tigny loup vel sur-Aune sur-Vivre les-Bois le-Vieux',
  },
  en: {
    first:
      'Al Ash Bar Ben Black Bram Brook Cald Car Clay Cran Dal Den Dun El Fair Far Glen Gold Green Hal Har Hart Hol Hux Ken King Lang Lin Lock Mar Mer Mil Nor Oak Old Pem Pres Quen Red Ren Row Sel Shel Stan Stock Thorn Wal War Whit Win',
    middle:
      'a be ber den der do e en er in ing le len ley li ling ma mer mi na ne o or ra ri ro ster sa sen ser ta ten ter the ti to va wen wil y',
    surname:
      'bourne brook by cott dale den ditch er field ford gate ham hurst ing kin land ley low man mere more ridge rick sby shaw son stone ter ton wain ward well wick wood worth',
    town: 'ton ham wick ford bridge stead by combe worth ley mouth bury minster thorpe gate haven cross pool fold dale',
  },
};

const parts = Object.fromEntries(
  Object.entries(syllables).map(([language, lists]) => [
    language,
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.split(' ')])),
  ]),
);

/** Prime, so that neighbouring ranks do not look alike and none occurs twice. */
const stride = 7_919;

/** The short names are the frequent ones, as they are anywhere. `kind`: `surname` or `town`. */
function invented(language, kind, rank) {
  const { first, middle, [kind]: last } = parts[language];
  let left = rank;
  for (let middles = 0; ; middles += 1) {
    const size = first.length * last.length * middle.length ** middles;
    if (left < size) return assembled({ first, middle, last }, middles, (left * stride) % size);
    left -= size;
  }
}

function assembled({ first, middle, last }, middles, number) {
  let left = number;
  const take = (list) => {
    const found = list[left % list.length];
    left = Math.floor(left / list.length);
    return found;
  };
  let name = take(first);
  for (let count = 0; count < middles; count += 1) name += take(middle);
  const ending = take(last);
  return /^(?:sur|les?)-/.test(ending) ? `${name}rs-${ending}` : name + ending;
}

const known = { fr: { surname: [], town: [] }, en: { surname: [], town: [] } };
/** Most draws are of few names. */
const remembered = 20_000;

function nameOf(language, kind, rank) {
  if (rank >= remembered) return invented(language, kind, rank);
  const names = known[language][kind];
  names[rank] ??= invented(language, kind, rank);
  return names[rank];
}

export function surname(language, rank) {
  return nameOf(language, 'surname', rank);
}

export function town(language, rank) {
  const name = nameOf(language, 'town', rank);
  return language === 'fr' && rank % 6 === 5 ? `Saint-${name}` : name;
}
