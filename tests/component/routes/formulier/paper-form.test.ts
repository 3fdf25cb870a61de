import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Measurement, Privacy } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import SessionGuide from '../../../../src/routes/draaiboek/SessionGuide.svelte';
import PaperForm from '../../../../src/routes/formulier/PaperForm.svelte';
import { withClosing } from '../../../builders/closing';
import { aFrame } from '../../../builders/frame';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { aMeasurement } from '../../../builders/records';

const questionnaire = publishedQuestionnaire('samenwerking', '1.0.0');

function propsFor(privacy: Privacy, ways: Measurement['ways'] = []) {
	const measurement = aMeasurement({
		id: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		privacy,
		ways
	});
	return { measurement, partnershipName: 'Overleg aan de beek', questionnaire };
}
const anonymous: Privacy = { mode: 'anoniem', threshold: 4 };

describe('the paper form', () => {
	test('has every statement once, numbered as in the entry grid, under its dimension', () => {
		render(PaperForm, propsFor(anonymous));

		const rows = screen.getAllByRole('row');
		const numbered = rows.flatMap((row) => {
			const header = within(row).queryByRole('rowheader');
			const number = within(row).queryAllByRole('cell')[0]?.textContent;
			return header && number ? [[number, header.textContent]] : [];
		});
		expect(numbered).toEqual(itemsOf(questionnaire).map((item, index) => [String(index + 1), item.statement]));
		for (const { dimension } of dimensionsOf(questionnaire)) expect(screen.getByText(dimension.name)).toBeVisible();
	});

	test('has at the end the closing question, with a box for each dimension and one for no preference', () => {
		render(PaperForm, { ...propsFor(anonymous), questionnaire: withClosing(questionnaire) });

		expect(screen.getByText('Waarover wil je het vandaag zeker hebben?')).toBeVisible();
		const names = dimensionsOf(questionnaire).map(({ dimension }) => dimension.name);
		expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual(
			expect.arrayContaining([...names, 'Geen voorkeur'])
		);
	});

	test('has at the head of each dimension its name, the five words and «weet niet»', () => {
		render(PaperForm, propsFor(anonymous));

		const heads = screen.getAllByRole('table').map((table) =>
			within(table)
				.getAllByRole('columnheader')
				.map((head) => head.textContent.replaceAll('\u00AD', '').trim())
		);
		const words = ['Helemaal niet', 'Eerder niet', 'Deels', 'Grotendeels', 'Volledig', 'Weet niet'];
		expect(heads).toEqual(dimensionsOf(questionnaire).map(({ dimension }) => [dimension.name, ...words]));
	});

	test('names the partnership, the date, the groups, the version and the start of the id', () => {
		render(PaperForm, propsFor(anonymous));

		expect(screen.getByText('Overleg aan de beek')).toBeVisible();
		expect(screen.getByText(/19 maart 2026/)).toBeVisible();
		expect(screen.getByText('Gemeente')).toBeVisible();
		expect(screen.getByText('Verenigingen')).toBeVisible();
		expect(screen.getByText('Vragenlijst samenwerking 1.0.0 · meting a1b2c3')).toBeVisible();
	});

	test('asks once for each dimension how it goes beside last time, when the measurement does', () => {
		const props = propsFor(anonymous);
		render(PaperForm, { ...props, measurement: { ...props.measurement, asksTrend: true } });

		const rows = screen.getAllByRole('row', { name: /^Hoe gaat dit tegenover de vorige keer\?/ });
		expect(rows).toHaveLength(dimensionsOf(questionnaire).length);
		for (const word of ['beter', 'gelijk', 'minder goed']) expect(rows[0]).toHaveTextContent(word);
		expect(screen.getByText(/Ze telt in geen enkele score mee\./)).toBeVisible();
		expect(screen.getByText(/Hoe het gaat tegenover de vorige keer tonen we pas vanaf 8 mensen\./)).toBeVisible();
	});

	test('says nothing of last time otherwise', () => {
		render(PaperForm, propsFor(anonymous));

		expect(screen.getByRole('article')).not.toHaveTextContent('vorige keer');
	});

	test('promises what an anonymous measurement keeps, and has no place for notes', () => {
		render(PaperForm, propsFor(anonymous));

		expect(screen.getByText(/minstens 4 mensen van een groep antwoordden/)).toBeVisible();
		expect(screen.queryByText('Wil je iets toelichten?')).not.toBeInTheDocument();
	});

	test('has a place for notes in an open measurement', () => {
		render(PaperForm, propsFor({ mode: 'open' }));

		expect(screen.getByText('Deze meting is open.')).toBeVisible();
		expect(screen.getByText('Wil je iets toelichten?')).toBeVisible();
	});
});

