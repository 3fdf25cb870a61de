import type { AsvsChapter } from './asvs-chapter';

const HEADERS = 'tests/unit/hosting/headers.test.ts';

/** The browser, the web server and what goes between them. */
export const browserChapters: readonly AsvsChapter[] = [
	{
		id: 'V3',
		title: 'Beveiliging in de browser',
		rows: [
			{
				numbers: ['3.2.1', '3.4.4'],
				subject: 'Inhoud is wat ze zegt te zijn',
				finding: 'host',
				words: 'De voorbeelden in hosting/ geven elk bestand zijn type en zetten nosniff.',
				tests: [HEADERS]
			},
			{
				numbers: ['3.2.2'],
				subject: 'Tekst als tekst tonen',
				finding: 'met',
				words:
					'Nergens wordt tekst als HTML gezet. De controle van de code weigert het, Trusted Types in de browser ook.',
				tests: ['tests/e2e/journeys/files/xss.test.ts']
			},
			{
				numbers: ['3.3.1', '3.3.2', '3.3.3', '3.3.4'],
				subject: 'Cookies',
				finding: 'none',
				words: 'De app zet geen cookies.'
			},
			{
				numbers: ['3.4.1'],
				subject: 'HSTS',
				finding: 'deviates',
				words:
					'De voorbeelden zetten HSTS voor een jaar, maar zonder includeSubDomains (gevraagd op niveau 2): de hostnaam wordt vaak gedeeld met andere sites. Een host die dat kan, voegt het toe.',
				tests: [HEADERS]
			},
			{
				numbers: ['3.4.2'],
				subject: 'CORS',
				finding: 'met',
				words: 'Er wordt geen enkele andere site toegelaten: die header staat nergens in de voorbeelden.',
				tests: [HEADERS]
			},
			{
				numbers: ['3.4.3'],
				subject: 'Content-Security-Policy',
				finding: 'met',
				words:
					'Elke pagina heeft een eigen strikt beleid met hashes; de header voegt daar de rest aan toe. In de header alleen staat unsafe-inline, omdat de hashes per pagina verschillen. Beide gelden samen, dus het strengste telt.',
				tests: [HEADERS, 'tests/e2e/test.ts']
			},
			{
				numbers: ['3.4.5', '3.4.6'],
				subject: 'Referrer-Policy en frame-ancestors',
				finding: 'host',
				words: 'Beide staan in de voorbeelden: niets meegeven, en niet in een andere pagina tonen.',
				tests: [HEADERS]
			},
			{
				numbers: ['3.5.1', '3.5.2', '3.5.3'],
				subject: 'Verzoeken van een andere site',
				finding: 'none',
				words: 'Geen enkel verzoek aan de server verandert iets. Ook een link kan niets wissen of wijzigen.',
				tests: ['tests/e2e/journeys/host/wipe.test.ts']
			},
			{
				numbers: ['3.5.4'],
				subject: 'Een eigen hostnaam',
				finding: 'host',
				words:
					'De app werkt in een submap, maar de browser deelt opslag per hostnaam: wat daar nog staat, kan technisch alles lezen en wissen wat de app bewaart. Installaties van de app zelf bewaren er apart en wissen alleen het eigene. Een eigen hostnaam is beter: INSTALLEREN.md raadt die aan.',
				tests: ['tests/e2e/journeys/host/neighbours.test.ts', 'tests/unit/storage/place.test.ts']
			},
			{
				numbers: ['3.5.5'],
				subject: 'Berichten tussen vensters',
				finding: 'met',
				words: 'Er zijn er alleen tussen delen van de app zelf, op dezelfde hostnaam. Ze bevatten nooit code.'
			},
			{
				numbers: ['3.7.1', '3.7.2'],
				subject: 'Verouderde techniek, doorsturen naar elders',
				finding: 'met',
				words: 'Geen plug-ins, en de app stuurt nooit vanzelf door naar een andere site.',
				tests: ['tests/e2e/test.ts']
			}
		]
	},
	{
		id: 'V4',
		title: 'API en webdienst',
		rows: [
			{
				numbers: ['4.1.1'],
				subject: 'Content-Type',
				finding: 'host',
				words: 'De voorbeelden in hosting/ zetten voor elk soort bestand een type, zoals tests nakijken.',
				tests: [HEADERS]
			},
			{
				numbers: ['4.1.2'],
				subject: 'Van http naar https',
				finding: 'host',
				words: 'Het voorbeeld voor nginx stuurt door. Zonder https zegt de app op het scherm wat niet werkt.',
				tests: ['tests/e2e/journeys/host/without-https.test.ts']
			},
			{
				numbers: ['4.2.1'],
				subject: 'Grenzen van HTTP-berichten',
				finding: 'host',
				words: 'Dit regelt de webserver.'
			},
			{
				numbers: ['4.1.3', '4.3.1', '4.3.2', '4.4.1', '4.4.2', '4.4.3', '4.4.4'],
				subject: 'Tussenlagen, GraphQL, WebSocket',
				finding: 'none',
				words: 'Er is geen API: de server geeft alleen bestanden.'
			}
		]
	},
	{
		id: 'V12',
		title: 'Veilige verbinding',
		rows: [
			{
				numbers: ['12.1.1', '12.1.2', '12.2.1', '12.2.2'],
				subject: 'TLS en certificaten',
				finding: 'host',
				words: 'Gebruik https met een publiek vertrouwd certificaat. De app zelf vraagt geen enkel http-adres op.',
				tests: ['tests/e2e/journeys/host/without-https.test.ts']
			},
			{
				numbers: ['12.1.3', '12.3.1', '12.3.2', '12.3.3', '12.3.4'],
				subject: 'Verbindingen tussen diensten',
				finding: 'none',
				words: 'Achter de webserver zit geen andere dienst.'
			}
		]
	},
	{
		id: 'V13',
		title: 'Configuratie',
		rows: [
			{
				numbers: ['13.1.1', '13.2.4'],
				subject: 'Met wie de app praat',
				finding: 'met',
				words: 'Alleen met de server waar ze vandaan komt. Het beveiligingsbeleid laat niets anders toe.',
				tests: ['tests/e2e/test.ts']
			},
			{
				numbers: ['13.2.1', '13.2.2', '13.2.3', '13.2.5', '13.3.1', '13.3.2'],
				subject: 'Diensten en geheimen op de server',
				finding: 'none',
				words: 'Er zijn er geen: geen serverprogramma, geen databank, geen sleutels.'
			},
			{
				numbers: ['13.4.1', '13.4.2', '13.4.5'],
				subject: 'Niets te veel online',
				finding: 'met',
				words: 'De map site/ bevat alleen de gebouwde app: geen broncodebeheer, geen foutopsporing, geen beheerpagina.',
				tests: ['tests/faults/release.test.ts']
			},
			{
				numbers: ['13.4.3', '13.4.4'],
				subject: 'Mappen tonen, TRACE',
				finding: 'host',
				words: 'Zet het tonen van mappen en de methode TRACE uit op de webserver.'
			}
		]
	}
];
