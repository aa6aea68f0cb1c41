import type { Alert } from '../domain/alert.ts';
import { hasCheckedIn } from '../domain/check-in.ts';
import type { Tier } from '../domain/policy.ts';
import { emergencyNumbersIn } from '../domain/referral/emergency-numbers.ts';
import { directionOf, type Locale, localeOf } from '../domain/script/locales.ts';
import { phoneOwner, phoneStatus, phoneUnansweredSince } from '../domain/shown.ts';
import { viewTexts } from './texts/all.ts';
import type { CheckInTexts, ViewTexts } from './texts/texts.ts';

/** What the view asks beyond the alert: whether the person agreed to be asked afterwards. */
export interface ViewMore {
  mayCheckIn?: boolean;
}

/**
 * The reporter's own view: who helps, by first name only, and what happens now and next, in the
 * reporter's language. Where somebody else may read the phone it holds neutral words alone, and
 * after a cancel it is the same whether or not somebody forced it.
 */
export function reporterView(alert: Alert, more: ViewMore = {}) {
  const locale = localeOf(alert.locale);
  const words = viewTexts[locale];
  const status = phoneStatus(alert);
  const known = { alertId: alert.alertId, status, openedAt: iso(alert.openedAt) };
  const language = languageOf(locale);
  const checkIn = mayAsk(alert, more) ? words : undefined;
  if (isQuiet(alert)) {
    return {
      ...known,
      silent: true,
      next: quietWords(words, status),
      ...language,
      checkIn: checkIn && asked(checkIn.quietCheckIn),
    };
  }
  const helper = phoneOwner(alert);
  return {
    ...known,
    tier: tierShown(alert),
    presses: alert.pressCount,
    helper: helper && { firstName: helper.name.split(' ')[0] },
    ...course(alert, status, words, locale),
    ...language,
    checkIn: checkIn && asked(checkIn.checkIn),
    emergencyNumbers: emergencyNumbersIn(alert.region ?? {}),
  };
}

/** Whether consent to be asked afterwards is worth looking up: only what has ended, openly, asks. */
export function mayAsk(alert: Alert, { mayCheckIn = true }: ViewMore = {}): boolean {
  return (
    mayCheckIn &&
    phoneStatus(alert) === 'resolved' &&
    alert.shown?.status === undefined &&
    !hasCheckedIn(alert)
  );
}

/** A cancel under duress silences the alert; the phone must not show that it did. */
function isQuiet({ shown, silent }: Alert): boolean {
  return shown === undefined ? silent : (shown.silent ?? false);
}

function tierShown({ shown, tier }: Alert): Tier {
  return shown?.tier ?? tier;
}

function quietWords({ quiet }: ViewTexts, status: Alert['status']): string {
  return status === 'resolved' || status === 'cancelled' ? quiet[status] : quiet.going;
}

/** What happens now, what next, what if nobody takes it, and what is known of when. */
function course(alert: Alert, status: Alert['status'], words: ViewTexts, locale: Locale) {
  const { now, next, ifNobody, expect } = words;
  if (status === 'resolved' || status === 'cancelled') {
    return { now: now[status], next: next.again };
  }
  const contact = alert.contactKnown ? next.contactKnown : next.contactUnknown;
  const then = { next: `${next.toldOnce} ${contact}` };
  if (status === 'acknowledged') {
    const { acknowledged } = now;
    return {
      now: acknowledged,
      ...then,
      ifNobody: ifNobody.acknowledged,
      expect: expect.acknowledged,
    };
  }
  const wait = waitOf(alert);
  const steps = wait && expect.step.replace('{wait}', inWords(wait, locale));
  return {
    now: now[openNow(alert)],
    ...then,
    ifNobody: tierShown(alert) === 1 ? ifNobody.untilTaken : ifNobody.thenSupervisor,
    expect: steps ? `${steps} ${expect.open}` : expect.open,
  };
}

function openNow(alert: Alert): 'open' | 'unanswered' | 'exhausted' {
  if (phoneUnansweredSince(alert) === undefined) return 'open';
  return alert.dueAt === undefined ? 'exhausted' : 'unanswered';
}

/** The longest wait of the first round, in seconds; after a cancel the policy would tell the tier. */
function waitOf({ policy, shown, unansweredSince }: Alert): number | undefined {
  if (policy === undefined || shown !== undefined || unansweredSince !== undefined)
    return undefined;
  return Math.max(...policy.steps.map(({ waitSeconds }) => waitSeconds));
}

function inWords(seconds: number, locale: Locale): string {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, style).format(count);
}

function languageOf(locale: Locale) {
  const translation = locale === 'id' ? 'source' : 'machine';
  return { locale, dir: directionOf(locale), translation };
}

function asked({ question, options }: CheckInTexts) {
  return { question, options: Object.entries(options).map(([id, text]) => ({ id, text })) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
