/** Words of desire, courtship and contact: harmless alone, harassment from whoever drives or is driven. */
export const courting = {
  ASK: `nanya tanya nanyain =kepo =takon =ditakoni =ditakonin =nakok =naros =tumaros =asked =asking =asks =ask =wondering =curious =interogasi`,
  INVITE: `ajak ngajak nawarin tawar suruh nyuruh minta maksa paksa bujuk ngebujuk iming =ngajakin 
    =invited =invite =invites =inviting =offered =offers =offering =begged =asked =asking =demanded `,
  ROMANCE: `simpenan =bojo =bojoku =bojone =bojomu =kabogoh =bobogohan =pacaran =yangyangan =nduwe2 =bebojoan naksir =suka2 =jatuhcinta =jatuhhati =kenalan =kenal2an =pdkt =pedekate =ngedate =tunangan =lamar =melamar =dilamar =ngelamar =crush =dinikahin =mantannya =mantan =cewekku =cewekmu =istrimu =bini =bininya =gatel =berkencan =tinder =propose =proposed =marry pacar =pacaran =jomblo =jomlo nikah kawin selingkuh simpanan gebetan kencan poligami =janda =duda mesra gombal cinta =kangen =rindu =jodoh =dimadu =rabi
    =poliandri =boyfriend =girlfriend =married =single =lover =mistress =dating =date =affair =romance =romantic =soulmate =pdkt =ttm =hts =sugardaddy =sugarbaby =gundik =selir =perawan =virgin =bersuami`,
  SEX: ` =kelonan =seneng2 =senang2 =senangsenang =senengseneng =ena2 =enak2 =jatah =berduaan =villa2 =skidipapap =ahaay =uhuy =cumbu bercumbu =mesraan =ngentu =kimpoi =digarap =shorttime =openbo =bo =vcs =michat =booking2 =bookingan =murahan =gampangan =hook =hookup =fwb =ngamar =ml ngewe ewe ngentot entot =bercinta =ranjang =berhubungan =begituan =gituan
    seks =sex =kelon =staycation =enaena =enakenak =threesome =ngeseks =indehoi =esek =esekesek =digoyang =bergoyang =kenthu =ngenthu =sange =puasin =muasin =dipuasin 
    =nyepong =blowjob =bj =horny =bokep =orgasm =kondom =condom =cum =happyending =naked =bugil =telanjang =intimate =wikwik =wik =ngaceng =mesum =ngeres`,
  DESIRE:
    '=dadi =pingin2 =mau =pengen =pingin =arek =hayang =kepengen =jadi =jadiin =dijadiin =asal =asalkan =syarat =syaratnya =kalo =wants =want =wanted =if =unless =come =mo =mw =arep =gelem',
  SLEEP:
    '=tidur =bobo =bobok =nginep =nginap =menginap =kasur =turu =sleep =bed =service =servis =oral =sare =hees =mondok =layanin =ngelayanin =checkin =cekin =bedroom',
  LOOKS: `=cantik =cantiknya =manis =manisnya =seksi =seksinya =montok =bohay =bohai =semok =bahenol =mulus =mulusnya =bening =imut =ayu =geulis =cakep =hot =gorgeous =pretty =beautiful =sexy =bodi
    =bodinya =body =wajahnya =wajahku =wajah =senyumnya =senyumku =senyumanmu =menggoda =menggairahkan =aduhai =toge =putih =kinclong =cute =attractive =figure =tubuh =tubuhku =tubuhnya =badannya`,
  PET: `=neng2 =bebz =baeb =ayank =yang2 =syg =sayng =cintaa =ganteng =handsome =gorgeous =beautiful =sayang =sayangku =beb =beib =bebeb =yank =cinta =baby =babe =honey =darling =sweetheart =sweetie =sugar =hun =cutie =sexy =princess =yayang =manja =cintaku =bidadari =dear =ayang =istriku =cantik =manis`,
  CONTACT: `chat ngechat =wa =whatsapp telpon nelpon telepon telfon nelfon =sms =dm =dms =ig =inbox =vc =videocall =telp =nelp =misscall =miskol =ngewa =text =texts =texting =texted =message =messages =messaging =messaged =call =calls
    =calling =called =email =kontak hubungi =hubungin =stalking =komen =komentar =follow =dichat =spamming`,
  ODD_HOUR: `=malam =malem =malam2 =malem2 =subuh =dinihari =dini =midnight =night =nights =tiap =setiap =every =everyday =daily =nonstop =berkali =berkali2 =puluhan =ratusan
    =tengahmalam =larut =saban`,
  LEWD: `=jorang =cawokah =saru =gituan =begituan =syur =birahi =gerakan2 =esek =bawah2an =sensual =erotis =erotic =onani =coli =colmek =pelecehan =telanjang =bugil =desahan =mendesah =ndesah =moaning =moan jorok seks =sex mesum porno cabul ranjang senonoh vulgar saru kemaluan =intim bokep telanjang =ngeres dewasa =17 =18 =nakal =plusplus =plus2 =dirty =nasty =naughty =filthy =lewd =obscene
    =suggestive =inappropriate =sexual =explicit =cawokah =rusuh2 =bastard2 =rangsang =birahi =syahwat =nafsu`,
  APPEAR: `=nyamper =nyatronin =menyatroni =ngetok =ngetuk =ngetem =buntutin =kuntit =menguntit nongol muncul datang dateng datengin datangi nunggu nungguin tunggu nongkrong mangkal =berdiri mondar samperin nyamperin =lewat2 =muter2 =keliling =ngintip =ngintai mengintai =ngawasin =mengawasi
    =stalking =lurking =showedup =showsup =appeared =waiting =waits =waited =hanging =watching =standing`,
  HAUNT: `=rumah =rumahku =rumahnya =kos =kosan =kosku =kost =kantor =kantorku =kampus =kampusku =sekolah =sekolahnya =sekolahku =gang =pagar =toko =tokoku =kerjaan =apartemen =apart =asrama =house =home =dorm =office =campus =school =workplace =apartment =omah =omahku =imah`,
  UPSET: `=ceurik =merinding =ngeri =bergidik =wedi =sieun =traumatik =shok =deg =menjijikan =depresi =ketakutan =terisak =sesenggukan =mewek =nangis2 =kapok =tersinggung2 =terhina =tercemar =dilecehkan2 =marah2an =terror =menggigil =deg2an =degdegan =lemes =freeze =froze =frozen =membeku =mematung =freezing2 =disgusted =disgusting =violated =humiliated =gross =menjijikkan =menjijikan =najis =ogah nangis menangis =crying =cried =cry =terguncang =guncang =trauma =syok =shock =shocked =shaken =shaking =depresi =gemetar =gemeter =gemeteran =gemetaran =ketakutan =traumatized =traumatised =terpukul =tertekan =stres =histeris =hysterical =jijik =risih =panik`,
  YOUNG: `=anak =anakku =adik =adikku =adek =sd =smp =sma =sekolah =murid =siswi =siswa =bocah =balita =gadis =abg =keponakan =ponakan =cucu =minor =kid =child =children =daughter =son =schoolgirl =underage =dibawah =remaja
    =pelajar =tk =paud =teen =teenager =student =niece`,
} as const;
