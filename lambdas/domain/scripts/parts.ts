import type { Category } from '../policy.ts';
import type { LineId, QuestionId } from './texts/all.ts';

/** The kinds of script that are written out; each stands in for the categories that are like it. */
export type Kind =
  | 'harassment'
  | 'sexual_assault'
  | 'violence'
  | 'crash'
  | 'unsafe_driving'
  | 'general';

const kinds: Partial<Record<Category, Kind>> = {
  harassment: 'harassment',
  sexual_assault: 'sexual_assault',
  violence: 'violence',
  threat: 'violence',
  abduction: 'violence',
  robbery: 'violence',
  crash: 'crash',
  medical: 'crash',
  unsafe_driving: 'unsafe_driving',
  intoxication: 'unsafe_driving',
};

export function kindOf(category: Category | undefined): Kind {
  return (category === undefined ? undefined : kinds[category]) ?? 'general';
}

/** What a kind or a service adds to what everybody is told and asked. */
export interface Part {
  lines?: readonly LineId[];
  /** Asked right after whether they are safe. */
  urgent?: readonly QuestionId[];
  /** Asked once they were listened to. */
  later?: readonly QuestionId[];
}

export const base = {
  opening: ['here', 'you_decide', 'no_sound', 'where_to_start'],
  lines: [
    'own_words',
    'gaps_are_fine',
    'what_matters',
    'belief',
    'not_your_fault',
    'thanks',
    'feelings',
    'your_choice_of_steps',
    'numbers_any_time',
    'child_chooses',
    'what_is_next',
    'only_if_you_agree',
    'with_or_without_police',
  ],
  first: 'safe_now',
  listen: ['story'],
  afterwards: [
    'needs',
    'worries',
    'safe_place',
    'age',
    'companion',
    'responder_gender',
    'safe_channel',
    'safe_hours',
    'voicemail',
    'call_drop',
    'stop_word',
    'police',
    'referral',
    'share',
    'preserve_recording',
    'check_in',
    'anything_else',
  ],
} as const satisfies Record<string, LineId | QuestionId | readonly (LineId | QuestionId)[]>;

export const byKind: Readonly<Record<Kind, Part>> = {
  harassment: {
    lines: ['no_name_needed', 'tap_to_answer'],
    urgent: ['near'],
    later: ['hurt', 'contacts_you'],
  },
  sexual_assault: {
    lines: ['no_name_needed', 'tap_to_answer', 'care_in_three_days'],
    urgent: ['near', 'hurt'],
    later: ['contacts_you', 'medical_care'],
  },
  violence: {
    lines: ['tap_to_answer'],
    urgent: ['near', 'hurt'],
    later: ['contacts_you'],
  },
  crash: { lines: ['help_first'], urgent: ['hurt', 'how_many', 'danger_around'] },
  unsafe_driving: { lines: ['may_get_off'], urgent: ['get_off'], later: ['driving', 'hurt'] },
  general: { urgent: ['hurt'] },
};

/** What is different on a motorbike and in a car, for every kind and for one. */
export const byService: Readonly<Record<string, Part & Partial<Record<Kind, Part>>>> = {
  goride: {
    lines: ['bike_may_stop'],
    urgent: ['on_motorbike'],
    crash: { lines: ['helmet_may_stay'] },
  },
  gocar: {
    lines: ['doors_may_open'],
    urgent: ['in_car', 'doors'],
    crash: { lines: ['seat_may_stay'] },
  },
};
