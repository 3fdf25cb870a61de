/**
 * 1,296 Dutch words for a passphrase, after the short list of the EFF: common, of 3 to 9 letters without accents, no
 * two that sound alike and no two that differ by one letter. Collected for this app. Changing the list changes no file.
 */
export const PASSPHRASE_WORDS: readonly string[] = `
aanbod aankomst aardbei aardig abdij acht achtbaan achter acteur actie adelaar adem adres advies afgrond afspraak afstand agenda akker
akkoord akte alarm album alinea alles altijd amandel ambacht amper ananas anijs ansjovis antenne antiek antwoord apotheek appel applaus
april arbeid archief arend argument artiest artikel asfalt asperge atleet atoom avond avontuur azijn baan baard babbel bagage bagger
bakfiets balans balkon bamboe banaan band barst basilicum batterij bazaar bedelen bedrijf beek beeld begin begrip behang beitel beker
beloning beloven berg bericht beroep bestek bestuur beton beurs beven bewaren beweging bewijs bezem bezoek bibber biljart binnen biscuit
blaas blad blaffen blauw blazen blij bliksem bloem bloempot bloesem blok blokfluit blond blouse bodem boer bonen boom boord borstel
bosbes botsauto bouwen bouwwerf braaf branden breed breien brevet brief bril broek brommer bron brood brug bruid brullen buffel buik
buiten bukken bundel burcht bureau burger buurman buurt cactus cadans cadeau camera camping caravan cello cement centrum chauffeur chef
chocolade cijfer circus cirkel citroen clown club coach code cola collega compleet computer concert contact controle coupon crisis
cultuur cursus cyclus daad dadel dagboek daglicht dakgoot dakpan dame dank dankbaar dapper datum dauw debat deeg degen deksel denken
dessert detail deugd deur deurbel dialoog diamant dichter dienst diep dijk dille diner ding diploma directie disco doek dokter dolfijn
domein dominee donder doof doolhof doorgang dorp dorpel dorst dossier douane douche draagtas draaien draak draf dragen drempel dribbel
driehoek drijven dringen dromen droog droogte druif drukken druppel duiken duim duister duizend durven dutje duwen dwars echo edel
eekhoorn eend eenheid eenvoud eerlijk eethuis eeuw egaal eigen eigenaar eiland einde ekster element elleboog emmer energie engel enorm
envelop ergens ervaring erwt etage eten etui examen expert extra fabel fabriek fakkel familie fanfare fantasie fauteuil fazant feest
festival fiets fietsbel fietspad figuur film filter fles flink fluister fluit fluweel folder fontein fopspeen forel formaat fornuis fort
foto framboos friet fris functie gaaf galm galop gang gangpad garage garantie garen garnaal gast gastheer gebaar gebak gebied gebouw
gebruik gedachte gedicht geel geheugen geit geld gelijk geloof geluid geluk gember gemeente genoeg gerecht gerst gesprek gevoel gewei
gewoon gezang gezin gezond gids gieter gilde gitaar glans glijden glimlach gloed goedkoop golf goochel gordel gordijn goud graan gras
grasmat gratis graven grens griep grijs grind groei groente grondwet groot gymnast haai haast hagel halfrond hals halte hamer hamster
handdoek handel handig handvat hangen hangmat hard haring harmonie haven hazelaar heden heet heilig heimwee helder heldin helft helm
helpen hemd hemel herfst hersens heuvel hiel hobbel hobby hoed hoekhuis hommel honger honing hoofd hoog hooiberg hoorn horen horloge
hotel hout houtworm huid huilen huisarts humor huwelijk hyena idee idool ieder iemand iglo ijsbeer ijsje ijskast ijver imker index
industrie ingang inham inhoud inkoop inkt inktvis insect inval invoer inwoner inzicht jaar jaargang jager januari jarig jasmijn jeuk
jodelen joker jong jongen jongleur journaal jubel judo juichen juli jungle jurk jute juweel kaal kaars kabaal kabouter kachel kade kajak
kajuit kalender kalf kameel kamp kampioen kandelaar kano kantoor kapitein kapstok karaf karakter karton karwei kassa kasteel katoen
kauwen kegel kegelen keizer kelner kermis kers ketchup ketting keuken keurig keuze kever kiezen kijken kikker kilo kind kiosk kist kiwi
klaar klagen klank klap klapper klaver kleding kleed klei kletsen kleur kleuter klimaat klimmen klimop klinken klomp kloof klooster klos
knecht kneden knie knoflook knoop knuffel koekoek koffer koffie koken kokos kolom komeet komkommer kompas konijn kool koopman koorts
koper koraal korf korrel kostuum kous kraag krab krans kreeft krekel kriebel krijgen krijt kring kroeg kroket krokus kroon kruik kruimel
krul kubus kudde kuif kunst kussen kwart kwartel kweker kwik laag lachen ladder lading laken landbouw landkaart langzaam lantaarn laser
laurier lava lawaai lawine leerling leesboek leeslamp leger leiding lelie lenen lengte lens lentedag lepel leraar letter levendig libel
lichaam lied lieve lift liggen lijm lijst lijster limoen limonade links lokaal loket lood loterij lucht luchtbel lucifer luier luisteren
lunch luster maaltijd maand maart machine madelief magazijn magie magneet makkelijk makreel mama mandarijn mango manier mantel maquette
marathon margriet markt markten marmer marsepein masker matras medaille meer meester meetlat meikever melden melk melkweg melodie meneer
mening menu merel metaal meubel middag midden mijl mild miljoen minder minister minuut mixer mobiel modder model moeras mokka molen
molshoop moment mond monnik monster mooi morgen mortel mossel mosterd motor muesli muis munt muntstuk museum musical muur muziek
mysterie naaien naald naam nachtuil namiddag natuur navel nectar nederig neef nest netwerk neus nicht nieuw nijlpaard noemen noga noot
normaal notaris noteren notitie november nuchter nummer nuttig nylon oase oceaan ochtend oefening oester offerte oktober olie oliebol
olifant olijf omelet omgeving omhelzen omslag omweg onderweg onkruid ontbijt onweer oogst oorbel oorsprong opbouw opdracht open opera
oppasser oproep oranje orchidee orde orgel orkaan orkest otter ouders overal overkant overleg paasei pagina paleis palet panda paneel
panter papa papaja papegaai papier paprika parade paraplu parel park parket parking partij passen pasta pastel patat patrijs pauze
pedaal pelgrim pels penalty penning penseel peper perceel perron perzik peuter piano picknick pier pijp piloot pincet pink pion piraat
pizza plaat plaatje plafond plak planeet plankton plastic plein pleister plezier ploeg plooi pluim plus podium poeder poes poging pomp
pompoen pont poort populier porselein portier portret postbode poster potlood praktijk praten prei premie prent prik prins procent proef
profiel project proost propeller proper provincie publiek pudding puin puinhoop punaise pupil puree puzzel quiche quiz raadsel rabarber
race racket radar radijs radio rally rapport rasp ratel ravijn recept recht rechter reclame record redding reep regenboog regenjas regio
reiger reiken rekening rennen repareren reptiel reserve richting ridder riem rijtuig ritme ritselen rivier robijn robot roeiboot roeien
roest roman rondreis rook rots route rubber rugzak ruimte ruit rups saffier salade salami samen sandaal satelliet sauna saus saxofoon
schaaf schaats schaduw schakel schat scheef schelp schema schenken schepen scherm schets scheur schijf schild schilder schip schitter
schoen schommel school schort schouder schouw schrijver schrik schroef schuif seconde sector sein seinhuis seizoen september serie
servet shampoo sieraad signaal sirene siroop situatie sjaal skelet slaap slager slang slee sleutel slim slinger sloep slof sloot sluis
smaak smal smeden smelten smid snaar sneeuw snel snijden snoek snor snorkel snuit sofa soldaat solo spaarpot spaghetti span specerij
specht speelbal speeltuin speer spek speld spelen spiegel spijker spinazie spoel spons sponsor spoor sport sporthal spreken spreuk
springen sprong sprookje spruit staart stad stadion statuut steen steiger stelling stem stempel sterk stevig stier stijf stil stipt
stoet stok stoplicht storm straat straks strand strandbal streek strik stro stroom stropdas struikel studie stuiven stuur subsidie
suiker sultan symbool systeem taak tablet tafel talent tandarts tante tapdans tapijt tarwe taxi techniek tegoed tekst telefoon telescoop
tellen tempo tennis tent terras terrein terug teugel theater thee thema thuis tien tijd tijger timmer titel toast tocht toekomst toelage
toernooi toets toilet tomaat tompoes toneel toon touw tractor trainer training tram trefpunt trein trekken tribune trilling troep
trommel trompet trui tuba tuinhuis tulp tunnel turf turnen twaalf tweeling twijfel twijg typisch uitgang uitleg uitstap uitzicht uniek
universum urgent uurwerk vaandel vaas vader vakantie vakman vakwerk valk vallei vanille varken veldsla venkel venster verbond verder
verf vergeten verhaal verkeer verleden vermaak verslag verte vertrek verzamel viaduct vijf vilt vinger violet viool visser vitamine vlag
vlaggen vlakte vlecht vleugel vlieg vlierbes vliering vlinder vloer vlot voederbak voedsel voelen voet voetbal vogel volgen volleybal
voor voorbeeld voornaam voorraad vorm vracht vrede vreemd vriend vriezen vrij vrijdag vrijheid vrolijk vrouw vuist vulkaan vuurtoren
waaier waarheid wagen walnoot walnoten walrus walvis wandelen wandklok warm wasbeer wasdraad wasmand water waterput waterval wedden
wekker welkom welp wereld werk wezel wiek wijn wijzer wilg winkel winter wissel woensdag woestijn wolk wrak wuiven yoghurt zaalhuur
zakdoek zaklamp zandbak zebra zeehond zeepbel zeil zeilboot zenden zeshoek zetel zilver zingen zitbank zitten zoeken zoen zomer zondag
zone zorg zuiver zuurkool zwaan zwaard zwak zwaluw zweet zwembad zwemmen zweven zwieren
`
	.trim()
	.split(/\s+/);
