import type { Tier } from './policy.ts';

/**
 * The GSM-7 basic table (3GPP TS 23.038), without the escape to the extension table: whose
 * characters count twice, and of which one text needs none.
 */
const gsm7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const segment = 160;

export function isGsm7(text: string): boolean {
  return Array.from(text).every((char) => gsm7.has(char));
}

const indonesianZones: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Local time with its zone: `03:12 WIB`. Zones outside Indonesia show their offset: `GMT+8`. */
export function localTime(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const zone = indonesianZones[timeZone] ?? part('timeZoneName');
  return `${part('hour')}:${part('minute')} ${zone.replaceAll('\u2212', '-')}`;
}

const serviceNames: Record<string, string> = { goride: 'GoRide', gocar: 'GoCar' };

/** The service as people know it, cut down to what one SMS segment can carry. */
export function serviceName(service: string): string {
  const known = serviceNames[service.toLowerCase()];
  if (known !== undefined) return known;
  // A service's name is the caller's text, so only what cannot make a second link is kept of it.
  return (
    service
      .replaceAll(/[^A-Za-z0-9 ]/g, '')
      .replaceAll(/ +/g, ' ')
      .slice(0, 12)
      .trim() || 'Layanan'
  );
}

/**
 * One page: one GSM-7 segment that says what, when and where to answer, and nothing about whom or
 * why, since a locked phone on a bedside table shows it to anybody. Where a deployment's links are
 * too long, the fields that help least give way one by one; two segments still beat no page.
 */
export function pageText(page: {
  tier: Tier;
  service: string;
  /** Epoch ms */
  openedAt: number;
  timeZone: string;
  code: string;
  link: string;
  /** Something new on an alert that the reader has taken. */
  news?: boolean;
  /** Set in a digest: how many alerts wait at least, this one among them. */
  waiting?: number;
}): string {
  const tier = `SIAGA T${page.tier}`;
  const service = serviceName(page.service);
  const time = localTime(page.openedAt, page.timeZone);
  const news = page.waiting === undefined ? (page.news ? 'KABAR BARU' : '') : more(page.waiting);
  const shorterAndShorter = [
    [tier, service, time, page.code, news, page.link],
    [tier, service, time, page.link],
    [tier, time, page.link],
    [tier, page.link],
  ].map((fields) => fields.filter(Boolean).join(' '));
  return shorterAndShorter.find((text) => text.length <= segment) ?? shorterAndShorter.at(-1)!;
}

function more(waiting: number): string {
  return waiting > 1 ? `+${waiting - 1} MENUNGGU` : 'MENUNGGU';
}
