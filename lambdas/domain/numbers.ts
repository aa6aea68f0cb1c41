/** Whom a person in danger can call without us: goes with every answer to a press, errors too. */
export interface EmergencyNumber {
  service: 'police' | 'ambulance' | 'fire' | 'rescue' | 'women_and_children' | 'any';
  name: string;
  number: string;
  whatsapp?: string;
}

/**
 * Indonesia, most often needed first. 112 works in 141 regencies and cities only (2025), so it
 * comes last and never alone; SAPA 129 is the ministry's line for women and children, all day.
 */
export const emergencyNumbers: readonly EmergencyNumber[] = [
  { service: 'police', name: 'Polisi', number: '110' },
  { service: 'ambulance', name: 'Ambulans', number: '119' },
  {
    service: 'women_and_children',
    name: 'SAPA 129 (perempuan dan anak)',
    number: '129',
    whatsapp: '+628111129129',
  },
  { service: 'fire', name: 'Pemadam kebakaran', number: '113' },
  { service: 'rescue', name: 'Basarnas (SAR)', number: '115' },
  { service: 'any', name: 'Darurat (di sebagian daerah)', number: '112' },
];
