import type { StarterTexts } from './index';

/** Les modèles livrés, tels qu’un bureau français les écrit. */
export const fr: StarterTexts = {
  brief: {
    name: 'Brève',
    headline: '[TK qui fait quoi, où]',
    words: 120,
    lines: [
      '[TK QUI] [TK a fait quoi], [TK jour], à [TK lieu], a annoncé [TK source].',
      '[TK le chiffre ou le fait qui change quelque chose pour le lecteur].',
      '[TK ce qui suit\u00a0: date, décision attendue, prochaine étape].',
    ],
  },
  interview: {
    name: 'Interview',
    headline: '[TK nom]\u00a0: «\u00a0[TK la phrase la plus forte, mot pour mot]\u00a0»',
    standfirst: '[TK nom], [TK fonction], [TK pourquoi cette personne, et pourquoi aujourd’hui].',
    byline: 'Propos recueillis par [TK nom]',
    words: 900,
    lines: [
      '[TK deux phrases pour situer la rencontre\u00a0: date, lieu, circonstances].',
      '## [TK première question, courte]',
      '[TK réponse].',
      '## [TK relance sur ce qui n’a pas été dit]',
      '[TK réponse].',
      '## [TK question que l’interlocuteur n’attend pas]',
      '[TK réponse].',
      '! Repères|[TK dates, fonctions, chiffres vérifiés].',
    ],
    notes: 'Relecture demandée par la personne interrogée\u00a0: oui / non. Enregistrement\u00a0: où.',
  },
  explainer: {
    name: 'Ce que l’on sait',
    headline: '[TK l’événement]\u00a0: ce que l’on sait',
    standfirst: '[TK l’essentiel en une phrase]. Ce qui est établi, ce qui ne l’est pas, ce qui vient.',
    words: 700,
    lines: [
      '## Ce qui s’est passé',
      '[TK les faits établis, chacun avec sa source].',
      '## Qui est concerné',
      '[TK nombre], selon [TK source].',
      '## Ce que l’on ne sait pas encore',
      '- [TK la question qui reste ouverte]',
      '- [TK ce qui circule et n’est pas confirmé]',
      '## La suite',
      '[TK date], [TK décision, audience ou vote].',
      '! Mise à jour|[TK heure]\u00a0: [TK ce qui a changé dans cet article].',
    ],
    notes: 'Chaque mise à jour\u00a0: l’heure et ce qui a changé, dans l’encadré.',
  },
  obituary: {
    name: 'Nécrologie',
    headline: '[TK prénom nom], [TK ce qui reste de lui ou d’elle], est mort(e)',
    standfirst:
      '[TK fonction], [TK prénom nom] est mort(e) [TK jour] à [TK lieu], à l’âge de [TK nombre] ans.',
    words: 800,
    lines: [
      '[TK qui l’annonce\u00a0: la famille, l’institution, et comment].',
      '## [TK le moment qui l’a fait connaître]',
      '[TK la scène, la date, un témoin].',
      '## Une vie',
      'Né(e) le [TK date] à [TK lieu], [TK formation et débuts].',
      '[TK l’œuvre ou l’action, avec ses dates].',
      '## Les ombres',
      '[TK ce qui lui a été reproché, et sa réponse].',
      '! Dates|[TK naissance], [TK tournants], [TK décès].',
    ],
    notes: 'Ne rien publier avant deux confirmations indépendantes du décès.',
  },
};
