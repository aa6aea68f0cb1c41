import type { Option, Question } from '../script/schema.ts';
import type { QuestionId } from './texts/all.ts';

type Choice = Omit<Option, 'text' | 'language'>;
type Shape = Omit<Question, 'id' | 'text' | 'why' | 'language' | 'options'> & {
  options?: readonly Choice[];
};

const yesNoUnsure: Choice[] = [{ id: 'yes' }, { id: 'no' }, { id: 'unsure' }];
/** The no stands beside the yes, and nothing is chosen beforehand. */
const consent: Choice[] = [{ id: 'yes', agrees: true }, { id: 'no' }, { id: 'not_now' }];
const choices = (...ids: string[]): Choice[] => ids.map((id) => ({ id }));
const reachable = ['call', 'whatsapp', 'sms', 'chat'];

/** What may be asked, apart from its words. */
export const questions: Readonly<Record<QuestionId, Shape>> = {
  safe_now: {
    stage: 'listen',
    kind: 'choice',
    asks: 'safety',
    options: [
      { id: 'talk', tells: { contact: { silent: false } } },
      { id: 'type_only', tells: { contact: { silent: true } } },
      { id: 'not_safe', tells: { contact: { silent: true } } },
      { id: 'unsure' },
    ],
  },
  on_motorbike: { stage: 'listen', kind: 'choice', options: yesNoUnsure },
  in_car: { stage: 'listen', kind: 'choice', options: yesNoUnsure },
  doors: {
    stage: 'listen',
    kind: 'choice',
    options: yesNoUnsure,
    when: { answered: { in_car: ['yes'] } },
  },
  near: { stage: 'listen', kind: 'choice', options: yesNoUnsure },
  hurt: { stage: 'inquire', kind: 'choice', options: choices('now', 'later', 'no', 'unsure') },
  story: { stage: 'listen', kind: 'text' },
  contacts_you: { stage: 'inquire', kind: 'choice', options: yesNoUnsure },
  medical_care: { stage: 'support', kind: 'choice', options: choices('yes', 'no', 'not_now') },
  how_many: { stage: 'inquire', kind: 'choice', options: choices('one', 'few', 'more', 'unsure') },
  danger_around: { stage: 'inquire', kind: 'choice', options: yesNoUnsure },
  get_off: {
    stage: 'inquire',
    kind: 'choice',
    options: choices('yes', 'no', 'already', 'unsure'),
    when: { role: 'rider' },
  },
  driving: {
    stage: 'inquire',
    kind: 'options',
    options: choices('fast', 'tired', 'unwell', 'phone', 'influence'),
    when: { role: 'rider' },
  },
  needs: {
    stage: 'inquire',
    kind: 'options',
    options: choices(
      'safe_place',
      'medical',
      'ride',
      'reach_someone',
      'talk',
      'information',
      'nothing',
    ),
  },
  worries: { stage: 'inquire', kind: 'text' },
  safe_place: { stage: 'enhance_safety', kind: 'text' },
  age: {
    stage: 'enhance_safety',
    kind: 'choice',
    options: [
      { id: 'adult', tells: { child: false } },
      { id: 'child', tells: { child: true } },
    ],
  },
  companion: {
    stage: 'enhance_safety',
    kind: 'choice',
    asks: 'companion',
    options: [
      { id: 'own', tells: { companion: 'own' } },
      { id: 'responder', tells: { companion: 'responder' } },
      { id: 'nobody', tells: { companion: 'nobody' } },
    ],
  },
  responder_gender: {
    stage: 'enhance_safety',
    kind: 'choice',
    asks: 'responder_gender',
    options: [
      { id: 'female', tells: { responderGender: 'female' } },
      { id: 'male', tells: { responderGender: 'male' } },
      { id: 'either' },
    ],
  },
  safe_channel: {
    stage: 'enhance_safety',
    kind: 'choice',
    consent: 'call',
    options: [
      { id: 'call', agrees: true, tells: { contact: { channels: ['call'] } } },
      { id: 'whatsapp', tells: { contact: { channels: ['whatsapp'] } } },
      { id: 'sms', tells: { contact: { channels: ['sms'] } } },
      { id: 'chat', tells: { contact: { channels: ['chat'] } } },
      { id: 'none', tells: { contact: { channels: [] } } },
    ],
  },
  safe_hours: {
    stage: 'enhance_safety',
    kind: 'choice',
    when: { answered: { safe_channel: reachable } },
    options: [
      { id: 'any', tells: { contact: { safeHours: 'any' } } },
      { id: 'day', tells: { contact: { safeHours: [{ from: '08:00', to: '18:00' }] } } },
      { id: 'evening', tells: { contact: { safeHours: [{ from: '18:00', to: '22:00' }] } } },
      { id: 'night', tells: { contact: { safeHours: [{ from: '22:00', to: '06:00' }] } } },
    ],
  },
  voicemail: {
    stage: 'enhance_safety',
    kind: 'yes_no',
    when: { answered: { safe_channel: ['call'] } },
    options: [
      { id: 'yes', tells: { contact: { voicemail: true } } },
      { id: 'no', tells: { contact: { voicemail: false } } },
    ],
  },
  call_drop: {
    stage: 'enhance_safety',
    kind: 'choice',
    when: { answered: { safe_channel: ['call'] } },
    options: [
      { id: 'call_back', tells: { contact: { ifCallDrops: 'call_back' } } },
      {
        id: 'message',
        tells: { contact: { ifCallDrops: 'message', channels: ['call', 'chat'] } },
      },
      { id: 'wait_for_me', tells: { contact: { ifCallDrops: 'wait_for_me' } } },
    ],
  },
  stop_word: { stage: 'enhance_safety', kind: 'text', asks: 'stop_word' },
  police: { stage: 'support', kind: 'choice', consent: 'police', options: consent },
  referral: { stage: 'support', kind: 'choice', consent: 'referral', options: consent },
  share: { stage: 'support', kind: 'choice', consent: 'share', options: consent },
  preserve_recording: {
    stage: 'support',
    kind: 'choice',
    consent: 'preserve_recording',
    options: consent,
  },
  check_in: { stage: 'support', kind: 'choice', consent: 'check_in', options: consent },
  anything_else: { stage: 'support', kind: 'text' },
};
