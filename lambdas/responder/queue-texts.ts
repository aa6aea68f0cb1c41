import type { Language } from './texts.ts';

/** The words of the page behind the link of a digest. */
export const queueTexts: Readonly<
  Record<
    Language,
    {
      title: string;
      waiting(count: string): string;
      none: string;
      oldestFirst: string;
      more: string;
      since(time: string): string;
    }
  >
> = {
  id: {
    title: 'Antrean panggilan',
    waiting: (count) => `${count} panggilan belum diambil siapa pun.`,
    none: 'Tidak ada panggilan yang menunggu.',
    oldestFirst: 'Yang terlama di atas. Buka satu, ambil, lalu kembali ke halaman ini.',
    more: 'Panggilan berikutnya muncul di sini setelah yang di atas diambil.',
    since: (time) => `sejak ${time}`,
  },
  en: {
    title: 'Calls that wait',
    waiting: (count) => `${count} calls that nobody has taken.`,
    none: 'No call is waiting.',
    oldestFirst: 'The oldest comes first. Open one, take it, then come back to this page.',
    more: 'The next calls show here once those above are taken.',
    since: (time) => `since ${time}`,
  },
};
