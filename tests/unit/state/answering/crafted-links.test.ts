import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invitation } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { areSameTerms, termsOf } from '$lib/domain/measurement/terms';
import { readInvitation, writeInvitation } from '$lib/exchange/link/invitation';
import { packResponse } from '$lib/exchange/response/response-code';
import { responseQrText } from '$lib/exchange/response/response-qr';
import { Collection } from '$lib/state/desk/collection.svelte';
import { loadSheetsUnderOtherTerms } from '$lib/storage/records/sheets';
import { answersToAnother } from '$lib/state/answering/other-sheets';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { Sheet } from '$lib/state/answering/sheet.svelte';
import { forgetEverything } from '$lib/state/tab-memory';
import { wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement } from '$lib/storage/records/measurements';
import { loadResponses } from '$lib/storage/records/responses';
import { dumpDatabase } from '../../../builders/dump-database';
import { runs } from '../../../property-runs';
import { goodOf } from '../../../builders/outcomes';
import { invitationTo, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = {
	...measurementOf('a'.repeat(32), '0123456789abcdef0123456789abcdef'),
	privacy: { mode: 'anoniem', threshold: 5 } as const
};
const invitation = invitationTo(measurement);
const [one, other] = measurement.groups;
if (!one || !other) throw new Error('Two groups');

/** What somebody changes in a link that goes round, each with the same measurement id. */
const changes: Record<string, Partial<Invitation>> = {
	nothing: {},
	'only the name and the date': { partnershipName: 'Iets anders', date: '2031-01-01' },
	'another letterbox': {
		letterbox: { roomId: 'AAECAwQFBgcICQoLDA0ODw', publicKey: `BA${'A'.repeat(85)}` }
	},
	'open instead of anonymous': { privacy: { mode: 'open' } },
	'a lower threshold': { privacy: { mode: 'anoniem', threshold: 3 } },
	'the trend question': { asksTrend: true },
	'other statements': { questionnaire: { id: 'samenwerking', version: '1.1.0' } },
	'another questionnaire': { questionnaire: { id: 'kapstokken', version: '1.0.0' } },
	'the groups in another order': { groups: [other, one] },
	'the names of the groups swapped': {
		groups: [
			{ ...one, name: other.name },
			{ ...other, name: one.name }
		]
	},
	'the roles of the groups swapped': {
		groups: [
			{ ...one, role: other.role },
			{ ...other, role: one.role }
		]
	},
	'a group more': { groups: [one, other, { id: 'derde', role: other.role, name: 'Scholen' }] }
};
const aLink = fc
	.array(fc.constantFrom(...Object.values(changes)), { maxLength: 3 })
	.map((some): Invitation => Object.assign({}, invitation, ...some) as Invitation);

const throughTheLink = (sent: Invitation) => goodOf(readInvitation(writeInvitation(sent))).invitation;
const isOfThis = async (link: Invitation) =>
	areSameTerms(
		termsOf(link, await loadQuestionnaire(link.questionnaire)),
		termsOf(invitation, await loadQuestionnaire(invitation.questionnaire))
	);

beforeEach(async () => {
	forgetEverything();
	await wipeDatabase();
	await storeMeasurements(measurement);
});

/** Someone opens the link on this phone and answers everything; who was here before under the same terms goes on. */
async function answer(sent: Invitation): Promise<Sheet> {
	const link = throughTheLink(sent);
	const sheet =
		(await Sheet.resume(link, 'phone', loadQuestionnaire)) ??
		(await Sheet.begin(link, link.groups[0]?.id ?? '', 'phone', loadQuestionnaire));
	for (const [place, item] of itemsOf(sheet.questionnaire).entries()) sheet.choose(item.id, ((place % 5) + 1) as 1);
	await sheet.finish();
	return sheet;
}

/** By each way back; how many of them came in. */
async function handBack(sheet: Sheet): Promise<boolean[]> {
	const desk = await Collection.open(measurement.id);
	const context = {
		terms: sheet.terms,
		itemIds: itemsOf(sheet.questionnaire).map(({ id }) => id),
		dimensionIds: dimensionsOf(sheet.questionnaire).map(({ dimension }) => dimension.id)
	};
	const code = packResponse({ ...context, response: sheet.response });
	const { name, text } = sheet.rescue();
	await desk.takeCode(code);
	await desk.takeScan(responseQrText(code, sheet.terms));
	await desk.takeFile({ name, size: text.length, text: () => Promise.resolve(text) });
	return desk.log.map(({ good }) => good);
}

describe('a crafted link with the id of a real measurement', () => {
	test.each(Object.entries(changes))(
		'%s: what is answered on it comes in only under the same promise',
		async (_, change) => {
			const sent = { ...invitation, ...change };
			const came = await handBack(await answer(sent));
			const same = await isOfThis(sent);
			expect(came).toEqual([same, same, same]);
			expect(await loadResponses(measurement.id)).toHaveLength(same ? 1 : 0);
		}
	);

	test('never goes on with answers to another one, in whatever order links are opened, and leaves them as they were', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(aLink, { minLength: 2, maxLength: 4 }), async (links) => {
				forgetEverything();
				await wipeDatabase();
				const byTerms = new Map<string, string>();
				for (const link of links) {
					const questionnaire = await loadQuestionnaire(link.questionnaire);
					const terms = termsOf(throughTheLink(link), questionnaire);
					const key = JSON.stringify(terms);
					const sheet = await answer(link);
					expect(sheet.terms).toEqual(terms);
					const before = byTerms.get(key);
					expect(before === undefined || before === sheet.response.id).toBe(true);
					expect([...byTerms].filter(([known, id]) => known !== key && id === sheet.response.id)).toEqual([]);
					byTerms.set(key, sheet.response.id);
					expect(await loadSheetsUnderOtherTerms({ terms, way: 'phone' })).toHaveLength(byTerms.size - 1);
				}
				expect((await dumpDatabase()).sheets).toHaveLength(byTerms.size);
			}),
			{ numRuns: runs(12) }
		);
	});

	test('says what the other link said, how much is there, and how to go back to it', async () => {
		await answer({ ...invitation, privacy: { mode: 'open' } });
		const questionnaire = await loadQuestionnaire(invitation.questionnaire);
		expect(await answersToAnother(invitation, questionnaire)).toEqual({
			text: 'Op deze telefoon staan al 36 antwoorden op een andere link van deze meting. Daar was de meting open, en deze meting is anoniem vanaf 5 antwoorden. Wat je daar antwoordde, blijft bij die link: het staat er nog, en het gaat niet mee naar hier. Vraag aan je begeleider welke link de juiste is. Is het deze, kies dan hieronder je groep en antwoord opnieuw.',
			fragment: writeInvitation({ ...invitation, privacy: { mode: 'open' } })
		});
	});
});

test('a sheet that an older version stored, without terms, is gone on with by its own link only', async () => {
	const sheet = await answer(invitation);
	const { database } = await import('$lib/storage/connection/database');
	const db = await database();
	const { terms, ...before } = (await db.get('sheets', sheet.response.id)) ?? { terms: undefined };
	expect(terms).toEqual(sheet.terms);
	await db.put('sheets', before as never);

	expect((await Sheet.resume(invitation, 'phone', loadQuestionnaire))?.response.id).toBe(sheet.response.id);
	expect(await Sheet.resume({ ...invitation, privacy: { mode: 'open' } }, 'phone', loadQuestionnaire)).toBeUndefined();
});

test.each(Object.entries(changes).slice(3))('of a measurement nothing in the app changes %s', async (_, change) => {
	const { questionnaire, groups, privacy, asksTrend } = { ...invitation, ...change };
	const before = await dumpDatabase();
	const changing = changeMeasurement(measurement.id, (stored) => ({
		...stored,
		questionnaire,
		groups,
		privacy,
		asksTrend
	}));
	await expect(changing).rejects.toThrow();
	expect(await dumpDatabase()).toEqual(before);
});
