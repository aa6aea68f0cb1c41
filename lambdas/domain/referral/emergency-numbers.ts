import { emergencyNumbers, type EmergencyNumber } from '../numbers.ts';
import { liesIn, type Region } from './regions.ts';

/** A number of another country, or one that Indonesia's short list leaves out. */
export interface LocalNumber extends EmergencyNumber {
  /** Where a text reaches them too, for whoever cannot speak. */
  sms?: string;
}

/**
 * Regencies and cities that the ministry has named as answering 112, by Kemendagri code. There are
 * 172 of them (September 2025) and no public list, so this one is not complete: where a regency is
 * missing here, 112 is still shown, but last and marked as working in some places only.
 * https://djppi.kominfo.go.id/news/layanan-pangilan-darurat-112-sebagai-bentuk-komitmen-djppi-kominfo-untuk-masyarakat
 */
const answers112: readonly string[] = [
  '31', // DKI Jakarta
  '13.71', // Padang
  '18.72', // Metro
  '21.71', // Batam
  '32.04', // Bandung (regency)
  '32.08', // Kuningan
  '32.71', // Bogor (city)
  '32.73', // Bandung (city)
  '32.76', // Depok
  '33.74', // Semarang (city)
  '35.07', // Malang (regency)
  '35.78', // Surabaya
  '36.01', // Pandeglang
  '36.71', // Tangerang (city)
  '36.72', // Cilegon
  '51.71', // Denpasar
  '52.71', // Mataram
  '64.71', // Balikpapan
  '71.71', // Manado
  '73.71', // Makassar
  '91.71', // Jayapura (city)
];

const ambulanceToo: LocalNumber = { service: 'ambulance', name: 'Ambulans (118)', number: '118' };

/** Outside Indonesia, most often needed first. */
const abroad: Readonly<Record<string, readonly LocalNumber[]>> = {
  SG: [
    { service: 'police', name: 'Police', number: '999', sms: '70999' },
    { service: 'ambulance', name: 'Ambulance', number: '995', sms: '70995' },
    { service: 'fire', name: 'Fire brigade', number: '995' },
    {
      service: 'women_and_children',
      name: 'National Anti-Violence Helpline',
      number: '18007770000',
    },
  ],
  VN: [
    { service: 'police', name: 'Cảnh sát', number: '113' },
    { service: 'ambulance', name: 'Cấp cứu', number: '115' },
    { service: 'fire', name: 'Cứu hỏa', number: '114' },
  ],
};

/**
 * Whom to call where somebody is, most often needed first. 112 is never the only one: where the
 * regency is known to answer it, it comes first, and elsewhere last. A country that nothing is known
 * of gets Indonesia's, as the answer to a press does: no number at all would be worse.
 */
export function emergencyNumbersIn({ country = 'ID', regency }: Region): readonly LocalNumber[] {
  const named = country.toUpperCase();
  const there = Object.hasOwn(abroad, named) ? abroad[named] : undefined;
  if (there !== undefined) return there;
  const sectoral = emergencyNumbers.filter((one) => one.service !== 'any');
  const single = emergencyNumbers.filter((one) => one.service === 'any');
  return liesIn(regency, answers112)
    ? [...single.map((one) => ({ ...one, name: 'Darurat' })), ...sectoral.flatMap(withOlderNumber)]
    : [...sectoral.flatMap(withOlderNumber), ...single];
}

/** In some places ambulances still come by the number that they had before. */
function withOlderNumber(one: EmergencyNumber): LocalNumber[] {
  return one.service === 'ambulance' ? [one, ambulanceToo] : [one];
}
