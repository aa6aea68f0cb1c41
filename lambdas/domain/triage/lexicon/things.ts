/** Things, places and ordinary matters, and what people fear. */
export const things = {
  THING: `=hp =hpku =hpnya =hape =handphone =ponsel =telepon =tas =tasku =dompet =dompetku =kunci =kuncinya =barang =barangku =paket
    =paketnya =koper =helm =helmnya =stang =setang =setir =stir =spion =kemudi =jok =laptop =jaket =payung =uang =duit =gagang =behel =besi
    =makanan =minuman =pesanan =orderan =kamera =map =maps =remot =rem =gas =gagang =botol =kardus =plastik =rokok =phone =bag =wallet
    =screen =wheel =steering =helmet =luggage =parcel =package =food =umbrella =keys =charger =kabel =stiker =buku =kertas =kartu =struk
    =kembalian =karcis =tiket =dashboard =pintu =bagasi =tombol =layar`,
  VEHICLE: `=mobil =mobilnya =mobile =motor =motornya =motore =motorku =kendaraan =kendaraannya =car =bike =motorbike =motorcycle =taxi =taksi
    =gocar =grabcar =goride =vehicle =van`,
  WEAPON: `=peledak =granat =dinamit =detonator =tajam =badik =mandau =celuritnya =kerambit =karambit =rencong =kujang =parangnya =revolver =rifle =firearm =molotov =softgun pisau pisow =piso golok celurit clurit parang pistol senjata sajam =senpi badik samurai pedang klewang =gun =knife =knives
    =weapon =machete =pistol =blade =sword =lading =bedog =keris =bomb =bom =airsoft`,
  VALUABLE: `=mtor =mtr =hpnya =hapenya =tasnya =dompetnya =gadget =tablet =ipad =kamera =duitnya =uangnya =atm =koper =sepeda =motornya =mobilnya =ktp =perhiasannya =anting =kalungku =tasku =hp =hpku =hape =hapeku =handphone =ponsel =dompet =dompetku =tas =tasku =motor =motorku =mobil =mobilku =kalung =gelang =cincin =emas
    =perhiasan =uang =uangku =duit =duitku =laptop =laptopku =iphone =jam =setoran =tabungan =helm =ransel =phone =wallet =bag =purse =money =cash
    =watch =necklace =ring =jewelry =jewellery =motorbike =scooter =bike =car =laptop =everything =barang =barangku =belongings =backpack =earrings`,
  TOOL: `=tali =rantai =gir =gear =stik =stang =batako =bata =sabit =silet =kater =tang =pipa =balok =bat =pipe =rock =brick =rope =chain =razor WEAPON =obeng =linggis =kapak balok pentungan =cutter =screwdriver =kayu =besi =batu =kunciinggris =helm =arit =gunting =scissors
    =hammer =palu =stick =tongkat =crowbar`,
  LONELY: `=peteng =poek =combrek =leuweung =wono =kuburane =sepine =gumuk =sunyi =buntu =remang =antah =berantah =jurang =bukit =semak2 =ilalang =alang2 =kandang =kos2an =kamarnya =bengkel2 perkebunan sawit ladang tambang pabrik gubuk karaoke perkampungan =desa =dusun =village =farm =plantation =field =fields =mountain =hills =lake =cemetery =quarry =factory =dermaga =pantai =gunung =bukit =wisma =spa =kost =kostan =kosan =apart =kebonan =kolong =terowongan =tegalan =sungai =waduk =rawa =sarang =markas =woods =bush =alley =pelabuhan =outskirts =sepi =sepii =gelap =kosong =hutan =alas =leuweung =kebon =kebun =semak =semak2 =sawah =kuburan =makam =asing =terpencil =pelosok
    =gudang =kosan =kosannya =kosnya =kontrakan =kontrakannya =apartemen =apartemennya =losmen =penginapan =villa =deserted =abandoned
    =nowhere =remote =isolated =forest =jungle =dark =warehouse =unknown =bangunan =lahan`,
  FARE: `=argo =argonya =ongkos =ongkosnya =tarif =tarifnya =harga =harganya =bayar =bayarnya =byr =kembalian =kembaliannya =refund =saldo =saldonya
    =promo =promonya =voucher =vocer =diskon =kode =tip =tips =insentif =bonus =poin =charge =charged =fare =price =prices =pay =paid =money =cash
    =cashless =gopay =ovo =dana =tagih =ditagih =tagihan =biaya =biayanya =parkir =rupiah =rb =ribu =10rb =mahal =kemahalan =murah =pengembalian
    =pembayaran =transfer =cicilan =leasing =orderan =fiktif =pm =suspend`,
  /** What something costs, said in anger: `mahal, ini perampokan`. */
  PRICE: `=ongkir =ongkirnya =tarif =tarifnya =harga =harganya =mahal =mahalnya =kemahalan =argo =argonya =biaya =biayanya =surge =price =prices =pricing
    =fare =fares =fee =fees =charged =charge =charges =overcharged =expensive =dompet2 =kantong`,
  /** The order is called off, and why. */
  CANCELS: `cancel batal =batalin =dibatalin =batalkan =cancelled =canceled =refund =reschedule =dicancel`,
  FOOD: `=kue =kuenya =paketnya =rotinya =telurnya =martabak =ayam =ayamnya =geprek =gepreknya =bebek =nasi =kfc =mcd =richeese =resto =restoran =menu =pesanan =pesenan =pesen =pesan =porsi =makanan =sayap`,
  LOST: `=ketinggalan =tertinggal =kehilangan =hilang =ilang =kelupaan =ketinggal =lost =forgot =dikembalikan =dibalikin =balikin =kebawa
    =keinggalan =ktinggalan =kelewatan =nyelip`,
  SMELL: `=bau =baunya =bauk =aroma =wangi =apek =pesing =asap =smell =smelled =smells =smelly =scent`,
  LATE: `=telat =terlambat =lama =nunggu =menunggu =ditunggu =nungguin =waiting =waited =late =macet =traffic =jadwal`,
  CLERICAL: `=halte =lobby =lobi =receipt =profil =resepsionis =apotek =order =orderannya =lupa =kompensasi =survey =denda =fitur =seragam =stnk =ktp =skck =request =jadwal =reschedule =parkir =kirimin =akun =akunnya =login =aplikasi =aplikasinya =app =apps =otp =resi =alamat =titik =titiknya =lokasi =iklan =iklannya =promo =notifikasi
    =notification =notifications =notif =ads =ad =advert =adverts =spam =email =sms =rating =bintang =rute =rutenya =map =maps =gps =cancel =dicancel
    =cancelled =batal =pesanan =makanan =makanannya =restoran =resto =struk =password =pengiriman =asuransi =insurance =sim`,
  COMFORT: `=ac =acnya =jok =joknya =kursi =kursinya =helm =helmnya =panas =sempit =pengap =kotor =berdebu =seat =dirty =hot =rokok =sobek =robek
    =jadwal =berisik =musik =musiknya`,
  PRAISE: `=dikit =sedikit =dikiit =haha =hahaha =lol =gapapa =gpp =slight =slightly =little =maklum =canggung =cute =rajin =ganteng2 =cakep2 =jujur =amanah =gercep =tanggap =baik =baiknya =ramah =sabar =aman =lancar =makasih =terimakasih =mantap =alhamdulillah =untung =kasian =kasihan =kind =nice =patient =thanks =thank =helpful =friendly =bagus =asik =asyik =seru =sopan
    =hati2 =semangat =terharu =recommended =top =great =pelan =pelan2 =polite =lucu =salut =keren`,
  /** Where a text speaks of one of these, a hint of danger may mean that. */
  ORDINARY: 'FARE LOST SMELL LATE CLERICAL COMFORT THING',
  ADVERT: `=promos =popup =popups =penawarannya =tawaran =iklan =iklannya =promo =promonya =notifikasi =notifikasinya =notif =notification =notifications =ads =ad =advert =adverts =advertising
    =marketing =telemarketing =spam =email =emails =newsletter =sms =penawaran =sales =pinjol =asuransi =push`,
  /** What is told or shown and has not happened here. */
  HEARSAY: `=filmnya =lagunya =judul =judulnya =bukunya =novelnya =ceritanya =trailer =serialnya =viral =tiktok =twitter =medsos =sosmed =denger2 =dengar2 =katanya2 =thread =kasusnya =berita =beritanya =film =filem =pilem =sinetron =drama =drakor =novel =komik =podcast =radio =lagu =artikel =koran =anime =news =movie
    =show =series =song =book =article =documentary =game =gim =kebijakan =aturan =sosialisasi =kampanye =campaign =seminar =pelatihan =training
    =poster =spanduk =stiker =edukasi =webinar =policy =policies =asuransi =insurance =simulasi =hotline =anti =pencegahan =prevention =rumor =isu
    =gosip =hoax =hoaks =cerita2 =fiksi =skripsi =penelitian =survei =survey =alasan =alesan =alasannya`,
  /** Names of harm, for what is only told, feared or asked about. */
  DANGER: `todong =ditodong bacok tusuk hipnotis hipno lahir2 =lahiran =melahirkan leceh pelecehan perkosa cabul begal rampok jambret copet culik bunuh =kecelakaan =kecelakan tabrak pukul keroyok ancam teror harass =harassment =harassed
    =rape =raped =assault =assaulted kidnap =robbed =robbery =crash =accident kekerasan =kebakaran =mogok =kejahatan =penipuan celaka jatuh =pingsan`,
  JAM: '=macet =kemacetan =telat =terlambat =dialihkan =alihkan =ditutup =muter =late =traffic =jam =delayed =delay =lambat =tersendat =rerouted',
  RUMOUR: `=rawan =takut =banyak =sering =waspada =khawatir =kawatir =hati =hati2 =terkenal =marak =musim =zona =awas =kirain =dikira =takutnya =kalo =kalau =scared
    =afraid`,
} as const;
