import type { Texts } from './texts.ts';

/** The source: every other language is a translation of this. */
export const id = {
  controls: { skip: 'Lewati', pause: 'Jeda', resume: 'Lanjutkan', stop: 'Berhenti' },
  options: { yes: 'Ya', no: 'Tidak', unsure: 'Belum tahu', not_now: 'Belum sekarang' },
  lines: {
    here: 'Kami di sini untuk Anda.',
    where_to_start: 'Anda ingin mulai dari mana?',
    you_decide: 'Setiap pertanyaan boleh dilewati. Anda bisa jeda atau berhenti kapan saja.',
    no_sound: 'Anda tidak perlu bersuara. Cukup dengan mengetuk jawaban.',
    own_words: 'Pakai kata-kata Anda sendiri, sebanyak atau sesedikit yang Anda mau.',
    gaps_are_fine:
      'Tidak apa-apa kalau ada yang tidak Anda ingat, atau tidak ingin Anda ceritakan.',
    what_matters: 'Kami ingin tahu apa yang Anda butuhkan dan apa yang Anda khawatirkan.',
    belief: 'Kami percaya kepada Anda.',
    not_your_fault: 'Ini bukan salah Anda.',
    thanks: 'Terima kasih sudah mempercayakan ini kepada kami.',
    feelings: 'Apa pun yang Anda rasakan sekarang, itu wajar.',
    no_name_needed: 'Anda tidak perlu memberi nama pada apa yang terjadi.',
    your_choice_of_steps:
      'Keselamatan Anda yang utama. Anda yang memilih langkah yang terasa aman.',
    numbers_any_time: 'Nomor darurat bisa Anda hubungi kapan saja, tanpa menunggu kami.',
    child_chooses:
      'Kamu boleh memilih siapa yang menemani, atau tidak ditemani siapa pun. Orang tua atau wali tidak harus hadir.',
    tap_to_answer: 'Kalau bicara terasa tidak aman, mengetuk jawaban saja sudah cukup.',
    help_first:
      'Kalau ada yang terluka, ambulans bisa dipanggil lebih dulu. Pertanyaan bisa menunggu.',
    may_get_off: 'Kalau Anda mau, Anda bisa meminta berhenti di tempat yang ramai dan terang.',
    bike_may_stop:
      'Kalau terasa aman, Anda bisa meminta motor berhenti di tempat yang ramai dan terang.',
    helmet_may_stay: 'Helm bisa dibiarkan terpasang sampai ada petugas medis.',
    doors_may_open:
      'Kalau mobil berhenti dan terasa aman, Anda bisa membuka kunci pintu atau menurunkan kaca.',
    seat_may_stay:
      'Kalau leher atau punggung sakit, Anda bisa tetap duduk sampai ada petugas medis.',
    care_in_three_days:
      'Beberapa pertolongan medis paling berguna dalam tiga hari pertama. Anda yang memutuskan.',
    what_is_next:
      'Kami mengatakan apa yang kami lakukan berikutnya, dan apa yang belum kami ketahui.',
    only_if_you_agree:
      'Langkah-langkah ini hanya dengan persetujuan Anda, dan Anda bisa mengubahnya kapan saja.',
    with_or_without_police: 'Kami membantu Anda dengan atau tanpa laporan polisi.',
  },
  questions: {
    safe_now: {
      text: 'Apakah Anda aman sekarang, dan aman untuk bicara atau mengetik?',
      why: 'Supaya cara kami membantu tidak membahayakan Anda.',
      options: {
        talk: 'Aman, dan bisa bicara',
        type_only: 'Aman, tetapi hanya bisa mengetik',
        not_safe: 'Tidak aman',
      },
    },
    on_motorbike: {
      text: 'Apakah Anda masih di atas motor?',
      why: 'Supaya pilihan yang kami tawarkan cocok dengan keadaan Anda.',
    },
    in_car: {
      text: 'Apakah Anda masih di dalam mobil?',
      why: 'Supaya pilihan yang kami tawarkan cocok dengan keadaan Anda.',
    },
    doors: {
      text: 'Apakah pintu bisa dibuka dari tempat duduk Anda?',
      why: 'Supaya kami tahu apakah Anda bisa keluar sendiri.',
    },
    near: {
      text: 'Apakah orang itu masih di dekat Anda?',
      why: 'Supaya kami tidak menghubungi Anda dengan cara yang bisa ia lihat atau dengar.',
    },
    hurt: {
      text: 'Apakah Anda atau orang lain terluka atau butuh bantuan medis?',
      why: 'Supaya ambulans bisa ditawarkan lebih dulu.',
      options: { now: 'Ya, sekarang', later: 'Ya, bisa menunggu' },
    },
    story: {
      text: 'Kalau Anda mau, apa yang ingin Anda sampaikan?',
      why: 'Kata-kata Anda disimpan apa adanya, supaya Anda tidak perlu mengulanginya.',
    },
    contacts_you: {
      text: 'Apakah orang itu menghubungi Anda di luar perjalanan?',
      why: 'Supaya kami bisa menawarkan cara menutup jalur itu.',
    },
    medical_care: {
      text: 'Apakah Anda ingin keterangan tentang layanan kesehatan?',
      why: 'Beberapa pertolongan paling berguna dalam tiga hari pertama. Anda yang memutuskan.',
    },
    how_many: {
      text: 'Berapa orang yang butuh bantuan?',
      why: 'Supaya bantuan yang ditawarkan cukup.',
      options: { one: 'Satu', few: 'Dua atau tiga', more: 'Lebih dari tiga' },
    },
    danger_around: {
      text: 'Apakah ada bahaya di sekitar Anda, misalnya lalu lintas, api, atau bahan bakar?',
      why: 'Supaya bantuan yang ditawarkan tepat, misalnya pemadam kebakaran.',
    },
    get_off: {
      text: 'Apakah Anda ingin turun dari kendaraan?',
      why: 'Supaya kami bisa menawarkan kendaraan lain atau tempat menunggu.',
      options: { already: 'Saya sudah turun' },
    },
    driving: {
      text: 'Apa yang Anda perhatikan pada cara mengemudinya?',
      why: 'Supaya bahaya di jalan bisa ditangani.',
      options: {
        fast: 'Terlalu cepat atau ugal-ugalan',
        tired: 'Tampak mengantuk',
        unwell: 'Tampak tidak sehat',
        phone: 'Memakai ponsel',
        influence: 'Tampak di bawah pengaruh sesuatu',
      },
    },
    needs: {
      text: 'Apa yang paling Anda butuhkan sekarang?',
      why: 'Supaya kami memulai dari yang terpenting bagi Anda.',
      options: {
        safe_place: 'Tempat yang aman',
        medical: 'Bantuan medis',
        ride: 'Kendaraan lain',
        reach_someone: 'Menghubungi keluarga atau teman',
        talk: 'Teman bicara',
        information: 'Keterangan tentang pilihan saya',
        nothing: 'Tidak ada untuk sekarang',
      },
    },
    worries: {
      text: 'Apa yang Anda khawatirkan sekarang?',
      why: 'Supaya langkah kami tidak menambah kekhawatiran itu.',
    },
    safe_place: {
      text: 'Apakah ada tempat atau orang yang terasa aman bagi Anda?',
      why: 'Supaya kami bisa membantu Anda ke sana, kalau Anda mau.',
    },
    age: {
      text: 'Berapa usia Anda?',
      why: 'Supaya layanan yang kami tawarkan cocok. Anak boleh ditemani, dan boleh tidak.',
      options: { adult: '18 tahun ke atas', child: 'Di bawah 18 tahun' },
    },
    companion: {
      text: 'Apakah Anda ingin ditemani selama kita berbicara?',
      why: 'Anda yang menentukan siapa yang ada bersama Anda.',
      options: {
        own: 'Ya, oleh orang pilihan saya',
        responder: 'Ya, oleh petugas pendamping',
        nobody: 'Tidak, sendiri saja',
      },
    },
    responder_gender: {
      text: 'Anda lebih nyaman dengan petugas perempuan atau laki-laki?',
      why: 'Supaya pilihan Anda didahulukan.',
      options: { female: 'Perempuan', male: 'Laki-laki', either: 'Siapa saja' },
    },
    safe_channel: {
      text: 'Bagaimana cara yang aman untuk menghubungi Anda?',
      why: 'Tanpa jawaban Anda, kami tidak menelepon dan tidak mengirim pesan.',
      options: {
        call: 'Telepon',
        whatsapp: 'WhatsApp',
        sms: 'SMS',
        chat: 'Pesan di aplikasi',
        none: 'Jangan hubungi saya',
      },
    },
    safe_hours: {
      text: 'Kapan aman untuk dihubungi?',
      why: 'Supaya pesan kami tidak muncul pada saat yang membahayakan.',
      options: {
        any: 'Kapan saja',
        day: 'Pukul 08.00–18.00',
        evening: 'Pukul 18.00–22.00',
        night: 'Pukul 22.00–06.00',
      },
    },
    voicemail: {
      text: 'Kalau telepon tidak terangkat, bolehkah kami meninggalkan pesan suara?',
      why: 'Orang lain mungkin bisa mendengarnya.',
    },
    call_drop: {
      text: 'Kalau sambungan terputus, apa yang Anda ingin kami lakukan?',
      why: 'Tanpa kesepakatan, kami tidak menelepon lagi.',
      options: {
        call_back: 'Telepon saya lagi',
        message: 'Kirim pesan di aplikasi',
        wait_for_me: 'Tunggu sampai saya menghubungi',
      },
    },
    stop_word: {
      text: 'Kata apa yang ingin Anda pakai untuk menghentikan percakapan ini?',
      why: 'Begitu Anda menulis atau mengucapkannya, kami berhenti.',
    },
    police: {
      text: 'Apakah Anda ingin polisi dilibatkan?',
      why: 'Ini pilihan Anda. Apa pun jawabannya, bantuan kami sama.',
    },
    referral: {
      text: 'Apakah Anda ingin dihubungkan dengan lembaga pendamping?',
      why: 'Mereka bisa mendampingi soal kesehatan, hukum, atau pemulihan.',
    },
    share: {
      text: 'Bolehkah cerita Anda kami bagikan kepada tim lain yang menangani hal ini?',
      why: 'Supaya mereka tidak menanyai Anda lagi. Tanpa izin Anda, cerita itu tetap pada kami.',
    },
    preserve_recording: {
      text: 'Bolehkah catatan dan rekaman perjalanan ini kami simpan?',
      why: 'Supaya tetap ada kalau suatu saat Anda membutuhkannya.',
    },
    check_in: {
      text: 'Bolehkah kami menanyakan kabar Anda nanti?',
      why: 'Hanya dengan cara dan pada waktu yang Anda pilih.',
    },
    anything_else: {
      text: 'Adakah hal lain yang ingin Anda sampaikan?',
      why: 'Supaya yang penting bagi Anda ikut tercatat.',
    },
  },
} as const satisfies Texts;
