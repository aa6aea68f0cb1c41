import type { Translation } from './all.ts';

export const en: Translation = {
  controls: { skip: 'Skip', pause: 'Pause', resume: 'Go on', stop: 'Stop' },
  options: { yes: 'Yes', no: 'No', unsure: 'I do not know yet', not_now: 'Not now' },
  lines: {
    here: 'We are here for you.',
    where_to_start: 'Where would you like to start?',
    you_decide: 'You can skip any question. You can pause or stop at any time.',
    no_sound: 'You do not need to make a sound. Tapping an answer is enough.',
    own_words: 'Your own words are best, as many or as few as you like.',
    gaps_are_fine:
      'It is all right if there are things you do not remember, or do not want to tell.',
    what_matters: 'We would like to know what you need and what worries you.',
    belief: 'We believe you.',
    not_your_fault: 'This is not your fault.',
    thanks: 'Thank you for trusting us with this.',
    feelings: 'Whatever you feel right now is understandable.',
    no_name_needed: 'You do not need to put a name to what happened.',
    your_choice_of_steps: 'Your safety comes first. You choose the steps that feel safe.',
    numbers_any_time: 'You can call the emergency numbers at any time, without waiting for us.',
    child_chooses:
      'You may choose who is with you, or have nobody with you. A parent or guardian does not have to be there.',
    tap_to_answer: 'If talking does not feel safe, tapping an answer is enough.',
    help_first: 'If anybody is hurt, an ambulance can be called first. Questions can wait.',
    may_get_off: 'If you like, you can ask to stop at a busy, well-lit place.',
    bike_may_stop:
      'If it feels safe, you can ask for the motorbike to stop at a busy, well-lit place.',
    helmet_may_stay: 'A helmet can be left on until there is somebody with medical training.',
    doors_may_open:
      'If the car has stopped and it feels safe, you can unlock the door or lower the window.',
    seat_may_stay:
      'If your neck or back hurts, you can remain seated until there is somebody with medical training.',
    care_in_three_days: 'Some medical help is most useful within the first three days. You decide.',
    what_is_next: 'We say what we do next, and what we do not know yet.',
    only_if_you_agree: 'These steps happen only if you agree, and you can change that at any time.',
    with_or_without_police: 'We help you with or without a police report.',
  },
  questions: {
    safe_now: {
      text: 'Are you safe right now, and is it safe for you to talk or type?',
      why: 'So that the way we help does not put you in danger.',
      options: {
        talk: 'Safe, and I can talk',
        type_only: 'Safe, but I can only type',
        not_safe: 'Not safe',
      },
    },
    on_motorbike: {
      text: 'Are you still on the motorbike?',
      why: 'So that the choices we offer fit where you are.',
    },
    in_car: {
      text: 'Are you still in the car?',
      why: 'So that the choices we offer fit where you are.',
    },
    doors: {
      text: 'Can the door be opened from your seat?',
      why: 'So that we know whether you can get out by yourself.',
    },
    near: {
      text: 'Is that person still near you?',
      why: 'So that we do not contact you in a way that they could see or hear.',
    },
    hurt: {
      text: 'Are you or is anybody else hurt, or in need of medical help?',
      why: 'So that an ambulance can be offered first.',
      options: { now: 'Yes, now', later: 'Yes, it can wait' },
    },
    story: {
      text: 'If you like, what would you like to tell us?',
      why: 'Your words are kept as they are, so that you do not need to repeat them.',
    },
    contacts_you: {
      text: 'Does that person contact you outside the trip?',
      why: 'So that we can offer ways to close that channel.',
    },
    medical_care: {
      text: 'Would you like information about health services?',
      why: 'Some help is most useful within the first three days. You decide.',
    },
    how_many: {
      text: 'How many people need help?',
      why: 'So that the help on offer is enough.',
      options: { one: 'One', few: 'Two or three', more: 'More than three' },
    },
    danger_around: {
      text: 'Is there danger around you, such as traffic, fire or fuel?',
      why: 'So that the right help can be offered, such as the fire brigade.',
    },
    get_off: {
      text: 'Would you like to get out of the vehicle?',
      why: 'So that we can offer another vehicle or a place to wait.',
      options: { already: 'I am already out' },
    },
    driving: {
      text: 'What have you noticed about the driving?',
      why: 'So that the danger on the road can be dealt with.',
      options: {
        fast: 'Too fast or reckless',
        tired: 'Seems sleepy',
        unwell: 'Seems unwell',
        phone: 'Using a phone',
        influence: 'Seems to be affected by something',
      },
    },
    needs: {
      text: 'What do you need most right now?',
      why: 'So that we start with what matters most to you.',
      options: {
        safe_place: 'A safe place',
        medical: 'Medical help',
        ride: 'Another vehicle',
        reach_someone: 'Reaching family or a friend',
        talk: 'Somebody to talk to',
        information: 'Information about my choices',
        nothing: 'Nothing for now',
      },
    },
    worries: {
      text: 'What worries you right now?',
      why: 'So that what we do does not add to it.',
    },
    safe_place: {
      text: 'Is there a place or a person that feels safe to you?',
      why: 'So that we can help you get there, if you like.',
    },
    age: {
      text: 'How old are you?',
      why: 'So that the services we offer fit. A child may have company, and may have none.',
      options: { adult: '18 or older', child: 'Under 18' },
    },
    companion: {
      text: 'Would you like company while we talk?',
      why: 'You decide who is with you.',
      options: {
        own: 'Yes, somebody I choose',
        responder: 'Yes, a member of the support team',
        nobody: 'No, I prefer to be alone',
      },
    },
    responder_gender: {
      text: 'Are you more comfortable with a woman or a man helping you?',
      why: 'So that your choice comes first.',
      options: { female: 'A woman', male: 'A man', either: 'Either' },
    },
    safe_channel: {
      text: 'What is a safe way to contact you?',
      why: 'Without your answer, we do not call and do not send messages.',
      options: {
        call: 'Phone call',
        whatsapp: 'WhatsApp',
        sms: 'SMS',
        chat: 'Message in the app',
        none: 'Do not contact me',
      },
    },
    safe_hours: {
      text: 'When is it safe to contact you?',
      why: 'So that our message does not appear at a dangerous moment.',
      options: {
        any: 'Any time',
        day: '08:00–18:00',
        evening: '18:00–22:00',
        night: '22:00–06:00',
      },
    },
    voicemail: {
      text: 'If you cannot pick up, may we leave a voice message?',
      why: 'Somebody else might be able to hear it.',
    },
    call_drop: {
      text: 'If the call drops, what would you like us to do?',
      why: 'Unless it is agreed, we do not call back.',
      options: {
        call_back: 'Call me back',
        message: 'Send a message in the app',
        wait_for_me: 'Wait until I get in touch',
      },
    },
    stop_word: {
      text: 'Which word would you like to use to end this conversation?',
      why: 'Once you write or say it, we stop.',
    },
    police: {
      text: 'Would you like the police to be involved?',
      why: 'It is your choice. Whatever you answer, our help is the same.',
    },
    referral: {
      text: 'Would you like to be put in touch with a support organisation?',
      why: 'They can support you with health, legal matters or recovery.',
    },
    share: {
      text: 'May we share what you told us with other teams that work on this?',
      why: 'So that they do not ask you again. Without your permission, it stays with us.',
    },
    preserve_recording: {
      text: 'May we keep the records and recordings of this trip?',
      why: 'So that they are still there if you want them one day.',
    },
    check_in: {
      text: 'May we ask later how you are?',
      why: 'Only in the way and at the time that you choose.',
    },
    anything_else: {
      text: 'Is there anything else you would like to tell us?',
      why: 'So that what matters to you is on record.',
    },
  },
};
