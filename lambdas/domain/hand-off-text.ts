import type { HandOff } from './hand-off.ts';
import type { Tier } from './policy.ts';
import { localTime } from './sms.ts';
import { dayIn } from './team.ts';

const weekdays = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'];
const day = 86_400_000;

/**
 * The SMS of a hand-off: one GSM-7 segment, with neither a link nor a name, which no page lacks, so
 * that nobody takes it for one at night.
 */
export function handOffText(of: {
  tier: Tier;
  timeZone: string;
  handOff: HandOff;
  /** Epoch ms */
  now: number;
}): string {
  const { tier, timeZone, now } = of;
  const { rotation, what, at, until } = of.handOff;
  const when = (instant: number) =>
    `${dayWords(instant, now, timeZone)}${localTime(instant, timeZone)}`;
  const verb = what === 'begins' ? 'mulai' : 'selesai';
  const turn = at === undefined ? `sudah ${verb}` : `${verb} ${when(at)}`;
  const end = until === undefined ? '' : ` sampai ${when(until)}`;
  return `SIAGA T${tier} ${rotationName(rotation)}: giliran Anda ${turn}${end}`;
}

/** A supervisor's text, of which only what can make neither a link nor a second segment is kept. */
function rotationName(name: string): string {
  const kept = name
    .replaceAll(/[^A-Za-z0-9 -]/g, '')
    .slice(0, 20)
    .trim();
  return kept || 'jaga';
}

/** Nothing on the same day, `Sen ` within the week, `Sen 8/6 ` where that could be another one. */
function dayWords(at: number, now: number, timeZone: string): string {
  const [year, month, date] = dayIn(timeZone, at).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const midnight = Date.UTC(year, month - 1, date);
  const daysAhead = (midnight - Date.parse(dayIn(timeZone, now))) / day;
  if (daysAhead === 0) return '';
  const weekday = weekdays[new Date(midnight).getUTCDay()]!;
  return Math.abs(daysAhead) < 6 ? `${weekday} ` : `${weekday} ${date}/${month} `;
}
