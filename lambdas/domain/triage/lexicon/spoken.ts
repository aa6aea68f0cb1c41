/** Two words that are one, however they are written: `check in`, `check-in`, `checkin`. */
export const compounds = `privatepart privateparts login checkin cekin kurangajar enakenak enaena macammacam macemmacem macemmacam plusplus openbo suitsuit hittingon
  ayamkampus aniani sugarbaby catcalling catcall catcalled catcalls pegangpegang megangmegang dipegangpegang diapaapain
  kemanamana celanadalam bodyshaming showedup showsup lagiapa sekalimain mainbelakang bakuhantam adujotos pukulpukulan
  babakbelur kunciinggris putusmitra luarkota passedout rearended heldup stickup getout pullover ugalugalan kebutkebutan
  selapselip zigzag trektrekan rumahsakit brokedown teargas remblong microsleep lakalantas kekunci selfharm
  diikutikuti videocall giting macam2 apaapa bajingloncat matakeranjang
  rolledover inlove keseretarus putingbeliung powerline disuruhturun salipsalipan kursiroda tembaktembakan jerkingoff gulingguling`;

/** Said in one word: `gamau` is `ga mau`. */
export const fusedDenials = ['gak', 'nggak', 'ngga', 'ga', 'gk', 'g', 'tak', 'kaga', 'kagak'];
export const fusedWith = new Set(
  `mau bisa boleh ada pernah dikasih dibolehin dibolehkan berhenti berenti aman sadar suka nyaman diapain diapaapain usah jadi sopan
  kenapa kuat tau tahu kenal brenti enak jelas`.split(/\s+/),
);

/** Written apart from the word that they belong to. */
export const loosePrefixes = new Set([
  'di',
  'ke',
  'ter',
  'me',
  'meng',
  'mem',
  'men',
  'nge',
  'pe',
  'ng',
  'dii',
  'd',
]);

/** Words of weight, known even with one slip in the spelling. */
export const weighty = `ngraba ngeraba diraba meraba digrepe dicium nyium pelukan dipegang megang2 megang pantat selangkangan diculik disekap dibunuh bunuh
  dijambak dicekik begal rampok jambret tolong perampok pembegalan penculik dipukulin digebukin mengikuti dikejar memaksa dipaksa dikunci kepalaku
  ketakutan gemetaran pingsan sekarat serangan jantung kebanjiran kemalingan kecopetan dirampas pelaku senjata pistol pelecehan melecehkan dilecehkan lecehkan dilecehin perkosa diperkosa memperkosa pemerkosaan perkosaan
  kecelakaan tabrakan menabrak ditabrak ketabrak mengancam diancam ngancem diancem ancaman penculikan diculik menculik perampokan
  dirampok merampok dibegal dijambret penjambretan dicopet ditodong menodong merampas dirampas dipukul memukul mukulin dipukulin
  ditampar menampar ditonjok ditendang menendang dicekik mencekik dijambak dikeroyok dibacok ditusuk ditikam dianiaya kekerasan
  dibunuh membunuh pembunuhan dipegang memegang dipegangin menyentuh disentuh payudara kemaluan selangkangan mencium dipeluk memeluk
  diremas meremas digrepe mesum cabul kontol memek bokep ngentot onani dicabuli masturbasi telanjang menggoda digodain berdarah
  pendarahan terluka ambulans ambulance melahirkan kebakaran terbakar tenggelam darurat ngebut mabuk narkoba diskriminasi disekap
  dikunciin terkunci harassed harassment harassing assault assaulted touched groped kidnapped kidnapping threatened accident
  unconscious masturbating inappropriate uncomfortable reckless ketakutan dibuntuti dikuntit diikutin keserempet terserempet
  celurit meninggal overdosis terjebak rape raped fuck pussy penis dick`;

/** Words in their own right that are one slip away from a weighty one. */
export const unlike = new Set(
  `diretas meretas peretas jamaah jemaah teller perkasa perkara menendong menari dirasa merasa merata terbuka dibuka dipikul dipakai menyebut disebut dicoba merawat terlupa jantan dibawa megan pantas pantat2 bokor dipesan
  memesan telantang dibekal bersarah pasangan makan mabar rusia dikenal diangkat ditanya menandai memanggil`.split(
    /\s+/,
  ),
);

/** Short for a longer word: read as that word too. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  `jd jadi, jdi jadi, jdnya jadinya, klo kalau, kl kalau, kalo kalau, krn karena, karna karena, gr2 gara2, hrs harus, jgn jangan, jngn jangan,
  bs bisa, bsa bisa, dpt dapat, skrg sekarang, skrng sekarang, kmrn kemarin, mlm malam, mlem malam, sblm belum, bwt buat, utk untuk, msk masuk,
  plg pulang, plng pulang, rmh rumah, rmhku rumahku, jln jalan, cwe cewek, cwek cewek, cwo cowok, dtg datang, dtng datang, brg barang,
  brng bareng, tlg tolong, tlng tolong, tlp telpon, tlpn telpon, nlp nelpon, nlpn nelpon, nmr nomor, nmor nomor, ngmg ngomong, ngomg ngomong,
  ngmng ngomong, mnt minta, mntk minta, dpn depan, blkg belakang, blkng belakang, ank anak, ankku anakku, sklh sekolah, byr bayar, pke pake,
  pk pake, dmn dimana, dmna dimana, kmn kemana, kmna kemana, sndri sendiri, sndiri sendiri, sndirian sendirian, hr hari, hri hari, bpk bapak,
  bpknya bapaknya, trs terus, trus terus, mngkin mungkin, pgn pengen, png pengen, ngajk ngajak, ngjk ngajak, blg bilang, blng bilang,
  tnya tanya, nny nanya, nnya nanya, lht lihat, liatn liatin, ngliat lihat, dl dulu, dlu dulu, tmpt tempat, tmpat tempat, mbl mobil, mbil mobil,
  mtr motor, sopr sopir, spr supir, sllu selalu, slalu selalu, stiap setiap, tiep tiap, ktnya katanya, ktny katanya, bgn bangun, brenti berhenti,
  tdr tidur, tdur tidur, htl hotel, kntr kantor, kmpus kampus, pcr pacar, pcar pacar, syng sayang, cntk cantik, cntik cantik, jls jelas,
  dket dekat, dkt dekat, tkt takut, tkut takut, prnh pernah, pdhl padahal, ksi kasih, ksh kasih, ngsh ngasih, ngasi ngasih, krm kirim`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
