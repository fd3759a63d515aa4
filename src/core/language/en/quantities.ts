import type { QuantityWords } from '../quantity-words';

/** English numbers, units and spans of time. Adding a word here is all that it takes. */
export const englishQuantities: QuantityWords = {
  cardinals: `zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
    thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40
    fifty=50 sixty=60 seventy=70 eighty=80 ninety=90`,
  scales: `hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000`,
  attachedScales: `k=1000 K=1000 m=1000000 M=1000000 mn=1000000 mln=1000000 bn=1000000000 B=1000000000 b=1000000000
    tn=1000000000000 trn=1000000000000`,
  collectives: `dozen=12 dozens=12 score=20 scores=20 hundred=100 hundreds=100 thousand=1000 thousands=1000 tens=10 million=1000000
    millions=1000000 billion=1000000000 billions=1000000000 trillion=1000000000000 trillions=1000000000000
    third=0.33 thirds=0.33 quarter=0.25 quarters=0.25 fifth=0.2 fifths=0.2 tenth=0.1 tenths=0.1`,
  ordinals: `second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
    ninetieth hundredth thousandth second-largest second-biggest third-largest third-biggest twenty-first twenty-second twenty-third twenty-fourth twenty-fifth`,
  ordinalEndings: 'st nd rd th',
  joiners: 'and',
  articles: 'a an',
  vague: 'several few couple',
  ranges: { openers: 'between from by', joiners: 'to or' },
  percent: '%, per cent, percent, percentage point(s|), pc, basis point(s|), bp, bps, ‰',
  units: `(metres|meters|feet) per second, square kilometre(s|), square kilometer(s|), square mile(s|), square metre(s|), square meter(s|), square feet,
    square foot, sq km, sq ft, sq m, cubic metre(s|), cubic meter(s|), cubic feet, kilometres per hour, kilometers per hour,
    kilometres an hour, kilometers an hour, miles per hour, miles an hour, metres per second, km/h, kph, mph, km²,
    km2, km, m², m2, m³, m3, m/s, mm, cm, kilometre(s|), kilometer(s|), metre(s|), meter(s|), centimetre(s|),
    centimeter(s|), millimetre(s|), millimeter(s|), hectare(s|), ha, acre(s|), mile(s|), nautical mile(s|), yard(s|), feet, foot,
    ft, inch(es|), in., µm, nm, kg, mg/l, µg/l, µg/m³, µg/m3, mg, µg, g, kilo(s|), kilogram(s|), kilogramme(s|), gram(s|),
    milligram(s|), tonne(s|), metric ton(s|), ton(s|), t, ounce(s|), stone, l, ml, litre(s|), liter(s|), gallon(s|), pint(s|),
    °C, °F, °, C, F, degrees Celsius, degrees Fahrenheit, degrees C, degree(s|), kW, kWh, MW, MWh, GW, GWh, TWh, watt(s|),
    kilowatt(s|), kilowatt-hour(s|), kilowatt hour(s|), megawatt(s|), megawatt hour(s|), megawatt-hour(s|), gigawatt(s|), gigawatt hour(s|), volt(s|), hertz, Hz, kHz, MHz, GHz, KB, MB, GB, TB, megabit(s|), Mbps,
    Gbps, byte(s|), pixel(s|), knot(s|), barrel(s|), bushel(s|), decibel(s|), dB, millibar(s|), calorie(s|), horsepower, point(s|),
    ppm, parts per million`,
  currencies: `€, £, $, p, c, euro(s|), EUR, US dollar(s|), U.S. dollar(s|), (Australian|Canadian|New Zealand|Hong Kong|Singapore) dollar(s|), dollar(s|),
    USD, pounds sterling, pound(s|), GBP, Swiss franc(s|), CFA franc(s|), francs CFA, franc(s|), CHF, FCFA, XOF, rouble(s|), ruble(s|), yen, yuan, renminbi, RMB, quid, bucks, rupee(s|),
    (Swedish|Norwegian|Danish|Czech) (kronor|kroner|crowns|krona|krone|koruna), kronor, kroner, crowns, zloty(s|), hryvnia(s|), (|Tunisian|Algerian|Kuwaiti) dinar(s|), dirham(s|), peso(s|), reais, rand,
    naira, shekel(s|), riyal(s|), South Korean won, lira(s|), bitcoin(s|), pence, cents, cent, shilling(s|), (Kenyan|Ugandan|Tanzanian) shillings, baht, ringgit, rupiah, taka, cedi(s|), birr, sol(es|s), lei, leu, leva, lev, forint(s|), guilder(s|), bolivar(s|), guarani(s|), boliviano(s|), quetzal(es|s|), lempira(s|), colones, dong, tugrik(s|), tenge, som, lari, kwanza(s|), meticais, leones, pula, kip, afghani(s|), rial(s|), riel(s|), kyat(s|), tala, TL, TRY, BRL, INR, CNY, JPY, CAD, AUD, ZAR, MXN, PLN, SEK, NOK, DKK`,
  currencySigns: '€ $ £ ¥ ￥ ₹ US$ A$ C$ NZ$ HK$ S$ R$ CA$ AU$ USD EUR GBP CHF Rs',
  timeUnits: `second=0 seconds=0 minute=0 minutes=0 min=0 mins=0 hour=0 hours=0 hr=0 hrs=0 day=1 days=1 night=1 nights=1
    week=7 weeks=7 fortnight=14 fortnights=14 month=30 months=30 quarter=91 quarters=91 year=365 years=365
    decade=3652 decades=3652 century=36524 centuries=36524 millennium=365242 millennia=365242 season=90 seasons=90 half-hour=0 half-century=18262 half-day=0 half-year=182 quarter-century=9131 weekend=2 weekends=2`,
  adjectivesBefore: '',
  nounless: 'dead injured wounded missing hurt others homeless unemployed unaccounted',
  plurals: `people men women children police sheep fish cattle deer aircraft spacecraft staff personnel crew feet teeth mice geese oxen
    policemen policewomen firemen fishermen servicemen servicewomen congressmen congresswomen lawmen workmen gunmen
    businessmen businesswomen craftsmen sportsmen salmon trout cod species series offspring troops media data criteria phenomena bacteria
    fungi alumni cacti nuclei stimuli crises theses analyses hypotheses diagnoses oases bases axes wives knives halves
    clergy youth folk kin cavalry infantry livestock poultry swine moose bison shrimp squid grouse
    hovercraft rolling-stock households spokesmen spokeswomen chairmen grandchildren schoolchildren stepchildren postmen salesmen craftspeople
    townspeople tribespeople salespeople spokespeople tradespeople businesspeople`,
  numbered: `euro expo measure proposition formula article section no number page pages chapter route highway junction line lines room flight phase level category
    channel clause gate platform terminal pier lot district ward title resolution version covid tier grade unit lane bay zone apollo paragraph exhibit`,
  clockBefore: 'at around about by before after until from between till past',
  spanBefore: `for in within after over nearly almost about than lasting lasted last lasts took take takes under around every spent
    roughly once twice times`,
};
