import type { Translation } from './all.ts';

export const fr: Translation = {
  controls: { skip: 'Passer', pause: 'Pause', resume: 'Reprendre', stop: 'Arrêter' },
  options: { yes: 'Oui', no: 'Non', unsure: 'Je ne sais pas encore', not_now: 'Pas maintenant' },
  lines: {
    here: 'Nous sommes là pour vous.',
    where_to_start: 'Par où souhaitez-vous commencer ?',
    you_decide:
      'Vous pouvez passer chaque question. Vous pouvez faire une pause ou arrêter quand vous voulez.',
    no_sound: 'Vous n’avez pas besoin de parler. Toucher une réponse suffit.',
    own_words: 'Avec vos propres mots, autant ou aussi peu que vous le souhaitez.',
    gaps_are_fine: 'Il est normal de ne pas se souvenir de tout, ou de ne pas vouloir tout dire.',
    what_matters: 'Nous aimerions savoir ce dont vous avez besoin et ce qui vous inquiète.',
    belief: 'Nous vous croyons.',
    not_your_fault: 'Ce n’est pas votre faute.',
    thanks: 'Merci de nous avoir confié cela.',
    feelings: 'Ce que vous ressentez en ce moment est compréhensible.',
    no_name_needed: 'Vous n’avez pas besoin de donner un nom à ce qui s’est passé.',
    your_choice_of_steps:
      'Votre sécurité passe avant tout. Vous choisissez ce qui vous paraît sûr.',
    numbers_any_time:
      'Vous pouvez appeler les numéros d’urgence à tout moment, sans attendre notre réponse.',
    child_chooses:
      'Tu peux choisir qui reste avec toi, ou ne choisir personne. La présence d’un parent ou d’un tuteur n’est pas obligatoire.',
    tap_to_answer: 'Si parler ne vous paraît pas sûr, toucher une réponse suffit.',
    help_first:
      'Si quelqu’un est blessé, une ambulance peut être appelée d’abord. Les questions peuvent attendre.',
    may_get_off:
      'Si vous le souhaitez, vous pouvez demander un arrêt dans un lieu fréquenté et éclairé.',
    bike_may_stop:
      'Si cela vous paraît sûr, vous pouvez demander que la moto s’arrête dans un lieu fréquenté et éclairé.',
    helmet_may_stay: 'Le casque peut rester en place jusqu’à l’examen par un soignant.',
    doors_may_open:
      'Si la voiture est arrêtée et que cela vous paraît sûr, vous pouvez déverrouiller la porte ou baisser la vitre.',
    seat_may_stay:
      'Si le cou ou le dos fait mal, vous pouvez rester à votre place jusqu’à l’examen par un soignant.',
    care_in_three_days:
      'Certains soins sont surtout utiles dans les trois premiers jours. C’est vous qui décidez.',
    what_is_next:
      'Nous vous disons ce que nous faisons maintenant, et ce que nous ne savons pas encore.',
    only_if_you_agree:
      'Ces étapes ne se font qu’avec votre accord, et vous pouvez changer d’avis à tout moment.',
    with_or_without_police: 'Nous vous aidons avec ou sans plainte.',
  },
  questions: {
    safe_now: {
      text: 'Êtes-vous en sécurité maintenant, et pouvez-vous parler ou écrire sans danger ?',
      why: 'Pour que notre aide ne vous mette pas en danger.',
      options: {
        talk: 'En sécurité, et je peux parler',
        type_only: 'En sécurité, mais je peux seulement écrire',
        not_safe: 'Pas en sécurité',
      },
    },
    on_motorbike: {
      text: 'Êtes-vous encore sur la moto ?',
      why: 'Pour que les choix proposés conviennent à votre situation.',
    },
    in_car: {
      text: 'Êtes-vous encore dans la voiture ?',
      why: 'Pour que les choix proposés conviennent à votre situation.',
    },
    doors: {
      text: 'La porte s’ouvre-t-elle depuis votre place ?',
      why: 'Pour savoir si vous pouvez sortir par vous-même.',
    },
    near: {
      text: 'Cette personne est-elle encore près de vous ?',
      why: 'Pour ne pas vous joindre d’une manière qu’elle pourrait voir ou entendre.',
    },
    hurt: {
      text: 'Y a-t-il des blessés, vous ou une autre personne, ou faut-il une aide médicale ?',
      why: 'Pour proposer une ambulance en premier.',
      options: { now: 'Oui, maintenant', later: 'Oui, cela peut attendre' },
    },
    story: {
      text: 'Si vous le souhaitez, qu’aimeriez-vous nous dire ?',
      why: 'Vos mots sont gardés tels quels, pour que vous n’ayez pas à les répéter.',
    },
    contacts_you: {
      text: 'Cette personne vous contacte-t-elle en dehors du trajet ?',
      why: 'Pour vous proposer des moyens de couper ce contact.',
    },
    medical_care: {
      text: 'Souhaitez-vous des informations sur les services de santé ?',
      why: 'Certains soins sont surtout utiles dans les trois premiers jours. C’est vous qui décidez.',
    },
    how_many: {
      text: 'Combien de personnes ont besoin d’aide ?',
      why: 'Pour que l’aide proposée suffise.',
      options: { one: 'Une', few: 'Deux ou trois', more: 'Plus de trois' },
    },
    danger_around: {
      text: 'Y a-t-il un danger autour de vous, comme la circulation, un feu ou du carburant ?',
      why: 'Pour proposer l’aide qui convient, par exemple les pompiers.',
    },
    get_off: {
      text: 'Souhaitez-vous descendre du véhicule ?',
      why: 'Pour vous proposer un autre véhicule ou un lieu où attendre.',
      options: { already: 'C’est déjà fait' },
    },
    driving: {
      text: 'Qu’avez-vous remarqué dans la conduite ?',
      why: 'Pour agir sur le danger de la route.',
      options: {
        fast: 'Trop rapide ou imprudente',
        tired: 'Signes de fatigue',
        unwell: 'Signes de malaise',
        phone: 'Téléphone au volant',
        influence: 'Semble sous l’effet de quelque chose',
      },
    },
    needs: {
      text: 'De quoi avez-vous le plus besoin maintenant ?',
      why: 'Pour commencer par ce qui compte le plus pour vous.',
      options: {
        safe_place: 'Un lieu sûr',
        medical: 'Une aide médicale',
        ride: 'Un autre véhicule',
        reach_someone: 'Joindre ma famille ou un ami',
        talk: 'Quelqu’un à qui parler',
        information: 'Des informations sur mes choix',
        nothing: 'Rien pour le moment',
      },
    },
    worries: {
      text: 'Qu’est-ce qui vous inquiète maintenant ?',
      why: 'Pour que nos actions n’ajoutent rien à cette inquiétude.',
    },
    safe_place: {
      text: 'Y a-t-il un lieu ou une personne où vous vous sentez en sécurité ?',
      why: 'Pour vous aider à y aller, si vous le souhaitez.',
    },
    age: {
      text: 'Quel âge avez-vous ?',
      why: 'Pour proposer des services qui conviennent. Un enfant peut être accompagné, ou non.',
      options: { adult: '18 ans ou plus', child: 'Moins de 18 ans' },
    },
    companion: {
      text: 'Souhaitez-vous de la compagnie pendant que nous parlons ?',
      why: 'C’est vous qui décidez qui est avec vous.',
      options: {
        own: 'Oui, une personne de mon choix',
        responder: 'Oui, un membre de l’équipe de soutien',
        nobody: 'Non, je préfère être sans personne',
      },
    },
    responder_gender: {
      text: 'Préférez-vous l’aide d’une femme ou d’un homme ?',
      why: 'Pour que votre choix passe en premier.',
      options: { female: 'Une femme', male: 'Un homme', either: 'Peu importe' },
    },
    safe_channel: {
      text: 'Quel est le moyen sûr de vous joindre ?',
      why: 'Sans votre réponse, nous n’appelons pas et n’envoyons pas de message.',
      options: {
        call: 'Appel téléphonique',
        whatsapp: 'WhatsApp',
        sms: 'SMS',
        chat: 'Message dans l’application',
        none: 'Ne me contactez pas',
      },
    },
    safe_hours: {
      text: 'Quand peut-on vous joindre en sécurité ?',
      why: 'Pour que notre message n’apparaisse pas à un moment dangereux.',
      options: {
        any: 'À tout moment',
        day: '08 h 00–18 h 00',
        evening: '18 h 00–22 h 00',
        night: '22 h 00–06 h 00',
      },
    },
    voicemail: {
      text: 'Si vous ne pouvez pas décrocher, pouvons-nous laisser un message vocal ?',
      why: 'Une autre personne pourrait l’entendre.',
    },
    call_drop: {
      text: 'Si la communication coupe, que souhaitez-vous que nous fassions ?',
      why: 'Sans accord, nous ne rappelons pas.',
      options: {
        call_back: 'Rappelez-moi',
        message: 'Un message dans l’application',
        wait_for_me: 'Attendez que je vous contacte',
      },
    },
    stop_word: {
      text: 'Quel mot souhaitez-vous utiliser pour mettre fin à cette conversation ?',
      why: 'Dès que vous l’écrivez ou le dites, nous arrêtons.',
    },
    police: {
      text: 'Souhaitez-vous que la police intervienne ?',
      why: 'C’est votre choix. Quelle que soit la réponse, notre aide est la même.',
    },
    referral: {
      text: 'Souhaitez-vous que nous vous mettions en relation avec une association de soutien ?',
      why: 'Elle peut vous accompagner pour la santé, le droit ou la suite.',
    },
    share: {
      text: 'Pouvons-nous transmettre vos paroles aux autres équipes chargées de cette affaire ?',
      why: 'Pour que l’on ne vous pose pas deux fois les mêmes questions. Sans votre accord, elles restent ici.',
    },
    preserve_recording: {
      text: 'Pouvons-nous conserver les données et les enregistrements de ce trajet ?',
      why: 'Pour qu’ils existent encore si vous en avez besoin un jour.',
    },
    check_in: {
      text: 'Pouvons-nous prendre de vos nouvelles plus tard ?',
      why: 'Uniquement de la manière et au moment que vous choisissez.',
    },
    anything_else: {
      text: 'Y a-t-il autre chose que vous aimeriez nous dire ?',
      why: 'Pour que ce qui compte pour vous soit noté.',
    },
  },
};
