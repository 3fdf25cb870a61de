import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkQuestionnaireText } from '$lib/domain/questionnaire/check-text';
import { QuestionnaireShelf } from '$lib/state/questionnaires/questionnaire-shelf.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import OpenQuestionnaire from '../../../../src/routes/vragenlijsten/OpenQuestionnaire.svelte';
import { ownText } from '../../../builders/own-questionnaire';

const folder = 'tests/fixtures/questionnaires/';
const namesIn = (part: string) =>
	readdirSync(folder + part, { recursive: true, encoding: 'utf8' }).filter(
		(name) => name.endsWith('.json') && name !== 'expected.json'
	);
const fixtures = ['invalid', 'several', 'warned', 'valid'].flatMap((part) =>
	namesIn(part).map((name) => ({ name, text: readFileSync(`${folder}${part}/${name}`, 'utf8') }))
);
const template = readFileSync('static/vragenlijst-sjabloon.json', 'utf8');

beforeEach(wipeDatabase);

async function choose(name: string, text: string) {
	const shelf = new QuestionnaireShelf();
	render(OpenQuestionnaire, { shelf });
	const user = userEvent.setup();
	await user.upload(
		screen.getByLabelText('Kies een vragenlijst'),
		new File([text], name, { type: 'application/json' })
	);
	return { user, shelf };
}

/** The focus goes along once what it goes to is there. */
const expectFocus = (element: HTMLElement) => vi.waitFor(() => expect(element).toHaveFocus());

/** Each line of the list of problems, as people read it. */
function lines(): string[] {
	const items = screen.getAllByRole('listitem').map((item) => item.textContent.trim());
	return items.filter((words) => words.startsWith('Regel '));
}

describe('every fixture says on the page what the check finds, each with its line', () => {
	test.each(fixtures)('$name', async ({ name, text }) => {
		const outcome = checkQuestionnaireText(text, 'own');
		const found = outcome.kind === 'refused' ? outcome.problems : outcome.kind === 'warned' ? outcome.warnings : [];

		const { user } = await choose(name, text);

		if (outcome.kind === 'refused') {
			await expectFocus(await screen.findByRole('heading', { name: `${name} is nog niet in orde` }));
		} else {
			await expectFocus(await screen.findByRole('heading', { name: new RegExp(`^Dit zit in ${name}`) }));
			expect(screen.getByRole('button', { name: 'Bewaar op dit toestel' })).toBeVisible();
		}
		if (outcome.kind === 'warned') {
			await user.click(screen.getByRole('button', { name: `Toon wat je kan nakijken (${found.length})` }));
		}
		if (found.length === 0) {
			expect(screen.queryByText(/^Regel \d/)).toBeNull();
			return;
		}
		const shown = lines();
		expect(shown).toHaveLength(found.length);
		for (const { line, message } of found) {
			expect(shown.some((words) => words.startsWith(`Regel ${line}, `) && words.endsWith(message))).toBe(true);
		}
	});
});

describe('a questionnaire that may be kept', () => {
	test('is shown whole: themes, dimensions, statements with explanation, tips with their source', async () => {
		const { user } = await choose('sjabloon.json', template);

		await screen.findByRole('heading', { name: 'Samen een feest maken' });
		expect(screen.getByText('Versie 1.0.0 · 1 thema, 2 onderdelen, 4 stellingen · 2 tot 4 minuten')).toBeVisible();
		expect(screen.getByText(/Iedereen weet een maand voor het feest wie wat doet\./)).toBeVisible();
		expect(screen.getByText(/nadarhekken/)).toBeVisible();
		expect(screen.getByText('Klopt dit vandaag bij jullie?')).toBeVisible();
		expect(screen.getByText(/Denk bij «de verenigingen» aan je eigen vereniging/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: /1 tip en 5 gespreksvragen bij Vooraf afspreken/ }));
		expect(screen.getByText(/Leg samen één lijst aan met wie wat doet\./)).toBeVisible();
		expect(screen.getAllByText(/Bron: Korte titel, Titel van het deel, 1ste alinea\./)[0]).toBeVisible();
	});

	test('says under which names people answer, and which the result has', async () => {
		await choose('eigen-lijst.json', ownText.replace('"shortName"', '"resultName": "Een rijke naam", "shortName"'));

		expect(await screen.findByText('In het resultaat: Een rijke naam')).toBeVisible();
	});

	test('is kept, and says how to go on', async () => {
		const { user } = await choose('eigen-lijst.json', ownText);
		await user.click(await screen.findByRole('button', { name: 'Bewaar op dit toestel' }));

		expect(await screen.findByRole('status')).toHaveTextContent(
			/"Eigen lijst", versie 2\.0\.0, staat nu op dit toestel/
		);
		expect(screen.getByRole('link', { name: 'Begin er een nieuwe meting mee' })).toHaveAttribute(
			'href',
			expect.stringMatching(/\?vragenlijst=eigen-lijst$/)
		);
		await expectFocus(screen.getByRole('heading', { name: 'Voeg een eigen vragenlijst toe' }));
	});

	test('of which another is here cannot be kept, and says why', async () => {
		const first = await choose('eigen-lijst.json', ownText);
		await first.user.click(await screen.findByRole('button', { name: 'Bewaar op dit toestel' }));
		await first.shelf.open(new File([ownText.replace('Een lijst', 'Een andere lijst')], 'anders.json'));

		expect(await screen.findByRole('alert')).toHaveTextContent(/Geef je vragenlijst een hogere versie/);
		expect(screen.queryByRole('button', { name: 'Bewaar op dit toestel' })).toBeNull();
	});
});

test('a list of very many problems shows the first hundred', async () => {
	const broken = ownText.replace(/"items": \[/, `"items": [${'7, '.repeat(150)}`);
	await choose('veel.json', broken);

	await screen.findByRole('heading', { name: 'veel.json is nog niet in orde' });
	expect(lines()).toHaveLength(100);
	expect(screen.getByText('En nog 50 andere. Verbeter eerst deze.')).toBeVisible();
});
