import type { Alert, TimelineEvent } from '../domain/alert.ts';
import type { Category } from '../domain/policy.ts';

/** The page's words. Indonesian is the source; English is its translation. */
export type Language = 'id' | 'en';

/** What an alert ended with; the value is what the timeline keeps. */
export const outcomes = [
  'person_safe',
  'handed_to_police',
  'referred',
  'not_reached',
  'false_alarm',
] as const;
type Outcome = (typeof outcomes)[number];

interface Texts {
  title: string;
  tier: string;
  open: string;
  closed: string;
  takenBy(name: string): string;
  yours: string;
  take: string;
  decline: string;
  declined: string;
  release: string;
  raise: string;
  resolve: string;
  note: string;
  saveNote: string;
  reason: string;
  silent: string;
  unknownContact: string;
  onlyAfterTaking: string;
  guidanceTitle: string;
  guidance: string[];
  facts: {
    service: string;
    time: string;
    presses: string;
    role: string;
    trip: string;
    category: string;
    location: string;
    contact: string;
  };
  roles: { rider: string; driver: string };
  noCategory: string;
  openMap: string;
  timeline: string;
  numbers: string;
  badLink: string;
  badLinkDetail: string;
  tooLate(name: string): string;
  notYours(name: string): string;
  over: string;
  full: string;
  wrongInput: string;
  back: string;
  outcome: string;
  outcomes: Record<Outcome, string>;
  events: Record<TimelineEvent, string>;
  categories: Record<Category, string>;
  status: Record<Alert['status'], string>;
}

const id: Texts = {
  title: 'Panggilan darurat',
  tier: 'Tingkat',
  open: 'Belum ada yang menangani. Ambil sekarang bila Anda siap.',
  closed: 'Panggilan ini sudah selesai.',
  takenBy: (name) => `Sudah diambil oleh ${name}.`,
  yours: 'Anda yang menangani panggilan ini.',
  take: 'Saya ambil',
  decline: 'Saya tidak bisa',
  declined: 'Anda menyatakan tidak bisa. Anda masih boleh mengambilnya.',
  release: 'Kembalikan ke antrean',
  raise: 'Naikkan tingkat',
  resolve: 'Selesaikan',
  note: 'Catatan',
  saveNote: 'Simpan catatan',
  reason: 'Alasan',
  silent: 'SENYAP: jangan menelepon atau mengirim pesan. Orang ini mungkin bersama pelaku.',
  unknownContact:
    'Cara menghubungi yang aman belum diketahui: jangan menelepon atau mengirim pesan lebih dulu.',
  onlyAfterTaking: 'Rincian orangnya tampil setelah Anda mengambil panggilan ini.',
  guidanceTitle: 'Cara bertanya',
  guidance: [
    'Pertama: apakah Anda aman sekarang, dan aman untuk bicara?',
    'Percaya, berterima kasih karena sudah bercerita, katakan bahwa ini bukan salahnya.',
    'Jangan bertanya “kenapa”, jangan meragukan, jangan menyuruh mengulang urutan kejadian.',
    'Tawarkan pilihan; setiap pertanyaan boleh dilewati. Polisi adalah pilihannya sendiri.',
    'Jangan berjanji semua akan baik-baik saja; katakan apa yang Anda lakukan berikutnya.',
  ],
  facts: {
    service: 'Layanan',
    time: 'Waktu',
    presses: 'Tombol ditekan',
    role: 'Pelapor',
    trip: 'Perjalanan',
    category: 'Jenis',
    location: 'Lokasi',
    contact: 'Cara menghubungi',
  },
  roles: { rider: 'penumpang', driver: 'pengemudi' },
  noCategory: 'tombol darurat tanpa keterangan',
  openMap: 'Buka peta (lokasi dikirim ke OpenStreetMap)',
  timeline: 'Riwayat',
  numbers: 'Nomor darurat',
  badLink: 'Tautan ini tidak berlaku',
  badLinkDetail: 'Buka tautan dari SMS terakhir, atau hubungi pengawas Anda.',
  tooLate: (name) => `Sudah diambil oleh ${name}. Terima kasih sudah siap.`,
  notYours: (name) => `Hanya ${name} yang bisa melakukannya.`,
  over: 'Panggilan ini sudah selesai.',
  full: 'Catatan sudah penuh.',
  wrongInput: 'Isian belum lengkap. Catatan: 1 sampai 500 huruf.',
  back: 'Kembali',
  outcome: 'Hasil',
  outcomes: {
    person_safe: 'Orangnya aman',
    handed_to_police: 'Ditangani polisi',
    referred: 'Dirujuk ke layanan lain',
    not_reached: 'Tidak terhubung',
    false_alarm: 'Tidak ada keadaan darurat',
  },
  events: {
    opened: 'Tombol ditekan',
    pressed: 'Tombol ditekan lagi',
    reported: 'Laporan diterima',
    triaged: 'Kata-kata laporan dinilai (jenis, letak)',
    reopened: 'Dibuka lagi',
    paged: 'SMS ke',
    page_failed: 'SMS gagal ke',
    nobody_on_call: 'Tidak ada petugas yang memenuhi syarat',
    passed_over: 'Dilewati, tanpa sertifikat',
    at_limit: 'Dilewati, sudah banyak kasus minggu ini',
    last_resort: 'Upaya terakhir: ketua tim',
    unanswered: 'Belum ada jawaban: alarm',
    acknowledged: 'Diambil oleh',
    acknowledge_timed_out: 'Tanpa kemajuan, kembali ke antrean',
    declined: 'Tidak bisa',
    released: 'Dikembalikan oleh',
    raised: 'Tingkat dinaikkan oleh',
    lowered: 'Tingkat diturunkan oleh',
    noted: 'Catatan',
    owner_told: 'Pemilik diberi tahu',
    cancel_requested: 'Pelapor membatalkan; pastikan ia aman',
    cancelled: 'Dibatalkan pelapor',
    duress: 'DIBATALKAN DI BAWAH PAKSAAN',
    resolved: 'Diselesaikan oleh',
  },
  categories: {
    harassment: 'pelecehan',
    sexual_assault: 'kekerasan seksual',
    violence: 'kekerasan',
    threat: 'ancaman',
    abduction: 'penculikan',
    robbery: 'perampokan',
    crash: 'kecelakaan',
    medical: 'keadaan medis',
    hazard: 'bahaya',
    unsafe_driving: 'mengemudi berbahaya',
    intoxication: 'mabuk',
    discrimination: 'diskriminasi',
    other: 'lain-lain',
    dispute: 'perselisihan',
    vehicle_condition: 'kondisi kendaraan',
    lost_item: 'barang hilang',
  },
  status: {
    open: 'terbuka',
    acknowledged: 'ditangani',
    resolved: 'selesai',
    cancelled: 'dibatalkan',
  },
};

