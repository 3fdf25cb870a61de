import { counted } from '$lib/domain/words/counting-words';
import type { Group, Privacy } from '$lib/domain/measurement/measurement';
import { dimensionNameIn, groupNameIn } from '$lib/domain/words/names';
import { findingSentence } from '$lib/domain/words/finding-words';
import { dayCell, figureCell, type Cell, type WorkbookSheet } from './cells';
import type { SpreadsheetInput } from './input';

/** Who measured, when, with which questionnaire, how many answered, and the score of each theme. */
export function overviewSheet(input: SpreadsheetInput): WorkbookSheet {
	const { partnership, measurement, questionnaire, figures, counts } = input;
	const groupName = groupNameIn(measurement.groups);
	const facts: Cell[][] = [
		['Overleg', partnership.name, partnership.example ? 'voorbeeld met verzonnen antwoorden' : null],
		['Meting', measurement.name, null],
		['Datum', dayCell(measurement.date), null],
		['Vragenlijst', questionnaire.title, `versie ${questionnaire.version}`],
		['Anoniem of open', privacyWord(measurement.privacy), thresholdWords(measurement.privacy)],
		['Open of gesloten', measurement.status === 'open' ? 'open' : 'gesloten', statusWords(measurement.status)],
		...counts.map(({ groupId, responses }) => [
			`Bladen van ${groupName(groupId)}`,
			responses,
			peopleWords(measurement.groups.find(({ id }) => id === groupId))
		]),
		...input.uniform.map(({ groupId, count }) => [
			`Overal hetzelfde antwoord: ${groupName(groupId)}`,
			count,
			count === 1
				? 'blad met één antwoord op elke stelling; het telt gewoon mee'
				: 'bladen met één antwoord op elke stelling; ze tellen gewoon mee'
		]),
		['In één zin', findingSentence(figures, { dimension: dimensionNameIn(questionnaire), group: groupName }), null]
	];
	return {
		name: 'Overzicht',
		columns: [
			{ name: 'Gegeven', width: 46 },
			{ name: 'Waarde', width: 40 },
			{ name: 'Toelichting', width: 60 }
		],
		rows: [...facts, ...themeRows(input)]
	};
}

function peopleWords(group: Group | undefined): string | null {
	if (group?.people === undefined) return null;
	return `van ${counted(group.people, 'mens', 'mensen')}`;
}

function themeRows(input: SpreadsheetInput): Cell[][] {
	const groupName = groupNameIn(input.measurement.groups);
	return input.questionnaire.themes.flatMap((theme) => {
		const figures = input.figures.themes.find((entry) => entry.themeId === theme.id);
		if (!figures) return [];
		const row = (name: string, score: number | null): Cell[] => [
			`${theme.name}: ${name}`,
			score,
			score === null ? 'niet elk onderdeel van dit thema heeft een score' : null
		];
		return [
			row('samenwerkingsscore', figureCell(figures.score)),
			...figures.groups.map((side) => row(groupName(side.groupId), figureCell(side.score)))
		];
	});
}

const privacyWord = ({ mode }: Privacy) => (mode === 'open' ? 'open' : 'anoniem');

function thresholdWords(privacy: Privacy): string | null {
	return privacy.mode === 'anoniem'
		? `cijfers over minder dan ${privacy.threshold} mensen staan er niet in, en wat die zou verraden ook niet`
		: 'iedereen ging ermee akkoord dat antwoorden te zien zijn';
}

function statusWords(status: 'open' | 'closed'): string | null {
	return status === 'open' ? 'er kunnen nog antwoorden bij komen' : null;
}
