import type { Wording } from './wording.ts';

/** Turned away or insulted for what a person is. */
export const discrimination: Wording = {
  category: 'discrimination',
  says: [
    'rasis|rasisme|=racist|=racism|=racial|=racially|=slur|=slurs|=discrimination|=discriminated|=discriminating|=discriminatory|diskriminasi|=didiskriminasi|=homophobic|=islamophobic|=antisemitic|=xenophobic|=transphobic|=bigot|=bigoted|=ableist|homofobik|=homophobe',
    'hina|dihina|menghina|ngehina|ngatain|dikatain|dikatai|ejek|diejek|cemooh|maki|nolak|ditolak|tolak|menolak|refused|refuse|refuses|dicancel|cancel|cancelled|denied|diturunin|diusir|rejected|diturunkan|ngeledek|diledek ... suku|=agama|=agamaku|ras|=kulit|=kulitku|kafir|=cina|=cino|=china|chinese|papua|batak|madura|=jawa|=sunda|=padang|ambon|=flores|=timor|dayak|arab|difabel|disabilitas|=cacat|tunanetra|tunarungu|tuli|=buta|=kursiroda|jilbab|hijab|cadar|=wheelchair|=disability|=disabled|=religion|=race|=skin|=gay|=hijab|=deaf|=blind|muslim|kristen|katolik|hindu|buddha|yahudi|bencong|banci|waria|transgender|transpuan|lesbian|=lgbt|=gemuk|=gendut|=black|=asian|=indian|=trans|=niqab|=accent|=pribumi|=muslimah|=bisu|=autis',
    '=guide|=service =dog',
    'anjing =pemandu',
    'karena|krn|karna|gara2|gara|because|due|cause .. =suku|=agama|ras|=kulit|=jilbab|=hijab|=cadar|=difabel|=wheelchair|=disability|=disabled|=religion|=race|=skin|=gay|=chinese|=black|=muslim|=christian|=cina|=papua|=asian|=tunanetra|=tuli|=deaf|=blind|=indian|=trans|=lgbt|=disabilitas|=kristen',
    '=bencong|=banci|=kafir|=bencongg|=faggot|=nigger|=chink|=aseng|=cino|=homo|=maho|=tranny|=infidel|=retard',
    '=monyet|=monkey|=babi .. =item|=hitam|=papua|=kulit|=black',
    '=orang .. papua|=cina|=batak|=madura|=ambon|=timur|=jawa|=sunda .. bau|pelit|kasar|maling|kotor|ngeyel|kampungan|bodoh|hina',
    '=dasar|=dasarrr .. =cina|=cino|papua|batak|madura|=jawa|=padang|=hitam|=item|kafir|cacat|pribumi|=ambon|=arab|=kampung|=sunda|=koek|bencong',
    'pelit .. =cina|=padang',
    '=cina|=china|=padang .. pelit',
    'katain|ngatain|ngatai|mengatai|ngatangatain|bilang|dibilang|dikatain|dibilangin . =cina|=cino|=kafir|=item|=hitam|=cacat|=bencong|=banci|=monyet|=gendut|=babi',
    'beda|berbeda|dibedakan|dibedain|dibeda|different|differently ... =kulit|=suku|=agama|ras|=skin|=race|=religion',
    'suku|agama|ras .. ME .. hina|dihina|ejek|jelek|diejek|dijelek',
    'hina|menghina|dihina|ngatain|ejek|jelek .. =suku|=agama|=ras',
    'NOT .. mau|terima|want|wants|accept|nerima .. driver|penumpang|passenger|passengers .. =cewek|=perempuan|=wanita|tuli|tunarungu|difabel|muslim|kristen|=cina|=papua|=female|=deaf|=disabled|=black|=chinese',
    'karena|krn|gara2|tau|because|tahu .. ME .. =perempuan|=cewek|=wanita|=woman|=female|=difabel|=tuli',
    'kulit .. =hitam|=gelap|=warna|=item .. hina|ejek|NOT|diperlakukan|cancel|ditolak|bau',
    '=warna =kulit',
    '=skin =color|colour',
    '=becak =sana',
    'NOT . =take|=takes|=carry|=angkut|=nganter|=terima|=bawa|=serve|=narik . =gay|=gays|=orang|=people|=chinese|=blacks|=muslims|=christians|=lesbians|=foreigners|kafir|cina|papua',
    'logat|aksen|=accent .. ledek|ejek|hina|tiru|mocked|orang|diledek|ketawa',
    'ledek|ejek|hina|diledekin|diejek|mocked|=laughed|=made .. logat|aksen|=accent|=fun',
    '=tongkat|=cane|=tunanetra|=buta|=kursiroda .. =ditinggal|=ditolak|=dicancel|=diusir',
    '=ditinggal|=ditolak|=dicancel|=diusir .. =tau|=tahu|=liat|=lihat .. =tongkat|=tunanetra|=buta|=kursiroda|=jilbab|=difabel|=tuli',
  ],
  fine: [
    '=bahasa|=restoran|=makanan|=nasi|=rumah|=masakan [=padang]|[=cina]|[=china]|[=jawa]|[=sunda]',
    '=tarif|=harga|=orderan|=promo .. [diskriminasi]',
    '=kamar|=lampu [=hitam]',
  ],
};
