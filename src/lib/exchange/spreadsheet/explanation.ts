import { frameTerms } from '$lib/domain/words/frame-words';
import { topicView } from '$lib/domain/words/topic-rows';
import { levelRules, LIMIT_WORDS } from '$lib/domain/words/limit-words';
import type { Cell, WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';

/** What each sheet and each figure is, for who gets the file without having been in the room. */
export function explanationSheet(input: SpreadsheetInput): WorkbookSheet {
	return {
		name: 'Uitleg',
		columns: [
			{ name: 'Wat', width: 30 },
			{ name: 'Uitleg', width: 120 }
		],
		rows: [
			...sheetRows,
			...topicRows(input),
			...frameRows(input),
			...privacyRows(input),
			...figureRows,
			...trendRows(input),
			...scaleRows(input)
		]
	};
}

const sheetRows: Cell[][] = [
	[
		'Blad Overzicht',
		'Wie mat, wanneer en met welke vragenlijst, hoeveel mensen antwoordden, en de score van elk thema.'
	],
	['Blad Onderdelen', 'Per onderdeel één rij voor elke groep, en één rij voor alle groepen samen.'],
	['Blad Stellingen', 'Per stelling één rij voor elke groep.'],
	['Blad Afspraken', 'Wat er is afgesproken: wat, wie en tegen wanneer.']
];

/** What people answered about, once for all the statements. */
function frameRows({ measurement, questionnaire: { frame } }: SpreadsheetInput): Cell[][] {
	if (!frame) return [];
	return [
		['Vraag boven de stellingen', `${frame.question} ${frame.period}`],
		...frameTerms(frame, measurement.groups).map(({ groups, text }) => [`Woorden voor ${groups}`, text]),
		...(frame.partly ? [['Middelste antwoord', frame.partly]] : []),
		['Antwoord naast de schaal', frame.unknown]
	];
}

function privacyRows({ measurement }: SpreadsheetInput): Cell[][] {
	if (measurement.privacy.mode === 'open')
		return [
			[
				'Blad Antwoorden',
				'Eén rij per blad, onder een willekeurige code. Wanneer en in welke volgorde mensen antwoordden, staat nergens. Onder elke kop staat de vaste code van de kolom: zo herkent een programma een stelling, ook als de woorden veranderen.'
			],
			['Notities', 'Notities bij de stellingen zitten niet in dit bestand. Ze staan bij het resultaat.']
		];
	return [
		[
			'Blad Antwoorden',
			'Hoe vaak elk antwoord is gegeven, per stelling en groep. Bladen van personen zitten niet in dit bestand.'
		],
		[
			'Anoniem',
			`Een cijfer over minder dan ${measurement.privacy.threshold} mensen staat er niet in, en een cijfer waaruit je dat kunt afleiden ook niet. De cel is dan leeg en de opmerking zegt het.`
		]
	];
}

const figureRows: Cell[][] = [
	[
		'Score van een groep',
		'Het gemiddelde van de scores van haar mensen. Wie op hoogstens de helft van de stellingen een punt gaf, heeft geen score.'
	],
	[
		'Score van alle groepen samen',
		'De samenwerkingsscore: het gemiddelde van de groepen. Elke groep weegt even zwaar.'
	],
	['Niveau', `Laag ${levelRules.low}; midden ${levelRules.middling}; hoog ${levelRules.high}.`],
	[
		'Verschil',
		`De hoogste min de laagste groep. Vanaf ${LIMIT_WORDS.gapFrom} heet het verschil, vanaf ${LIMIT_WORDS.largeGapFrom} groot verschil.`
	],
	[
		'Spreiding',
		`Hoe ver antwoorden gemiddeld van het gemiddelde liggen, vanaf ${LIMIT_WORDS.spreadFrom} antwoorden. Boven ${LIMIT_WORDS.dividedAbove} is een groep verdeeld.`
	],
	['n', 'Hoeveel mensen een score hebben, of bij een stelling: hoeveel mensen een punt van 1 tot 5 gaven.'],
	['Weet niet', 'Geteld, maar in geen enkel gemiddelde. Een lege cel is geen antwoord.'],
	['Gezamenlijk antwoord', 'Wat een groep samen antwoordde. Het telt nooit mee bij de personen.'],
	['Afgesproken score', 'Wat de groep in het gesprek afsprak. Het verandert niets aan de antwoorden.'],
	['Apostrof vooraan', "Staat voor tekst die een rekenblad als formule zou lezen, zoals '=1+1. Zo blijft het tekst."]
];

function topicRows(input: SpreadsheetInput): Cell[][] {
	const view = topicView(input);
	if (!view) return [];
	return [
		[
			'Blad Slotvraag',
			`«${view.question}»: hoeveel mensen van een groep elk onderdeel kozen, van wie de vraag beantwoordde. Het telt in geen enkele score mee.`
		]
	];
}

function trendRows({ measurement }: SpreadsheetInput): Cell[][] {
	if (!measurement.asksTrend) return [];
	return [
		[
			'Tegenover vorige keer',
			'Hoeveel mensen van een groep vonden dat het beter, gelijk of minder goed gaat dan de vorige keer. Het telt in geen enkele score mee.'
		]
	];
}

function scaleRows({ questionnaire }: SpreadsheetInput): Cell[][] {
	return questionnaire.scale.points.map((words, index) => [`Punt ${index + 1}`, words]);
}
