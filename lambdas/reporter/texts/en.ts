import type { ViewTexts } from './texts.ts';

export const en: ViewTexts = {
  now: {
    open: 'Your call is stored. We are calling trained staff.',
    unanswered: 'Nobody has taken this call yet. We are still calling staff.',
    exhausted: 'Nobody has taken this call yet. The people in charge have been told.',
    acknowledged: 'A member of staff has taken this call.',
    resolved: 'This call has ended.',
    cancelled: 'This call was cancelled.',
  },
  next: {
    toldOnce: 'They read what you have told us already, so there is no need to say it again.',
    contactKnown: 'They get in touch only in the way that you said is safe.',
    contactUnknown: 'As long as no safe way is known, nobody calls you or sends you a message.',
    again: 'The button works again at any time, if you need us.',
  },
  ifNobody: {
    untilTaken:
      'If nobody takes it, the next person is called, then the whole team and its lead, again and again until somebody takes it.',
    thenSupervisor:
      'If nobody takes it, the next person and the lead of the team are called. After that the people in charge are told.',
    acknowledged: 'If they cannot go on, we look for somebody else.',
  },
  expect: {
    step: 'The next step comes at most {wait} after the one before.',
    open: 'When exactly help arrives is not known to us yet.',
    acknowledged: 'When exactly they get in touch is not known to us yet.',
  },
  quiet: { going: 'In progress.', resolved: 'Done.', cancelled: 'Cancelled.' },
  checkIn: {
    question: 'Did help reach you?',
    options: {
      helped: 'Yes, and it helped',
      not_helped: 'Yes, but it did not help',
      not_yet: 'Not yet',
      need_help: 'I still need help',
      not_now: 'I would rather not answer now',
    },
  },
  quietCheckIn: {
    question: 'Is everything settled?',
    options: {
      helped: 'Yes',
      not_helped: 'Not quite',
      not_yet: 'Not yet',
      need_help: 'There is something that I still need',
      not_now: 'Later',
    },
  },
};
