import type { QuantityWords } from '../quantity-words';

/** French numbers, units and spans of time. Adding a word here is all that it takes. */
export const frenchQuantities: QuantityWords = {
  cardinals: `zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12
    treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60
    septante=70 huitante=80 octante=80 nonante=90`,
  scales: `cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000
    billion=1000000000000 billions=1000000000000 mio=1000000 mia=1000000000 mrd=1000000000 mrds=1000000000 md=1000000000 mds=1000000000`,
  attachedScales: 'k=1000 M=1000000 Md=1000000000 Mds=1000000000 Mrd=1000000000 Mrds=1000000000',
  collectives: `dizaine=10 dizaines=10 douzaine=12 douzaines=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40
    cinquantaine=50 soixantaine=60 centaine=100 centaines=100 millier=1000 milliers=1000 million=1000000
    millions=1000000 milliard=1000000000 milliards=1000000000 demi-douzaine=6 demi-million=500000
    tiers=0.33 quart=0.25 quarts=0.25 cinquième=0.2 cinquièmes=0.2 dixième=0.1 dixièmes=0.1`,
  ordinals: `second deuxième deuxièmes troisième troisièmes quatrième cinquième sixième septième huitième neuvième dixième
    onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième
    trentième quarantième cinquantième soixantième centième millième`,
  ordinalEndings: 'e è ème eme ième ieme nd nde es',
  joiners: 'et',
  articles: 'un une la le des les',
  vague: 'plusieurs quelques',
  ranges: { openers: 'entre de', joiners: 'à ou' },
  percent:
    '%, pour cent, points de pourcentage, point de pourcentage, point(s|) de base, p.c., pour mille, ‰',
  units: `kilomètres carrés, kilomètre carré, kilomètres par heure, kilomètres-heure, kilomètres/heure, km/h, km/s, km²,
    km2, km, m², m2, m³, m3, m/s, mm, cm, dm, kilomètre(s|), mètres carrés, mètre carré, mètres cubes, mètre cube, mètre(s|) par seconde, kilomètre(s|) à l’heure, litre(s|) par (seconde|minute),
    mètre(s|), centimètre(s|), millimètre(s|), hectare(s|), ha, are(s|), µm, nm, kg, g/l, mg/l, µg/l, µg/m³, µg/m3,
    mg, µg, g, kilo(s|), kilogramme(s|), gramme(s|), milligramme(s|), tonne(s|), quintaux, t, l, cl, ml, hl, litre(s|),
    hectolitre(s|), millilitre(s|), °C, °F, °, degrés Celsius, degré(s|), kW, kWh, MW, MWh, GW, GWh, TWh, kWc, MWc,
    watt(s|), kilowatt(s|), kilowattheure(s|), mégawatt(s|), mégawattheure(s|), gigawatt(s|), térawattheure(s|),
    volt(s|), hertz, Hz, kHz, MHz, GHz, Ko, Mo, Go, To, Mbit/s, Gbit/s, octet(s|), pixel(s|), nœud(s|), mille(s|) nautiques, pied(s|),
    pouce(s|), baril(s|), décibel(s|), dB, hPa, bar(s|), calorie(s|), kcal, chevaux, ch, point(s|), places, rangs, 
    becquerels, sieverts, mSv, ppm, magnitude`,
  currencies: `€, $, £, ¥, M€, Md€, Mds€, Mrd€, k€, M$, Md$, M£, K€, euro(s|), EUR, dollar(s|) (|américains|canadiens|australiens), dollar américain,
    USD, livre(s|) sterling, livre(s|) (syriennes|libanaises|égyptiennes|turques), francs suisses, francs CFA, franc(s|), F CFA, FCFA, XOF, CHF, GBP, rouble(s|), yen(s|), yuan(s|),
    roupie(s|), couronne(s|) (|suédoises|norvégiennes|danoises|tchèques), zloty(s|), hryvnia(s|), dinar(s|), dirham(s|),
    peso(s|), réal, réaux, réals, rand(s|), naira(s|), shekel(s|), riyal(s|), won(s|), bitcoin(s|), gourde(s|), ariary(s|),
    centime(s|) (d’euro|), cent(s|) d’euro, pence, sol(s|), sole(s|), reais, lire(s|) turques, lei, leva, forint(s|), florin(s|), bolivar(es|s|), guarani(s|), boliviano(s|), quetzal(es|s|), lempira(s|), colón, colones, baht(s|), ringgit(s|), rupiah(s|), dong(s|), tugrik(s|), tenge(s|), som(s|), lari(s|), birr(s|), cedi(s|), kwanza(s|), metical, leone(s|), ouguiya(s|), pula(s|), kip(s|), taka(s|), afghani(s|), rial(s|), TL`,
  currencySigns: '€ $ £ ¥ ￥ US$ USD EUR GBP CHF',
  timeUnits: `seconde=0 secondes=0 minute=0 minutes=0 min=0 heure=0 heures=0 h=0 jour=1 jours=1 journée=1 journées=1
    nuit=1 nuits=1 semaine=7 semaines=7 mois=30 trimestre=91 trimestres=91 semestre=182 semestres=182 an=365 ans=365
    année=365 années=365 décennie=3652 décennies=3652 siècle=36524 siècles=36524 millénaire=365242
    millénaires=365242 saison=90 saisons=90 week-end=2 week-ends=2 matinée=0 matinées=0 soirée=0 soirées=0 demi-heure=0 demi-heures=0 demi-journée=0 demi-journées=0 demi-siècle=18262 quinquennat=1826 quinquennats=1826`,
  adjectivesBefore: `petit petits petite petites grand grands grande grandes gros grosse grosses nouveau nouveaux nouvel
    nouvelle nouvelles autre autres premier premiers première premières dernier derniers dernière dernières jeune jeunes
    ancien anciens ancienne anciennes vieux vieille vieilles bon bons bonne bonnes mauvais mauvaise mauvaises long longs longue longues
    haut hauts haute hautes vrai vrais vraie vraies faux fausse fausses beau beaux belle belles principal principaux
    principale principales seul seuls seule seules simple simples futur futurs future futures prochain prochains prochaine prochaines
    énorme énormes riche riches pauvre pauvres meilleur meilleurs meilleure meilleures différents différentes
    éventuels éventuelles éventuel éventuelle rares rare innombrables nombreux nombreuses véritables véritable importants importantes
    supplémentaires précédents précédentes multiples lourds lourdes`,
  nounless: 'autres autre',
  plurals: '',
  numbered: `euro expo mondial formule article articles art n° no nº numéro numéros page pages chapitre ligne lignes route départementale nationale autoroute
    salle chambre vol phase niveau catégorie groupe canal chaîne alinéa annexe version porte quai tour lot section classe
    division zone parcelle stand titre terminal bâtiment`,
  clockBefore: "est était à vers dès avant après jusqu' entre depuis et de environ d'ici heures",
  spanBefore:
    "en sur pendant depuis durant pour en après dans sous d' dure duré durer durera moins plus près presque environ quasi il",
};
