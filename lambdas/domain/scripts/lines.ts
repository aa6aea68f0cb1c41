import type { Line } from '../script/schema.ts';
import type { LineId } from './texts/all.ts';

/** What is said, apart from its words. */
export const lines: Readonly<Record<LineId, Omit<Line, 'id' | 'text' | 'language'>>> = {
  here: { stage: 'listen' },
  where_to_start: { stage: 'listen', says: 'where_to_start' },
  you_decide: { stage: 'listen' },
  no_sound: { stage: 'listen', when: { silent: true } },
  own_words: { stage: 'listen' },
  gaps_are_fine: { stage: 'listen' },
  what_matters: { stage: 'inquire' },
  belief: { stage: 'validate', says: 'belief' },
  not_your_fault: { stage: 'validate', says: 'not_your_fault' },
  thanks: { stage: 'validate', says: 'thanks' },
  feelings: { stage: 'validate' },
  no_name_needed: { stage: 'validate' },
  your_choice_of_steps: { stage: 'enhance_safety' },
  numbers_any_time: { stage: 'enhance_safety' },
  child_chooses: { stage: 'enhance_safety', when: { child: true } },
  tap_to_answer: { stage: 'enhance_safety' },
  help_first: { stage: 'enhance_safety' },
  may_get_off: { stage: 'enhance_safety', when: { role: 'rider' } },
  bike_may_stop: {
    stage: 'enhance_safety',
    when: { role: 'rider', answered: { on_motorbike: ['yes'] } },
  },
  helmet_may_stay: { stage: 'enhance_safety' },
  doors_may_open: { stage: 'enhance_safety', when: { answered: { in_car: ['yes'] } } },
  seat_may_stay: { stage: 'enhance_safety', when: { answered: { in_car: ['yes'] } } },
  care_in_three_days: { stage: 'support' },
  what_is_next: { stage: 'support' },
  only_if_you_agree: { stage: 'support' },
  with_or_without_police: { stage: 'support' },
};