describe('the paper form of a questionnaire that says what an answer is about', () => {
	const frame = aFrame();
	const props = { ...propsFor(anonymous), questionnaire: { ...questionnaire, frame } };

	test('says it once, above the statements, for each group', () => {
		render(PaperForm, props);

		expect(screen.getByText(frame.question)).toBeVisible();
		expect(screen.getByText('Gemeente:').parentElement).toHaveTextContent(frame.terms[0]?.text ?? '');
		expect(screen.getByText('Verenigingen:').parentElement).toHaveTextContent(frame.terms[1]?.text ?? '');
		const text = screen.getByRole('article').textContent.replaceAll(/\s+/g, ' ');
		expect(text).toContain(`${frame.partly} ${frame.unknown}`);
		expect(text).not.toContain('Klopt de stelling nu');
	});

	test('has the example of each statement right below it', () => {
		render(PaperForm, props);

		const rows = screen.getAllByRole('row').map((row) => row.textContent);
		const below = itemsOf(questionnaire).map(
			({ statement }) => rows[rows.findIndex((text) => text.includes(statement)) + 1]
		);
		expect(below).toEqual(itemsOf(questionnaire).map(({ explanation }) => explanation));
	});
});

describe('the session guide', () => {
	const text = () => screen.getByRole('article').textContent.replaceAll(/\s+/g, ' ');

	test('goes from minute 0 to 90 without a hole', () => {
		render(SessionGuide, propsFor(anonymous));

		const [first, ...times] = screen.getAllByRole('rowheader').map((cell) => cell.textContent);
		expect(first).toBe('Vooraf');
		const bounds = times.map((time) => time.split(' – ').map(Number));
		expect(bounds[0]?.[0]).toBe(0);
		expect(bounds.at(-1)?.[1]).toBe(90);
		bounds.slice(1).forEach(([from], index) => expect(from).toBe(bounds[index]?.[1]));
		expect(text()).toContain('ongeveer 90 minuten');
	});

	test('speaks of the threshold in an anonymous measurement, which nobody answers together', () => {
		render(SessionGuide, propsFor(anonymous));

		expect(text()).toContain('Een groep heeft minder dan 4 bladen.');
		expect(text()).toContain('tussen Gemeente en Verenigingen');
		expect(screen.queryByRole('checkbox', { name: 'Samen op één scherm' })).not.toBeInTheDocument();
	});

	test('speaks of recognisable answers in an open one', () => {
		render(SessionGuide, propsFor({ mode: 'open' }));

		expect(text()).toContain('Deze meting is open');
		expect(text()).not.toContain('anoniem');
	});

	test('begins with the ways used so far, and follows the choice', async () => {
		render(SessionGuide, propsFor(anonymous, ['paper']));
		expect(text()).toContain('Deel de formulieren uit.');
		expect(text()).not.toContain('QR-code');

		await userEvent.click(screen.getByRole('checkbox', { name: 'Eigen telefoon' }));
		await userEvent.click(screen.getByRole('checkbox', { name: 'Papier' }));

		expect(text()).toContain('QR-code');
		expect(text()).not.toContain('Deel de formulieren uit.');
	});
});
