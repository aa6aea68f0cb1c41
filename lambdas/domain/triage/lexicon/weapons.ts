import type { Wording } from './wording.ts';

/** Weapons shown and gangs in the way. */
export const weapons: Wording = {
  category: 'threat',
  says: [
    'ME|MINE .. =dicelakai|=dicelakain|=dikejar|=dikejar2|=diuber|=diuber2|=disantet|=dihadang|=dicegat|=dikepung|=digeruduk',
    '=dikejar|=dikejar2|=ngejar|=mengejar|=ngejar2|=diuber|=dihadang|=dicegat|=nyegat|=dikepung|=mengepung|=chasing|=chased|=geruduk|=digeruduk .. ME|MINE|THEY|motor|mobil|us|gang',
    'WEAPON',
    'bawa|ngeluarin|keluar|keluarin|ngacungin|acung|acungin|todong|todongin|nodong|ngejar|kejar|pulled|holding|waving .. TOOL',
    'todong|nodong|nodongin|acung|ngacungin|diacungin',
    '=gedor|=gedor2|=digedor|=digedor2|=ngegedor|=menggedor|=gedorin .. rumah|pintu|kos|kaca|mobil|kamar',
    'WANT . =dibunuh|=dihajar|=dibakar|=dikejar|=dicari|=didatengin|=disamperin|=dihabisin|=dicelakain|=dikeroyok|=dibacok|=ditusuk|=diculik|=dimatiin',
    '=rumah|=motor|=mobil|=kos .. YOU .. bakar|hancurin|bom|ledakin',
    '=bakar|=dibakar|=ngebakar|=bakarin|hancurin|bom|ledakin .. =rumah|=motor|=mobil|=kos . YOU|ME',
    '=benda|=senjata|=barang =tajam',
    '=sharpening|=ngasah|=mengasah|=asah . WEAPON|=golok|=blade',
    'ngepung|kepung|dikepung|mengepung|=geruduk|=digeruduk|=nggeruduk|=kerubungi|=dikerubungi|=ngerubungin',
    '=rumah|=motor|=mobil|=keluarga .. =dibakar|=dibom|=dihancurkan .. =kalo|=kalau|=kalo2|=ancam|=if',
    '=gedor|=gedor2|=digedor|=digedor2|=ngegedor|=menggedor|=gedorin|=gebrak|=digebrak|=gebrak2|=ketok2|=banging <> =kaca|=pintu|=mobil|=rumah|=kos|=window|=door|=jendela',
    '=surrounded|=cornered|=ambushed|=blocked .. me|us|my|=by|car|bike',
    '=diancam|=mengancam|=ngancem|=ancam & WEAPON|TOOL',
    '=kirim|=dikirimin|=ngirim|=dikirimi|=sent|=kirimin . =foto|=gambar|=video|=photo|=picture . WEAPON|=peti|=kafan|=mayat|=keris',
    '=ngaku|=mengaku|=claims|=claimed . =anggota|=aparat|=tentara|=polisi|=preman|=police .. WEAPON|=ancam|=pistol|=nunjukin',
    '=hadang|=ngadang|=mengadang|=diadang|=dihadang|=nyegat|=cegat|=dicegat|=pepet|=dipepet|=dipalang',
    '=bambu|=rantai|=gir|=samurai|=pedang|=molotov|=petasan . =rombongan|=ngadang|=lempar|=bawa|=massa|=orang',
    '=rombongan|=gerombolan|=segerombolan|=sekelompok|=geng|=komplotan .. bawa|=bambu|=rantai|TOOL|WEAPON|=kejar|=motor',
    '=reached|=reach|=reaching|=meraih|=ngambil . =under|=bawah|=behind . =seat|=jok|=dashboard|=his',
    '=pegang|=megang|=memegang|=nenteng|=menenteng . TOOL|WEAPON . =nyamperin|=samperin|=mendekat|=ngejar|=ngancam|=sambil|=marah|=teriak|=mau',
    '=nyamperin|=samperin|=mendekati|=ngejar|=marah .. =pegang|=bawa|=megang . TOOL|WEAPON',
  ],
  fine: [
    '[=todong] bayar|parkir|tip|tambahan|ongkos|rating|bintang',
    '[=bom] =like|=order|=waktu',
    '[=dipepet]|[=pepet]|[=dihadang]|[=hadang] . =macet|=truk|=portal|=palang',
  ],
};
