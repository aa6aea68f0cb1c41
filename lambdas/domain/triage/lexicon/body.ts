/** The body, and what is done to it. */
export const body = {
  INTIMATE: `=privatepart =privateparts =tete =tetenya =teteku =ketek =ketiak =ketekku =celanadalam =area2 =punuk =udel =pusar =nenen =pepaya =boob =miskin2 =gunungkembar =anus =dubur =buttcheek =otong =konti =ketiakku2 =leg =legs =knee =knees =lutut =lututku =lututnya lutut betis =pangkuan =pangkuanku =pangkal =belahan =susu =bemper =pantatku =jembut =kelaminku =vag =miss =tits =cleavage =lap =nenenku =boobies =booty =pinggul pinggul =bujurku payudara =dada =dadaku =dadanya =dadaku pantat pantad bokong paha pahaku =pupu selangkangan kemaluan =kelamin
    =kelaminnya vagina penis =penisnya toket =toketnya =toketku tetek =tetekku =teteknya =susune =susuku =susunya nenen
    puting =bh =bra =bhku =branya =intim =intimku kewanitaan memek kontol =titit =tititnya pentil =breast =breasts =boob
    =boobs =butt =bum =ass =buttocks =thigh =thighs =crotch =groin =genitals =genital =private =privates =nipple =nipples
    =bosom =dick =cock =bujur =silit =bokongku =tempik =itil =burungnya =anunya =itunya =anuku =skirt =underwear =panties
    =blouse =chest =vagina`,
  BODY: `=pala =palanya =palaku =rusuk =rahang =pelipis =kening =jidat =mata =mataku =gigi =gigiku =dengkul =siku =paru =otot =stomach =ribs =jaw =nose =eye =eyes =forehead =throat =wrist =ankle =chin =tooth =teeth =ear =gulu =guluku =beungeut =suku =leungeun INTIMATE =tangan =tanganku =tangannya =tgn =tanganne =pinggang pinggul =tubuh =tubuhku =badan =badanku =bdn
    punggung =leher =leherku =pipi =pipiku =bibir =bibirku =rambut =rambutku =lutut =kaki =kakiku =bahu =bahuku =pundak
    =perut =perutku =muka =mukaku =wajah =wajahku =kepala =kepalaku =jari =jariku =betis =lengan =telinga =kuping =kulit
    =hidung =dagu =tengkuk =ketiak =jilbab =kerudung =hijab =rok =rokku =baju =bajuku =celana =celanaku =hand =hands
    =arm =arms =waist =hip =hips =neck =cheek =cheeks =lip =lips =mouth =hair =knee =knees =leg =legs =shoulder
    =shoulders =belly =stomach =face =body =feet =foot =sirah =sirahku =rai =raiku =awakku =lambe =fingers`,
  /** Parts that are spoken of with shame or desire, whoever speaks. */
  SECRET: `=privatepart =privateparts =otong =konti =daleman =peler =pelir =zakar =totong =joni =vitalku =willy =balls =wiener =junk kemaluan =kelamin =kelaminnya vagina penis memek kontol =titit =burungnya =anunya =itunya =vital =vitalnya
    =genitals =genital =dick =cock =penis =privates =burung =manuk =manuke =anu =tempik`,
  CLOTHES: `=klambi =klambiku =klambine =acuk =calana =celanadalam =kolor =sempak =jeans =legging =kutang =beha =singlet =jaketku =seragam =mukena =baju =bajuku =bajunya =celana =celanaku =celananya =kancing =rok =rokku =kaos =kemeja =daster =jilbab =hijab
    =kerudung =gamis =resleting =retsleting =ritsleting =sleting =zipper =bh =bra =shirt =skirt =pants =trousers =dress
    =blouse =top =clothes =kebaya =jaket =sabuk =pakaian`,
  GROPE: `grayah grayang =didemok =ndemok =demok =ngarayap =gerayah =digrayah =ditangkeup cabuli =gerayang =remet =diremet =ngremet =kekep =dikekep =ngekep =grinding =grinded =grind =humped =humping =dikeloni =peluk2 =ngeloni grepek =grepe2 ciwel cuwil kokop =dikokop =ngokop gerepe =dikobel kobel =ngobok obok2 fingering finger fingered raba grepe gerepe gerepek grape2 grepein gerayang grayang gerayangi jamah remas remes demek emek grope fondle caress molest obok =rempon =graba =ngraba jiwit`,
  STROKE: `elus belai usap colek towel toel jawil toyel =nowel =noel gelitik kelitik caress =stroked =strokes =stroking pijat pijet pijit
    =massage =massaged =massaging`,
  KISS: `cium =ciyum kecup ciuman cupang =ambung =diambung =ngambung sosor cipok jilat =kiss =kissed =kisses =kissing
    =smooch =lick =licked =licking =disun`,
  HUG: 'peluk rangkul dekap pangku kelon =hug =hugged =hugs =hugging =cuddle =cuddled dekep',
  TOUCH: `GROPE KISS HUG STROKE MILD`,
  /** Contact that may be an accident or help, until it is said where. */
  MILD: `pegang =cekelan =dicekelan =nyekelan =dicepeng =nyepeng jamah2 =pgang =dpgang =dipgang sentuh =sntuh tempel nempel senggol gesek himpit impit tindih tepuk tepok
    cubit cekel =cabak =dicabak =nyabak meper =touch =touched =touches =touching =rub =rubbed =rubs =rubbing
    =grab =grabbed =grabs =grabbing =squeeze =squeezed =squeezes =pinch =pinched =pat =patted =patting =brush =brushed
    =brushing =held =holding =tickle =tickled =poke =poked genggam endus sender
    =nyender =dekep gandeng gosok =hold`,
  HAND: '=tangan =tangannya =tangane =tgn =tgnnya =jari =jarinya =siku =sikunya =hand =hands =finger =fingers =elbow =lututnya =kakinya',
  LOOK: `=nyawang =disawang =nyawangi =ndelok =ndeleng =didelok =dideleng =neuteup =plirak =plirik =mandangin =dipandangin mandang =ngeliatin =ngliatin lirik ngelirik liat liatin lihat tatap pandang pelototin pelotot melotot intip lirik plototin =stare =stared =stares =staring =leer
    =leering =ogle =ogling =looking =looked =peeking =glance =glancing =eyeing =gawking perhatiin =merhatiin arahin arahkan sorot`,
  HIT: `geret =digeret =ngegeret gepuk idak =diidak =ngidak =tujes babuk =dibabuk =ngababuk =dijejek campak2 terajang =diterajang =pijak =dipijak =dibusur busur =digepuk =dikajar =ngajar2 =dipateni2 =kepruk =dikeplak pentung jiret jirat jerat =dijerat slepet =dislepet pecut gibeng =digibeng libas jejek =dijejek dupak =didupak gajul =digajul gampleng =digampleng serang terkam cengkram cengkeram betot puntir kemplang rajam gitik =digitik bantai bedil =dibedil sambit tumbuk =ditumbuk =sundul ludah =siksa siksa =diringkus =dilumpuhkan gasrak =lunged =swung =swinging =swings =manhandled =whipped =mauled =brawl =scuffle =tased =taser =roughed =clubbed =pummeled =pummelled =elbowed =kneed =knuckle =fist =fists =bogeman =kicked =kicks =kicking =digorok =nggorok =gorok =menggorok penggal tebas sayat sabet sepak depak terjang piting sambit jedot =jedotin benturin =dibenturin =dibenturkan =membenturkan =ngebenturin tonyor kepret colok ketok =ketokin =pukulin tempiling =tapuk =ditapuk =napuk =balang =dibalang =mbalang =gepuk =digepuk =disawat =nyawat =tampiling =ditampiling =peureup =dipeureup =ditonjokin baledog =dibaledog =bekek =dibekek =smack =smacked =smacks =whack =whacked =bash =bashed =tackled =scratched =clawed =gebok =gebuki =jegug =pithing =dipithing =kunyuk2 sleding =bonyokin =jebret tampol nampol =digetok =ngetok getok kepruk =dikepruk pukul tampar tonjok tinju tendang hajar gebuk jotos gaplok keplak kaplok =dikemplang gampar tempeleng bogem jitak sikut
    jambak cekik =cekek =dicekek =nyekek aniaya keroyok antem =antem =diantem =diantemi =ngantem =teunggeul =diteunggeul =tajong
    =ditajong =dicabok =dikampleng toyor gebug =gebugin gamparin cambuk tabok bacok tikam tusuk =tujes =ditujes =disabet =punch =punched
    =punches =punching =slap =slapped =slaps =slapping =choke =choked =choking =strangle =strangled =strangling =headbutt
    =headbutted =stab =stabbed =stabbing cakar jenggut`,
  HURT: `gusur =digusur =siksa setrum cekokin semprot =semprotin =disemprot gilas hempas =dilempari HIT lempar timpuk ludah siram gigit injek injak banting seret dorong tarik sundut pelintir plintir pentung lindas
    =kick =kicked =kicks =kicking =hit =hits =hitting =beat =beats =beating =push =pushed =pushes =pushing =shove =shoved
    =drag =dragged =dragging =spit =spat =bit =bite =throw =threw =throwing =elbowed`,
  PAIN: `=nyeri =hurts =hurt =pain =painful =bengkak =lemas =lemes =kejepit =kegencet =kebentur =terbentur =robek =sobek =loro =nyeri =memar =lebam =bocor =copot =putus =tertusuk =keiris =sore =numb =swollen =bruised =injured =retak =remuk =lecet`,
} as const;
