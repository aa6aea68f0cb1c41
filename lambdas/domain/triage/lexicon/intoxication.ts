import type { Wording } from './wording.ts';

/** Drink and drugs, of whoever is in the vehicle. */
export const intoxication: Wording = {
  category: 'intoxication',
  says: [
    'mabuk|mabok|=mendem|=drunk|=drunken|=intoxicated|=tipsy|=teler|=weureu|=mabuknya|=hungover|=booze|=boozed',
    'bau|smell|smells|smelled|smelling|reeks|reeked|stinks|aroma|berbau|mulut|mulutnya .. alkohol|miras|=alcohol|minuman|=beer|=bir|=liquor|ciu|tuak|arak|=weed|ganja|=whisky|anggur|=marijuana|soju|=wine|minol',
    'nyabu|=sabu|=sabu2|ganja|narkoba|narkotika|=weed|=meth|=cocaine|=drugs|nyimeng|=cimeng|=gele|=heroin|=putaw|=ekstasi|=inex|=marijuana|=sinte',
    '=ganja|=narkoba|=nyabu|=sabu|=sinte|=cimeng|=narkotika|=ekstasi|=inex|=koplo|=marijuana|=heroin|=cocaine|=meth|=kokain|=ngobat|=ngegele',
    '=high .. driver|something|drugs|weed|on',
    'driver|he|passenger|penumpang .. high|=fly|=ngefly|=giting',
    '=fly|=ngefly|=giting|=stoned|=tripping .. abang|abangnya|driver|drivernya|ganja|ngomong|ngelantur|penumpang|dia|supir',
    'miras|=oplosan|=tuak|=ciu|=vodka|=whisky|=soju|=amer|=intisari|=minol',
    'minum|nenggak|tenggak|drinking|drank|drinks|minuman|botol|bottle|mengonsumsi .. bir|=beer|alkohol|miras|=alcohol|keras|arak|ciu|tuak|vodka|anggur|=wine|soju',
    'minuman =keras',
    'nyetir|bawa|driving|sambil .. =bir|=beer|alkohol|=alcohol|miras|ciu',
    'sempoyongan|=sempoyong|=staggering|=ngelantur|=slurring|=slurred .. mata|bau|driver|jalan|miras|words|speech|merah|penumpang|drivernya|teler|nyetir',
    '=sempoyongan|=slurring|=slurred',
    'pengaruh|influence .. alkohol|narkoba|=alcohol|=drugs|obat|miras',
    'minum|minumnya|nenggak . =driver|=drivernya|=supir|=supirnya|=dia .. =jalannya|=ngomongnya|=ngaco|=oleng',
    'abis|habis|kebanyakan|bekas . minum .. ngomong|ngomongnya|ngaco|jalan|jalannya|bau|oleng|merah|driver|miring',
    'driver|supir|sopir|abang . abis|habis|kebanyakan . minum',
    '=abis|=habis|=kayak|=lagi =make|=pake|=ngobat|=nyimeng|=nyabu',
  ],
  fine: [
    '[mabuk]|[mabok] =perjalanan|=darat|=kendaraan|=laut|=jalan|=mobil|=udara|=cinta|=kepayang|=agama|=asmara',
    '=obat|=anti|=antimo [mabuk]|[mabok]',
    '[mabuk]|[mabok] .. =antimo|=plastik|=muntahin',
    '=tisu|=tissue|=sanitizer|=semprot|=cairan [alkohol]|[=alcohol]',
    '[=high] =price|=fare|=speed|=way|=school|=rating|=cost|=traffic',
    '[=wasted] =my|=time|=money',
    '[=drugs] =store',
    '[minum] .. =air|=kopi|=teh|=es',
    '[=drunk]|[mabuk]|[mabok] . =guy|=orang|=man|=people .. =driver . PRAISE|=kept|=safe',
  ],
};
