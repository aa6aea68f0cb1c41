/** Who, and the small words that turn a sentence. */
export const people = {
  ME: `=saya =sy =sya =aku =ak =aq =gue =gua =gw =gwe =gwa =w =ane =ana =kami =kita =kt =kuring =abdi =urang
    =inyong =kulo =kula =beta =awak =me =my =mine =i =us =our =we =im =ive =myself =diriku =diri =ku`,
  MINE: `=ponakanku =keponakanku =sepupuku =temenku =muridku =nenekku =kakekku =murid =muridku =bude =pakde =tetangga =tetanggaku =saudara =sodara =saudaraku =bapakku =bapakku =emak =emakku =mamaku =papaku =mak =bundaku =bunda =ummi =nyokapku =kakakku =abangku =cucunya =adiknya =istrinya =student =students =teen =teenager =mum =grandpa =cust =bojo =bojoku =bojone =adhi =adhiku =anak =anakku =anaknya =adik =adek =ade =adikku =adekku =istri =istriku =suami =suamiku =bini =ibu =ibuku
    =mama =mamah =nyokap =ayah =bokap =papa =teman =temen =tmn =temenku =temanku =sahabat =pacar =pacarku =cewek
    =cewe =cewenya =ceweknya =perempuan =wanita =gadis =mbak =mba =nenek =kakek =kakak =kaka =cucu =cucuku =keponakan
    =ponakan =bayi =bayiku =korban =penumpang =penumpangnya =penumpangku =siswi =balita =bocah =sepupu =tante
    =mertua =rekan =orangtua =ortu =neng =daughter =son =wife =husband =friend =sister =brother =mother =mom =kid
    =child =children =girlfriend =boyfriend =passenger =girl =woman =lady =colleague =baby =grandma =grandmother
    =roommate =coworker =niece =nephew =cousin`,
  THEY: `=driver =drivernya =drivere =drivenya =drvernya =drver =drvr =supir =supirnya =supirna =sopir =sopirnya
    =sopire =abang =abangnya =bang =bapak =bapaknya =pak =mas =masnya =mase =pengemudi =pengemudinya =ojol =ojolnya
    =dia =dy =ia =orang =org =orangnya =oknum =cowok =cowo =cowoknya =laki =laki2 =lelaki =pria =om =omnya =kang
    =akang =mamang =mamange =aa =cust =customer =costumer =pelanggan =penumpang =pnp =penumpangnya =pelaku =mereka
    =preman =opang =kurir =mitra =temannya =temennya =wong =wonge =jelema =he =him =his =hes =she =her =shes =they
    =them =theyre =drivers =passenger =passengers =guy =man =men =rider =stranger =someone =somebody =dude`,
  WHO: 'ME MINE THEY',
  NOT: `=tidak =tdk =tak =g =gk =ga =gak =gag =gax =kg =kgk =nga =ngga =nggak =nggk =ngak =engga =enggak =enggk =egk
    =kaga =kagak =ndak =nda =ndk =bukan =bkn =bukannya =belum =blm =blum =belom =tanpa =tnp =ora =ra =mboten =teu
    =henteu =hente =not =never =no =dont =doesnt =didnt =wasnt =isnt =arent =werent =havent =hasnt =hadnt =without
    =nobody =none =wont =cant =cannot =cnt =wouldnt =couldnt =nothing =aint =gapernah`,
  /** Between a denial and what is denied: `tidak pernah ada yang …`. */
  CARRY: `=bawa =punya =membawa =pernah =ada =ono =aya =melakukan =lakukan =ngelakuin =mengalami =ngalamin =alami =merasa =ngerasa =rasa
    =sempat =sempet =terjadi =kejadian =kena =akan =menjadi =unsur =indikasi =tindakan =bentuk =kasus =masalah =soal
    =sedikitpun =sekalipun =apapun =apa =berusaha =ikut =sing =nu =any =anyone =one =kind =form =sign =signs =act =of
    =got =get =getting =even =ever =happened =there =perlakuan =feel =felt =bersifat =berbau =dianggap =penyebabnya
    =termasuk =maksud =niat =bermaksud =berniat =harus =perlu =unsurnya`,
  OR: '=atau =ataupun =maupun =or =nor =dan =and',
  IF: '=kalo =kalau =kalok =klo =klu =jika =if =nek',
  /** Of the family, and older stories of theirs. */
  KIN: `=kakak =kakakku =adik =adikku =nenek =nenekku =kakek =kakekku =eyang =mbah =ibu =ibuku =bapak =bapakku =ayah =ayahku =mama =papa =mamah =nyokap =bokap =ortu =mertua =om =tante =paman =bibi
    =pakde =bude =saudara =sodara =sepupu =keluarga =kerabat =uwak =tetangga =grandma =grandpa =grandmother =grandfather =uncle =aunt =father =mother =dad =mom`,
  /** What a person is, for which some are turned away. */
  TRAIT: `=syndrome =sindrom =gendut =gemuk =cacat =difabel =disabilitas =kursiroda =tuli =budeg =tunarungu =tunanetra =buta =bisu =autis =autistic =disabled =deaf =blind =fat =overweight
    =wheelchair =hitam =item =cina =china =chinese =papua =batak =madura =ambon =kristen =katolik =christian =muslim =islam =hindu =buddha =buddhist =jewish =yahudi =gay =lgbt
    =bencong =banci =waria =transpuan =transgender =lesbian =black =asian =african =indian =jilbab =jilbaban =hijab =hijaban =cadar =bercadar =niqab =kerudung =salib =peci`,
  /** Unwilling to. */
  REFUSE: `NOT =males =malas =ogah =emoh =nolak =menolak =tolak =refuse =refused =refuses =refusing =anti`,
  ONLY: '=cuma =cuman =hanya =only =sekadar =sekedar',
  WANT: `=akan =gonna =going =pingin =kepengen =arek =bade =bakalan =mau =mw =mo =pengen =pgn =pingin =ingin =bakal =bakalan =bkl =arep =rek =hendak =wanna =want =wants =wanted =pgen`,
  FORCE: `=dipaksain paksa =pekso peksa =meksa =mekso =dipekso =maksa =dipaksa =forced =force =forces =forcing =suruh =disuruh =nyuruh =menyuruh =dikon =dipeksa`,
  YOU: `=lu =lo =loe =elu =elo =kamu =km =kau =ko =kowe =koe =awakmu =maneh =you =your =youre =u =ente =ngana =kon =anda =mu`,
  TAKE: `=bawa =dibawa =dibawain =membawa =digowo =dibawak =nggowo =dicandak =dibelokin =dibelokkan =diarahin =diarahkan 
    =digiring =diangkut =diseret =dilarikan =dilariin =diantar =dianter =diculik =diturunkan2 =taking =took =taken =takes =drove =driving =brought =bring`,
  HAMPIR: '=hampir =hampirr =ampir =nyaris =almost =nearly',
  /** Words that say nothing about the matter and take no room between two others. */
  FILLER: `=yang =yg =sih =dong =donk =deh =lah =loh =lho =ya =yaa =yah =nih =tuh =tu =itu =ini =si =kok =kan =aja =aj
    =ajah =saja =doang =doank =juga =jg =pun =udah =udh =dah =sudah =sdh =banget =bgt =bngt =bener =tadi =td =barusan
    =trus =trs =tros =di =nya =the =a =an =just =really =very =so =is =was =sangat =sekali =kayak =kaya =kyk =kek =gitu
    =gini =kayaknya =kayanya =kyknya =seperti =sepertinya =kayake =plis =please =pls =plz =admin =min =hey =hai =anjir
    =anjay =wkwk =wkwkwk =huhu =hiks =now =mulu =melulu =langsung =lngsg =sedang =sambil =smbl
    =mulai =malah =malahan =nyoba =mencoba =coba =started =tried =trying =to =be =been =being =have =has     =are =am =were =did =do =pada =bahkan =smp =jadi =secara =dengan =dgn =dg =sama =ama
    =oleh =karo =like =super =ni =lg =lagi =ke =dr =dari =from =that =this`,
} as const;
