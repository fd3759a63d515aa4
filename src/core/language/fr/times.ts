import type { TimeWords } from '../time-words';

/** French dates beyond the names of days and months. Adding a phrase here is all that it takes. */
export const frenchTimes: TimeWords = {
  relative: [
    ['avant-hier', { unit: 'day', by: -2 }],
    ['hier', { unit: 'day', by: -1 }],
    ['aujourd’hui, ce matin, ce midi, ce soir, cet après-midi, cette nuit', { unit: 'day', by: 0 }],
    ['la nuit dernière', { unit: 'day', by: -1 }],
    ['après-demain', { unit: 'day', by: 2 }],
    ['demain', { unit: 'day', by: 1 }],
    ['cette semaine', { unit: 'week', by: 0 }],
    ['(la|) semaine (dernière|passée), (la|) semaine précédente', { unit: 'week', by: -1 }],
    ['(la|) semaine prochaine', { unit: 'week', by: 1 }],
    ['ce week-end', { unit: 'weekend', by: 0 }],
    ['(le|) week-end (dernier|passé)', { unit: 'weekend', by: -1 }],
    ['(le|) week-end prochain', { unit: 'weekend', by: 1 }],
    ['ce mois-ci, ce mois, le mois en cours', { unit: 'month', by: 0 }],
    ['(le|) mois (dernier|passé), (le|) mois précédent', { unit: 'month', by: -1 }],
    ['(le|) mois prochain', { unit: 'month', by: 1 }],
    ['ce trimestre', { unit: 'quarter', by: 0 }],
    ['(le|) trimestre (dernier|précédent)', { unit: 'quarter', by: -1 }],
    ['cette année, l’année en cours', { unit: 'year', by: 0 }],
    [
      'l’an (dernier|passé), l’année (dernière|passée), an dernier, année dernière, l’année précédente',
      { unit: 'year', by: -1 },
    ],
    ['l’an prochain, l’année prochaine, an prochain, année prochaine', { unit: 'year', by: 1 }],
  ],
  unresolved: `la veille (au soir|), le lendemain (matin|), le surlendemain, l’avant-veille, l’an d’avant, l’année d’avant, la semaine (d’avant|suivante|précédente), le mois (d’avant|suivant), l’année suivante, le jour (d’avant|suivant), la saison (dernière|passée|prochaine),
    le jour même, la veille même`,
  last: 'dernier dernière passé passée',
  next: 'prochain prochaine',
  current: 'ce cet cette',
  seasons: {
    spring: 'printemps',
    summer: 'été',
    autumn: 'automne',
    winter: 'hiver',
  },
  beforeYear: `en depuis dès avant après jusqu’en jusqu' de d’ici entre et à fin début mi l’an l’année année an d’avant courant vers pour
    rentrée élection élections édition saison budget exercice horizon hiver été printemps automne ou contre que le les sur d'en qu'en`,
  beforeMonth:
    "en de depuis dès avant après fin début mi mi- courant d’ici jusqu’en mois entre et à jusqu' le pour d'ici au du début",
  yearParts: `T1=1, T2=4, T3=7, T4=10, premier trimestre=1, 3ème trimestre=7, 2ème trimestre=4, 4ème trimestre=10, 2nd semestre=7, 2ème semestre=7, quatrième trimestre=10, 1er trimestre=1, deuxième trimestre=4, second trimestre=4, 2e trimestre=4, troisième trimestre=7, 3e trimestre=7,
    quatrième trimestre=10, 4e trimestre=10, premier semestre=1, 1er semestre=1, second semestre=7, deuxième semestre=7, 2e semestre=7`,
  decades: 'années',
  century: 'siècle',
  future: `va vont doit doivent devrait devraient prévu prévue prévus prévues programmé programmée attendu attendue attendus attendues compte comptent
    prochain prochaine prochains prochaines demain sera seront aura auront fera feront pourra pourront ira iront viendra viendront
    avant dès tiendra tiendront devra devront entend entendent envisage envisagent jusqu' d'ici`,
  futureEndings: /^\p{L}{2,}(?:era|eront|ira|iront|dra|dront|tra|tront|rra|rront|vra|vront)$/u,
  holidays: `Noël, (la|) Toussaint, Pâques, (la|) Pentecôte, (l’|)Ascension, (l’|)Épiphanie, (le|) jour de l’An, Nouvel An, Mardi gras, (le|) Vendredi saint, Saint-Sylvestre, (la|) Saint-Valentin, (le|) mercredi des Cendres, (l’|)Assomption, (la|) Chandeleur, (l’|)Aïd, (le|) ramadan, lundi de Pâques, dimanche des Rameaux, fête des Mères, fête des Pères, (le|) Nouvel An chinois, (la|) Saint-Jean`,
};
