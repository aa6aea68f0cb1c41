/** Words of desire, courtship and contact: harmless alone, harassment from whoever drives or is driven. */
export const courting = {
  ASK: `nanya tanya nanyain =kepo =takon =ditakoni =ditakonin =nakok =naros =tumaros =asked =asking =asks =ask =wondering =curious =interogasi`,
  INVITE: `ajak ngajak nawarin tawar suruh nyuruh minta maksa paksa bujuk ngebujuk iming =mau =pengen =pingin =arek =hayang =kepengen =ngajakin =jadi =jadiin =dijadiin =asal
    =asalkan =syarat =syaratnya =kalo =invited =invite =invites =inviting =offered =offers =offering =wants =wanted =want =begged =asked =asking =demanded =come =if =unless`,
  ROMANCE: `pacar =pacaran =jomblo =jomlo nikah kawin selingkuh simpanan gebetan kencan poligami =janda =duda mesra gombal cinta =kangen =rindu =jodoh =dimadu =rabi
    =poliandri =boyfriend =girlfriend =married =single =lover =mistress =dating =date =affair =romance =romantic =soulmate =pdkt =ttm =hts =sugardaddy =sugarbaby =gundik =selir =perawan =virgin =bersuami`,
  SEX: `=tidur =bobo =bobok =ngamar =checkin =cekin =nginep =nginap =menginap =ml ngewe ewe ngentot entot =bercinta =ranjang =kasur =berhubungan =begituan =gituan
    seks =sex =turu =kelon =staycation =enaena =enakenak =threesome =ngeseks =indehoi =esek =esekesek =digoyang =bergoyang =kenthu =ngenthu =sange =puasin =muasin =dipuasin =ngelayanin =layanin =servis
    =service =nyepong =oral =blowjob =bj =horny =bokep =orgasm =kondom =condom =cum =happyending =naked =bugil =telanjang =sleep =bed =intimate =wikwik =wik =ngaceng =mesum =ngeres`,
  LOOKS: `=cantik =cantiknya =manis =manisnya =seksi =seksinya =montok =bohay =bohai =semok =bahenol =mulus =mulusnya =bening =imut =ayu =geulis =cakep =hot =gorgeous =pretty =beautiful =sexy =bodi
    =bodinya =body =wajahnya =wajahku =wajah =senyumnya =senyumku =senyumanmu =menggoda =menggairahkan =aduhai =toge =putih =kinclong =cute =attractive =figure =tubuh =tubuhku =tubuhnya =badannya`,
  PET: `=sayang =sayangku =beb =beib =bebeb =yank =cinta =baby =babe =honey =darling =sweetheart =sweetie =sugar =hun =cutie =sexy =princess =yayang =manja =cintaku =bidadari =dear =ayang =istriku =cantik =manis`,
  CONTACT: `chat ngechat =wa =whatsapp telpon nelpon telepon telfon nelfon =sms =dm =dms =ig =inbox =vc =videocall =telp =nelp =misscall =miskol =ngewa =text =texts =texting =texted =message =messages =messaging =messaged =call =calls
    =calling =called =email =kontak hubungi =hubungin =stalking =komen =komentar =follow =dichat =spamming`,
  ODD_HOUR: `=malam =malem =malam2 =malem2 =subuh =dinihari =dini =midnight =night =nights =tiap =setiap =terus =terus2an =mulu =every =everyday =constantly =daily =nonstop =berkali =berkali2 =puluhan =ratusan
    =tengahmalam =larut =saban =keeps =keep =kept =always =repeatedly =again =again2`,
  LEWD: `jorok seks =sex mesum porno cabul ranjang senonoh =kotor vulgar saru kemaluan =intim bokep telanjang =ngeres dewasa =17 =18 =nakal =plusplus =plus2 =dirty =nasty =naughty =filthy =lewd =obscene
    =suggestive =inappropriate =sexual =explicit =cawokah =rusuh2 =bastard2 =rangsang =birahi =syahwat =nafsu`,
  APPEAR: `nongol muncul datang dateng datengin datangi nunggu nungguin tunggu nongkrong mangkal =berdiri mondar samperin nyamperin =lewat2 =muter2 =keliling =ngintip =ngintai mengintai =ngawasin =mengawasi =parkir
    =stalking =lurking =showedup =showsup =appeared =waiting =waits =waited =hanging =watching =standing`,
  HAUNT: `=rumah =rumahku =rumahnya =kos =kosan =kosku =kost =kantor =kantorku =kampus =kampusku =sekolah =sekolahnya =sekolahku =gang =pagar =toko =tokoku =kerjaan =apartemen =apart =asrama =house =home =dorm =office =campus =school =workplace =apartment =omah =omahku =imah`,
  UPSET: `nangis menangis =crying =cried =cry =terguncang =guncang =trauma =syok =shock =shocked =shaken =shaking =depresi =gemetar =gemeter =gemeteran =gemetaran =ketakutan =traumatized =traumatised =terpukul =tertekan =stres =histeris =hysterical =jijik =risih =panik`,
} as const;
