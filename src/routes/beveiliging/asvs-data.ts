import { LOCK_WORK, lockMegabytes, MAX_LOCK_WORK } from '$lib/domain/text/file-limits';
import type { AsvsChapter } from './asvs-chapter';

const LOCK = 'tests/unit/exchange/files/lock.test.ts';
const PASSPHRASE = 'tests/unit/exchange/files/passphrase.test.ts';

/** What is kept, how it is locked, what the app is made of and what happens when something goes wrong. */
export const dataChapters: readonly AsvsChapter[] = [
	{
		id: 'V11',
		title: 'Versleuteling',
		rows: [
			{
				numbers: ['11.1.1', '11.1.2'],
				subject: 'Sleutels en methodes beschreven',
				finding: 'met',
				words:
					'Alleen een bestand met een wachtwoord is versleuteld. De sleutel komt uit dat wachtwoord en wordt nergens bewaard. Alles staat in docs/exchange-file.md.'
			},
			{
				numbers: ['11.2.1', '11.2.3', '11.3.1', '11.3.2', '11.3.3'],
				subject: 'Versleuteling',
				finding: 'met',
				words:
					'ChaCha20-Poly1305 in het formaat van age (age-encryption.org/v1), met het pakket age-encryption en geen eigen versleuteling. Een gewijzigd of afgekapt bestand gaat niet open. Het programma age opent onze bestanden en omgekeerd.',
				tests: [LOCK]
			},
			{
				numbers: ['11.2.2'],
				subject: 'Later van methode veranderen',
				finding: 'met',
				words: 'Elk bestand zegt met welke methode, hoeveel rekenwerk en welke versie het gesloten is.',
				tests: [LOCK]
			},
			{
				numbers: ['11.4.1', '11.4.4'],
				subject: 'Van wachtwoord naar sleutel',
				finding: 'met',
				words: `scrypt met N = 2^${LOCK_WORK}, r = 8 en p = 1: ${lockMegabytes(LOCK_WORK)} MB geheugen voor elke poging. Een bestand dat meer dan 2^${MAX_LOCK_WORK} vraagt, wordt vooraf geweigerd. Een wachtwoord heeft minstens 10 tekens en, naar een voorzichtige schatting, 36 bits. De app stelt er een voor van 62 bits.`,
				tests: [LOCK, PASSPHRASE]
			},
			{
				numbers: ['11.4.2', '11.4.3', '11.6.1'],
				subject: 'Bewaarde wachtwoorden, handtekeningen, sleutelparen',
				finding: 'none',
				words: 'Die zijn er niet.'
			},
			{
				numbers: ['11.5.1'],
				subject: 'Toevalsgetallen',
				finding: 'met',
				words:
					'Van de browser zelf (crypto.getRandomValues). Een overleg en een meting krijgen 128 bits. Een blad krijgt er 40, voor een korte code: dat nummer is geen geheim en geeft nergens toegang toe.'
			}
		]
	},
	{
		id: 'V14',
		title: 'Bescherming van gegevens',
		rows: [
			{
				numbers: ['14.1.1', '14.1.2', '14.2.4'],
				subject: 'Gevoelige gegevens zijn gekend en beschermd',
				finding: 'met',
				words:
					'De pagina Privacy noemt ze. Antwoorden van personen zijn het gevoeligst; de regels voor anonieme metingen staan in docs/scoring.md en worden met aanvallen getest.',
				tests: [
					'tests/unit/domain/scoring/anonymity.attack.test.ts',
					'tests/unit/domain/comparing/comparison.attack.test.ts'
				]
			},
			{
				numbers: ['14.2.1'],
				subject: 'Niets gevoeligs naar de server in een adres',
				finding: 'met',
				words:
					'In een adres staan alleen willekeurige nummers. De link voor deelnemers heeft ook namen van groepen, achter een #: dat deel gaat nooit naar een server, maar staat wel in de geschiedenis van de browser.',
				tests: ['tests/unit/exchange/link/invitation.test.ts']
			},
			{
				numbers: ['14.2.2', '14.3.2'],
				subject: 'Gegevens in caches',
				finding: 'none',
				words:
					'Wat de server stuurt, bevat nooit antwoorden. De app bewaart zichzelf met opzet, om zonder internet te werken.'
			},
			{
				numbers: ['14.2.3'],
				subject: 'Niets naar anderen',
				finding: 'met',
				words:
					'Geen meetdienst, geen verzoek aan een andere site. Elke test van de browser faalt als dat toch gebeurt.',
				tests: ['tests/e2e/test.ts']
			},
			{
				numbers: ['14.3.1'],
				subject: 'Wissen op het einde van een sessie',
				finding: 'deviates',
				words:
					'Er is geen sessie. Gegevens blijven staan tot iemand ze wist, want een meting loopt over jaren. "Wis dit toestel" bij Gegevens wist alles van de app. Wie een toestel doorgeeft, ziet de antwoorden van de vorige niet.',
				tests: ['tests/e2e/journeys/host/wipe.test.ts', 'tests/e2e/journeys/workshop/hand-over.test.ts']
			},
			{
				numbers: ['14.3.3'],
				subject: 'Geen gevoelige gegevens in de opslag van de browser',
				finding: 'deviates',
				words:
					'De antwoorden staan met opzet in IndexedDB, met een reservekopie in de eigen bestanden van de browser, en ze zijn niet versleuteld. Zonder server is er geen andere plaats om ze te bewaren. Een sleutel zou op hetzelfde toestel staan en weinig toevoegen. Wat het risico beperkt: geen namen van deelnemers nodig, strikt beleid tegen vreemde code, een eigen hostnaam, versleuteling van de schijf en een eigen gebruiker op het toestel, en wissen wanneer het niet meer nodig is.',
				tests: ['tests/e2e/journeys/host/wipe.test.ts', 'tests/e2e/journeys/files/xss.test.ts']
			}
		]
	},
	{
		id: 'V15',
		title: 'Code en onderdelen',
		rows: [
			{
				numbers: ['15.1.1', '15.2.1'],
				subject: 'Termijn voor lekken in onderdelen',
				finding: 'deviates',
				words:
					'Er is geen vaste termijn afgesproken. Elk onderdeel heeft een vaste versie. De SBOM in de zip laat jullie eigen scanner zien welke er in de app zitten.',
				tests: ['tests/faults/release.test.ts']
			},
			{
				numbers: ['15.1.2'],
				subject: 'Lijst van onderdelen',
				finding: 'met',
				words: 'sbom.cdx.json (CycloneDX), gemaakt uit de bouw zelf.',
				tests: ['tests/faults/release.test.ts']
			},
			{
				numbers: ['15.1.3', '15.2.2'],
				subject: 'Zwaar werk',
				finding: 'met',
				words:
					'Alles rekent op het toestel van wie het vraagt. Bestanden hebben een grens, en zware delen zoals de pdf worden pas geladen waar ze nodig zijn.',
				tests: ['tests/unit/exchange/files/hostile-files.test.ts', 'tests/e2e/journeys/trouble/offline.test.ts']
			},
			{
				numbers: ['15.2.3'],
				subject: 'Alleen wat nodig is',
				finding: 'met',
				words: 'Tests en hulpmiddelen zitten niet in de site.',
				tests: ['tests/faults/release.test.ts']
			},
			{
				numbers: ['15.3.1'],
				subject: 'Niet meer geven dan nodig',
				finding: 'met',
				words: 'De link voor deelnemers bevat geen antwoorden. Cijfers van een anonieme meting bevatten geen bladen.',
				tests: [
					'tests/unit/exchange/link/invitation.test.ts',
					'tests/unit/exchange/spreadsheet/model.anonymity.test.ts'
				]
			},
			{
				numbers: ['15.3.2', '15.3.4'],
				subject: 'Verzoeken en IP-adressen op de server',
				finding: 'none',
				words: 'Er is geen serverprogramma dat verzoeken doet of IP-adressen gebruikt.'
			},
			{
				numbers: ['15.3.3', '15.3.5', '15.3.6'],
				subject: 'Velden, types en prototypes',
				finding: 'met',
				words: 'Onbekende velden en __proto__ worden geweigerd. De code is TypeScript in de strengste stand.',
				tests: ['tests/unit/state/files/hostile-imports.test.ts', 'tests/unit/domain/text/json-places.test.ts']
			},
			{
				numbers: ['15.3.7'],
				subject: 'Dubbele parameters in een adres',
				finding: 'met',
				words:
					'Een adres geeft alleen nummers om op te zoeken. Wat niet op het toestel staat, geeft een gewone melding.',
				tests: ['tests/e2e/journeys/access/staying-put.test.ts']
			}
		]
	},
	{
		id: 'V16',
		title: 'Logboek en fouten',
		rows: [
			{
				numbers: ['16.1.1'],
				subject: 'Welke logboeken er zijn',
				finding: 'host',
				words: 'De app houdt er geen bij. Jullie webserver wel: IP-adressen en opgevraagde bestanden, geen antwoorden.'
			},
			{
				numbers: [
					'16.2.1',
					'16.2.2',
					'16.2.3',
					'16.2.4',
					'16.2.5',
					'16.3.1',
					'16.3.2',
					'16.3.3',
					'16.3.4',
					'16.4.1',
					'16.4.2',
					'16.4.3'
				],
				subject: 'Inhoud en bescherming van logboeken',
				finding: 'none',
				words: 'De app stuurt niets door, dus ook geen meldingen van fouten of aanvallen.'
			},
			{
				numbers: ['16.5.1'],
				subject: 'Meldingen zonder interne gegevens',
				finding: 'met',
				words: 'Een fout verschijnt alleen op het toestel zelf. Er is geen server die iets kan prijsgeven.'
			},
			{
				numbers: ['16.5.2', '16.5.3'],
				subject: 'Veilig blijven als iets uitvalt',
				finding: 'met',
				words:
					'Zonder netwerk werkt de app door. Lukt bewaren niet, dan staat dat er en blijft het antwoord op het scherm.',
				tests: ['tests/e2e/journeys/trouble/offline.test.ts', 'tests/e2e/journeys/access/staying-put.test.ts']
			}
		]
	}
];