const en: Texts = {
  title: 'Call for help',
  tier: 'Tier',
  open: 'Nobody has taken this yet. Take it now if you are ready.',
  closed: 'This call has ended.',
  takenBy: (name) => `${name} has taken this.`,
  yours: 'You are handling this call.',
  take: 'I take it',
  decline: 'I cannot',
  declined: 'You said that you cannot. You may still take it.',
  release: 'Hand it back',
  raise: 'Raise the tier',
  resolve: 'Resolve',
  note: 'Note',
  saveNote: 'Save the note',
  reason: 'Reason',
  silent: 'SILENT: do not call or text. This person may be with whoever hurts them.',
  unknownContact: 'A safe way to make contact is not known: do not call or text first.',
  onlyAfterTaking: 'The person’s details show once you have taken this call.',
  guidanceTitle: 'How to ask',
  guidance: [
    'First: are you safe now, and is it safe to talk?',
    'Believe, thank them for telling you, say that it is not their fault.',
    'Never ask “why”, never doubt, never make them go through the order of events.',
    'Offer options; every question may be skipped. The police are their own choice.',
    'Do not promise that all will be well; say what you will do next.',
  ],
  facts: {
    service: 'Service',
    time: 'Time',
    presses: 'Presses',
    role: 'Reporter',
    trip: 'Trip',
    category: 'Kind',
    location: 'Location',
    contact: 'How to make contact',
  },
  roles: { rider: 'rider', driver: 'driver' },
  noCategory: 'emergency button, nothing said',
  openMap: 'Open a map (sends the location to OpenStreetMap)',
  timeline: 'Timeline',
  numbers: 'Emergency numbers',
  badLink: 'This link does not work',
  badLinkDetail: 'Open the link of the latest SMS, or ask your supervisor.',
  tooLate: (name) => `${name} has taken this. Thank you for being ready.`,
  notYours: (name) => `Only ${name} can do that.`,
  over: 'This call has ended.',
  full: 'There is no room for more notes.',
  wrongInput: 'Something is missing. A note has 1 to 500 characters.',
  back: 'Back',
  outcome: 'Outcome',
  outcomes: {
    person_safe: 'The person is safe',
    handed_to_police: 'The police handle it',
    referred: 'Referred to another service',
    not_reached: 'Could not be reached',
    false_alarm: 'No emergency',
  },
  events: {
    opened: 'Button pressed',
    pressed: 'Button pressed again',
    reported: 'Report received',
    triaged: 'Words of the report assessed (kind, position)',
    reopened: 'Opened again',
    paged: 'SMS to',
    page_failed: 'SMS failed to',
    nobody_on_call: 'Nobody qualified on call',
    passed_over: 'Passed over, no certificate',
    at_limit: 'Passed over, enough cases this week',
    last_resort: 'Last resort: the lead',
    unanswered: 'No answer yet: alarm',
    acknowledged: 'Taken by',
    acknowledge_timed_out: 'No progress, back to paging',
    declined: 'Cannot',
    released: 'Handed back by',
    raised: 'Tier raised by',
    lowered: 'Tier lowered by',
    noted: 'Note',
    owner_told: 'Owner told',
    cancel_requested: 'The reporter cancelled; make sure that they are safe',
    cancelled: 'Cancelled by the reporter',
    duress: 'CANCELLED UNDER DURESS',
    resolved: 'Resolved by',
  },
  categories: {
    harassment: 'harassment',
    sexual_assault: 'sexual assault',
    violence: 'violence',
    threat: 'threat',
    abduction: 'abduction',
    robbery: 'robbery',
    crash: 'crash',
    medical: 'medical',
    hazard: 'hazard',
    unsafe_driving: 'unsafe driving',
    intoxication: 'intoxication',
    discrimination: 'discrimination',
    other: 'other',
    dispute: 'dispute',
    vehicle_condition: 'vehicle condition',
    lost_item: 'lost item',
  },
  status: {
    open: 'open',
    acknowledged: 'being handled',
    resolved: 'resolved',
    cancelled: 'cancelled',
  },
};

export const texts: Readonly<Record<Language, Texts>> = { id, en };
export type { Texts };

/** Indonesian, unless English is asked for by `?lang=` or wished by the browser before it. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  if (asked === 'id' || asked === 'en') return asked;
  const first = /\b(id|in|en)\b/i.exec(accepted ?? '')?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'id';
}
