import type { AsvsChapter } from './asvs-chapter';

/** What comes in: text, files, links and codes. */
export const inputChapters: readonly AsvsChapter[] = [
	{
		id: 'V1',
		title: 'Coderen en opschonen',
		rows: [
			{
				numbers: ['1.1.1', '1.1.2'],
				subject: 'Eén keer ontcijferen, op het einde coderen',
				finding: 'met',
				words:
					'Elk bestand, elke link en elke code gaat langs één lezer en wordt daarna pas nagekeken. Tekst wordt gecodeerd waar ze verschijnt.',
				tests: ['tests/unit/exchange/files/hostile-files.test.ts', 'tests/e2e/journeys/files/xss.test.ts']
			},
			{
				numbers: ['1.2.1'],
				subject: 'Tekst in een pagina',
				finding: 'met',
				words: 'Wat mensen typen of inlezen, verschijnt alleen als tekst: op het scherm, op papier en in de pdf.',
				tests: ['tests/e2e/journeys/files/xss.test.ts']
			},
			{
				numbers: ['1.2.2'],
				subject: 'Adressen',
				finding: 'met',
				words:
					'Adressen worden op één plaats in de code gemaakt. Van een adres dat iemand intypt, zijn alleen http en https toegelaten.',
				tests: ['tests/unit/exchange/link/app-address.test.ts', 'tests/unit/state/answering/hostile-links.test.ts']
			},
			{
				numbers: ['1.2.3'],
				subject: 'JSON en code',
				finding: 'met',
				words:
					'Er wordt geen code uit tekst gemaakt. JSON en SVG worden gemaakt met codering van elk teken dat dat vraagt.',
				tests: [
					'tests/unit/charts/svg-file/overview-svg-text.test.ts',
					'tests/unit/exchange/files/exchange-file.test.ts'
				]
			},
			{
				numbers: ['1.2.4'],
				subject: 'Databank',
				finding: 'met',
				words: 'IndexedDB kent geen zoektaal waar tekst in terechtkomt: er wordt alleen op sleutel gezocht.'
			},
			{
				numbers: ['1.2.5', '1.2.6', '1.2.7', '1.2.8'],
				subject: 'Systeemcommando’s, LDAP, XPath, LaTeX',
				finding: 'none',
				words: 'De app gebruikt dit niet.'
			},
			{
				numbers: ['1.2.9'],
				subject: 'Reguliere uitdrukkingen',
				finding: 'met',
				words: 'Geen enkele wordt gemaakt uit wat mensen typen of inlezen.'
			},
			{
				numbers: ['1.3.1', '1.3.4', '1.3.5'],
				subject: 'HTML, SVG of opmaaktaal van gebruikers',
				finding: 'none',
				words: 'De app leest er geen: een notitie of een eigen vragenlijst is gewone tekst.'
			},
			{
				numbers: ['1.3.2'],
				subject: 'Geen eval',
				finding: 'met',
				words: 'Het beveiligingsbeleid van elke pagina verbiedt het, en de controle van de code ook.',
				tests: ['tests/e2e/test.ts']
			},
			{
				numbers: ['1.3.3'],
				subject: 'Gevaarlijke tekens',
				finding: 'met',
				words:
					'Onzichtbare tekens die tekst omdraaien of vervalsen, vallen weg. Tekst die in een rekenblad een formule zou zijn, wordt onschadelijk gemaakt. Elk veld heeft een grootste lengte.',
				tests: ['tests/unit/domain/text/misleading-characters.test.ts', 'tests/unit/exchange/spreadsheet/csv.test.ts']
			},
			{
				numbers: ['1.3.6', '1.3.7', '1.3.8', '1.3.9', '1.3.10', '1.3.11'],
				subject: 'SSRF, sjablonen op de server, JNDI, memcache, format strings, mail',
				finding: 'none',
				words: 'Er is geen serverprogramma, en sjablonen liggen vast als de app gebouwd wordt.'
			},
			{
				numbers: ['1.4.1', '1.4.3'],
				subject: 'Geheugen',
				finding: 'none',
				words: 'Alle code is JavaScript: de browser beheert het geheugen.'
			},
			{
				numbers: ['1.4.2'],
				subject: 'Getallen buiten bereik',
				finding: 'met',
				words:
					'Elk getal uit een bestand heeft een laagste en een hoogste waarde. Oneindige getallen worden geweigerd.',
				tests: ['tests/unit/domain/text/json-places.test.ts']
			},
			{ numbers: ['1.5.1'], subject: 'XML lezen', finding: 'none', words: 'De app leest geen XML.' },
			{
				numbers: ['1.5.2'],
				subject: 'Veilig inlezen',
				finding: 'met',
				words:
					'Alleen JSON, met een vaste vorm: een onbekend, ontbrekend of dubbel veld wordt geweigerd. Meer dan 10.000 vijandige bestanden worden bij elke test geprobeerd.',
				tests: ['tests/unit/state/files/hostile-imports.test.ts']
			}
		]
	},
	{
		id: 'V2',
		title: 'Controle en verloop',
		rows: [
			{
				numbers: ['2.1.1', '2.1.2', '2.1.3'],
				subject: 'Regels zijn beschreven',
				finding: 'met',
				words: 'In docs/exchange-file.md, docs/scoring.md en het JSON Schema dat met de app meekomt.',
				tests: ['tests/unit/exchange/files/exchange-file.test.ts']
			},
			{
				numbers: ['2.2.1', '2.2.3'],
				subject: 'Invoer past bij wat verwacht wordt',
				finding: 'met',
				words:
					'Vormen, lengtes en verbanden worden nagekeken: een antwoord hoort bij een stelling, een blad bij een groep van die meting.',
				tests: ['tests/unit/exchange/files/exchange-file.test.ts', 'tests/unit/storage/bundles/import.test.ts']
			},
			{
				numbers: ['2.2.2'],
				subject: 'Controle op een vertrouwde plaats',
				finding: 'deviates',
				words:
					'Er is geen server: de controle gebeurt in de browser. Wie de app op een eigen toestel verandert, verandert alleen wat daar staat. Wat van een ander toestel komt, wordt bij het inlezen opnieuw nagekeken.',
				tests: ['tests/unit/state/files/hostile-imports.test.ts']
			},
			{
				numbers: ['2.3.1', '2.3.2'],
				subject: 'Vaste volgorde en grenzen',
				finding: 'met',
				words:
					'Een anonieme meting toont pas cijfers als ze gesloten is, en neemt daarna niets meer aan. De drempel voor kleine groepen geldt op elke plaats.',
				tests: ['tests/e2e/journeys/workshop/anonymous.test.ts', 'tests/unit/domain/scoring/anonymity.test.ts']
			},
			{
				numbers: ['2.3.3'],
				subject: 'Alles of niets',
				finding: 'met',
				words: 'Een bestand komt in één keer binnen of helemaal niet.',
				tests: ['tests/unit/storage/bundles/import.test.ts']
			},
			{
				numbers: ['2.3.4'],
				subject: 'Dubbel boeken',
				finding: 'none',
				words: 'Er is niets waarvan er maar een beperkt aantal is.'
			},
			{
				numbers: ['2.4.1'],
				subject: 'Rem op automatische invoer',
				finding: 'deviates',
				words:
					'De app kan niet zien of iemand twee keer meedoet onder een ander nummer: niemand meldt zich aan. De begeleider haalt elke code of elk bestand zelf binnen en ziet hoeveel bladen er zijn. Er is geen dienst die overbelast kan raken.'
			}
		]
	},
	{
		id: 'V5',
		title: 'Bestanden',
		rows: [
			{
				numbers: ['5.1.1', '5.2.1'],
				subject: 'Soorten en grootte',
				finding: 'met',
				words: 'Beschreven in docs/exchange-file.md. Een te groot bestand wordt geweigerd voor het gelezen wordt.',
				tests: ['tests/unit/exchange/files/hostile-files.test.ts']
			},
			{
				numbers: ['5.2.2'],
				subject: 'Extensie en inhoud',
				finding: 'deviates',
				words:
					'De app kijkt niet naar de extensie, want telefoons en mailprogramma’s veranderen die. De inhoud wordt volledig nagekeken en wordt nooit uitgevoerd.',
				tests: ['tests/unit/state/files/hostile-imports.test.ts']
			},
			{
				numbers: ['5.2.3'],
				subject: 'Ingepakte inhoud',
				finding: 'met',
				words:
					'Alleen een kleine eigen vragenlijst in een link is ingepakt. Bij het uitpakken wordt geteld: na 100.000 bytes stopt het. Een zip-bestand leest de app niet.',
				tests: ['tests/unit/state/answering/hostile-links.test.ts']
			},
			{
				numbers: ['5.3.1', '5.4.2', '5.4.3'],
				subject: 'Bestanden op de server',
				finding: 'none',
				words: 'Er wordt niets naar de server gestuurd en niets van de ene gebruiker aan de andere aangeboden.'
			},
			{
				numbers: ['5.3.2', '5.4.1'],
				subject: 'Namen van bestanden',
				finding: 'met',
				words:
					'De app maakt zelf namen van letters, cijfers en streepjes. De naam van een geopend bestand wordt alleen als tekst getoond.',
				tests: ['tests/unit/exchange/export-file-name.test.ts']
			}
		]
	}
];
