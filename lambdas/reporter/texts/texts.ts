import type { Answer } from '../../domain/check-in.ts';

/** What a reporter reads of their own call, in one language. */
export interface ViewTexts {
  now: {
    open: string;
    /** Every step was taken at least once, and paging goes on. */
    unanswered: string;
    /** Every step was taken, and none is left. */
    exhausted: string;
    acknowledged: string;
    resolved: string;
    cancelled: string;
  };
  next: {
    toldOnce: string;
    contactKnown: string;
    contactUnknown: string;
    /** It has ended. */
    again: string;
  };
  ifNobody: { untilTaken: string; thenSupervisor: string; acknowledged: string };
  /** `{wait}` is a duration such as "30 seconds". */
  expect: { step: string; open: string; acknowledged: string };
  /** For a screen that somebody else may read: nothing of danger, help or people. */
  quiet: { going: string; resolved: string; cancelled: string };
  checkIn: CheckInTexts;
  quietCheckIn: CheckInTexts;
}

export interface CheckInTexts {
  question: string;
  options: Readonly<Record<Answer, string>>;
}
