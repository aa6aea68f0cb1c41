import type { Wording } from './wording.ts';

/** Fear of somebody who is there, and what makes him suspect; anything plainer names the category. */
export const fear: Wording = {
  category: 'threat',
  vague: true,
  says: [
    '=terancam|=unsafe',
    'NOT =aman <> THEY|driver|drivernya|sini|mobil|motor|ME',
    'NOT .. feel .. safe|comfortable',
    'NOT .. =safe .. driver|car|here|him|with',
    'takut|ketakutan|wedi|sieun|serem|ngeri|seram|gemeteran|gemetaran|afraid|scared|terrified|frightened <> THEY|driver|drivernya|pengemudi|supir|sopir|abangnya|=him|=he|diapain|diapa2in|sendirian|mencurigakan|bunuh|culik|perkosa|nyawa',
    'curiga|mencurigakan|suspicious|sketchy <> THEY|driver|drivernya',
    '=maksud|=niat|=niatnya|=orang =jahat|=buruk',
    '=bahaya|=danger|=dangerous .. ME|driver|man|person|nyawa|situation',
    '=forced|=forcing|=forces|=force .. me|us|her',
  ],
  hints: [
    'takut|ketakutan|wedi|sieun|gemeteran|scared|afraid|terrified|frightened|panik',
    '=aneh|=weird|=strange|=acting <> driver|drivernya|he|sikap|gelagat|kelakuan|gerak',
    'gelagat|mencurigakan|curiga|suspicious',
    'NOT =aman|=safe',
    '=gaaman|bahaya|danger|dangerous|=unsafe',
    'serem|ngeri|seram',
    '=maksa|=dipaksa|=memaksa .. ME|MINE',
    '=ngamuk|=mengamuk|=kalap|=ngamuk2|=brutal|=emosian',
    'UPSET & THEY',
    '=psikopat|=psycho|=sadis',
    '=preman & THEY|ME',
    '=nekat|=nekad & THEY',
    '=agresif|=aggressive|=violent|=hostile',
    '=jahat|=evil|=kriminal|=penjahat|=criminal',
    '=mampus|=modar|=dendam|=bales',
    '=kerah|=dicengkram|=mencengkeram',
    '=yelling|=screaming|=shouting & =hammer|=me|=bat|=fist',
    '=teriak|=teriak2|=menjerit|=jerit|=histeris & ME|MINE',
    '=mengancam|=menakutkan|=menakuti|=ditakut2i|=ditakuti|=nakut2in',
  ],
};
