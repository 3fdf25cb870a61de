import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { fillingPart } from '$lib/domain/questionnaire/filling-part';
import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import { invitationLink, MAX_OWN_LINK } from '$lib/exchange/link/invitation';
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

		expect(await linkTo(ofApp)).toEqual({ link, without: null });
		expect(fragmentOf(link)).toMatch(/^1/);
	});

	test.each([
		['the template', template],
		['a small one', ownQuestionnaire]
	])('brings an own questionnaire along: %s', async (_, own) => {
		const { link, without } = await linkTo(own);

		expect(without).toBeNull();
		expect(link.length).toBeLessThanOrEqual(MAX_OWN_LINK);
		const opened = goodOf(await openInvitation(fragmentOf(link)));
		expect(opened.invitation).toEqual(invitationWith(own));
		expect(opened.questionnaire).toEqual(fillingPart(own));
	});

	test('leaves out one that would make the QR code too fine', async () => {
		const large = { ...publishedQuestionnaire('samenwerking', '1.0.0'), id: 'eigen-en-lang' };

		expect(await linkTo(large)).toEqual({
			link: invitationLink(ADDRESS, invitationWith(large)),
			without: 'too-long'
		});
	});

	test('leaves it out where the browser cannot pack it', async () => {
		vi.stubGlobal('CompressionStream', undefined);

		expect(await linkTo(ownQuestionnaire)).toMatchObject({ without: 'old-browser' });
	});

	test('at its longest still makes a QR code of at most 137 modules', () => {
		expect(qrMatrix('a'.repeat(MAX_OWN_LINK)).length - 2 * QUIET_ZONE).toBeLessThanOrEqual(137);
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
