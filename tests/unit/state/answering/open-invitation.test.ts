import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { fillingPart } from '$lib/domain/questionnaire/filling-part';
import type { Invitation } from '$lib/domain/measurement/measurement';
import { itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { invitationLink, MAX_QR_LINK } from '$lib/exchange/link/invitation';
import { packQuestionnaire } from '$lib/exchange/link/packed-questionnaire';
import { qrMatrix, QUIET_ZONE } from '$lib/exchange/qr/draw-qr';
import { openInvitation } from '$lib/state/answering/open-invitation';
import { participantsLink } from '$lib/state/desk/participants-link';
import { wipeDatabase } from '$lib/storage/connection/database';
import { keepQuestionnaire } from '$lib/storage/records/questionnaires';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { measurement } from '../../../builders/handing-in';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { invitationTo } from '../../../builders/records';

const ADDRESS = 'https://www.gemeente.be/samenwerkingsmeter/';
const template = questionnaireSchema.parse(JSON.parse(readFileSync('static/vragenlijst-sjabloon.json', 'utf8')));

function invitationWith({ id, version }: Pick<Questionnaire, 'id' | 'version'>): Invitation {
	return invitationTo({ ...measurement, questionnaire: { id, version } });
}

/** An own questionnaire with the statements and examples of those of the app, the first so many. */
function ofItems(count: number): Questionnaire {
	const [first, ...others] = ['samenwerking', 'bovenlokaal', 'kapstokken'].map((id) =>
		publishedQuestionnaire(id, '2.0.0')
	);
	if (!first) throw new Error('No questionnaires');
	let left = count;
	const themes = [first, ...others]
		.flatMap((one) => one.themes)
		.map((theme) => ({
			...theme,
			dimensions: theme.dimensions
				.map((dimension) => {
					const items = dimension.items.slice(0, left);
					left -= items.length;
					return { ...dimension, items, tips: [], prompts: [] };
				})
				.filter(({ items }) => items.length > 0)
		}))
		.filter(({ dimensions }) => dimensions.length > 0);
	return { ...first, id: 'eigen-en-lang', themes, generalPrompts: [] };
}

const linkTo = (questionnaire: Questionnaire) =>
	participantsLink(ADDRESS, invitationWith(questionnaire), questionnaire);
const fragmentOf = (link: string) => link.slice(link.indexOf('#') + 1);

beforeEach(wipeDatabase);
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('the link for participants', () => {
	test('only names a questionnaire of the app, as it always did', async () => {
		const ofApp = publishedQuestionnaire('samenwerking', '1.0.0');
		const link = invitationLink(ADDRESS, invitationWith(ofApp));

		expect(await linkTo(ofApp)).toEqual({ link, without: null, onlySent: false });
		expect(fragmentOf(link)).toMatch(/^1/);
	});

	test.each([
		['the template', template],
		['a small one', ownQuestionnaire]
	])('brings an own questionnaire along: %s', async (_, own) => {
		const { link, without, onlySent } = await linkTo(own);

		expect([without, onlySent]).toEqual([null, false]);
		expect(link.length).toBeLessThanOrEqual(MAX_QR_LINK);
		const opened = goodOf(await openInvitation(fragmentOf(link)));
		expect(opened.invitation).toEqual(invitationWith(own));
		expect(opened.questionnaire).toEqual(fillingPart(own));
	});

	test('is sent with one of sixty statements in it, which no QR code holds', async () => {
		const sixty = ofItems(60);

		const { link, without, onlySent } = await linkTo(sixty);

		expect([itemsOf(sixty).length, without, onlySent]).toEqual([60, null, true]);
		const opened = goodOf(await openInvitation(fragmentOf(link)));
		expect(opened.questionnaire).toEqual(fillingPart(sixty));
	});

	test('leaves out one that no link holds', async () => {
		const large = ofItems(69);

		expect(await linkTo(large)).toEqual({
			link: invitationLink(ADDRESS, invitationWith(large)),
			without: 'too-long',
			onlySent: false
		});
	});

	test('leaves it out where the browser cannot pack it', async () => {
		vi.stubGlobal('CompressionStream', undefined);

		expect(await linkTo(ownQuestionnaire)).toMatchObject({ without: 'old-browser' });
	});

	test('at its longest still makes a QR code of at most 137 modules', () => {
		expect(qrMatrix('a'.repeat(MAX_QR_LINK)).length - 2 * QUIET_ZONE).toBeLessThanOrEqual(137);
	});
});

describe('opening a link', () => {
	test('of an own questionnaire that is not in it takes the one that is kept on the device', async () => {
		const plain = fragmentOf(invitationLink(ADDRESS, invitationWith(ownQuestionnaire)));
		await expect(openInvitation(plain)).rejects.toThrow(UnknownQuestionnaireError);
		await expect(openInvitation(plain)).rejects.toThrow(
			/"eigen-lijst" in versie 2\.0\.0 is een eigen vragenlijst, en die staat niet op dit toestel\./
		);

		await keepQuestionnaire(storedOf(ownQuestionnaire));

		expect(goodOf(await openInvitation(plain)).questionnaire).toEqual(ownQuestionnaire);
	});

	test('takes the questionnaire in the link before another under the same version here', async () => {
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, title: 'Van iemand anders' }));
		const { link } = await linkTo(ownQuestionnaire);

		expect(goodOf(await openInvitation(fragmentOf(link))).questionnaire.title).toBe('Eigen lijst');
	});

	test('that brings another questionnaire than its measurement has is refused', async () => {
		const link = invitationLink(
			ADDRESS,
			invitationWith({ id: 'eigen-lijst', version: '3.0.0' }),
			await packQuestionnaire(ownQuestionnaire)
		);

		expect(reasonOf(await openInvitation(fragmentOf(link)))).toMatch(/de vragenlijst erin is een andere/);
	});

	test('never lets a link replace a questionnaire of the app', async () => {
		const posing = { ...ownQuestionnaire, id: 'samenwerking', version: '1.0.0' };
		const link = invitationLink(ADDRESS, invitationWith(posing), await packQuestionnaire(posing));

		expect(goodOf(await openInvitation(fragmentOf(link))).questionnaire).toEqual(
			fillingPart(publishedQuestionnaire('samenwerking', '1.0.0'))
		);
	});

	test('with a damaged questionnaire says so', async () => {
		const link = invitationLink(ADDRESS, invitationWith(ownQuestionnaire), 'AAAA');

		expect(reasonOf(await openInvitation(fragmentOf(link)))).toMatch(/^De vragenlijst in de link is beschadigd/);
	});
});
