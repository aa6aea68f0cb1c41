import type { Category } from '../policy.ts';
import { liesIn, type Region } from './regions.ts';

/** An organisation that can stand by somebody, once they have agreed to be referred. */
export interface Partner {
  partnerId: string;
  name: string;
  /** What they help with. */
  offers: readonly ('shelter' | 'counselling' | 'legal' | 'health' | 'witness_protection')[];
  for: 'everybody' | 'women_and_children';
  country: string;
  /** Kemendagri codes; absent where they serve the whole country. */
  areas?: readonly string[];
  phone?: string;
  /** E.164 */
  whatsapp?: string;
  hours: 'always' | 'office_hours';
  /** Where the numbers were published: look again before a deployment relies on them. */
  source: string;
}

export const partners: readonly Partner[] = [
  {
    partnerId: 'sapa_129',
    name: 'SAPA 129 (KemenPPPA)',
    offers: ['shelter', 'counselling', 'legal', 'health'],
    for: 'women_and_children',
    country: 'ID',
    phone: '129',
    whatsapp: '+628111129129',
    hours: 'always',
    source: 'https://nasional.kompas.com/read/2021/03/09/15350071',
  },
  {
    partnerId: 'uptd_ppa_jakarta',
    name: 'UPT PPPA DKI Jakarta',
    offers: ['shelter', 'counselling', 'legal', 'health'],
    for: 'women_and_children',
    country: 'ID',
    areas: ['31'],
    phone: '+6281317617622',
    whatsapp: '+6281317617622',
    hours: 'always',
    source:
      'https://selalukabar.com/dki-sebut-layanan-pengaduan-kekerasan-seksual-tersedia-gratis-58964.html',
  },
  {
    partnerId: 'uptd_ppa_jawa_timur',
    name: 'UPT PPA Jawa Timur',
    offers: ['shelter', 'counselling', 'legal', 'health'],
    for: 'women_and_children',
    country: 'ID',
    areas: ['35'],
    whatsapp: '+62895348771070',
    hours: 'always',
    source:
      'https://ngopibareng.id/read/pemprov-jatim-buka-hotline-kekerasan-seks-perempuan-dan-anak',
  },
  {
    partnerId: 'komnas_perempuan',
    name: 'Komnas Perempuan',
    offers: ['legal', 'counselling'],
    for: 'women_and_children',
    country: 'ID',
    phone: '+62213903963',
    hours: 'office_hours',
    source: 'https://parapuan.co/read/533016679',
  },
  {
    partnerId: 'lpsk',
    name: 'LPSK (perlindungan saksi dan korban)',
    offers: ['witness_protection', 'legal'],
    for: 'everybody',
    country: 'ID',
    phone: '148',
    whatsapp: '+6285770010048',
    hours: 'office_hours',
    source: 'https://mandalika.antaranews.com/berita/1364426',
  },
  {
    partnerId: 'sg_navh',
    name: 'National Anti-Violence Helpline',
    offers: ['counselling', 'shelter'],
    for: 'everybody',
    country: 'SG',
    phone: '18007770000',
    hours: 'always',
    source:
      'https://cnalifestyle.channelnewsasia.com/singapore/msf-launches-24-hour-domestic-violence-helpline-victims-public-seek-help-308966',
  },
];

const hurtByPeople: ReadonlySet<Category> = new Set([
  'harassment',
  'sexual_assault',
  'violence',
  'threat',
  'abduction',
  'robbery',
  'discrimination',
]);

/**
 * Partners that can be offered, the nearest first. Where it is not known what happened, all are
 * offered: whoever pressed without a word may need one. They are offered only; a referral wants consent.
 */
export function partnersIn(
  { country = 'ID', regency }: Region,
  category: Category | undefined,
): Partner[] {
  if (category !== undefined && !hurtByPeople.has(category)) return [];
  const there = partners
    .filter((partner) => partner.country === country.toUpperCase())
    .filter((partner) => partner.areas === undefined || liesIn(regency, partner.areas));
  return [
    ...there.filter((partner) => partner.areas !== undefined),
    ...there.filter((partner) => partner.areas === undefined),
  ];
}
