import type { ViewTexts } from './texts.ts';

export const fr: ViewTexts = {
  now: {
    open: 'Votre appel est enregistré. Nous contactons des personnes formées.',
    unanswered: 'Personne n’a encore pris cet appel. Nous continuons à contacter l’équipe.',
    exhausted: 'Personne n’a encore pris cet appel. Les responsables ont été prévenus.',
    acknowledged: 'Une personne de l’équipe a pris cet appel.',
    resolved: 'Cet appel est terminé.',
    cancelled: 'Cet appel a été annulé.',
  },
  next: {
    toldOnce: 'Elle lit ce que vous nous avez déjà dit : il n’est pas nécessaire de le répéter.',
    contactKnown: 'Elle vous contacte seulement par le moyen que vous avez indiqué comme sûr.',
    contactUnknown:
      'Tant qu’aucun moyen sûr n’est connu, personne ne vous appelle ni ne vous écrit.',
    again: 'Le bouton reste disponible à tout moment si vous avez besoin de nous.',
  },
  ifNobody: {
    untilTaken:
      'Si personne ne le prend, la personne suivante est contactée, puis toute l’équipe et sa responsable, jusqu’à ce que quelqu’un le prenne.',
    thenSupervisor:
      'Si personne ne le prend, la personne suivante et la responsable de l’équipe sont contactées. Ensuite, la direction est prévenue.',
    acknowledged: 'Si cette personne ne peut pas continuer, nous en cherchons une autre.',
  },
  expect: {
    step: 'L’étape suivante vient au plus tard {wait} après la précédente.',
    open: 'Nous ne savons pas encore à quel moment précis vient l’aide.',
    acknowledged: 'Le moment exact où elle vous contacte ne nous est pas encore connu.',
  },
  quiet: { going: 'En cours.', resolved: 'Terminé.', cancelled: 'Annulé.' },
  checkIn: {
    question: 'L’aide vous est-elle parvenue ?',
    options: {
      helped: 'Oui, et elle a été utile',
      not_helped: 'Oui, mais elle n’a pas été utile',
      not_yet: 'Pas encore',
      need_help: 'J’ai encore besoin d’aide',
      not_now: 'Je préfère ne pas répondre maintenant',
    },
  },
  quietCheckIn: {
    question: 'Est-ce que tout est réglé ?',
    options: {
      helped: 'Oui',
      not_helped: 'Pas tout à fait',
      not_yet: 'Pas encore',
      need_help: 'Il me manque encore quelque chose',
      not_now: 'Plus tard',
    },
  },
};
