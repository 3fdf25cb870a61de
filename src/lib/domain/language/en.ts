import type { Table } from './say';

/** In plain English. */
export const en: Table = {
	januari: 'January',
	februari: 'February',
	maart: 'March',
	april: 'April',
	mei: 'May',
	juni: 'June',
	juli: 'July',
	augustus: 'August',
	september: 'September',
	oktober: 'October',
	november: 'November',
	december: 'December',
	'Deze browser laat niet toe om gegevens te bewaren. Wat er al stond, is niet gewist. Zijn cookies geblokkeerd? Sta ze dan toe voor deze website. Gebruik je een privévenster? Open deze pagina dan in een gewoon venster.':
		'This browser does not allow data to be saved. What was there already is not erased. Are cookies blocked? Then allow them for this website. Are you using a private window? Then open this page in a normal window.',
	'De opslag van deze browser antwoordt niet. Wat al bewaard was, is niet gewist. Wacht even en probeer opnieuw. Blijft het zo? Sluit dan de browser helemaal, en open deze pagina opnieuw.':
		'The storage of this browser does not answer. What was saved is not erased. Wait a moment and try again. Does it stay that way? Then close the browser completely, and open this page again.',
	'De browser kan de gegevens op dit toestel niet openen. Er is niets gewist. Sluit de browser helemaal, en open deze pagina opnieuw. Lukt het dan nog niet? Bij Gegevens kun je de reservekopie in een bestand bewaren.':
		'The browser cannot open the data on this device. Nothing is erased. Close the browser completely, and open this page again.',
	'Deze pagina staat nog open in een ander tabblad met een oudere versie. Er is niets verloren. Sluit dat tabblad en laad deze pagina opnieuw.':
		'This page is still open in another tab with an older version. Nothing is lost. Close that tab and reload this page.',
	'De gegevens op dit toestel komen van een nieuwere versie van deze app. Alles is bewaard. Laad de pagina opnieuw om de nieuwe versie te krijgen.':
		'The data on this device come from a newer version of this app. Everything is saved. Reload the page to get the new version.',
	'In een ander tabblad is een nieuwere versie van deze app geopend. Hier kun je nog lezen, maar niet meer bewaren. Laad deze pagina opnieuw.':
		'A newer version of this app is open in another tab. Here you can still read, but no longer save. Reload this page.',
	'Dit is intussen verwijderd, misschien in een ander tabblad. Er is niets bewaard.':
		'This was removed meanwhile, perhaps in another tab. Nothing is saved.',
	'Dit is intussen gewist of al afgegeven, misschien in een ander tabblad. Er is niets bijgeschreven.':
		'This was erased or already handed in meanwhile, perhaps in another tab. Nothing was added.',
	'De meting is intussen gesloten. Er is niets bijgeschreven.': 'The survey was closed meanwhile. Nothing was added.',
	'Het toestel heeft geen plaats meer. Wat al bewaard was, blijft bewaard. Maak plaats vrij en probeer opnieuw.':
		'This device has no room left. What was saved stays saved. Make room and try again.',
	'Bewaren is niet gelukt: er ging iets mis in de app. Wat al bewaard was, blijft bewaard. Probeer opnieuw. Lukt het weer niet? Laad deze pagina dan opnieuw.':
		'Saving did not work: something went wrong in the app. What was saved stays saved. Try again. Does it still not work? Then reload this page.',
	', ook als je deze pagina sluit.': ', even if you close this page.',
	', op één plaats': ', in one place',
	'. Hou deze pagina open: deze browser kan ze niet bewaren.': '. Keep this page open: this browser cannot keep them.',
	'. Sluit je deze pagina, dan pas bij je volgende bezoek.':
		'. If you close this page, that will be at your next visit.',
	'Alleen jij ziet dit.': 'Only you see this.',
	'Alles is bewaard. Hier kun je nog lezen, maar niet meer bewaren.':
		'Everything is saved. Here you can still read, but no longer save.',
	'Andere groep': 'Other group',
	'Antwoordt (bijna) heel je groep hetzelfde, dan is dat te zien, en weet iedereen ook wat jij antwoordde.':
		'If (almost) all of your group answers the same, that shows, and then everyone knows what you answered too.',
	Begin: 'Start',
	Begrepen: 'Understood',
	Beter: 'Better',
	'Bewaar de antwoorden in een bestand': 'Save the answers in a file',
	'Bewaar een bestand': 'Save a file',
	'Bewaren duurt langer dan anders.': 'Saving takes longer than usual.',
	'Bezig met bewaren …': 'Saving…',
	Bijvoorbeeld: 'For example',
	'Binnen bij de begeleider': 'Received by the facilitator',
	'Daar stonden andere groepen, of in een andere volgorde.': 'The groups there were different, or in another order.',
	'Daar stonden andere stellingen.': 'The statements there were different.',
	'Daar was de meting {0}, en deze meting is {1}.': 'There the survey was {0}, and this survey is {1}.',
	'Daar werd gevraagd of het beter gaat dan de vorige keer, en hier niet.':
		'There you were asked whether it goes better than last time, and here you are not.',
	'Daar werd niet gevraagd of het beter gaat dan de vorige keer, en hier wel.':
		'There you were not asked whether it goes better than last time, and here you are.',
	'Dank je. Geef dit blad terug aan je begeleider.': 'Thank you. Give this sheet back to your facilitator.',
	'Dat geldt ook voor de vraag hoe het gaat tegenover de vorige keer.':
		'That also goes for the question how it goes compared with last time.',
	'Dat hebben jullie samen afgesproken.': 'You agreed on that together.',
	'Dat kan: je antwoorden blijven op deze telefoon. Open dezelfde link opnieuw, in deze browser. {0} In een privévenster zijn ze weg zodra je het sluit: geef ze voor die tijd terug.':
		'You can: your answers stay on this phone. Open the same link again, in this browser. {0} In a private window they are gone as soon as you close it: give them back before then.',
	'Dat lukte vorige keer niet. We versturen je antwoorden nu.':
		'That did not work last time. We are sending your answers now.',
	'De antwoorden staan nog op het scherm. Laat deze pagina open, en probeer het nog eens. Lukt het niet? Schrijf ze over, of maak een foto van het scherm.':
		'The answers are still on the screen. Leave this page open, and try again. It does not work? Copy them by hand, or take a photo of the screen.',
	'De brievenbus heeft het druk. We proberen het zo opnieuw': 'The letterbox is busy. We will try again shortly',
	'De brievenbus zit vol.': 'The letterbox is full.',
	'De browser heeft gewist wat hier bewaard was.': 'The browser erased what was saved here.',
	'De gegevens in deze browser waren weg of beschadigd. De antwoorden komen terug uit de reservekopie op dit toestel. Kijk na of alles er is.':
		'The data in this browser were gone or damaged. The answers are coming back from the spare copy on this device. Check that everything is there.',
	'De laptop van de begeleider heeft ze nog niet opgehaald. Dat kan ook later: je mag deze pagina sluiten. Vraagt de begeleider erom? Toon dan deze code.':
		"The facilitator's laptop has not collected them yet. That may happen later: you can close this page. Does the facilitator ask for it? Then show this code.",
	'De meting is afgesloten of de brievenbus is er niet meer.': 'The survey is closed or the letterbox is gone.',
	'De stellingen komen eraan …': 'The statements are on their way…',
	'De tekst is te lang: nu {0} tekens, hoogstens {1}. Kort hem in.':
		'The text is too long: {0} characters now, at most {1}. Make it shorter.',
	'De website ziet dat er iets in de brievenbus komt, en je internetadres zolang de verbinding duurt. Wat je antwoordt, ziet ze niet.':
		'The website sees that something arrives in the letterbox, and your internet address while you are connected. It does not see what you answer.',
	'Deel het bestand': 'Share the file',
	'Delen is niet gelukt. Het bestand is nog niet bewaard.': 'Sharing did not work. The file is not saved yet.',
	'Delen lukt niet op dit toestel. Bewaar het bestand en bezorg het zelf.':
		'Sharing does not work on this device. Save the file and pass it on yourself.',
	'Deze browser kan je antwoorden niet versleutelen. Geef ze hieronder terug.':
		'This browser cannot encrypt your answers. Give them back below.',
	'Deze meting is anoniem.': 'This survey is anonymous.',
	'Deze meting is open.': 'This survey is not anonymous.',
	'Deze vragenlijst is te lang voor een code. Gebruik het bestand.':
		'This questionnaire is too long for a code. Use the file.',
	'Die link is van een andere meting.': 'That link is from another survey.',
	'Dit is geen stelling: het telt in geen enkele score mee. Je mag het openlaten.':
		'This is not a statement: it counts in no score. You can leave it blank.',
	'Duw eerst op je groep.': 'Press your group first.',
	'Een lijn is onderbroken waar je te weinig antwoorden gaf.': 'A line is broken where you gave too few answers.',
	'En tegenover de vorige keer?': 'And compared with last time?',
	'Er ging iets mis': 'Something went wrong',
	'Er zijn geen juiste of foute antwoorden. Je antwoorden blijven op deze telefoon, tot je op «Klaar» drukt.':
		'There are no right or wrong answers. Your answers stay on this phone until you press “Done”.',
	'Er zijn geen juiste of foute antwoorden. Je antwoorden blijven op deze telefoon, tot je ze zelf teruggeeft.':
		'There are no right or wrong answers. Your answers stay on this phone until you give them back yourself.',
	'Ga naar de scantafel. Er is nog niets verzonden.': 'Go to the scanning table. Nothing has been sent yet.',
	'Ga naar je eerdere antwoorden': 'Go to your earlier answers',
	'Gaf je je antwoorden al terug? Dan zijn ze binnen, en doe je niets meer. Anders begin je hier opnieuw.':
		'Did you give your answers back already? Then they have arrived, and there is nothing more to do. If not, start again here.',
	'Geef je antwoorden binnen zeven dagen terug: daarna kan deze browser ze wissen.':
		'Give your answers back within seven days: after that this browser may erase them.',
	Gegevens: 'Data (NL)',
	'Heb je ze al teruggegeven?': 'Have you given them back already?',
	'Het bestand is gemaakt. Bewaar het tot de antwoorden binnen zijn.':
		'The file is made. Keep it until the answers have arrived.',
	'Het bestand is klaar. Druk nog één keer om het te bewaren.': 'The file is ready. Press once more to save it.',
	'Het bestand is niet gemaakt.': 'The file was not made.',
	'Het bestand kan niet gemaakt worden: je notities zijn te lang. Kort ze in.':
		'The file cannot be made: your notes are too long. Make them shorter.',
	'Het is bewaard.': 'It is saved.',
	'Het resultaat toont de antwoorden van elke groep, ook als er maar één of twee mensen in zitten.':
		'The result shows the answers of each group, even if there are only one or two people in it.',
	'Hieronder staan al je antwoorden: geef ze nu terug.': 'All your answers are below: give them back now.',
	'Hoe antwoord je?': 'How do you answer?',
	'Hoe gaat dit tegenover de vorige keer?': 'How does this go compared with last time?',
	'Hoe het gaat tegenover de vorige keer tonen we pas vanaf {0} mensen.':
		'How it goes compared with last time is only shown from {0} people on.',
	'Iemand anders op deze telefoon': 'Someone else on this phone',
	'In een ander tabblad is een nieuwere versie van deze app geopend.':
		'A newer version of this app is open in another tab.',
	'In een privévenster zijn ze weg zodra je het sluit. Een bestand dat je bewaarde, wis je zelf bij je downloads.':
		'In a private window they are gone as soon as you close it. A file that you saved is yours to delete, in your downloads.',
	'Is het de andere, open die dan opnieuw.': 'If it is the other one, open that again.',
	'Ja, wis mijn antwoorden': 'Yes, erase my answers',
	'Ja, wis ze voor wie nu komt': 'Yes, erase them for the next person',
	'Je antwoorden gaan versleuteld langs de brievenbus van de website. Alleen de laptop van de begeleider kan ze openen.':
		"Your answers go, encrypted, through the letterbox of the website. Only the facilitator's laptop can open them.",
	'Je antwoorden op deze telefoon': 'Your answers on this phone',
	'Je antwoorden passen niet in de brievenbus. Geef ze hieronder terug.':
		'Your answers do not fit in the letterbox. Give them back below.',
	'Je antwoorden zijn nog niet verzonden. Wis je ze nu, dan krijgt de begeleider ze niet. Toch wissen?':
		'Your answers have not been sent yet. If you erase them now, the facilitator will not get them. Erase them anyway?',
	"Je begeleider krijgt je antwoorden onder een willekeurig nummer, zonder naam, tijd of volgorde. Wie de QR-code of de code op je scherm ziet, of zo'n bestand opent, kan die antwoorden lezen.":
		'Your facilitator gets your answers under a random number, without name, time or order. Whoever sees the QR code or the code on your screen, or opens such a file, can read those answers.',
	'Je begeleider leest dit. Het wordt niet mee overgetypt.':
		'Your facilitator reads this. It is not typed in with the rest.',
	'Je bent al begonnen: 1 antwoord': 'You have started already: 1 answer',
	'Je bent al begonnen: {0} antwoorden': 'You have started already: {0} answers',
	'Je bent lid, bestuurder of vrijwilliger.': 'You are a member, board member or volunteer.',
	'Je eigen beeld laadt niet zonder verbinding. Je antwoorden teruggeven kan wel.':
		'Your own picture does not load without a connection. You can still give your answers back.',
	'Je gaf nog geen enkel antwoord. Kies minstens bij één stelling een antwoord.':
		'You have not given any answer yet. Choose an answer to at least one statement.',
	'Je kan het daarna nog heel even ongedaan maken.': 'You can undo it for a short while after that.',
	'Je koos er {0}: meer kan niet. Vink er eerst een uit als je een ander wilt.':
		'You chose {0}: that is the most. Untick one first if you want another.',
	'Je mag deze pagina sluiten. De code hieronder heb je niet meer nodig.':
		'You can close this page. You no longer need the code below.',
	'Je mag stellingen openlaten.': 'You can leave statements blank.',
	'Je naam hoeft niet op dit blad.': 'You do not have to write your name on this sheet.',
	'Je notitie': 'Your note',
	'Je notities zijn te lang voor de brievenbus. Geef ze mee met het bestand.':
		'Your notes are too long for the letterbox. Pass them on with the file.',
	'Je schreef notities. Die passen niet in een code: gebruik het bestand om ze mee te geven.':
		'You wrote notes. They do not fit in a code: use the file to pass them on.',
	'Je sloot het deelvenster. Het bestand is nog niet bewaard.':
		'You closed the sharing window. The file is not saved yet.',
	'Je werkt of helpt mee bij een van de organisaties.': 'You work or help at one of the organisations.',
	'Je werkt voor de gemeente, of je bent verkozen.': 'You work for the municipality, or you are an elected member.',
	'Je werkt voor een gemeente of een verband van gemeenten, of je bent verkozen.':
		'You work for a municipality or a group of municipalities, or you are an elected member.',
	'Jouw eigen beeld': 'Your own picture',
	Klaar: 'Done',
	'Klopt de stelling nu, in jullie samenwerking? Zet op elke rij één kruisje: {0}. Heb je er geen zicht op, kruis dan «{1}» aan (?). Een rij openlaten mag.':
		'Is the statement true now, in how you work together? Put one cross in each row: {0}. If you cannot tell, tick “{1}” (?). You can leave a row blank.',
	'Laad deze pagina opnieuw': 'Reload this page',
	'Laat dit scannen': 'Have this scanned',
	'Laat je QR scannen als de begeleider nog verzamelt.':
		'Have your QR code scanned if the facilitator is still collecting.',
	'Lees een code voor': 'Read out a code',
	'Lees vak per vak voor. Op het scherm van de begeleider staan dezelfde vakken.':
		"Read it out box by box. The facilitator's screen has the same boxes.",
	'Lees voor': 'Read aloud',
	'Lukt scannen niet? Zet je scherm op zijn helderst, of kies:':
		'Scanning does not work? Make your screen as bright as it goes, or choose:',
	'Maak ongedaan': 'Undo',
	Meedoen: 'Take part',
	'Mijn antwoorden': 'My answers',
	'Minder goed': 'Less well',
	'Na elk onderdeel vragen we ook hoe het gaat tegenover de vorige keer.':
		'After each part we also ask how it goes compared with last time.',
	'Naar de inhoud': 'To the content',
	'Naar de stellingen': 'To the statements',
	'Nee, laat staan': 'No, keep them',
	'Niemand vraagt je naam.': 'Nobody asks your name.',
	'Niet alles is bewaard op deze telefoon.': 'Not everything is saved on this phone.',
	'Niet bewaard.': 'Not saved.',
	'Nog niet verzonden': 'Not sent yet',
	'Nog zonder antwoord: stelling': 'Still without an answer: statement',
	Notitie: 'Note',
	'Notitie bij: {0}': 'Note about: {0}',
	'Notities kan iedereen lezen die het resultaat ziet.': 'Everyone who sees the result can read the notes.',
	Nummer: 'Number',
	'Of ze binnen zijn, weten we niet.': 'We do not know whether they arrived.',
	'Omcirkel je groep:': 'Circle your group:',
	'Onder elk onderdeel kruis je aan hoe het nu gaat: + is beter, = is ongeveer gelijk, − is minder goed. Was je er toen niet bij, of weet je het niet? Laat die rij open. Ze telt in geen enkele score mee.':
		'Under each part, tick how it goes now: + is better, = is about the same, − is less well. You were not there then, or you do not know? Leave that row blank. It counts in no score.',
	'Ongeveer gelijk': 'About the same',
	'Ook in een ander tabblad werd hier geschreven. Beide teksten staan nu in dit veld.':
		'This was also written in another tab. Both texts are now in this field.',
	'Ook in een ander tabblad werd hier geschreven. Samen is de tekst te lang: nu {0} tekens, hoogstens {1}. Kort hem in.':
		'This was also written in another tab. Together the text is too long: {0} characters now, at most {1}. Make it shorter.',
	'Op deze telefoon staan al {0} antwoorden op een andere link van deze meting.':
		'This phone already has {0} answers to another link of this survey.',
	'Op deze telefoon staat al 1 antwoord op een andere link van deze meting.':
		'This phone already has 1 answer to another link of this survey.',
	'Op elke pagina': 'On every page',
	'Overslaan mag.': 'You can skip this.',
	'Pas mijn antwoorden aan': 'Change my answers',
	'Probeer opnieuw te bewaren': 'Try to save again',
	'QR-code met je antwoorden': 'QR code with your answers',
	'Raakt je telefoon vol, dan kan de browser ze wissen.': 'If your phone gets full, the browser may erase them.',
	'Radar van 1 tot 5 met je eigen antwoorden. {0}': 'Radar from 1 to 5 with your own answers. {0}',
	'Resultaten verschijnen pas als de meting gesloten is, en alleen waar minstens {0} mensen van een groep antwoordden.':
		'Results only appear once the survey is closed, and only where at least {0} people of a group answered.',
	'Schrijf je naam niet op dit blad. Wie het overtypt, ziet je antwoorden. Het nummer op je blad dient alleen om niets twee keer over te typen: het wordt niet bij je antwoorden bewaard.':
		'Do not write your name on this sheet. Whoever types it in sees your answers. The number on your sheet only serves to type nothing in twice: it is not kept with your answers.',
	'Sluit dit tabblad niet voor dat gelukt is.': 'Do not close this tab before that has worked.',
	'Sluit of vernieuw deze pagina niet voor dat gelukt is.': 'Do not close or reload this page before that has worked.',
	'Staat op het scherm van de begeleider een ✓ met de naam van je groep? Dan zijn je antwoorden binnen. Ze tellen maar één keer, ook als je ze twee keer teruggeeft.':
		"Does the facilitator's screen show a ✓ with the name of your group? Then your answers have arrived. They count only once, even if you give them back twice.",
	'Stelling {0} van {1}': 'Statement {0} of {1}',
	Stellingen: 'Statements',
	Stop: 'Stop',
	'Stoppen en later verdergaan?': 'Stop and go on later?',
	'Tot slot': 'Finally',
	Tussendoor: 'In between',
	Uitleg: 'Help (NL)',
	Verder: 'Continue',
	'Verder invullen': 'Go on answering',
	'Vergeleken met de vorige keer: hoe gaat het nu met "{0}"?': 'Compared with last time: how does “{0}” go now?',
	'Vergist? Maak dat vakje helemaal zwart en kruis een ander aan. Kijk of er nog een kant is.':
		'A mistake? Fill that box in completely and tick another. Check whether there is another side.',
	Verzonden: 'Sent',
	Volgende: 'Next',
	Vooraf: 'First',
	Vorige: 'Back',
	'Vragenlijst {0} {1} · meting {2}': 'Questionnaire {0} {1} · survey {2}',
	'Waar zit jij aan tafel?': 'Where do you sit at the table?',
	'Was je al begonnen, en zie je je antwoorden hier niet? Dan heeft de browser ze gewist, of open je de link in een andere browser. Gaf je ze al terug? Dan zijn ze binnen. Vul dan niet opnieuw in: je telt anders twee keer mee.':
		'Had you started already, and do you not see your answers here? Then the browser erased them, or you are opening the link in another browser. Did you give them back already? Then they have arrived. Do not answer again: you would count twice.',
	'Wat je daar antwoordde, blijft bij die link: het staat er nog, en het gaat niet mee naar hier. Vraag aan je begeleider welke link de juiste is. Is het deze, kies dan hieronder je groep en antwoord opnieuw.':
		'What you answered there stays with that link: it is still there, and it does not come along to here. Ask your facilitator which link is the right one. If it is this one, choose your group below and answer again.',
	'Wat je invulde, staat nog op het scherm.': 'What you filled in is still on the screen.',
	'Wat niet bewaard is, staat alleen in dit tabblad, en is weg als je het sluit.':
		'What is not saved is only in this tab, and is gone when you close it.',
	'We versturen je antwoorden nu.': 'We are sending your answers.',
	'We versturen je antwoorden zodra er internet is': 'We will send your answers as soon as there is internet',
	'We versturen je antwoorden zodra er internet is, of bij je volgende bezoek. Laten scannen kan ook.':
		'We will send your answers as soon as there is internet, or at your next visit. You can also have them scanned.',
	'Weet ik niet, of ik was er toen niet bij': 'I do not know, or I was not there then',
	'Wie de website beheert, kan deze pagina veranderen. Samen met de begeleider kan die een internetadres aan antwoorden koppelen.':
		'Whoever runs the website can change this page. Together with the facilitator they can link an internet address to answers.',
	'Wie ziet wat?': 'Who sees what?',
	'Wil je iets toelichten?': 'Would you like to add something?',
	'Wis mijn antwoorden en begin opnieuw': 'Erase my answers and start again',
	'Wis van deze telefoon': 'Erase from this phone',
	Woorden: 'Words',
	'Ze blijven hier bewaard, tot je ze wist.': 'They stay saved here until you erase them.',
	'Ze gaan van deze telefoon en komen niet terug.': 'They leave this phone and do not come back.',
	'Ze houdt je versleutelde antwoorden tot de begeleider de meting sluit, hoogstens 60 dagen. Ze kan ondertussen bijhouden wanneer ze kwamen.':
		'It keeps your encrypted answers until the facilitator closes the survey, 60 days at most. Meanwhile it can note when they came.',
	'Zeker? Heb je ze al teruggegeven?': 'Are you sure? Have you given them back already?',
	'Zeker? Je kan het daarna nog heel even ongedaan maken.':
		'Are you sure? You can undo it for a short while after that.',
	'Zeker? Wat al verzonden is, neem je daarmee niet terug.':
		'Are you sure? What has been sent already cannot be taken back.',
	'Zet bij elke stelling één kruisje: {0}, en ? is {1}. Een stelling openlaten mag.':
		'Put one cross at each statement: {0}, and ? is {1}. You can leave a statement blank.',
	'anoniem vanaf {0} antwoorden': 'anonymous from {0} answers on',
	beter: 'better',
	'geen score': 'no score',
	gelijk: 'the same',
	'minder goed': 'less well',
	open: 'not anonymous',
	'van {0}': 'of {0}',
	'voor wie overtypt': 'for whoever types it in',
	'{0} Je mag dit overslaan.': '{0} You can skip this.',
	'{0}:': '{0}:',
	'{0} is {1}': '{0} is {1}',
	'1 stelling, {0} tot {1} minuten.': '1 statement, {0} to {1} minutes.',
	'{0} stellingen, {1} tot {2} minuten.': '{0} statements, {1} to {2} minutes.',
	'{0}{1} Laten scannen kan ook.': '{0}{1} You can also have them scanned.',
	'✓ Bewaard': '✓ Saved',
	'✓ Bewaard op dit toestel': '✓ Saved on this device',
	'✓ Je antwoorden zijn gewist van deze telefoon.': '✓ Your answers are erased from this phone.'
};
