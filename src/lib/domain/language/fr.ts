import { frenchSpaces } from './french-spaces';
import type { Table } from './say';

const texts: Table = {
	januari: 'janvier',
	februari: 'février',
	maart: 'mars',
	april: 'avril',
	mei: 'mai',
	juni: 'juin',
	juli: 'juillet',
	augustus: 'août',
	september: 'septembre',
	oktober: 'octobre',
	november: 'novembre',
	december: 'décembre',
	'Deze browser laat niet toe om gegevens te bewaren. Wat er al stond, is niet gewist. Zijn cookies geblokkeerd? Sta ze dan toe voor deze website. Gebruik je een privévenster? Open deze pagina dan in een gewoon venster.':
		"Ce navigateur ne permet pas d'enregistrer des données. Ce qui s'y trouvait déjà n'est pas effacé. Les cookies sont bloqués ? Autorisez-les pour ce site. Vous utilisez une fenêtre privée ? Ouvrez alors cette page dans une fenêtre normale.",
	'De opslag van deze browser antwoordt niet. Wat al bewaard was, is niet gewist. Wacht even en probeer opnieuw. Blijft het zo? Sluit dan de browser helemaal, en open deze pagina opnieuw.':
		"Le stockage de ce navigateur ne répond pas. Ce qui était enregistré n'est pas effacé. Attendez un peu et réessayez. Cela continue ? Fermez complètement le navigateur et ouvrez de nouveau cette page.",
	'De browser kan de gegevens op dit toestel niet openen. Er is niets gewist. Sluit de browser helemaal, en open deze pagina opnieuw. Lukt het dan nog niet? Bij Gegevens kun je de reservekopie in een bestand bewaren.':
		"Le navigateur ne peut pas ouvrir les données de cet appareil. Rien n'est effacé. Fermez complètement le navigateur et ouvrez de nouveau cette page.",
	'Deze pagina staat nog open in een ander tabblad met een oudere versie. Er is niets verloren. Sluit dat tabblad en laad deze pagina opnieuw.':
		"Cette page est encore ouverte dans un autre onglet avec une version plus ancienne. Rien n'est perdu. Fermez cet onglet et rechargez cette page.",
	'De gegevens op dit toestel komen van een nieuwere versie van deze app. Alles is bewaard. Laad de pagina opnieuw om de nieuwe versie te krijgen.':
		"Les données de cet appareil viennent d'une version plus récente de cette app. Tout est enregistré. Rechargez la page pour obtenir la nouvelle version.",
	'In een ander tabblad is een nieuwere versie van deze app geopend. Hier kun je nog lezen, maar niet meer bewaren. Laad deze pagina opnieuw.':
		'Une version plus récente de cette app est ouverte dans un autre onglet. Ici, vous pouvez encore lire, mais plus enregistrer. Rechargez cette page.',
	'Dit is intussen verwijderd, misschien in een ander tabblad. Er is niets bewaard.':
		"Ceci a été supprimé entre-temps, peut-être dans un autre onglet. Rien n'est enregistré.",
	'Dit is intussen gewist of al afgegeven, misschien in een ander tabblad. Er is niets bijgeschreven.':
		"Ceci a été effacé ou déjà remis entre-temps, peut-être dans un autre onglet. Rien n'a été ajouté.",
	'De meting is intussen gesloten. Er is niets bijgeschreven.':
		"L'enquête a été fermée entre-temps. Rien n'a été ajouté.",
	'Het toestel heeft geen plaats meer. Wat al bewaard was, blijft bewaard. Maak plaats vrij en probeer opnieuw.':
		"Cet appareil n'a plus de place. Ce qui était enregistré reste enregistré. Libérez de la place et réessayez.",
	'Bewaren is niet gelukt: er ging iets mis in de app. Wat al bewaard was, blijft bewaard. Probeer opnieuw. Lukt het weer niet? Laad deze pagina dan opnieuw.':
		"L'enregistrement n'a pas réussi : un problème est survenu dans l'app. Ce qui était enregistré reste enregistré. Réessayez. Cela ne marche toujours pas ? Rechargez alors cette page.",
	', ook als je deze pagina sluit.': ', même si vous fermez cette page.',
	', op één plaats': ', à un seul endroit',
	'. Hou deze pagina open: deze browser kan ze niet bewaren.':
		'. Gardez cette page ouverte : ce navigateur ne peut pas les garder.',
	'. Sluit je deze pagina, dan pas bij je volgende bezoek.':
		'. Si vous fermez cette page, ce sera à votre prochaine visite.',
	'Alleen jij ziet dit.': 'Vous seul(e) voyez ceci.',
	'Alles is bewaard. Hier kun je nog lezen, maar niet meer bewaren.':
		'Tout est enregistré. Ici, vous pouvez encore lire, mais plus enregistrer.',
	'Andere groep': 'Autre groupe',
	'Antwoordt (bijna) heel je groep hetzelfde, dan is dat te zien, en weet iedereen ook wat jij antwoordde.':
		'Si (presque) tout votre groupe répond la même chose, cela se voit, et tout le monde sait aussi ce que vous avez répondu.',
	Begin: 'Commencer',
	Begrepen: 'Compris',
	Beter: 'Mieux',
	'Bewaar de antwoorden in een bestand': 'Enregistrer les réponses dans un fichier',
	'Bewaar een bestand': 'Enregistrer un fichier',
	'Bewaren duurt langer dan anders.': "L'enregistrement prend plus de temps que d'habitude.",
	'Bezig met bewaren …': 'Enregistrement en cours…',
	Bijvoorbeeld: 'Par exemple',
	'Binnen bij de begeleider': "Bien arrivé chez l'animateur",
	'Daar stonden andere groepen, of in een andere volgorde.':
		'Les groupes y étaient différents, ou dans un autre ordre.',
	'Daar stonden andere stellingen.': 'Les affirmations y étaient différentes.',
	'Daar was de meting {0}, en deze meting is {1}.': "Là, l'enquête était {0}, et celle-ci est {1}.",
	'Daar werd gevraagd of het beter gaat dan de vorige keer, en hier niet.':
		'Là, on demandait si cela va mieux que la dernière fois, et ici non.',
	'Daar werd niet gevraagd of het beter gaat dan de vorige keer, en hier wel.':
		'Là, on ne demandait pas si cela va mieux que la dernière fois, et ici oui.',
	'Dank je. Geef dit blad terug aan je begeleider.': "Merci. Rendez cette feuille à l'animateur.",
	'Dat geldt ook voor de vraag hoe het gaat tegenover de vorige keer.':
		'Cela vaut aussi pour la question qui compare avec la dernière fois.',
	'Dat hebben jullie samen afgesproken.': "Vous l'avez décidé ensemble.",
	'Dat kan: je antwoorden blijven op deze telefoon. Open dezelfde link opnieuw, in deze browser. {0} In een privévenster zijn ze weg zodra je het sluit: geef ze voor die tijd terug.':
		"C'est possible : vos réponses restent sur ce téléphone. Ouvrez de nouveau le même lien, dans ce navigateur. {0} Dans une fenêtre privée, elles disparaissent dès que vous la fermez : rendez-les avant.",
	'Dat lukte vorige keer niet. We versturen je antwoorden nu.':
		"La dernière fois, l'envoi n'a pas réussi. Nous envoyons vos réponses maintenant.",
	'De antwoorden staan nog op het scherm. Laat deze pagina open, en probeer het nog eens. Lukt het niet? Schrijf ze over, of maak een foto van het scherm.':
		"Les réponses sont encore à l'écran. Laissez cette page ouverte et réessayez. Cela ne marche pas ? Recopiez-les, ou prenez l'écran en photo.",
	'De brievenbus heeft het druk. We proberen het zo opnieuw':
		'La boîte aux lettres est très occupée. Nous réessayons bientôt',
	'De brievenbus zit vol.': 'La boîte aux lettres est pleine.',
	'De browser heeft gewist wat hier bewaard was.': 'Le navigateur a effacé ce qui était enregistré ici.',
	'De gegevens in deze browser waren weg of beschadigd. De antwoorden komen terug uit de reservekopie op dit toestel. Kijk na of alles er is.':
		'Les données de ce navigateur avaient disparu ou étaient abîmées. Les réponses reviennent de la copie de réserve sur cet appareil. Vérifiez si tout y est.',
	'De laptop van de begeleider heeft ze nog niet opgehaald. Dat kan ook later: je mag deze pagina sluiten. Vraagt de begeleider erom? Toon dan deze code.':
		"L'ordinateur de l'animateur ne les a pas encore reçues. Cela peut venir plus tard : vous pouvez fermer cette page. L'animateur le demande ? Montrez alors ce code.",
	'De meting is afgesloten of de brievenbus is er niet meer.':
		"L'enquête est terminée ou la boîte aux lettres n'existe plus.",
	'De stellingen komen eraan …': 'Les affirmations arrivent…',
	'De tekst is te lang: nu {0} tekens, hoogstens {1}. Kort hem in.':
		'Le texte est trop long : {0} signes, {1} au plus. Raccourcissez-le.',
	'De website ziet dat er iets in de brievenbus komt, en je internetadres zolang de verbinding duurt. Wat je antwoordt, ziet ze niet.':
		'Le site voit que quelque chose arrive dans la boîte aux lettres, et votre adresse internet pendant la connexion. Il ne voit pas ce que vous répondez.',
	'Deel het bestand': 'Partager le fichier',
	'Delen is niet gelukt. Het bestand is nog niet bewaard.':
		"Le partage n'a pas réussi. Le fichier n'est pas encore enregistré.",
	'Delen lukt niet op dit toestel. Bewaar het bestand en bezorg het zelf.':
		'Impossible de partager sur cet appareil. Enregistrez le fichier et transmettez-le vous-même.',
	'Deze browser kan je antwoorden niet versleutelen. Geef ze hieronder terug.':
		'Ce navigateur ne peut pas chiffrer vos réponses. Rendez-les ci-dessous.',
	'Deze meting is anoniem.': 'Cette enquête est anonyme.',
	'Deze meting is open.': "Cette enquête n'est pas anonyme.",
	'Deze vragenlijst is te lang voor een code. Gebruik het bestand.':
		'Ce questionnaire est trop long pour un code. Utilisez le fichier.',
	'Die link is van een andere meting.': "Ce lien est celui d'une autre enquête.",
	'Dit is geen stelling: het telt in geen enkele score mee. Je mag het openlaten.':
		"Ceci n'est pas une affirmation : cela ne compte dans aucun score. Vous pouvez ne pas répondre.",
	'Duw eerst op je groep.': "Appuyez d'abord sur votre groupe.",
	'Een lijn is onderbroken waar je te weinig antwoorden gaf.':
		'Une ligne est interrompue là où vous avez donné trop peu de réponses.',
	'En tegenover de vorige keer?': 'Et par rapport à la dernière fois ?',
	'Er ging iets mis': 'Un problème est survenu',
	'Er zijn geen juiste of foute antwoorden. Je antwoorden blijven op deze telefoon, tot je op «Klaar» drukt.':
		"Il n'y a pas de bonnes ou de mauvaises réponses. Vos réponses restent sur ce téléphone jusqu'à ce que vous appuyiez sur « Terminer ».",
	'Er zijn geen juiste of foute antwoorden. Je antwoorden blijven op deze telefoon, tot je ze zelf teruggeeft.':
		"Il n'y a pas de bonnes ou de mauvaises réponses. Vos réponses restent sur ce téléphone jusqu'à ce que vous les rendiez vous-même.",
	'Ga naar de scantafel. Er is nog niets verzonden.': "Allez à la table de scan. Rien n'est encore envoyé.",
	'Ga naar je eerdere antwoorden': 'Aller à vos réponses précédentes',
	'Gaf je je antwoorden al terug? Dan zijn ze binnen, en doe je niets meer. Anders begin je hier opnieuw.':
		'Vous avez déjà rendu vos réponses ? Alors elles sont bien arrivées, et vous ne devez plus rien faire. Sinon, recommencez ici.',
	'Geef je antwoorden binnen zeven dagen terug: daarna kan deze browser ze wissen.':
		'Rendez vos réponses dans les sept jours : ensuite, ce navigateur peut les effacer.',
	Gegevens: 'Données (NL)',
	'Heb je ze al teruggegeven?': 'Les avez-vous déjà rendues ?',
	'Het bestand is gemaakt. Bewaar het tot de antwoorden binnen zijn.':
		"Le fichier est prêt. Gardez-le jusqu'à ce que les réponses soient arrivées.",
	'Het bestand is klaar. Druk nog één keer om het te bewaren.':
		"Le fichier est prêt. Appuyez encore une fois pour l'enregistrer.",
	'Het bestand is niet gemaakt.': "Le fichier n'a pas été créé.",
	'Het bestand kan niet gemaakt worden: je notities zijn te lang. Kort ze in.':
		'Impossible de créer le fichier : vos notes sont trop longues. Raccourcissez-les.',
	'Het is bewaard.': "C'est enregistré.",
	'Het resultaat toont de antwoorden van elke groep, ook als er maar één of twee mensen in zitten.':
		"Le résultat montre les réponses de chaque groupe, même s'il ne compte qu'une ou deux personnes.",
	'Hieronder staan al je antwoorden: geef ze nu terug.':
		'Toutes vos réponses se trouvent ci-dessous : rendez-les maintenant.',
	'Hoe antwoord je?': 'Comment répondre ?',
	'Hoe gaat dit tegenover de vorige keer?': 'Et par rapport à la dernière fois ?',
	'Hoe het gaat tegenover de vorige keer tonen we pas vanaf {0} mensen.':
		"La comparaison avec la dernière fois n'est montrée qu'à partir de {0} personnes.",
	'Iemand anders op deze telefoon': "Quelqu'un d'autre sur ce téléphone",
	'In een ander tabblad is een nieuwere versie van deze app geopend.':
		"Une version plus récente de l'app est ouverte dans un autre onglet.",
	'In een privévenster zijn ze weg zodra je het sluit. Een bestand dat je bewaarde, wis je zelf bij je downloads.':
		'Dans une fenêtre privée, elles disparaissent dès que vous la fermez. Un fichier que vous avez enregistré, vous le supprimez vous-même dans vos téléchargements.',
	'Is het de andere, open die dan opnieuw.': "Si c'est l'autre, ouvrez-le de nouveau.",
	'Ja, wis mijn antwoorden': 'Oui, effacer mes réponses',
	'Ja, wis ze voor wie nu komt': 'Oui, les effacer pour la personne suivante',
	'Je antwoorden gaan versleuteld langs de brievenbus van de website. Alleen de laptop van de begeleider kan ze openen.':
		"Vos réponses passent, chiffrées, par la boîte aux lettres du site. Seul l'ordinateur de l'animateur peut les ouvrir.",
	'Je antwoorden op deze telefoon': 'Vos réponses sur ce téléphone',
	'Je antwoorden passen niet in de brievenbus. Geef ze hieronder terug.':
		'Vos réponses ne tiennent pas dans la boîte aux lettres. Rendez-les ci-dessous.',
	'Je antwoorden zijn nog niet verzonden. Wis je ze nu, dan krijgt de begeleider ze niet. Toch wissen?':
		"Vos réponses ne sont pas encore envoyées. Si vous les effacez maintenant, l'animateur ne les recevra pas. Les effacer quand même ?",
	"Je begeleider krijgt je antwoorden onder een willekeurig nummer, zonder naam, tijd of volgorde. Wie de QR-code of de code op je scherm ziet, of zo'n bestand opent, kan die antwoorden lezen.":
		"L'animateur reçoit vos réponses sous un numéro pris au hasard, sans nom, sans heure et sans ordre. Qui voit le code QR ou le code sur votre écran, ou ouvre un tel fichier, peut lire ces réponses.",
	'Je begeleider leest dit. Het wordt niet mee overgetypt.': "L'animateur lit ceci. Ce n'est pas encodé avec le reste.",
	'Je bent al begonnen: 1 antwoord': 'Vous avez déjà commencé : 1 réponse',
	'Je bent al begonnen: {0} antwoorden': 'Vous avez déjà commencé : {0} réponses',
	'Je bent lid, bestuurder of vrijwilliger.': 'Vous êtes membre, administrateur ou bénévole.',
	'Je eigen beeld laadt niet zonder verbinding. Je antwoorden teruggeven kan wel.':
		'Votre propre image ne se charge pas sans connexion. Rendre vos réponses reste possible.',
	'Je gaf nog geen enkel antwoord. Kies minstens bij één stelling een antwoord.':
		"Vous n'avez encore donné aucune réponse. Choisissez une réponse pour au moins une affirmation.",
	'Je kan het daarna nog heel even ongedaan maken.': 'Ensuite, vous pourrez encore annuler pendant un court moment.',
	'Je koos er {0}: meer kan niet. Vink er eerst een uit als je een ander wilt.':
		"Vous en avez choisi {0} : c'est le maximum. Décochez-en un si vous en voulez un autre.",
	'Je mag deze pagina sluiten. De code hieronder heb je niet meer nodig.':
		"Vous pouvez fermer cette page. Vous n'avez plus besoin du code ci-dessous.",
	'Je mag stellingen openlaten.': 'Vous pouvez laisser des affirmations sans réponse.',
	'Je naam hoeft niet op dit blad.': "Inutile d'écrire votre nom sur cette feuille.",
	'Je notitie': 'Votre note',
	'Je notities zijn te lang voor de brievenbus. Geef ze mee met het bestand.':
		'Vos notes sont trop longues pour la boîte aux lettres. Transmettez-les avec le fichier.',
	'Je schreef notities. Die passen niet in een code: gebruik het bestand om ze mee te geven.':
		'Vous avez écrit des notes. Elles ne tiennent pas dans un code : utilisez le fichier pour les transmettre.',
	'Je sloot het deelvenster. Het bestand is nog niet bewaard.':
		"Vous avez fermé la fenêtre de partage. Le fichier n'est pas encore enregistré.",
	'Je werkt of helpt mee bij een van de organisaties.': 'Vous travaillez ou aidez dans une des organisations.',
	'Je werkt voor de gemeente, of je bent verkozen.': 'Vous travaillez pour la commune, ou vous êtes élu(e).',
	'Je werkt voor een gemeente of een verband van gemeenten, of je bent verkozen.':
		'Vous travaillez pour une commune ou une association de communes, ou vous êtes élu(e).',
	'Jouw eigen beeld': 'Votre propre image',
	Klaar: 'Terminer',
	'Klopt de stelling nu, in jullie samenwerking? Zet op elke rij één kruisje: {0}. Heb je er geen zicht op, kruis dan «{1}» aan (?). Een rij openlaten mag.':
		"L'affirmation est-elle vraie maintenant, dans votre collaboration ? Mettez une croix par ligne : {0}. Si vous ne pouvez pas le dire, cochez « {1} » (?). Vous pouvez laisser une ligne vide.",
	'Laad deze pagina opnieuw': 'Recharger cette page',
	'Laat dit scannen': 'Faites scanner ceci',
	'Laat je QR scannen als de begeleider nog verzamelt.':
		"Faites scanner votre code QR si l'animateur récolte encore les réponses.",
	'Lees een code voor': 'Lire un code à voix haute',
	'Lees vak per vak voor. Op het scherm van de begeleider staan dezelfde vakken.':
		"Lisez case par case. L'écran de l'animateur a les mêmes cases.",
	'Lees voor': 'Écouter',
	'Lukt scannen niet? Zet je scherm op zijn helderst, of kies:':
		'Le scan ne marche pas ? Mettez la luminosité au maximum, ou choisissez :',
	'Maak ongedaan': 'Annuler',
	Meedoen: 'Participer',
	'Mijn antwoorden': 'Mes réponses',
	'Minder goed': 'Moins bien',
	'Na elk onderdeel vragen we ook hoe het gaat tegenover de vorige keer.':
		'Après chaque partie, nous demandons aussi comment cela va par rapport à la dernière fois.',
	'Naar de inhoud': 'Aller au contenu',
	'Naar de stellingen': 'Vers les affirmations',
	'Nee, laat staan': 'Non, garder',
	'Niemand vraagt je naam.': 'Personne ne demande votre nom.',
	'Niet alles is bewaard op deze telefoon.': "Tout n'est pas enregistré sur ce téléphone.",
	'Niet bewaard.': 'Pas enregistré.',
	'Nog niet verzonden': 'Pas encore envoyé',
	'Nog zonder antwoord: stelling': 'Encore sans réponse : affirmation',
	Notitie: 'Note',
	'Notitie bij: {0}': 'Note sur : {0}',
	'Notities kan iedereen lezen die het resultaat ziet.': 'Toute personne qui voit le résultat peut lire les notes.',
	Nummer: 'Numéro',
	'Of ze binnen zijn, weten we niet.': 'Nous ne savons pas si elles sont arrivées.',
	'Omcirkel je groep:': 'Entourez votre groupe :',
	'Onder elk onderdeel kruis je aan hoe het nu gaat: + is beter, = is ongeveer gelijk, − is minder goed. Was je er toen niet bij, of weet je het niet? Laat die rij open. Ze telt in geen enkele score mee.':
		"Sous chaque partie, cochez comment cela va maintenant : + mieux, = à peu près pareil, − moins bien. Vous n'étiez pas là, ou vous ne savez pas ? Laissez la ligne vide. Elle ne compte dans aucun score.",
	'Ongeveer gelijk': 'À peu près pareil',
	'Ook in een ander tabblad werd hier geschreven. Beide teksten staan nu in dit veld.':
		'On a aussi écrit ici dans un autre onglet. Les deux textes sont maintenant dans ce champ.',
	'Ook in een ander tabblad werd hier geschreven. Samen is de tekst te lang: nu {0} tekens, hoogstens {1}. Kort hem in.':
		'On a aussi écrit ici dans un autre onglet. Ensemble, le texte est trop long : {0} signes, {1} au plus. Raccourcissez-le.',
	'Op deze telefoon staan al {0} antwoorden op een andere link van deze meting.':
		'Ce téléphone a déjà {0} réponses à un autre lien de cette enquête.',
	'Op deze telefoon staat al 1 antwoord op een andere link van deze meting.':
		'Ce téléphone a déjà 1 réponse à un autre lien de cette enquête.',
	'Op elke pagina': 'Sur chaque page',
	'Overslaan mag.': 'Vous pouvez passer cette question.',
	'Pas mijn antwoorden aan': 'Modifier mes réponses',
	'Probeer opnieuw te bewaren': "Réessayer d'enregistrer",
	'QR-code met je antwoorden': 'Code QR avec vos réponses',
	'Raakt je telefoon vol, dan kan de browser ze wissen.':
		"Si votre téléphone n'a plus de place, le navigateur peut les effacer.",
	'Radar van 1 tot 5 met je eigen antwoorden. {0}': 'Radar de 1 à 5 avec vos propres réponses. {0}',
	'Resultaten verschijnen pas als de meting gesloten is, en alleen waar minstens {0} mensen van een groep antwoordden.':
		"Les résultats n'apparaissent qu'une fois l'enquête fermée, et seulement là où au moins {0} personnes d'un groupe ont répondu.",
	'Schrijf je naam niet op dit blad. Wie het overtypt, ziet je antwoorden. Het nummer op je blad dient alleen om niets twee keer over te typen: het wordt niet bij je antwoorden bewaard.':
		"N'écrivez pas votre nom sur cette feuille. La personne qui l'encode voit vos réponses. Le numéro sur votre feuille sert seulement à ne rien encoder deux fois : il n'est pas gardé avec vos réponses.",
	'Sluit dit tabblad niet voor dat gelukt is.': 'Ne fermez pas cet onglet avant que ce soit fait.',
	'Sluit of vernieuw deze pagina niet voor dat gelukt is.':
		'Ne fermez pas et ne rechargez pas cette page avant que ce soit fait.',
	'Staat op het scherm van de begeleider een ✓ met de naam van je groep? Dan zijn je antwoorden binnen. Ze tellen maar één keer, ook als je ze twee keer teruggeeft.':
		"L'écran de l'animateur montre un ✓ avec le nom de votre groupe ? Alors vos réponses sont arrivées. Elles ne comptent qu'une fois, même si vous les rendez deux fois.",
	'Stelling {0} van {1}': 'Affirmation {0} sur {1}',
	Stellingen: 'Affirmations',
	Stop: 'Stop',
	'Stoppen en later verdergaan?': 'Arrêter et continuer plus tard ?',
	'Tot slot': 'Pour finir',
	Tussendoor: 'En cours de route',
	Uitleg: 'Explications (NL)',
	Verder: 'Continuer',
	'Verder invullen': 'Continuer à répondre',
	'Vergeleken met de vorige keer: hoe gaat het nu met "{0}"?':
		'Par rapport à la dernière fois : comment va maintenant « {0} » ?',
	'Vergist? Maak dat vakje helemaal zwart en kruis een ander aan. Kijk of er nog een kant is.':
		"Une erreur ? Noircissez toute la case et cochez-en une autre. Vérifiez s'il y a une autre page.",
	Verzonden: 'Envoyé',
	Volgende: 'Suivant',
	Vooraf: "D'abord",
	Vorige: 'Précédent',
	'Vragenlijst {0} {1} · meting {2}': 'Questionnaire {0} {1} · enquête {2}',
	'Waar zit jij aan tafel?': 'Quelle est votre place à table ?',
	'Was je al begonnen, en zie je je antwoorden hier niet? Dan heeft de browser ze gewist, of open je de link in een andere browser. Gaf je ze al terug? Dan zijn ze binnen. Vul dan niet opnieuw in: je telt anders twee keer mee.':
		'Vous aviez déjà commencé et vous ne voyez pas vos réponses ici ? Le navigateur les a effacées, ou vous ouvrez le lien dans un autre navigateur. Vous les avez déjà rendues ? Alors elles sont arrivées. Ne répondez pas de nouveau : vous compteriez deux fois.',
	'Wat je daar antwoordde, blijft bij die link: het staat er nog, en het gaat niet mee naar hier. Vraag aan je begeleider welke link de juiste is. Is het deze, kies dan hieronder je groep en antwoord opnieuw.':
		"Ce que vous y avez répondu reste avec ce lien-là : c'est toujours là, et cela ne vient pas ici. Demandez à l'animateur quel lien est le bon. Si c'est celui-ci, choisissez votre groupe ci-dessous et répondez de nouveau.",
	'Wat je invulde, staat nog op het scherm.': "Vos réponses sont encore à l'écran.",
	'Wat niet bewaard is, staat alleen in dit tabblad, en is weg als je het sluit.':
		"Ce qui n'est pas enregistré se trouve seulement dans cet onglet, et disparaît si vous le fermez.",
	'We versturen je antwoorden nu.': 'Nous envoyons vos réponses.',
	'We versturen je antwoorden zodra er internet is': "Nous envoyons vos réponses dès qu'il y a internet",
	'We versturen je antwoorden zodra er internet is, of bij je volgende bezoek. Laten scannen kan ook.':
		"Nous envoyons vos réponses dès qu'il y a internet, ou à votre prochaine visite. Vous pouvez aussi les faire scanner.",
	'Weet ik niet, of ik was er toen niet bij': "Je ne sais pas, ou je n'étais pas là",
	'Wie de website beheert, kan deze pagina veranderen. Samen met de begeleider kan die een internetadres aan antwoorden koppelen.':
		"Qui gère le site peut modifier cette page. Avec l'animateur, cette personne peut relier une adresse internet à des réponses.",
	'Wie ziet wat?': 'Qui voit quoi ?',
	'Wil je iets toelichten?': 'Voulez-vous ajouter quelque chose ?',
	'Wis mijn antwoorden en begin opnieuw': 'Effacer mes réponses et recommencer',
	'Wis van deze telefoon': 'Effacer de ce téléphone',
	Woorden: 'Les mots',
	'Ze blijven hier bewaard, tot je ze wist.': "Elles restent enregistrées ici jusqu'à ce que vous les effaciez.",
	'Ze gaan van deze telefoon en komen niet terug.': 'Elles quittent ce téléphone et ne reviennent pas.',
	'Ze houdt je versleutelde antwoorden tot de begeleider de meting sluit, hoogstens 60 dagen. Ze kan ondertussen bijhouden wanneer ze kwamen.':
		"Il garde vos réponses chiffrées jusqu'à ce que l'animateur ferme l'enquête, 60 jours au plus. Entre-temps, il peut noter quand elles sont arrivées.",
	'Zeker? Heb je ze al teruggegeven?': 'Vraiment ? Les avez-vous déjà rendues ?',
	'Zeker? Je kan het daarna nog heel even ongedaan maken.':
		'Vraiment ? Ensuite, vous pourrez encore annuler pendant un court moment.',
	'Zeker? Wat al verzonden is, neem je daarmee niet terug.':
		'Vraiment ? Ce qui est déjà envoyé ne peut pas être repris.',
	'Zet bij elke stelling één kruisje: {0}, en ? is {1}. Een stelling openlaten mag.':
		'Mettez une croix par affirmation : {0}, et ? : {1}. Vous pouvez laisser une affirmation sans réponse.',
	'anoniem vanaf {0} antwoorden': 'anonyme à partir de {0} réponses',
	beter: 'mieux',
	'geen score': 'pas de score',
	gelijk: 'pareil',
	'minder goed': 'moins bien',
	open: 'non anonyme',
	'van {0}': 'sur {0}',
	'voor wie overtypt': 'pour la personne qui encode',
	'{0} Je mag dit overslaan.': '{0} Vous pouvez passer cette question.',
	'{0}:': '{0} :',
	'{0} is {1}': '{0} : {1}',
	'1 stelling, {0} tot {1} minuten.': '1 affirmation, {0} à {1} minutes.',
	'{0} stellingen, {1} tot {2} minuten.': '{0} affirmations, {1} à {2} minutes.',
	'{0}{1} Laten scannen kan ook.': '{0}{1} Vous pouvez aussi les faire scanner.',
	'✓ Bewaard': '✓ Enregistré',
	'✓ Bewaard op dit toestel': '✓ Enregistré sur cet appareil',
	'✓ Je antwoorden zijn gewist van deze telefoon.': '✓ Vos réponses sont effacées de ce téléphone.'
};

/** In French as in Belgium, plain, with «vous». */
export const fr: Table = Object.fromEntries(
	Object.entries(texts).map(([dutch, french]) => [dutch, frenchSpaces(french)])
);
