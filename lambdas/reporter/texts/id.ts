import type { ViewTexts } from './texts.ts';

/** The source: every other language is a translation of this. */
export const id: ViewTexts = {
  now: {
    open: 'Panggilan Anda sudah tersimpan. Kami sedang menghubungi petugas.',
    unanswered: 'Belum ada petugas yang mengambil panggilan ini. Kami masih menghubungi mereka.',
    exhausted:
      'Belum ada petugas yang mengambil panggilan ini. Penanggung jawab sudah diberi tahu.',
    acknowledged: 'Seorang petugas sudah mengambil panggilan ini.',
    resolved: 'Panggilan ini sudah diselesaikan.',
    cancelled: 'Panggilan ini sudah dibatalkan.',
  },
  next: {
    toldOnce: 'Petugas membaca apa yang sudah Anda sampaikan, jadi Anda tidak perlu mengulanginya.',
    contactKnown: 'Ia menghubungi Anda hanya dengan cara yang Anda sebut aman.',
    contactUnknown:
      'Selama belum ada cara yang Anda sebut aman, tidak ada yang menelepon atau mengirim pesan.',
    again: 'Tombolnya bisa ditekan lagi kapan saja bila Anda membutuhkan kami.',
  },
  ifNobody: {
    untilTaken:
      'Kalau belum ada yang mengambilnya, petugas berikutnya dihubungi, lalu seluruh tim dan pemimpinnya, berulang sampai ada yang mengambil.',
    thenSupervisor:
      'Kalau belum ada yang mengambilnya, petugas berikutnya dan pemimpin tim dihubungi. Setelah itu penanggung jawab diberi tahu.',
    acknowledged: 'Kalau petugas itu tidak bisa melanjutkan, kami mencari petugas lain.',
  },
  expect: {
    step: 'Langkah berikutnya paling lama {wait} setelah langkah sebelumnya.',
    open: 'Kapan tepatnya bantuan datang belum kami ketahui.',
    acknowledged: 'Kapan tepatnya petugas menghubungi Anda belum kami ketahui.',
  },
  quiet: { going: 'Sedang diproses.', resolved: 'Selesai.', cancelled: 'Dibatalkan.' },
  checkIn: {
    question: 'Apakah bantuan sudah sampai kepada Anda?',
    options: {
      helped: 'Sudah, dan itu membantu',
      not_helped: 'Sudah, tetapi belum membantu',
      not_yet: 'Belum sampai',
      need_help: 'Saya masih membutuhkan bantuan',
      not_now: 'Saya tidak ingin menjawab sekarang',
    },
  },
  quietCheckIn: {
    question: 'Apakah sudah beres?',
    options: {
      helped: 'Sudah',
      not_helped: 'Belum sepenuhnya',
      not_yet: 'Belum',
      need_help: 'Masih ada yang saya perlukan',
      not_now: 'Nanti saja',
    },
  },
};
